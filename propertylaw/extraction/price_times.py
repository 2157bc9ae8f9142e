"""The days between which a price holds, as the words beside it say: 自2024年1月1日起, 2021年至2022年, 2023年底前."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from .figures import NUMBER
from .stretches import DAY, DIGITS, FROM_TO, calendar_day, later

_START = "零?时?(?:起|开始|以后|之后|后)"
_TO = "[，,]?(?:至|到|[-—－~～]+)"
_MONTH = rf"({DIGITS})年({NUMBER})月份?"
_YEAR = rf"({DIGITS})年度?"
_END = "(?:[之以]?前|为?止)"
_STANDS_ALONE = "[，,：:；（()）为按是每]|$|\\s"
"""What comes after a year that stands alone for its twelve months."""
_WHOLE_TIME = re.compile("生效|签订|期限|服务期|合同期|有效期|合同自")
_DECIDED = "大会|会议|决[议定]|文件|通知|办法|公[布示]|发布|备案|核[定准]|批"
_SPOKEN_OF = re.compile(rf"{DIGITS}年(?![^，。；：]{{0,8}}(?:{_DECIDED}))")
"""A year that is not merely that of a decision or a document on which the price rests."""


class PriceTime(NamedTuple):
    """When a price holds; without days it always does."""

    since: date | None = None
    until: date | None = None
    unread: bool = False
    """Whether a time stands beside it that could not be read."""

    @property
    def told(self) -> bool:
        """Whether anything is said of its time."""
        return bool(self.since or self.until or self.unread)


def price_time(words: str) -> PriceTime:
    """When a price holds, by the words beside it; of several times the nearest, which is the last.

    The time of the whole contract, or of its service, is not that of the price.
    """
    if _WHOLE_TIME.search(words):
        return PriceTime()
    since, until = _between(words)
    if not since and not until:
        since, until = _latest(words, _BEGINNINGS), _latest(words, _ENDS)
    if not since and not until and (year := _last(_YEAR_ALONE, words)):
        since, until = calendar_day(year[1], "1", "1"), calendar_day(year[1], "12", "31")
    disordered = bool(since and until and until < since)
    return PriceTime(since, until, disordered or (not since and not until and bool(_SPOKEN_OF.search(words))))


def _between(words: str) -> tuple[date | None, date | None]:
    """The first and the last day of a stretch of days, months or years."""
    if days := _last(FROM_TO, words):
        return calendar_day(*days.groups()[:3]), calendar_day(*days.groups()[3:])
    if months := _last(_MONTHS, words):
        return calendar_day(months[1], months[2], "1"), _month_end(months[3], months[4])
    if years := _last(_YEARS, words):
        return calendar_day(years[1], "1", "1"), calendar_day(years[2], "12", "31")
    return None, None


def _month_end(year: str, month: str) -> date | None:
    first = calendar_day(year, month, "1")
    return later(first, 1) - timedelta(days=1) if first else None


def _day_before(year: str, month: str, day: str) -> date | None:
    """The last day before one that is named: the turn of a year belongs to the new one."""
    following = calendar_day(year, month, day)
    new_year = following is not None and (following.day, following.month) == (1, 1)
    return following - timedelta(days=1) if following and new_year else following


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(words))), None)


class _Way(NamedTuple):
    """One way to name a day, and the day of what it names."""

    pattern: re.Pattern[str]
    day: Callable[..., date | None]


_MONTHS = re.compile(rf"{_MONTH}{_TO}{_MONTH}")
_YEARS = re.compile(rf"{_YEAR}{_TO}{_YEAR}(?:底|末)?")
_YEAR_ALONE = re.compile(rf"{_YEAR}(?={_STANDS_ALONE})")
_BEGINNINGS = (
    _Way(re.compile(rf"{DAY}{_START}"), calendar_day),
    _Way(re.compile(rf"{_MONTH}{_START}"), lambda year, month: calendar_day(year, month, "1")),
    _Way(re.compile(rf"{_YEAR}{_START}"), lambda year: calendar_day(year, "1", "1")),
)
_ENDS = (
    _Way(re.compile(rf"{DAY}为?止"), calendar_day),
    _Way(re.compile(rf"{DAY}[之以]?前"), _day_before),
    _Way(re.compile(rf"{_MONTH}(?:底|末){_END}"), _month_end),
    _Way(re.compile(rf"{_YEAR}(?:底|末){_END}"), lambda year: calendar_day(year, "12", "31")),
)


def _latest(words: str, ways: tuple[_Way, ...]) -> date | None:
    """The day that is named last, in whichever way."""
    found = [(match.end(), way.day(*match.groups())) for way in ways if (match := _last(way.pattern, words))]
    return max(found, key=lambda one: one[0])[1] if found else None
