"""Measured things in a sentence: prices, rates, shares, sums, areas, periods and days of payment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from propertylaw.model import Quantity, Span

from .figures import NUMBER, number

_N = f"(?P<n>{NUMBER})"
_SQUARE = "(?:平方米|㎡|m2|m²|平米)"
_THING = "(?:个|辆|位|户|车位|泊位|套|台|间)"
_PER = "(?:/|／|每)"
_PART = "(?P<part>万分之|千分之|百分之)"
_SIGN = "(?P<sign>%|％|‰|‱)"
_DAILY = "(?:每日|日|每天|每逾期一日|每逾期一天|按日)"
_STOPS = "，。；：,;:\n"


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a kind of quantity is written; of two that overlap the one listed first counts."""

    unit: str
    pattern: re.Pattern[str]


_RULES = tuple(
    _Rule(unit, re.compile(text))
    for unit, text in (
        ("CNY/m2/month", rf"(?:每月每{_SQUARE}|每(?:建筑)?{_SQUARE}(?:建筑面积)?(?:每|·|/)月)(?:人民币)?{_N}元"),
        ("CNY/m2/month", rf"{_N}元{_PER}{_SQUARE}(?:/|／|·|每|\.)?个?月"),
        ("CNY/m2/month", rf"{_N}元{_PER}月(?:/|／|·|每)?{_SQUARE}"),
        ("CNY/month", rf"(?:每{_THING}(?:车位|车|泊位)?每月|每月每{_THING}(?:车位|车)?)(?:人民币)?{_N}元"),
        ("CNY/month", rf"{_N}元{_PER}{_THING}(?:/|／|·|每)?个?月"),
        ("CNY/month", rf"每月(?:人民币)?{_N}元"),
        ("CNY/month", rf"{_N}元{_PER}月"),
        ("CNY", rf"{_N}[元圆](?!/|／|每)"),
        ("1/day", rf"{_DAILY}[^，。；\d]{{0,20}}?{_PART}{_N}"),
        ("1/day", rf"{_DAILY}[^，。；\d]{{0,20}}?{_N}{_SIGN}"),
        ("share", rf"{_PART}{_N}"),
        ("share", rf"{_N}{_SIGN}"),
        ("share", r"(?P<under>[二三四五六七八九十])分之(?P<over>[一二三四五六七八九])"),
        ("m2", rf"{_N}{_SQUARE}"),
        ("working_day", rf"{_N}个?工作日"),
        ("hour", rf"{_N}个?小时"),
        ("day", rf"(?<![月年第每]){_N}(?:个?自然日|日|天)(?!期|报|常)"),
        ("month", rf"{_N}个月"),
        ("year", rf"(?<![0-9０-９]){_N}个?年(?!度|底|初|末|内至|[0-9０-９]|[一二三四五六七八九十]+月)"),
    )
)
_MEASURED = re.compile(rf"{NUMBER}(?:个|[元圆]|[㎡平m]|小时|[工自]|[日天月年]|分之)|分之|[%％‰‱]|每[^，。；]*元")
_FRACTIONS = {"万分之": 10000, "千分之": 1000, "百分之": 100, "%": 100, "％": 100, "‰": 1000, "‱": 10000}
_DUE = re.compile(
    rf"(?:每个?(?:自然|日历)?(?P<every>季度?|半年度?|年度?|月|(?P<count>{NUMBER})个月))?的?"
    rf"(?:(?P<place>首|末|第一个|最后一个|最后|第{NUMBER}个|当)月|(?P<month>{NUMBER})月)?份?的?前?"
    rf"(?P<day>{NUMBER})日(?:之前|以前|前|之内|内)"
)
_PAID_BY = re.compile(r"按(?P<every>季度?|半年度?|年度?|月)[^，。；]{0,6}(?:交|缴|支付|付|收)")
_MONTHS = {"月": 1, "季": 3, "季度": 3, "半年": 6, "半年度": 6, "年": 12, "年度": 12}
_FIRST_MONTH = ("首", "第一个", "当")
_LAST_MONTH = ("末", "最后一个", "最后")


def quantities_in(text: str, span: Span) -> tuple[Quantity, ...]:
    """The quantities of a stretch of text, in reading order.

    Args:
        text: the whole text; spans count from its start.
        span: the stretch to look at.
    """
    if not _MEASURED.search(text, *span):
        return ()
    found = list(_due_days(text, span))
    for rule in _RULES:
        for match in rule.pattern.finditer(text, *span):
            value = _value(match)
            if value is not None and not any(_overlap(match.span(), other.text_span) for other in found):
                found.append(_quantity(text, span, match, rule.unit, value))
    return tuple(sorted(found, key=lambda quantity: quantity.text_span))


def _quantity(text: str, span: Span, match: re.Match[str], unit: str, value: Decimal) -> Quantity:
    context = _context(text, match.span(), span)
    return Quantity(value=value, unit=unit, text=match[0], text_span=match.span(), context=context)


def _value(match: re.Match[str]) -> Decimal | None:
    """The number, or the fraction that 万分之, %, 分之 makes of it."""
    groups = match.groupdict()
    if "under" in groups:
        under, over = number(match["under"]), number(match["over"])
        return over / under if under and over else None
    value = number(match["n"])
    size = groups.get("part") or groups.get("sign")
    return value / _FRACTIONS[size] if value is not None and size else value


def _due_days(text: str, span: Span) -> Iterator[Quantity]:
    """Days by which an instalment is due: 每季度首月二十日前, 每月10日前."""
    for match in _DUE.finditer(text, *span):
        every, day = _period_months(text, span, match), number(match["day"])
        placed = match["month"] is not None or match["place"] is not None
        if every is None or day is None or day > 31 or (every > 1 and not placed):
            continue
        month = _month_of_period(match, every)
        plain = _quantity(text, span, match, "due_day", day)
        yield plain.model_copy(update={"every_months": every, "month_of_period": month})


def _period_months(text: str, span: Span, match: re.Match[str]) -> int | None:
    """Length of the instalment period; None when the words name none."""
    if match["count"]:
        count = number(match["count"])
        return int(count) if count else None
    if match["every"]:
        return _MONTHS[match["every"]]
    said = list(_PAID_BY.finditer(text, span[0], match.start())) if match["place"] else []
    return _MONTHS[said[-1]["every"]] if said else None


def _month_of_period(match: re.Match[str], every: int) -> int:
    place = match["place"]
    if match["month"]:
        return int(number(match["month"]) or 1)
    if place is None or place in _FIRST_MONTH:
        return 1
    return every if place in _LAST_MONTH else int(number(place.strip("第个")) or 1)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _context(text: str, place: Span, span: Span) -> str:
    """The words between the two stops around a place, within `span`."""
    start, end = place
    while start > span[0] and text[start - 1] not in _STOPS:
        start -= 1
    while end < span[1] and text[end] not in _STOPS:
        end += 1
    return text[start:end].strip()
