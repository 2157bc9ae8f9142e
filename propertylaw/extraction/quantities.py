"""Measured things in a sentence: prices, rates, shares, sums, areas, periods and days of payment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from propertylaw.model import Quantity, Span
from propertylaw.structure.numerals import CHINESE_CHARS

from .due_days import due_days
from .figures import FRACTIONS, NUMBER, number
from .looks import somewhere

_N = f"(?P<n>{NUMBER})"
_DIGIT = "[一二三四五六七八九1-9]"
_COUNTED = rf"[\d{CHINESE_CHARS}]*[元日月年]"
_NO_RANGE = r"(?<![\d.．\-—~～至到])"
"""A number with another in front of it is the end of a range, no price."""
_TENTHS = rf"(?P<tenths>{_DIGIT}{{1,2}})折|(?P<tenth>两|{_DIGIT})成(?=[，。；的、）)]|[收交缴计归作由给属用留提补优]|$)"
_WHOLE = rf"(?<![\d０-９{CHINESE_CHARS}])"
"""A number is read from its first digit: 每15日 holds no 5日."""
_B = r"[ _\u3000]*"
"""Room around what was filled into a form."""
_YUAN = rf"(?:人民币|[¥￥])?{_B}{_NO_RANGE}{_N}{_B}[元圆](?:(?P<jiao>{NUMBER})角)?(?:(?P<fen>{NUMBER})分)?整?"
_SQUARE = "(?:建筑)?(?:平方米|㎡|m2|m²|平米)(?:建筑面积)?"
_THING = "(?:个|辆|位|户|车位|泊位|套|台|间)"
_PER = "(?:/|／|每)"
_DOT = r"(?:/|／|·|•|每|\.)?"
_PART = "(?P<part>十万分之|(?<!十)万分之|千分之|百分之)"
_SIGN = "(?P<sign>%|％|‰|‱)"
_TO = r"(?!(?:至|到|[-—~～])\s*\d)"
"""A price with another behind it is the beginning of a range."""
_DAILY = "(?:(?:按每|按|每|(?<![之次当]))[日天](?!数)|每(?:逾期|延迟|迟延|延误|拖欠|超过)一?[日天])"
_A_DAY = "(?:(?:/|／|每|按)[日天])"
PRICE = "CNY/m2/month"
"""The unit of a price for property services."""
DUE_DAY = "due_day"
_STOPS = "，。；：,;:\n"


class _Rule(NamedTuple):
    """How a kind of quantity is written; of two that overlap the one listed first counts."""

    unit: str
    signs: str
    """Characters of which one has to be there."""
    pattern: re.Pattern[str]


_RULES = tuple(
    _Rule(unit, signs, re.compile(text))
    for unit, signs, text in (
        (PRICE, "元圆", rf"每个?月每{_SQUARE}{_YUAN}{_TO}"),
        (PRICE, "元圆", rf"每{_SQUARE}{_DOT}个?月{_YUAN}{_TO}"),
        (PRICE, "元圆", rf"(?:每{_SQUARE}){_YUAN}{_PER}个?月{_TO}"),
        (PRICE, "元圆", rf"{_YUAN}{_PER}{_SQUARE}{_DOT}个?月{_TO}"),
        (PRICE, "元圆", rf"{_YUAN}{_PER}个?月{_DOT}{_SQUARE}{_TO}"),
        (PRICE, "元圆", rf"每月{_YUAN}{_PER}{_SQUARE}{_TO}"),
        (
            PRICE,
            "元",
            rf"元{_PER}(?:{_SQUARE}{_DOT}月|月{_DOT}{_SQUARE})[）)]?[：:为]?{_B}{_N}(?!{_COUNTED})",
        ),
        ("CNY/month", "元", rf"(?:每{_THING}(?:车位|车|泊位)?每月|每月每{_THING}(?:车位|车)?)(?:人民币)?{_N}元"),
        ("CNY/month", "元", rf"{_N}元{_PER}{_THING}(?:/|／|·|每)?个?月"),
        ("CNY/month", "元", rf"每月(?:人民币)?{_N}元"),
        ("CNY/month", "元", rf"{_N}元{_PER}月"),
        ("CNY", "元圆", rf"{_N}[元圆](?!/|／|每)"),
        ("1/day", "日天", rf"{_DAILY}[^，。；\d月]{{0,20}}?{_PART}{_N}"),
        ("1/day", "日天", rf"{_DAILY}[^，。；\d月]{{0,20}}?{_N}{_SIGN}"),
        ("1/day", "日天", rf"{_PART}{_N}[^，。；\d]{{0,4}}{_A_DAY}"),
        ("1/day", "日天", rf"{_N}{_SIGN}[^，。；\d]{{0,4}}{_A_DAY}"),
        ("share", "分", rf"{_PART}{_N}"),
        ("share", "%％‰‱", rf"{_N}{_SIGN}"),
        ("share", "分", r"(?P<under>[二三四五六七八九十])分之(?P<over>[一二三四五六七八九])"),
        ("share", "折成", _TENTHS),
        ("m2", "平㎡m", rf"{_N}{_SQUARE}"),
        ("working_day", "日", rf"{_N}个?工作日"),
        ("hour", "时", rf"{_N}个?小时"),
        ("day", "日天", rf"(?<![月年第每]){_WHOLE}{_N}(?:个?自然日|日|天)(?!期|报|常)"),
        ("month", "月", rf"{_N}个月"),
        ("year", "年", rf"(?<![0-9０-９]){_N}个?年(?!度|底|初|末|内至|[0-9０-９]|[一二三四五六七八九十]+月)"),
    )
)
_UNITS = "个元圆㎡平m小工自日天月年分折成号"
"""The first characters of what is counted."""
has_measure = somewhere(
    rf"[{_UNITS}%％‰‱每底末最旬](?:(?<=[%％‰‱])|(?<=[0-9０-９,，半{CHINESE_CHARS}][{_UNITS}])|(?<=分)之"
    r"|(?<=每)[^，。；]*元|(?<=元)[/／每]|(?<=最)后一[日天]|(?<=[底末])(?:日|[之以]?前|[交缴支截])|(?<=旬))"
)
"""Whether a paragraph, or a stretch of it, may measure something at all."""
_SIGNS_OF_DUE_DAYS = "日号底末天旬"
_SIGNS = frozenset(_SIGNS_OF_DUE_DAYS).union(*(rule.signs for rule in _RULES))
_TAKEN_OFF = re.compile("减收|减免|减[交缴]|少[收交缴]|扣减|扣除|减少|降低|优惠|下浮|退还|免收|免交|免缴")
_STILL_PAID = re.compile(
    r"(?:按|减按)[^，。；]{0,16}?(?:分之[\d一二三四五六七八九十零点]+|[%％]|[折成])[^，。；]{0,6}?(?:交|缴|计收|收取|支付|执行)"
)


def quantities_in(text: str, span: Span, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a stretch of text, in reading order.

    Args:
        text: the whole text.
        span: the stretch to look at.
        offset: where the text begins in its source; spans count from the start of the source.
    """
    if not has_measure(text, *span):
        return ()
    signs = _SIGNS.intersection(text[slice(*span)])
    found = [] if signs.isdisjoint(_SIGNS_OF_DUE_DAYS) else list(_due_days(text, span, offset))
    for unit, pattern in _rules_for(signs):
        for match in pattern.finditer(text, *span):
            value, place = _value(match), _shifted(match.span(), offset)
            if value is not None and not any(_overlap(place, other.text_span) for other in found):
                found.append(_quantity(unit, value, match[0], place, _context(text, match.span(), span)))
    return tuple(sorted(found, key=lambda quantity: quantity.text_span))


