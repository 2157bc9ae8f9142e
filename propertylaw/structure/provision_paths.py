"""Reads the path of a reference, 第三条第一款、第二款 or 第一项至第三项, into the provisions it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Locator

from .citing import UNITS
from .headings import BLANK
from .numerals import NUMERAL_CHARS, parse_numeral

_LONGEST_RANGE = 100
"""A longer range is kept as its two ends: nobody means each of a thousand articles."""

_AND = "(?:、|和|或者|或|以及|及|与)"
_TO = "(?:至|到|[-—–－~～])"
_NUMBER = rf"[（(]?[{BLANK}]*[{NUMERAL_CHARS}]+[{BLANK}]*[）)]?"
_NUMBERS = rf"{_NUMBER}(?:[{BLANK}]*(?:{_AND}|{_TO})[{BLANK}]*{_NUMBER}){{0,40}}"
_UNIT = rf"(?:条(?![款件例]|约(?!定))(?:之[{NUMERAL_CHARS}]+)?|款(?![项式])|项(?!目)|目(?![的标录前]))"
_STEP_FORM = rf"第[{BLANK}]*{_NUMBERS}[{BLANK}]*{_UNIT}"

PATH = rf"{_STEP_FORM}(?:[{BLANK}]*(?:{_AND}|{_TO})?[{BLANK}]*{_STEP_FORM}){{0,40}}"
"""Regular expression for a path."""

_STEP = re.compile(
    rf"(?P<link>{_AND}|{_TO})?[{BLANK}]*第[{BLANK}]*(?P<numbers>{_NUMBERS})[{BLANK}]*(?P<unit>[条款项目])"
)
_VALUE = re.compile(rf"(?P<link>{_AND}|{_TO})?[{BLANK}（(]*(?P<number>[{NUMERAL_CHARS}]+)")
_BRANCH = re.compile(rf"条之([{NUMERAL_CHARS}]+)")
_IS_RANGE = re.compile(_TO)

Numbers = tuple[int, ...]


def first_level(path: str) -> int:
    """0 when a path begins with an article, 1 with a paragraph, 2 with an item, 3 with a sub-item."""
    step = _STEP.match(path)
    return UNITS.index(step["unit"]) if step else 0


def expand(path: str, base: Locator) -> tuple[Locator, ...]:
    """The provisions a path names, counted from `base`.

    Args:
        path: text that matches `PATH`.
        base: the instrument, or the article or paragraph that the path leaves out.

    Returns:
        One locator each; nothing when neither path nor base says which article. An item whose paragraph is not said
        stands in the first, because only an article of one paragraph may be cited that way.
    """
    found: list[Numbers] = []
    group = 0
    for step in _STEP.finditer(path):
        level = UNITS.index(step["unit"])
        if found and not step["link"]:
            found[group:] = [_at(above, level, value) for above in found[group:] for value, _ in _values(step)]
            continue
        start = len(found)
        above = found[-1] if found else base.numbers
        for index, (value, closes_range) in enumerate(_values(step)):
            is_range = closes_range or (index == 0 and bool(_IS_RANGE.match(step["link"] or "")))
            found += _range(found[-1], level, value) if is_range and found else [_at(above, level, value)]
        group = len(found) - 1 if _IS_RANGE.match(step["link"] or "") else start
    return tuple(_inserted(_locator(numbers, base), path) for numbers in found if numbers[0])


def _inserted(place: Locator, path: str) -> Locator:
    """第二百八十七条之一 in a path of one article."""
    branch = _BRANCH.search(path)
    if branch is None or path.count("条") > 1:
        return place
    return place.model_copy(update={"branch": parse_numeral(branch[1])})


def _values(step: re.Match[str]) -> Iterator[tuple[int, bool]]:
    for value in _VALUE.finditer(step["numbers"]):
        number = parse_numeral(value["number"])
        if number:
            yield number, bool(_IS_RANGE.match(value["link"] or ""))


def _at(above: Numbers, level: int, value: int) -> Numbers:
    """`value` at `level` below the given numbers; levels not said are 0."""
    head = above[:level]
    return (*head, *(0 for _ in range(level - len(head))), value)


def _range(start: Numbers, level: int, value: int) -> list[Numbers]:
    first = start[level] + 1 if len(start) == level + 1 else value
    if not first <= value < first + _LONGEST_RANGE:
        first = value
    return [_at(start, level, number) for number in range(first, value + 1)]


def _locator(numbers: Numbers, base: Locator) -> Locator:
    article, paragraph, item, sub_item = (*numbers, 0, 0, 0)[:4]
    path = (article, paragraph or (1 if item or sub_item else 0), item or (1 if sub_item else 0), sub_item)
    return base.at(tuple(number for number in path if number))
