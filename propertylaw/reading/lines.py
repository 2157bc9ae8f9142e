"""Glyphs become lines, and where a table is drawn, rows of cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_high

from .glyphs import Box, Glyph

_COLUMN_GAP = 3.0
_OPENING = frozenset("（〔《〈“‘「『【([{")
_CHINESE_QUOTES = frozenset("“”‘’…—·")
_NO_LINE_START = frozenset("，。、；：！？）〕》〉”’」』】)]},.;:!?%％…")


@dataclass(frozen=True)
class Segment:
    """Words without a wide gap, and their box."""

    words: str
    box: Box


@dataclass(frozen=True)
class Line:
    """A line of a page, from left to right."""

    page: int
    segments: tuple[Segment, ...]
    em: float
    """Width of a full character."""
    head: float
    """Width of what stands at its beginning and may not be parted by a line break."""
    edge: float
    """Where its last word ends, less a mark that may hang into the margin."""
    column: int = 0
    """1 for the left and 2 for the right of two columns; 0 where the page has one."""

    @property
    def text(self) -> str:
        """Its words; a wide gap is a tab."""
        if len(self.segments) == 1:
            return self.segments[0].words
        return "\t".join(segment.words for segment in self.segments)

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.segments[0].box[0]

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.segments[-1].box[2]

    @property
    def top(self) -> float:
        """Upper edge of its highest word."""
        if len(self.segments) == 1:
            return self.segments[0].box[1]
        return min(segment.box[1] for segment in self.segments)

    @property
    def bottom(self) -> float:
        """Lower edge of its lowest word."""
        return max(segment.box[3] for segment in self.segments)


@dataclass(frozen=True)
class Row:
    """A row of a table: the lines of each of its cells."""

    page: int
    top: float
    cells: tuple[tuple[Line, ...], ...]
    table: int = 0
    """Which table of its page it belongs to."""


Block = Line | Row


def blocks_of(page: int, glyphs: Sequence[Glyph], tables: Iterable[Sequence[Sequence[Box]]]) -> tuple[Block, ...]:
    """Lines and table rows of a page, from top to bottom.

    Args:
        page: its number.
        glyphs: its glyphs, in the order of the file.
        tables: for each drawn table its rows, each the boxes of its cells.
    """
    rest = list(glyphs)
    rows: list[Row] = []
    for number, row in ((number, row) for number, table in enumerate(tables) for row in table):
        cells = []
        for cell in row:
            inside = [glyph for glyph in rest if _lies_in(glyph, cell)]
            rest = [glyph for glyph in rest if not _lies_in(glyph, cell)]
            cells.append(tuple(_lines(page, inside)))
        if any(cells):
            rows.append(Row(page, min(cell[1] for cell in row), tuple(cells), number))
    if rows:
        return tuple(sorted([*_lines(page, rest), *rows], key=lambda block: block.top))
    return tuple(_in_columns(page, rest))


def _in_columns(page: int, glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Lines in the order of reading: where a page is set in two columns, the left before the right."""
    from .columns import bands, gutter_of

    lines = list(_lines(page, glyphs))
    gutter = gutter_of(lines)
    if gutter is None:
        yield from lines
        return
    for divided, top, bottom in bands(lines, gutter):
        here = [glyph for glyph in glyphs if top <= (glyph.top + glyph.bottom) / 2 <= bottom]
        for column in (0, 1) if divided else (None,):
            side = [glyph for glyph in here if column in (None, int((glyph.left + glyph.right) / 2 > gutter))]
            yield from (replace(line, column=(column or 0) + divided) for line in _lines(page, side))


def _lies_in(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _lines(page: int, glyphs: Iterable[Glyph]) -> Iterator[Line]:
    for row in _rows(_strokes(glyphs)):
        ordered = [glyph for stroke in sorted(row, key=lambda stroke: stroke[0].left) for glyph in stroke]
        em = _em(ordered)
        segments = tuple(_segments(ordered, em))
        if segments:
            seen = [glyph for glyph in ordered if not glyph.char.isspace()]
            words = "".join(glyph.char for glyph in seen)
            head = seen[head_length(words) - 1].right - seen[0].left
            yield Line(page, segments, em, head, seen[edge_length(words) - 1].right)


def _strokes(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that follow each other in the file and on the page."""
    stroke: list[Glyph] = []
    for glyph in glyphs:
        if stroke and not (_same_height(stroke[-1], glyph) and glyph.left > stroke[-1].left):
            yield stroke
            stroke = []
        stroke.append(glyph)
    if stroke:
        yield stroke


def _rows(strokes: Iterable[list[Glyph]]) -> list[list[list[Glyph]]]:
    """Strokes at the same height stand in one row, wherever in the file they are: forms are filled in afterwards."""
    rows: list[list[list[Glyph]]] = []
    for stroke in sorted(strokes, key=lambda stroke: stroke[0].baseline):
        if rows and _same_height(rows[-1][0][0], stroke[0]):
            rows[-1].append(stroke)
        else:
            rows.append([stroke])
    return rows


def _same_height(one: Glyph, other: Glyph) -> bool:
    return abs(one.baseline - other.baseline) < 0.4 * max(_size(one), _size(other))


def _size(glyph: Glyph) -> float:
    return max(glyph.right - glyph.left, glyph.bottom - glyph.top)


def _em(glyphs: Iterable[Glyph]) -> float:
    sizes = [max(glyph.right - glyph.left, 0.8 * (glyph.bottom - glyph.top)) for glyph in glyphs]
    return max(median_high(sizes), 1.0)


def _segments(glyphs: Sequence[Glyph], em: float) -> Iterator[Segment]:
    part: list[Glyph] = []
    for glyph in glyphs:
        if part and glyph.left - part[-1].right > _COLUMN_GAP * em:
            yield from _segment(part, em)
            part = []
        part.append(glyph)
    yield from _segment(part, em)


def _segment(glyphs: Sequence[Glyph], em: float) -> Iterator[Segment]:
    words = "".join(_gap(before, glyph, em) + glyph.char for before, glyph in pairwise(glyphs))
    words = (glyphs[0].char + words).strip() if glyphs else ""
    if words:
        seen = [glyph for glyph in glyphs if not glyph.char.isspace()]
        top, bottom = min(glyph.top for glyph in seen), max(glyph.bottom for glyph in seen)
        yield Segment(words, (seen[0].left, top, seen[-1].right, bottom))


def _gap(before: Glyph, after: Glyph, em: float) -> str:
    """A space where the page shows one that the file does not hold.

    Full characters are set apart to fill a line, and a little from digits and letters; letters are not.
    """
    if before.char.isspace() or after.char.isspace():
        return ""
    wide = is_wide(before.char) or is_wide(after.char)
    return " " if after.left - before.right > (0.7 if wide else 0.2) * em else ""


def is_wide(char: str) -> bool:
    """Whether a character takes the room of a Chinese one and needs no space beside it."""
    return unicodedata.east_asian_width(char) in ("W", "F") or char in _CHINESE_QUOTES


def head_length(words: str) -> int:
    """How many characters the first word has, or the first full character with the marks that cling to it."""
    last = 0
    while last + 1 < len(words) and _clings(words[last], words[last + 1]):
        last += 1
    return last + 1


def edge_length(words: str) -> int:
    """How many characters there are without a mark at the end that may hang into the margin."""
    return len(words) - 1 if len(words) > 1 and words[-1] in _NO_LINE_START else len(words)


def _clings(before: str, after: str) -> bool:
    return before in _OPENING or after in _NO_LINE_START or not (is_wide(before) or is_wide(after))
