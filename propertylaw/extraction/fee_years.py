"""With which month a contract lets its fee year, or half-year, begin: 以每年7月1日至次年6月30日为一个收费年度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Locator, Quantity, Span, Term

from .figures import NUMBER, number

FEE_YEAR = "fee_year"
_UNIT = "month_of_year"
_NAMED = "(?:(?:收|计|[交缴])费|物业(?:服务|管理)?费?|服务费?)(?:年度|周期)"
_MONTH = rf"(?P<first>{NUMBER})月份?"
_STRETCH = re.compile(
    rf"(?P<year>[0-9〇零一二三四五六七八九]{{4}}年)?{_MONTH}(?:(?P<day>{NUMBER})[日号])?(?:零时)?(?:起|开始)?[，,]?"
    rf"(?:至|到|[-—－~～]+)(?:(?:次|翌|第二|下一?|当|本|同|来)年度?的?)?(?P<last>{NUMBER})月份?"
    rf"(?:(?P<until>{NUMBER})[日号]|[底末])?"
)
_BEGINNING = re.compile(
    rf"{_NAMED}[^，。；\d]{{0,6}}(?:自|从|由|[始起]于|以(?=[^，。；]{{0,12}}[起始]))每?年?的?{_MONTH}(?:(?P<day>{NUMBER})[日号])?"
    rf"|每年的?(?P<of>{NUMBER})月份?(?:(?P<on>{NUMBER})[日号])?(?:为|是|作为|系)[^，。；]{{0,8}}?{_NAMED}的?(?:起|开始|首|第一)"
)
_CALENDAR = re.compile("(?:自然|日历|公历)年")
_OF_FEES = re.compile(f"费|{_NAMED}")
_OWN = re.compile(f"物业(?:服务|管理)?费|{_NAMED}")
_OTHER = re.compile(
    "租|押金|保证金|维修资金|停车|车位|采暖|供[暖热]|空调|(?<!收)(?:水|电|气|热|垃圾)[^，。；]{0,3}费|会计|财务|公示|预算"
)
_YEAR, _HALF = 12, 6


def fee_years(text: str, span: Span, at: Locator) -> Iterator[Term]:
    """What a sentence says of the kind; where it names several beginnings, that it was not understood.

    Args:
        text: of the contract, folded.
        span: the sentence.
        at: where it stands.
    """
    words = text[slice(*span)]
    if not _OF_FEES.search(words) or (_OTHER.search(words) and not _OWN.search(words)):
        return
    found = list(_beginnings(text, span))
    months = {one.value for one in found}
    if found:
        yield Term(
            locator=at,
            text_span=span,
            words=words.strip(),
            part=True,
            topics=(FEE_YEAR,),
            quantities=tuple(found[:1]) if len(months) == 1 else (),
            not_understood=() if len(months) == 1 else (FEE_YEAR,),
        )


def _beginnings(text: str, span: Span) -> Iterator[Quantity]:
    """The months, those of stretches first: what else names a year may only refer to them."""
    stretches = [(match, month) for match in _STRETCH.finditer(text, *span) if (month := _of_stretch(match, span))]
    named = [(match, month) for match in _BEGINNING.finditer(text, *span) if (month := _first(match))]
    calendar = [(match, 1) for match in _CALENDAR.finditer(text, *span)]
    for match, month in stretches or named or calendar:
        yield Quantity(value=month, unit=_UNIT, text=match[0], text_span=match.span(), context=match[0])


def _of_stretch(match: re.Match[str], span: Span) -> int | None:
    """The month with which a stretch of whole months begins, if they make a year, or half a year of which it speaks."""
    first, last, until = _whole(match["first"]), _whole(match["last"]), _whole(match["until"] or "31")
    if match["year"] or not first or not last or not until or until < 28 or _whole(match["day"] or "1") != 1:
        return None
    months = (last - first) % _YEAR + 1
    if months == _YEAR:
        return first
    half = "半年" in match.string[slice(*span)]
    return (first - 1) % _HALF + 1 if months == _HALF and half else None


def _first(match: re.Match[str]) -> int | None:
    day = match["day"] or match["on"] or "1"
    return _whole(match["first"] or match["of"]) if _whole(day) == 1 else None


def _whole(words: str) -> int | None:
    """A whole number, of a month or a day."""
    value = number(words)
    return int(value) if value is not None and 1 <= value <= 31 and value == int(value) else None
