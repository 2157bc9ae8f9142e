"""Automatic numbers of Word lists: what Word prints before a paragraph and stores nowhere as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .counting import counted
from .package import WORD
from .word_styles import WordStyles, first, is_on, value

_PLACEHOLDER = re.compile(r"%([1-9])")
_ENDS_ITSELF = tuple("、，．：）)】〕")
_DEPTH = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and looks."""

    start: int
    style: str
    pattern: str
    separator: str
    legal: bool
    """Whether all numbers of the pattern are Arabic, whatever the style of their own level."""
    paragraph_style: str


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:num`: the levels it uses and the count it shares with other lists."""

    count: str
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]


class Numbering:
    """Renders the automatic numbers of a document; asks to be called for each paragraph, in document order.

    Args:
        numbering: root of `numbering.xml`, or None.
        styles: the styles of the document, which may number their paragraphs.
    """

    def __init__(self, numbering: Any | None, styles: WordStyles) -> None:
        self._styles = styles
        self._lists = {} if numbering is None else _lists(numbering, styles)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def before(self, properties: Any | None, style: str) -> str:
        """The number that stands before a paragraph, with the space after it; empty if there is none.

        Args:
            properties: its `w:pPr` element, if it has one.
            style: the style they name, as `style_of` finds it.
        """
        place = self._place(properties, style)
        if place is None:
            return ""
        number, depth = place
        used = self._lists[number]
        counts = self._advance(number, used, depth)
        level = used.levels[depth]
        if level.style == "bullet":
            return ""
        label = _PLACEHOLDER.sub(lambda found: _rendered(used, counts, int(found[1]) - 1, level.legal), level.pattern)
        return label + level.separator if label and not label.endswith(_ENDS_ITSELF) else label

    def _place(self, properties: Any | None, style: str) -> tuple[str, int] | None:
        """The list a paragraph belongs to, by itself or by its style, and how deep it stands in it."""
        number, depth = _numbered(properties)
        for named in self._styles.ancestry(style):
            if number is None:
                number, inherited = _numbered(named.find(f"{WORD}pPr"))
                depth = self._depth_of_style(number, value(named, "styleId"), inherited if depth is None else depth)
        if number not in self._lists:
            return None
        depth = depth or 0
        return (number, depth) if depth in self._lists[number].levels else None

    def _depth_of_style(self, number: str | None, style: str, depth: int | None) -> int | None:
        """A style seldom names its level; the level names the style."""
        if number not in self._lists:
            return depth
        levels = self._lists[number].levels
        return next((at for at, level in levels.items() if level.paragraph_style == style), depth)

    def _advance(self, number: str, used: _List, depth: int) -> list[int | None]:
        counts = self._counts.setdefault(used.count, [None] * _DEPTH)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in used.restarts.items():
                counts[at] = start - 1
        current = counts[depth]
        counts[depth] = used.levels[depth].start if current is None else current + 1
        counts[depth + 1 :] = [None] * (_DEPTH - depth - 1)
        return counts


def _rendered(used: _List, counts: list[int | None], depth: int, legal: bool) -> str:
    level = used.levels.get(depth)
    if level is None:
        return ""
    count = counts[depth]
    return counted(level.start if count is None else count, "decimal" if legal else level.style)


def _lists(numbering: Any, styles: WordStyles) -> dict[str, _List]:
    abstract = {value(found, "abstractNumId"): found for found in numbering.iter(f"{WORD}abstractNum")}
    numbers = {value(found, "numId"): found for found in numbering.iter(f"{WORD}num")}
    linked = {value(found.find(f"{WORD}styleLink"), "val"): key for key, found in abstract.items()}
    made: dict[str, _List] = {}
    for id, number in numbers.items():
        key = value(number.find(f"{WORD}abstractNumId"), "val")
        definition = abstract.get(key)
        if definition is None:
            continue
        link = value(definition.find(f"{WORD}numStyleLink"), "val")
        if link in styles and link in linked:
            key = linked[link]
        made[id] = _list(number, key, abstract[key])
    return made


def _list(number: Any, count: str, definition: Any) -> _List:
    levels = _levels(definition)
    restarts: dict[int, int] = {}
    for override in number.iter(f"{WORD}lvlOverride"):
        levels.update(_levels(override))
        start = override.find(f"{WORD}startOverride")
        if start is not None:
            restarts[_number(override, "ilvl")] = _number(start, "val")
    return _List(count=count, levels=levels, restarts={at: n for at, n in restarts.items() if at < _DEPTH})


def _levels(definition: Any) -> dict[int, _Level]:
    found = {_number(level, "ilvl"): _level(level) for level in definition.findall(f"{WORD}lvl")}
    return {at: level for at, level in found.items() if at < _DEPTH}


def _level(level: Any) -> _Level:
    start = level.find(f"{WORD}start")
    suffix = value(level.find(f"{WORD}suff"), "val")
    return _Level(
        start=0 if start is None else _number(start, "val"),
        style=value(level.find(f"{WORD}numFmt"), "val") or "decimal",
        pattern=value(level.find(f"{WORD}lvlText"), "val"),
        separator="" if suffix == "nothing" else " ",
        legal=is_on(level.find(f"{WORD}isLgl")),
        paragraph_style=value(level.find(f"{WORD}pStyle"), "val"),
    )


def _numbered(properties: Any | None) -> tuple[str | None, int | None]:
    """List and level that paragraph properties name; list `0` takes a paragraph out of the list of its style."""
    found = first(properties, f"{WORD}numPr")
    if found is None:
        return None, None
    number, depth = found.find(f"{WORD}numId"), found.find(f"{WORD}ilvl")
    return value(number, "val") or None, None if depth is None else _number(depth, "val")


def _number(element: Any, name: str) -> int:
    """A count that an attribute holds; 0 for what is no sensible count."""
    digits = value(element, name)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 0
