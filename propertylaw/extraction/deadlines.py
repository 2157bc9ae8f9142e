"""Periods within which to act: where they stand, and as ISO 8601 durations."""

from __future__ import annotations

import re
from typing import NamedTuple

from propertylaw.model import Span
from propertylaw.structure import parse_numeral
from propertylaw.structure.numerals import NUMERAL_CHARS

from .looks import somewhere

_NUMBER = rf"(?:[{NUMERAL_CHARS}]+|半)"
_UNIT = "个?工作日|个?自然日|日|天|个?月|周|个?星期|年|个?小时|分钟|个季度"
_PERIOD = re.compile(
    rf"(?P<ahead>提前)?(?P<at_least>不少于|不得少于|少于|不超过|超过|至少)?(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?P<over>以上)?"
    r"(?P<within>之内|以内|内|之前|以前|前)?(?!期)"
)
_EVERY = re.compile(
    rf"每(?:(?P<number>{_NUMBER})(?P<unit>个?月|年|日|天|个?小时|周)|(?P<bare>季度|半年|年度|年|月|季|周|日|天))|"
    r"按(?P<by>季度?)"
)
_TIME = rf"(?:[{NUMERAL_CHARS}]|半|每)[个工自日天月周星年小分季半]|按季"
_DATE_BEFORE = re.compile(rf"[{NUMERAL_CHARS}]+年$|[{NUMERAL_CHARS}]+月$|[首末上下次当本]月$|[第每]$")
_DATE_AFTER = re.compile(rf"[{NUMERAL_CHARS}]+[月日]")
_LETTERS = {"日": "D", "天": "D", "自然日": "D", "工作日": "BD", "月": "M", "年": "Y", "周": "W", "星期": "W"}
_EVERY_BARE = {
    "季度": "P3M",
    "季": "P3M",
    "半年": "P6M",
    "年": "P1Y",
    "年度": "P1Y",
    "月": "P1M",
    "周": "P1W",
    "日": "P1D",
    "天": "P1D",
}


class Period(NamedTuple):
    """A period in the text."""

    span: Span
    """With what belongs to it: 三十日内, 提前六十日, 每季度."""
    duration: str
    """ISO 8601; working days as P7BD, hours as PT24H."""
    within: bool
    """Whether it limits an act (内, 前, 提前), other than a mere length."""
    recurring: bool


has_time = somewhere(_TIME)
"""Whether a paragraph, or a stretch of it, may name a period at all."""


def periods(text: str, start: int, end: int) -> list[Period]:
    """The periods in a stretch of text, in reading order; dates (3月1日) are none."""
    if not has_time(text, start, end):
        return []
    found = [_recurring(match) for match in _EVERY.finditer(text, start, end) if not _is_date(text, match, end)]
    for match in _PERIOD.finditer(text, start, end):
        if _is_date(text, match, end) or any(p.span[0] <= match.start("number") < p.span[1] for p in found):
            continue
        duration = iso(match["number"], match["unit"])
        if duration:
            limit = bool(match["within"] or match["ahead"] or text[match.start() - 1 : match.start()] == "前")
            begin = match.start("ahead") if match["ahead"] else match.start("number")
            stop = match.end("within") if match["within"] else match.end("unit")
            found.append(Period((begin, stop), duration, limit, recurring=False))
    return sorted(found, key=lambda period: period.span)


def iso(number: str, unit: str) -> str | None:
    """The duration, or None when the number is not one."""
    unit = unit.removeprefix("个")
    if number == "半":
        return {"年": "P6M", "月": "P15D", "小时": "PT30M"}.get(unit)
    count = parse_numeral(number)
    if count is None:
        return None
    if unit == "季度":
        return f"P{3 * count}M"
    if unit in ("小时", "分钟"):
        return f"PT{count}{'H' if unit == '小时' else 'M'}"
    return f"P{count}{_LETTERS[unit]}"


def _recurring(match: re.Match[str]) -> Period:
    bare = match["bare"] or match["by"]
    duration = _EVERY_BARE[bare] if bare else iso(match["number"], match["unit"]) or "P1D"
    return Period(match.span(), duration, within=False, recurring=True)


def _is_date(text: str, match: re.Match[str], end: int) -> bool:
    if _DATE_BEFORE.search(text[max(0, match.start() - 5) : match.start()]):
        return True
    unit = match.groupdict().get("unit") or ""
    return unit in ("年", "月") and bool(_DATE_AFTER.match(text, match.end("unit"), end))
