"""Stretches in a sentence: the last day of a time (自…起至…止, 三年自…起), the sizes of dwellings (90平方米以下), the
days between which a price holds (自2024年1月1日起), prices that rise with the floor (二层以上每层加…)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from .figures import NUMBER, number

_DIGITS = "[0-9〇○零一二三四五六七八九]{4}"
_DAY = rf"(?:公元)?({_DIGITS})[ _]*(?:年|[-./])[ _]*({NUMBER})[ _]*(?:月|[-./])[ _]*({NUMBER})[ _]*日?"
_FROM_TO = re.compile(rf"{_DAY}零?时?(?:起|开始|起算)?[，,]?(?:至|到|[-—－~～]+)二?十?四?时?{_DAY}")
_LASTS = re.compile(rf"(?:期限|期|为|共)[^，。；\d]{{0,6}}?[（(]?({NUMBER})[）)]?个?(年|月)")
_SINCE = re.compile(rf"自[^，。；\d]{{0,6}}{_DAY}(?:零时)?(?:起|开始)")
_FROM_DAY = re.compile(rf"(?:自|从|于)?{_DAY}零?时?(?:起|开始|以后|之后|后)")
_FROM_YEAR = re.compile(rf"(?:自|从)?({_DIGITS})年(?:度)?(?:起|开始|以后|之后)")
_UNTIL = re.compile(rf"{_DAY}(?:为止|止)")
_BEFORE = re.compile(rf"{_DAY}(?:之前|以前|前)")
_WHOLE_TIME = re.compile("生效|签订|期限|服务期|合同期|有效期")
_FLOOR = "(?:楼层|层|楼)"
_BY_FLOOR = re.compile(
    rf"每(?:增高|增加|升高|上升|提高|高|升|上)?{NUMBER}?个?{_FLOOR}[^。；;]{{0,12}}(?:加|增|升|涨|上浮|提高)"
    rf"|(?:逐层|按{_FLOOR}|随{_FLOOR}|每层)[^。；;]{{0,8}}(?:递增|递加|加收|增加|上浮)"
)
_SQUARE = "(?:建筑)?(?:平方米|㎡|m2|m²|平米|平方)"
_BETWEEN = re.compile(
    rf"({NUMBER}){_SQUARE}?(?:以上)?[（(]?[^（）()，。；\d]{{0,4}}[）)]?(?:至|到|[-—~～]+)({NUMBER}){_SQUARE}"
)
_AREA = rf"({NUMBER}){_SQUARE}(?:[（(]含[^（）()]*[）)])?"
_LEAST = re.compile(rf"(?:(?:超过|大于|高于|不低于|不少于|≥|>|＞){_AREA}|{_AREA}及?以上)")
_MOST = re.compile(rf"(?:(?:不超过|小于|低于|不足|不满|不大于|≤|<|＜){_AREA}|{_AREA}及?以[下内])")


def last_day(words: str) -> date | None:
    """The last day of the time that the words name; None where they name none, or no such day exists."""
    stretch = _FROM_TO.search(words)
    if stretch:
        return _day(*stretch.groups()[3:])
    since, lasts = _SINCE.search(words), _LASTS.search(words)
    begins = _day(*since.groups()) if since else None
    count = number(lasts[1]) if lasts else None
    if begins is None or lasts is None or count is None or count != int(count):
        return None
    return later(begins, int(count) * (12 if lasts[2] == "年" else 1)) - timedelta(days=1)


def first_day(words: str) -> date | None:
    """The first day of the time that the words name; None where they name none, or no such day exists."""
    begins = _FROM_TO.search(words) or _SINCE.search(words)
    return _day(*begins.groups()[:3]) if begins else None


def price_days(words: str) -> tuple[date | None, date | None]:
    """The first and the last day of a price, each None where the words in front of it name none.

    The time of the whole contract, or of its service, is not that of the price.
    """
    if _FROM_TO.search(words) or _WHOLE_TIME.search(words):
        return None, None
    since, year, until, day_before = (one.search(words) for one in (_FROM_DAY, _FROM_YEAR, _UNTIL, _BEFORE))
    begins = _day(*since.groups()) if since else _day(year[1], "1", "1") if year else None
    ends = _day(*until.groups()) if until else None
    if day_before and ends is None:
        following = _day(*day_before.groups())
        ends = following - timedelta(days=1) if following and (following.day, following.month) == (1, 1) else following
    return begins, ends


def rises_with_the_floor(words: str) -> bool:
    """Whether a price depends on the floor by so much for each."""
    return bool(_BY_FLOOR.search(words))


def areas(words: str) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest area that a line holds for, each None where it names none."""
    between = _BETWEEN.search(words)
    if between:
        return number(between[1]), number(between[2])
    least, most = _LEAST.search(words), _MOST.search(words)
    return _first(least), _first(most)


def _first(match: re.Match[str] | None) -> Decimal | None:
    return number(match[1] or match[2]) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    values = number(year), number(month), number(day)
    try:
        return date(*(int(value) for value in values if value is not None)) if None not in values else None
    except (TypeError, ValueError):
        return None


def later(day: date, months: int) -> date:
    """So many months later; from a day that the month does not have, the first of the next."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    last = monthrange(year, month)[1]
    return date(year, month, min(day.day, last)) + timedelta(days=int(day.day > last))
