"""How often something is done: 每日一次, 每半年清洗一次, 每15日至少一次, 每年不少于六次."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from propertylaw.extraction.figures import NUMBER, number
from propertylaw.graph.periods import DAYS
from propertylaw.model import Span

_DAYS = {"小时": Decimal(1) / 24, "工作日": DAYS["BD"], "月": DAYS["M"], "年": DAYS["Y"]}
_DAYS |= dict.fromkeys(("日", "天", "夜", "晚"), Decimal(1)) | dict.fromkeys(("周", "星期"), Decimal(7))
_DAYS |= dict.fromkeys(("季", "季度"), Decimal("91.2")) | {"年度": DAYS["Y"]}
_UNITS = "小时|工作日|日|天|夜|晚|周|星期|月|季度|季|年度|年"
_EVERY = re.compile(rf"(?:每隔?|按)(?P<count>{NUMBER})?个?(?P<unit>{_UNITS})")
_TIMES = re.compile(rf"(?P<times>{NUMBER})(?:次|遍|趟|轮)")
_MONEY = re.compile("[元圆%％‰]|分之")
"""What a clause with a price or a rate says is how much, not how often."""


class Rate(NamedTuple):
    """How often."""

    often: Decimal
    """Times a day; times, where no period is named."""
    per: bool
    """Whether a period is named."""
    text: str
    span: Span


def rates(clause: str) -> tuple[Rate, ...]:
    """How often a clause says that something is done, in reading order; none in one about money."""
    if _MONEY.search(clause):
        return ()
    every = [match for match in _EVERY.finditer(clause) if _days(match)]
    times = list(_TIMES.finditer(clause))
    if not every:
        return tuple(Rate(value, False, one[0], one.span()) for one in times if (value := number(one["times"])))
    ends = [*(match.start() for match in every[1:]), len(clause)]
    found = []
    for match, end in zip(every, ends, strict=True):
        own = next((one for one in times if match.end() <= one.start() < end), None)
        count = number(own["times"]) if own else Decimal(1)
        days = _days(match)
        if count and days:
            stop = own.end() if own else match.end()
            found.append(Rate(count / days, True, clause[match.start() : stop], (match.start(), stop)))
    return tuple(found)


def comparable(own: tuple[Rate, ...], other: tuple[Rate, ...]) -> bool:
    """Whether two clauses say equally many times how often, in the same way."""
    return len(own) == len(other) and [one.per for one in own] == [one.per for one in other]


def _days(match: re.Match[str]) -> Decimal | None:
    count = number(match["count"]) if match["count"] else Decimal(1)
    return count * _DAYS[match["unit"]] if count else None
