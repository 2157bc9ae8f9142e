"""Stretches in a sentence: the last day of a time (自…起至…止, 三年自…起), the sizes of dwellings (90平方米以下),
prices that rise with the floor (二层以上每层加…)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from .figures import NUMBER, number

DIGITS = "[0-9〇○零一二三四五六七八九]{4}"
DAY = rf"(?:公元)?({DIGITS})[ _]*(?:年|[-./])[ _]*({NUMBER})[ _]*(?:月|[-./])[ _]*({NUMBER})[ _]*日?"
FROM_TO = re.compile(rf"{DAY}零?时?(?:起|开始|起算)?[，,]?(?:至|到|[-—－~～]+)二?十?四?时?{DAY}")
_LASTS = re.compile(rf"(?:期限|期|为|共)[^，。；\d]{{0,6}}?[（(]?({NUMBER})[）)]?个?(年|月)")
_SINCE = re.compile(rf"自[^，。；\d]{{0,6}}{DAY}(?:零时)?(?:起|开始)")
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
    stretch = FROM_TO.search(words)
    if stretch:
        return calendar_day(*stretch.groups()[3:])
    since, lasts = _SINCE.search(words), _LASTS.search(words)
    begins = calendar_day(*since.groups()) if since else None
    count = number(lasts[1]) if lasts else None
    if begins is None or lasts is None or count is None or count != int(count):
        return None
    return later(begins, int(count) * (12 if lasts[2] == "年" else 1)) - timedelta(days=1)


def first_day(words: str) -> date | None:
    """The first day of the time that the words name; None where they name none, or no such day exists."""
    begins = FROM_TO.search(words) or _SINCE.search(words)
    return calendar_day(*begins.groups()[:3]) if begins else None


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


def calendar_day(year: str, month: str, day: str) -> date | None:
    """The day of these figures; None where there is none, or they are no figures."""
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
