"""Measured things in a sentence: prices, rates, shares, periods, sums, areas and days of payment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from propertylaw.model import Quantity, Span

from .numbers import NUMBER, number

_PER_AREA = r"(?:每月)?每(?:建筑)?(?:平方米|㎡|m2|m²|平米)(?:建筑面积)?(?:[（(]建筑面积[）)])?(?:每月)?(?:[^，。；\d每]{0,4})?"
_AREA_UNIT = r"(?:平方米|㎡|m2|m²|平米)"
_RULES: tuple[tuple[str, str], ...] = (
    ("CNY/m2/month", rf"(?:每月每{_AREA_UNIT}|每{_AREA_UNIT}(?:建筑面积)?(?:每月|·月|/月)|每建筑{_AREA_UNIT}每月)(?:人民币)?(?P<a>{NUMBER})元"),
    ("CNY/m2/month", rf"(?P<b>{NUMBER})元(?:/|每|／){_AREA_UNIT}(?:/|·|每|／|\.)?(?:个)?月"),
    ("CNY/m2/month", rf"(?P<c>{NUMBER})元(?:/|／|每)月(?:/|·|每|／)?{_AREA_UNIT}"),
    ("CNY/month", rf"(?:每(?:个|辆|位|户|车位|套|台|间|人)(?:车位|车|泊位)?每月|每月每(?:个|辆|位|户|车位|套|台|间)(?:车位|车)?)(?:人民币)?(?P<d>{NUMBER})元"),
    ("CNY/month", rf"(?P<e>{NUMBER})元(?:/|每|／)(?:个|辆|位|户|车位|套|台|间)(?:/|·|每|／)?(?:个)?月"),
    ("CNY/month", rf"每月(?:人民币)?(?P<f>{NUMBER})元|(?P<g>{NUMBER})元(?:/|每|／)月"),
    ("CNY", rf"(?P<h>{NUMBER})(?:元|圆)(?!/|／|每)"),
    ("1/day", rf"(?:每日|日|每天|每逾期一日|每逾期一天|按日)(?:按照?|以|加收|计收|支付|收取)?(?:[^，。；\d]{{0,14}}?)(?:的)?(?P<part>万分之|千分之|百分之)(?P<i>{NUMBER})"),
    ("1/day", rf"(?:每日|日|每天|每逾期一日|每逾期一天|按日)(?:[^，。；\d]{{0,14}}?)(?P<j>{NUMBER})(?P<sign>%|％|‰|‱)"),
    ("share", rf"(?P<part2>万分之|千分之|百分之)(?P<k>{NUMBER})"),
    ("share", rf"(?P<l>{NUMBER})(?P<sign2>%|％|‰)"),
    ("share", r"(?P<under>[二三四五六七八九十])分之(?P<over>[一二三四五六七八九])"),
    ("m2", rf"(?P<m>{NUMBER}){_AREA_UNIT}"),
    ("working_day", rf"(?P<n>{NUMBER})个?工作日"),
    ("hour", rf"(?P<o>{NUMBER})个?小时"),
    ("day", rf"(?<![月年第每])(?P<p>{NUMBER})(?:个?自然日|日|天)(?!期|报|常)"),
    ("month", rf"(?P<q>{NUMBER})个月"),
    ("year", rf"(?<![0-9０-９])(?P<r>{NUMBER})(?:个)?年(?!度|底|初|末|内至|[0-9０-９]|[一二三四五六七八九十]+月)"),
)
_ANY = re.compile("|".join(f"(?P<rule{n}>{text})" for n, (_, text) in enumerate(_RULES)))
_FRACTIONS = {"万分之": 10000, "千分之": 1000, "百分之": 100, "%": 100, "％": 100, "‰": 1000, "‱": 10000}
_DUE = re.compile(
    rf"(?:每(?:个)?(?:自然|日历)?(?P<every>季度?|半年度?|年度?|月|(?P<count>{NUMBER})个月))?的?"
    rf"(?:(?P<place>首|末|第一个|最后一个|最后|第二个|第三个|第{NUMBER}个|当)月|(?P<month>{NUMBER})月)?份?的?前?(?P<day>{NUMBER})日(?:之前|以前|前|之内|内)"
)
_PAID_BY = re.compile(r"按(?P<every>季度?|半年度?|年度?|月)(?:度)?[^，。；]{0,6}(?:交|缴|支付|付|收)")
_MONTHS = {"月": 1, "季": 3, "季度": 3, "半年": 6, "半年度": 6, "年": 12, "年度": 12}
_PLACES = {"首": 1, "第一个": 1, "当": 1, "第二个": 2, "第三个": 3}
_STOPS = "，。；：,;:\n"


def quantities_in(text: str, span: Span) -> tuple[Quantity, ...]:
    """The quantities of a stretch of text, in reading order.

    Args:
        text: the whole text; spans count from its start.
        span: the stretch to look at.
    """
    due = list(_due_days(text, span))
    taken = [quantity.text_span for quantity in due]
    others = [q for q in _measured(text, span) if not any(a <= q.text_span[0] < b for a, b in taken)]
    return tuple(sorted([*due, *others], key=lambda quantity: quantity.text_span))


def _due_days(text: str, span: Span) -> Iterator[Quantity]:
    for match in _DUE.finditer(text, *span):
        every = _period_months(text, span, match)
        if every is None or (match["month"] and match["every"] is None):
            continue
        value = number(match["day"])
        if value is None or value > 31 or (match["month"] is None and match["place"] is None and every > 1):
            continue
        yield Quantity(
            value=value, unit="due_day", text=match[0], text_span=match.span(), context=_context(text, match.span(), span),
            every_months=every, month_of_period=_month_of_period(match, every),
        )


def _period_months(text: str, span: Span, match: re.Match[str]) -> int | None:
    """Length of the instalment period: each month, quarter, half-year or year."""
    if match["count"]:
        count = number(match["count"])
        return int(count) if count else None
    if match["every"]:
        return _MONTHS[match["every"]]
    if match["place"] is None:
        return None
    said = None
    for said in _PAID_BY.finditer(text, span[0], match.start()):
        continue
    return _MONTHS[said["every"]] if said else None


def _month_of_period(match: re.Match[str], every: int) -> int:
    if match["month"]:
        return int(number(match["month"]) or 1)
    place = match["place"]
    if place is None:
        return 1
    if place in ("末", "最后一个", "最后"):
        return every
    known = _PLACES.get(place)
    return known if known else int(number(place.strip("第个")) or 1)


def _measured(text: str, span: Span) -> Iterator[Quantity]:
    for match in _ANY.finditer(text, *span):
        index = int(str(match.lastgroup).removeprefix("rule")) if str(match.lastgroup).startswith("rule") else _rule(match)
        unit = _RULES[index][0]
        value = _VALUES.get(unit, _plain)(match)
        if value is not None:
            yield Quantity(value=value, unit=unit, text=match[0], text_span=match.span(), context=_context(text, match.span(), span))


def _rule(match: re.Match[str]) -> int:
    return next(n for n in range(len(_RULES)) if match[f"rule{n}"] is not None)


def _plain(match: re.Match[str]) -> Decimal | None:
    found = next((match[name] for name in "abcdefghmnopqr" if match[name] is not None), None)
    return number(found) if found else None


def _fraction(match: re.Match[str]) -> Decimal | None:
    if match["under"]:
        under, over = number(match["under"]), number(match["over"])
        return over / under if under and over else None
    named = next((match[name] for name in "ijkl" if match[name] is not None), None)
    size = next((match[name] for name in ("part", "part2", "sign", "sign2") if match[name] is not None), None)
    value = number(named) if named else None
    return value / _FRACTIONS[size] if value is not None and size else None


_VALUES: dict[str, Callable[[re.Match[str]], Decimal | None]] = {"1/day": _fraction, "share": _fraction}


def _context(text: str, place: Span, span: Span) -> str:
    """The words between the two stops around a place, within `span`."""
    start, end = place
    while start > span[0] and text[start - 1] not in _STOPS:
        start -= 1
    while end < span[1] and text[end] not in _STOPS:
        end += 1
    return text[start:end].strip()
