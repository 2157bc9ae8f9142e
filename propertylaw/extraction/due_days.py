"""Days by which an instalment is due: 每季度首月二十日前, 每月10日前交清上月, 每年1月、7月的15日前."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Span

from .figures import NUMBER, number

_PERIOD = "半年度?|季度?|年度?|月"
_DATED = re.compile(
    rf"(?:[每当]个?(?:自然|日历|公历)?(?P<every>半年度?|季度?|年度?|月(?!份?{NUMBER}月)|(?P<count>{NUMBER})个月))?的?"
    rf"(?:(?P<place>首个?|末|第一个?|最后一?个?|第{NUMBER}个?|当|次|翌|下一?个?)月"
    rf"|(?P<months>{NUMBER}月?(?:(?:[、，及和]|以及){NUMBER}月?)*)月)?份?的?前?"
    rf"(?:(?P<range>{NUMBER}[日号]?(?:至|到|[-—~～]+))?(?P<day>{NUMBER})[日号]|(?P<third>[上中下])旬(?!之?前|以前)"
    r"|(?P<last>(?:月|(?<![\d〇零一二三四五六七八九十今明去本])年)?[底末]日?|(?:月份?)?的?最后一[日天]))"
    rf"(?:(?:的|当[日天])?(?:{NUMBER}[时点]|\d\d?[:：]\d\d))?(?:[（(][^（）()]{{0,8}}[）)])?"
    r"(?:之前|以前|前|之内|以?内|止|为(?:交|缴|付)费|截止|(?=(?:向[^，。；]{1,8})?(?:一次性)?(?:交|缴|支付))"
    rf"|(?=(?:[、，及和]|以及){NUMBER}月份?{NUMBER}[日号])|(?(range)(?=[，。；]|$)|(?!)))"
)
_FROM_START = re.compile(
    rf"每个?(?P<every>{_PERIOD})(?:初(?:起|后|的)*前?|(?:开始|起始)(?:之日)?(?:(?:起|后|的)+前?)?)(?P<day>{NUMBER})[日天](?:之|以)?内"
)
_PAID_BY = re.compile(
    rf"(?:按|每|以)个?(?:自然)?(?:(?P<every>{_PERIOD})|(?P<count>{NUMBER})个月)(?:为单位|为周期)?[^，。；]{{0,8}}(?:交|缴|支付|付|收|费)"
)
_BEFORE = re.compile(r"上一?个?(?:月|季|年|期)|上(?:一个?|个)半年")
_AFTER = re.compile(
    r"(?:(?:次|翌|下一?个?)(?:月|季|年|期)|(?:次|下一个?|下个)半年)度?(?!份?的?[\d一二三四五六七八九十])"
)
_STRETCH = re.compile(
    rf"(?:当|本|(?P<last>上一?))年度?的?(?P<begins>{NUMBER})月(?:{NUMBER}[日号])?(?:起|开始)?(?:至|到|[-—~～]+)"
)
"""A year that begins in the one in which its fee is paid, or in the one before it: 当年7月1日至次年6月30日."""
_JOINED = re.compile(
    r"[、，和及以并或者]{0,3}|[^。；]{0,20}[，、][^，。；]{0,4}(?:下半年|第[二三四2-4]季)[^，。；]{0,14}"
)
_MONTHS_BEFORE = re.compile(
    rf"(?:每年度?的?)?(?P<months>{NUMBER}月?(?:(?:[、，及和]|以及){NUMBER}月?)+)月份?"
    rf"|每年度?的?(?P<month>{NUMBER})月份?(?![\d一二三四五六七八九十底末初])"
)
"""Months to which 当月 further on in the sentence refers: 每年1月、7月各交纳半年，均应在当月20日前."""
_PLACE_BEFORE = re.compile(
    rf"每个?(?P<every>半年度?|季度?)的?(?P<place>首个?|末|第一个?|最后一?个?|第{NUMBER}个?)月(?!份?的?前?[\d一二三四五六七八九十底末])"
)
_LONGER = re.compile(f"半年|季|[每按全]年|年度|分(?:两|{NUMBER})[次期]|每?{NUMBER}个月")
"""A period of which 当月 is not the whole: 每年分两次交纳，当月10日前."""
_MONTHS = {"月": 1, "季": 3, "季度": 3, "半年": 6, "半年度": 6, "年": 12, "年度": 12}
_FIRST_MONTH = ("首", "首个", "第一", "第一个", "当")
_FOLLOWING_MONTH = ("次", "翌", "下", "下个", "下一", "下一个")
_LAST_DAY = Decimal(31)
_THIRDS = {"上": Decimal(10), "中": Decimal(20), "下": _LAST_DAY}
"""The last days of the three parts of a month."""
_YEAR_END = re.compile("年[底末]")
_STOPS = "，。；：,;:\n"


class DueDay(NamedTuple):
    """A day of payment in each period."""

    span: Span
    day: Decimal
    every: int
    """Months of the period."""
    month: int
    """The month within the period, from 1; 0 and less lie before it, above `every` after it."""
    by_calendar: bool = False
    """Whether it is told as a month of the calendar: counted as if the period began in January."""


def due_days(text: str, span: Span) -> Iterator[DueDay]:
    """The days of payment that a stretch of text names, those of one year taken together."""
    yearly: list[DueDay] = []
    for one in _single(text, span):
        if yearly and one.every == 12 and _joined(text, yearly[-1].span, one.span):
            yearly.append(one)
            continue
        yield from _of_year(yearly)
        yearly = [one] if one.every == 12 else []
        if one.every != 12:
            yield one
    yield from _of_year(yearly)


def _joined(text: str, one: Span, other: Span) -> bool:
    """Whether nothing but 和 and the like stands between two days; those of one span are joined."""
    return one == other or _JOINED.fullmatch(text, one[1], other[0]) is not None


def _single(text: str, span: Span) -> Iterator[DueDay]:
    last = (span[0], 0)
    for match in _DATED.finditer(text, *span):
        day = _day(match)
        every = _period_months(text, span, match)
        if every is None and match["months"] and last[1] and _JOINED.fullmatch(text, last[0], match.start()):
            every = last[1]
        placed = match["months"] or match["place"] or match["last"]
        if every is None or day is None or not 1 <= day <= _LAST_DAY or (every > 1 and not placed):
            continue
        last = (match.end(), every)
        if (named := _named_before(text, span, match)) is not None:
            yield from (one._replace(span=match.span(), day=day) for one in named)
            continue
        shift = _paid_for(text, match, every)
        for month in _months_of_period(match, every):
            yield DueDay(match.span(), day, every, month + shift, _by_calendar(match, every))
    for match in _FROM_START.finditer(text, *span):
        day, every = number(match["day"]), _MONTHS[match["every"]]
        if day is not None and 1 <= day <= _LAST_DAY:
            yield DueDay(match.span(), day, every, 1)


def _named_before(text: str, span: Span, match: re.Match[str]) -> Sequence[DueDay] | None:
    """The months to which 当月 refers, as named before it in the sentence; None where none are."""
    if not _in_that_month(match):
        return None
    found = [one for way in (_MONTHS_BEFORE, _PLACE_BEFORE) for one in way.finditer(text, span[0], match.start())]
    if not found:
        return None
    nearest = max(found, key=lambda one: one.end())
    if nearest.re is _PLACE_BEFORE:
        every, place = _MONTHS[nearest["every"]], nearest["place"]
        return [DueDay(nearest.span(), _LAST_DAY, every, _month_at(place, every))]
    words = nearest["months"] or nearest["month"]
    months = [int(value) for part in re.findall(NUMBER, words) if (value := number(part))]
    return [DueDay(nearest.span(), _LAST_DAY, 12, month, by_calendar=True) for month in months]


def _day(match: re.Match[str]) -> Decimal | None:
    if match["last"]:
        return _LAST_DAY
    return _THIRDS[match["third"]] if match["third"] else number(match["day"])


def _of_year(days: Sequence[DueDay]) -> Iterator[DueDay]:
    """Days of one year as one day of a shorter period, where they are evenly spaced: 1月 and 7月 make half a year."""
    count = len(days)
    if count < 2 or 12 % count:
        yield from days
        return
    every, first = 12 // count, days[0]
    last = max(one.day for one in days)
    ends = last - min(one.day for one in days) <= 1  # the last days of long and short months
    if not ends or any(one.month != first.month + place * every for place, one in enumerate(days)):
        yield from days
        return
    month = (first.month - 1) % every + 1
    yield DueDay((first.span[0], days[-1].span[1]), last, every, month, first.by_calendar)


def _period_months(text: str, span: Span, match: re.Match[str]) -> int | None:
    """Length of the instalment period; None when the words name none."""
    if _in_that_month(match):
        longer = _LONGER.search(text, span[0], match.start())
        return None if longer and not _named_before(text, span, match) else 1
    if match["count"] or match["every"]:
        return _length(match)
    said = list(_PAID_BY.finditer(text, span[0], match.start()))
    paid = _length(said[-1]) if said else None
    if match["months"]:
        return 12 if paid and paid > 1 and not match["place"] else None
    if paid and (match["place"] or match["last"]):
        return paid
    if match["last"] and match["last"][0] in _MONTHS:
        return _MONTHS[match["last"][0]]
    return 1 if match["place"] in _FOLLOWING_MONTH else None


def _in_that_month(match: re.Match[str]) -> bool:
    """Whether the day is one of 当月: of each month, or of those that were named before."""
    return match["place"] == "当" or (match["every"] == "月" and match[0].startswith("当"))


def _by_calendar(match: re.Match[str], every: int) -> bool:
    """Whether the month is one of the calendar: 每年6月30日前, 每年年底前."""
    return bool(match["months"]) or (every == 12 and _YEAR_END.search(match[0]) is not None)


def _length(match: re.Match[str]) -> int | None:
    """The months of a period, named or counted."""
    if match["every"]:
        return _MONTHS[match["every"]]
    count = number(match["count"])
    return int(count) if count else None


def _months_of_period(match: re.Match[str], every: int) -> list[int]:
    place = match["place"]
    if match["months"]:
        return [int(value) for part in re.findall(NUMBER, match["months"]) if (value := number(part))]
    if place in _FOLLOWING_MONTH:
        return [every + 1]
    if place in _FIRST_MONTH or (place is None and not match["last"]):
        return [1]
    return [every if place is None else _month_at(place, every)]


def _month_at(place: str, every: int) -> int:
    """Which month of a period 首, 末, 第二 is."""
    if place in _FIRST_MONTH:
        return 1
    return every if place[0] in "末最" else int(number(place.strip("第个")) or 1)


def _paid_for(text: str, match: re.Match[str], every: int) -> int:
    """By how many months the day lies after or before the period that is paid for: 每月10日前交上月, 每年底前交次年."""
    before, after = _around(text, match.span())
    words = f"{before}\n{after}"
    stretch = _STRETCH.search(words) if every == 12 and match["months"] else None
    if stretch is not None:
        begun = (number(match["months"].rstrip("月")) or 0) >= (number(stretch["begins"]) or 0)
        return (12 if begun else 0) if stretch["last"] else (0 if begun else -12)
    if _BEFORE.search(words):
        return 0 if match["place"] in _FOLLOWING_MONTH else every
    return -every if match["place"] not in _FOLLOWING_MONTH and _AFTER.search(words) else 0


def _around(text: str, place: Span) -> tuple[str, str]:
    """The words before and after a place, up to the next stops."""
    start, end = place
    while start > 0 and text[start - 1] not in _STOPS:
        start -= 1
    while end < len(text) and text[end] not in _STOPS:
        end += 1
    return text[start : place[0]], text[place[1] : end]
