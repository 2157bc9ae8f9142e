"""CON024: totals, areas, shares and lengths of term that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from propertylaw.checks.registry import check
from propertylaw.checks.sums import agree, items_differ, parts_exceed, product_is_wrong, sum_is_wrong, year_is_wrong
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.sentence import Clause, Sentence
from propertylaw.extraction.contracts.signs import whole_steps
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity

_TOLERANCE_DAYS = 2
_YEAR = re.compile(r"(?:全年|每年|年度)[^，。；]{0,20}$")


@check("CON024", "amounts_do_not_add_up", Severity.MEDIUM)
def amounts_do_not_add_up(contract: Contract) -> Iterator[Hit]:
    """数额、面积、期限自相矛盾。

    数额、面积、比例或者期限前后对不上。

    会报告：本合同期限三年，自2026年1月1日起至2027年12月31日止。

    不报告：本合同期限三年，自2026年1月1日起至2028年12月31日止。
    """
    for clause in contract.clauses:
        for sentence in clause.sentences:
            hit = _term(sentence) or _figures(sentence) or _items(clause, sentence)
            if hit is not None:
                yield hit


def _term(sentence: Sentence) -> Hit | None:
    """A term in years that is not the time between its two dates."""
    dates = pattern("{from_to}").search(sentence.masked)
    length = pattern("{term_length}").search(sentence.masked)
    if dates is None or length is None:
        return None
    begins, ends = _date(dates, "a"), _date(dates, "b")
    count = number(length["count"])
    if begins is None or ends is None or count is None or length.start() > dates.end() + 40:
        return None
    months = int(count * (1 if length["unit"] == "个月" else 12))
    expected = _after(begins, months) - timedelta(days=1)
    if abs((ends - expected).days) <= _TOLERANCE_DAYS:
        return None
    return Hit(whole_steps(sentence, dates), says=f"{length[0]}应到 {expected:%Y-%m-%d}，写作 {ends:%Y-%m-%d}")


def _date(match: object, which: str) -> date | None:
    groups = match.groupdict()  # type: ignore[attr-defined]
    parts = [number(groups[f"{which}{part}"] or "") for part in "ymd"]
    if None in parts:
        return None
    year, month, day = (int(part) for part in parts if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _after(begins: date, months: int) -> date:
    total = begins.month - 1 + months
    year, month = begins.year + total // 12, total % 12 + 1
    for day in (begins.day, 30, 29, 28):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month}")


def _figures(sentence: Sentence) -> Hit | None:
    """A total that is not the sum, or not the product, of the figures beside it."""
    for match in pattern("{total_of}").finditer(sentence.masked):
        total = number(match["total"])
        if total is None:
            continue
        before = sentence.masked[: match.start()]
        after = sentence.masked[match.end() :]
        expected = sum_is_wrong(before, after, total, match["unit"])
        if expected is not None and _YEAR.search(before + match[0]) and agree(expected * 12, total):
            continue  # parts of a month, and the year
        expected = expected if expected is not None else product_is_wrong(before, total, match["unit"])
        if expected is None and match["unit"] == "元":
            expected = year_is_wrong(before, total)
        if expected is not None:
            return Hit(whole_steps(sentence, match), says=_written(total, expected))
    return _contained(sentence)


def _items(clause: Clause, sentence: Sentence) -> Hit | None:
    """A total that is not the sum of the items that follow it, each in a line of its own."""
    behind = clause.masked[sentence.span[0] - clause.start :]
    for match in pattern("{total_of}").finditer(sentence.masked):
        total = number(match["total"])
        expected = items_differ(behind[match.end() :], total, match["unit"]) if total is not None else None
        if total is not None and expected is not None:
            return Hit(whole_steps(sentence, match), says=_written(total, expected))
    return None


def _contained(sentence: Sentence) -> Hit | None:
    """A figure smaller than the parts that it is said to contain."""
    for match in pattern("{figure_of_unit}").finditer(sentence.masked):
        whole = number(match["value"])
        if whole is None:
            continue
        summed = parts_exceed(whole, sentence.masked[match.end() :], match["unit"])
        if summed is not None:
            return Hit(whole_steps(sentence, match), says=f"写作 {_plain(whole)}，其中各项已有 {_plain(summed)}")
    return None


def _written(total: Decimal, expected: Decimal) -> str:
    return f"写作 {_plain(total)}，按所列各项应为 {_plain(expected)}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
