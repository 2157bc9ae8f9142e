"""The picture of a page becomes glyphs, as if the page held text: upright, level, with doubts and gaps."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import mean, median
from typing import NamedTuple

import numpy as np

from propertylaw.model import PageOrigin

from .glyphs import Box, Glyph, PageGlyphs
from .ink import Ink
from .lines import is_wide
from .recognition import Corners, Picture, Recognised, Recogniser, recognise
from .tables import Table

_UNSURE_BELOW = 0.9
"""Measured on pages of 80 to 200 dots an inch, clean to very noisy: nearly every wrong character scores less."""
_UNSURE_AFTER_SPACE = 0.5
"""White before a character halves its score."""
_FAIR = 0.75
_LINE_HEIGHT = 0.8
_USUAL_SIZE = 12.0
_SPACE = 0.3
_EDGE = 0.08
_BELOW = 0.4
_LABEL = re.compile(r"(?:第[零〇一二三四五六七八九十百千\d]+(?:部分|[编章节条])|附件[一二三四五六七八九十\d]+)(?=\w)")
_UPRIGHT, _LEFT, _UPSIDE_DOWN, _RIGHT = range(4)
_STEEPEST = math.radians(20)


class ScannedLine(NamedTuple):
    """A line as it was recognised."""

    box: Box
    """In points of the levelled page."""
    confidence: float
    """The lowest score of a letter or digit in it, from 0 to 1: one wrong character may be a party."""
    unsure: str
    """Its letters and digits with low scores."""
    colons: int
    """Its colons with low scores: many a semicolon is among them."""


class _Sheet(NamedTuple):
    """How a levelled picture lies on the page it was taken from."""

    turns: int
    """Quarter turns to the left that set the picture upright."""
    tilt: float
    """How far its lines fall to the right, in radians."""
    width: int
    height: int
    """Size of the upright picture in pixels."""
    scale: float
    """Points a pixel."""

    def level(self, x: float, y: float) -> tuple[float, float]:
        """Where a pixel of the upright picture is when its lines are level."""
        return _turned(x, y, (self.width / 2, self.height / 2), -self.tilt)

    def on_page(self, box: Box) -> Box:
        """A box of the levelled page, in points, as a box of the page as it is displayed."""
        left, top, right, bottom = (edge / self.scale for edge in box)
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        tilted = [_turned(x, y, (self.width / 2, self.height / 2), self.tilt) for x, y in corners]
        xs, ys = zip(*(self._turned_back(x, y) for x, y in tilted), strict=True)
        return min(xs) * self.scale, min(ys) * self.scale, max(xs) * self.scale, max(ys) * self.scale

    def _turned_back(self, x: float, y: float) -> tuple[float, float]:
        match self.turns:
            case 1:
                return self.height - y, x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return y, self.width - x
            case _:
                return x, y


class Scan(NamedTuple):
    """What was recognised on a page."""

    page: PageGlyphs
    tables: tuple[Table, ...]
    lines: tuple[ScannedLine, ...]
    gaps: tuple[Box, ...]
    """Where something is written or drawn that was not recognised, in points of the levelled page."""
    sheet: _Sheet
    em: float
    """Height of its characters, in points."""

    def origin(self, box: Box) -> PageOrigin:
        """The place of a box of the levelled page on the page itself, with the confidence of the lines in it."""
        inside = [line.confidence for line in self.lines if _overlap(line.box, box)]
        left, top, right, bottom = (round(edge, 2) for edge in self.sheet.on_page(box))
        return PageOrigin(page=self.page.number, box=(left, top, right, bottom), confidence=min(inside, default=0.0))


def scan_of(picture: Picture, number: int, width: float, recogniser: Recogniser = recognise) -> Scan:
    """Recognise the characters of a page.

    Args:
        picture: the page as it is displayed.
        number: its number, counted from 1.
        width: its width in points.
        recogniser: the engine.
    """
    scale = width / picture.shape[1]
    turns, upright, found = _set_upright(picture, recogniser)
    sheet = _Sheet(turns, _tilt(found), upright.shape[1], upright.shape[0], scale)
    glyphs = [tuple(_glyphs(line, sheet)) for line in found]
    lines = tuple(_line(line, own) for line, own in zip(found, glyphs, strict=True))
    em = _LINE_HEIGHT * median(_height(line.box) for line in lines) if lines else _USUAL_SIZE
    ink = Ink(_levelled(upright, sheet.tilt), max(em / scale, 8.0))
    tables, gaps = _drawn(ink, lines, em, scale, sheet.height)
    rooms = (_scaled(room, scale) for room in ink.rooms())
    shown = tuple(glyph for own in _with_blanks(glyphs, rooms, em) for glyph in own)
    page = PageGlyphs(number, sheet.width * scale, sheet.height * scale, shown, 0)
    return Scan(page, tables, lines, gaps, sheet, em)


def _set_upright(picture: Picture, recogniser: Recogniser) -> tuple[int, Picture, list[Recognised]]:
    """The picture turned so that its lines read from left to right: a sheet may lie in the scanner in any way."""
    found = recogniser(picture)
    if not found or (not _is_sideways(found) and _fairness(found) > _FAIR):
        return _UPRIGHT, picture, found
    tried = [(_UPRIGHT, picture, found)] if not _is_sideways(found) else []
    for turns in (_LEFT, _RIGHT) if _is_sideways(found) else (_UPSIDE_DOWN,):
        turned = np.ascontiguousarray(np.rot90(picture, turns))
        tried.append((turns, turned, recogniser(turned)))
    return max(tried, key=lambda one: _fairness(one[2]))


def _is_sideways(found: Iterable[Recognised]) -> bool:
    tall = [_height(_outline(line)) > _width(_outline(line)) for line in found if len(line) > 2]
    return bool(tall) and mean(tall) > 0.5


def _fairness(found: Iterable[Recognised]) -> float:
    return mean([character.score for line in found for character in line] or [0.0])


def _tilt(found: Iterable[Recognised]) -> float:
    """How far the lines fall to the right, in radians; long lines tell best."""
    longest = sorted((line for line in found if len(line) > 1), key=len)[-20:]
    slopes = []
    for line in longest:
        (left, top), (right, bottom) = line[0].corners[0], line[-1].corners[1]
        slopes.append(math.atan2(bottom - top, right - left))
    tilt = median(slopes) if slopes else 0.0
    return tilt if abs(tilt) < _STEEPEST else 0.0


def _glyphs(line: Recognised, sheet: _Sheet) -> Iterator[Glyph]:
    """The characters of a line, all as high as the line, so that they stand on one height.

    The engine draws narrow boxes around wide characters; they take the room that print gives them, or the white
    between two of them would read as a space. The narrow space after 第一章 or 附件二 it leaves out.
    """
    boxes = [_levelled_box(character.corners, sheet) for character in line]
    top, bottom = median(box[1] for box in boxes), median(box[3] for box in boxes)
    em, middle = _LINE_HEIGHT * (bottom - top), (top + bottom) / 2
    label = _LABEL.match("".join(character.char for character in line))
    reach = 0.0
    for at, (character, box) in enumerate(zip(line, boxes, strict=True)):
        left, right = _room(character.char, box, em)
        if label and at == label.end() and left - reach > _SPACE * em:
            yield Glyph(" ", reach, top, left, bottom, middle)
        yield Glyph(character.char, left, top, right, bottom, middle)
        reach = right


def _room(char: str, box: Box, em: float) -> tuple[float, float]:
    """Where a character begins and ends."""
    left, _, right, _ = box
    if not is_wide(char):
        return left, right
    return min(left, (left + right - em) / 2), max(right, (left + right + em) / 2)


def _levelled_box(corners: Corners, sheet: _Sheet) -> Box:
    xs, ys = zip(*(sheet.level(x, y) for x, y in corners), strict=True)
    left, right = (xs[0] + xs[3]) / 2, (xs[1] + xs[2]) / 2
    top, bottom = (ys[0] + ys[1]) / 2, (ys[2] + ys[3]) / 2
    return left * sheet.scale, top * sheet.scale, right * sheet.scale, bottom * sheet.scale


def _line(line: Recognised, glyphs: Sequence[Glyph]) -> ScannedLine:
    """Marks are left out of the confidence: narrow and wide ones look alike and mean the same."""
    label = _LABEL.match("".join(character.char for character in line))
    told = [character for character in line if character.char.isalnum()] or list(line)
    after_label = line[label.end()] if label else None
    unsure = "".join(
        one.char for one in told if one.score < (_UNSURE_AFTER_SPACE if one is after_label else _UNSURE_BELOW)
    )
    box = (glyphs[0].left, glyphs[0].top, glyphs[-1].right, glyphs[0].bottom)
    colons = sum(character.char == "：" and character.score < _UNSURE_BELOW for character in line)
    return ScannedLine(box, round(min(character.score for character in told), 3), unsure, colons)


def _levelled(picture: Picture, tilt: float) -> Picture:
    import cv2

    if not tilt:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(tilt), 1.0)
    levelled = cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(levelled, dtype=np.uint8)


def _drawn(
    ink: Ink, lines: Sequence[ScannedLine], em: float, scale: float, height: int
) -> tuple[tuple[Table, ...], tuple[Box, ...]]:
    tables = tuple(tuple(tuple(_scaled(cell, scale) for cell in row) for row in table) for table in ink.tables())
    gaps = ink.unaccounted(_scaled(line.box, 1 / scale) for line in lines)
    told = (gap for gap in (_scaled(gap, scale) for gap in gaps) if not _is_page_number(gap, em, height * scale))
    return tables, tuple(told)


def _with_blanks(lines: Iterable[Sequence[Glyph]], rooms: Iterable[Box], em: float) -> list[list[Glyph]]:
    """The lines with underscores where room is left to write on: the engine leaves it out."""
    found = [list(line) for line in lines]
    for room in rooms:
        left, top, right, bottom = room
        level = [line for line in found if line[0].baseline < bottom and top < line[0].bottom + _BELOW * em]
        beside = min(level, key=lambda line: max(line[0].left - right, left - line[-1].right), default=None)
        inside = [glyph for glyph in beside or () if left < (glyph.left + glyph.right) / 2 < right]
        if beside is None or any(glyph.char != "_" for glyph in inside):
            continue
        kept = [glyph for glyph in beside if glyph not in inside]
        beside[:] = sorted([*kept, *_underscores(room, beside[0], em)], key=lambda glyph: glyph.left)
    return found


def _underscores(room: Box, beside: Glyph, em: float) -> Iterator[Glyph]:
    left, _, right, _ = room
    count = max(2, round(2 * (right - left) / em))
    edges = [left + at * (right - left) / count for at in range(count + 1)]
    for begins, ends in pairwise(edges):
        yield beside._replace(char="_", left=begins, right=ends)


def _is_page_number(gap: Box, em: float, height: float) -> bool:
    """Whether ink is a few characters at the very edge of a page, which would be left out if they were recognised."""
    return gap[2] - gap[0] < 8 * em and (gap[3] < _EDGE * height or gap[1] > (1 - _EDGE) * height)


def _scaled(box: Box, factor: float) -> Box:
    return box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor


def _turned(x: float, y: float, centre: tuple[float, float], angle: float) -> tuple[float, float]:
    across, down = x - centre[0], y - centre[1]
    return (
        centre[0] + across * math.cos(angle) - down * math.sin(angle),
        centre[1] + across * math.sin(angle) + down * math.cos(angle),
    )


def _outline(line: Recognised) -> Box:
    xs, ys = zip(*(corner for character in line for corner in character.corners), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _width(box: Box) -> float:
    return box[2] - box[0]


def _height(box: Box) -> float:
    return box[3] - box[1]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