@lru_cache(maxsize=512)
def _rules_for(signs: frozenset[str]) -> Sequence[tuple[str, re.Pattern[str]]]:
    """The units and patterns of the rules for words that have these signs."""
    return [(rule.unit, rule.pattern) for rule in _RULES if not signs.isdisjoint(rule.signs)]


def _quantity(unit: str, value: Decimal, words: str, place: Span, context: str) -> Quantity:
    return Quantity.trusted(
        {
            "value": value,
            "unit": unit,
            "text": words,
            "text_span": place,
            "context": context,
            "every_months": None,
            "month_of_period": None,
            "by_calendar": False,
            "since": None,
            "until": None,
            "off": unit == "share"
            and not words.endswith("折")
            and bool(_TAKEN_OFF.search(context))
            and not _STILL_PAID.search(context),
        }
    )


def _value(match: re.Match[str]) -> Decimal | None:
    """The number, or the fraction that 万分之, %, 分之 makes of it."""
    groups = match.groupdict()
    if "under" in groups:
        under, over = number(match["under"]), number(match["over"])
        return over / under if under and over else None
    if groups.get("tenths") or groups.get("tenth"):
        digits = number(groups.get("tenths") or groups["tenth"])
        return digits / (10 if digits < 10 else 100) if digits else None
    value = number(match["n"])
    if value is not None and (groups.get("jiao") or groups.get("fen")):
        tenths, hundredths = (number(groups[part] or "0") or Decimal(0) for part in ("jiao", "fen"))
        return value + tenths / 10 + hundredths / 100
    size = groups.get("part") or groups.get("sign")
    return value / FRACTIONS[size] if value is not None and size else value


def _due_days(text: str, span: Span, offset: int) -> Iterator[Quantity]:
    """Days by which an instalment is due: 每季度首月二十日前, 每月10日前."""
    for due in due_days(text, span):
        yield Quantity.trusted(
            {
                "value": due.day,
                "unit": DUE_DAY,
                "text": text[slice(*due.span)],
                "text_span": _shifted(due.span, offset),
                "context": _context(text, due.span, span),
                "every_months": due.every,
                "month_of_period": due.month,
                "by_calendar": due.by_calendar,
                "since": None,
                "until": None,
                "off": False,
            }
        )


def _shifted(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


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
