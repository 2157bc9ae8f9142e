"""Lines that the width of a page broke become paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from propertylaw.model import PageOrigin

from .assembly import Piece
from .lines import Block, Line, Row, is_wide

_NUMERAL = r"[零〇一二三四五六七八九十百千\d]"
_BEGINNING = re.compile(
    rf"第\s*{_NUMERAL}+\s*[编章节条]"
    r"|[一二三四五六七八九十百]+\s*[、．.]"
    rf"|[（(]\s*(?:{_NUMERAL}+|[a-zA-Z])\s*[）)]"
    r"|\d{1,3}(?:\.\d{1,3})+"
    r"|\d{1,3}\s*(?:[、．)）]|\.(?!\d))"
    r"|[①-⑳⑴-⒇⒈-⒛㊀-㊉●•◆■□☑☒√]"
    r"|[甲乙丙丁]\s*方\s*(?:[（(][^）)]*[）)])?\s*[：:]"
    r"|附件\s*[一二三四五六七八九十\d]*\s*[：:]"
)
_SENTENCE_END = re.compile(r"[。；：！？;:!?][”’）)]?$")
_INDENT = 1.2
_SAME_EDGE = 0.8
_SLACK = 0.35
_WIDE_LEADING = 1.7
_OTHER_SIZE = 1.15
_NARROWEST = 0.75
_GRID = 3.0

Group = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where the text of a page begins and ends."""

    left: float
    right: float


class _Layout:
    """What the pages have in common: margins by page width and side of the sheet, and the distance of lines."""

    def __init__(self, pages: Sequence[Sequence[Block]], widths: Sequence[float]) -> None:
        self._groups = {number: (round(width), number % 2) for number, width in enumerate(widths, 1)}
        lines = [block for page in pages for block in page if isinstance(block, Line)]
        self._margins = _margins(lines, self._groups)
        self.pitch = _pitch(lines)
        self.em = median(line.em for line in lines) if lines else 0.0

    def indent(self, line: Line) -> float:
        """How far from the left margin a line begins, in full characters."""
        return (line.left - self._of(line).left) / line.em

    def room(self, line: Line) -> float:
        """What is free between the end of a line and the right margin, in points."""
        return self._of(line).right - line.right

    def is_centred(self, line: Line) -> bool:
        """Whether a line stands clear of both margins, as far from one as from the other."""
        indent = self.indent(line)
        return indent > _SAME_EDGE and abs(indent - self.room(line) / line.em) < _SLACK

    def is_large(self, line: Line) -> bool:
        """Whether a line is printed larger than most."""
        return line.em > _OTHER_SIZE * self.em

    def _of(self, line: Line) -> _Margins:
        return self._margins[self._groups[line.page]]


def paragraphs_of(pages: Sequence[Sequence[Block]], widths: Sequence[float]) -> Iterator[list[Piece]]:
    """Paragraphs and table rows, also across pages, each as pieces with their places.

    Args:
        pages: the blocks of each page, without page numbers and running heads.
        widths: the width of each page.
    """
    layout = _Layout(pages, widths)
    paragraph: list[Line] = []
    for block in (block for page in pages for block in page):
        if isinstance(block, Line) and paragraph and _continues(paragraph, block, layout):
            paragraph.append(block)
            continue
        yield _joined(paragraph)
        paragraph = [block] if isinstance(block, Line) else []
        if isinstance(block, Row):
            yield _row(block)
    yield _joined(paragraph)


def _margins(lines: Iterable[Line], groups: Mapping[int, Group]) -> dict[Group, _Margins]:
    lefts: dict[Group, list[float]] = {}
    rights: dict[Group, list[float]] = {}
    for line in lines:
        lefts.setdefault(groups[line.page], []).append(line.left)
        rights.setdefault(groups[line.page], []).append(line.edge)
    return {
        group: _Margins(min(_shared(lefts[group])), max(*_shared(rights[group]), _NARROWEST * group[0]))
        for group in lefts
    }


def _shared(edges: Sequence[float]) -> list[float]:
    """The edges at which more than one line stands, or all of them if there are none."""
    count = Counter(round(edge / _GRID) for edge in edges)
    return [edge for edge in edges if count[round(edge / _GRID)] > 1] or list(edges)


def _pitch(lines: Sequence[Line]) -> float:
    """Distance of lines within a paragraph: a small one, since paragraphs may be set apart."""
    steps = [below.top - line.top for line, below in pairwise(lines) if line.page == below.page]
    inside = sorted(step for step in steps if step > lines[0].em / 2)
    return inside[len(inside) // 4] if inside else 0.0


def _continues(paragraph: Sequence[Line], line: Line, layout: _Layout) -> bool:
    """Whether a line goes on with a paragraph: the line before had no room for its first word, and nothing begins."""
    before = paragraph[-1]
    if not _follows(before, line, layout.pitch) or _ends_early(before, line, layout):
        return False
    is_open = not _SENTENCE_END.search(before.text)
    if layout.is_large(line) or layout.is_centred(line):
        return is_open and not _is_item(line)
    if _is_indented(paragraph, line, layout):
        return is_open and _is_item(paragraph[0]) and not _is_item(line)
    return is_open or not _is_item(line)


def _follows(before: Line, line: Line, pitch: float) -> bool:
    """Whether two lines are alike in size, hold no columns, and stand at the usual distance or on adjoining pages."""
    if len(before.segments) > 1 or len(line.segments) > 1:
        return False
    if max(before.em, line.em) > _OTHER_SIZE * min(before.em, line.em):
        return False
    if before.page == line.page:
        return line.top - before.top < _WIDE_LEADING * pitch
    return line.page == before.page + 1


def _ends_early(before: Line, line: Line, layout: _Layout) -> bool:
    """Whether a line ends though the first word of the next had room, or both stand in the middle like titles."""
    if layout.is_centred(before) and layout.is_centred(line):
        return True
    return layout.room(before) > line.head + _SLACK * line.em


def _is_item(line: Line) -> bool:
    """Whether a line begins like an article, an item or a heading; in mid-sentence it may be a citation."""
    return bool(_BEGINNING.match(line.text))


def _is_indented(paragraph: Sequence[Line], line: Line, layout: _Layout) -> bool:
    """Whether a line begins to the right of the lines it would go on with."""
    if len(paragraph) > 1:
        return layout.indent(line) > layout.indent(paragraph[-1]) + _SAME_EDGE
    return layout.indent(line) > _INDENT


def _joined(lines: Sequence[Line]) -> list[Piece]:
    """Lines as one; a space only between letters or digits."""
    pieces: list[Piece] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and _needs_space(before.text, line.text):
            pieces.append(Piece(" "))
        for column, segment in enumerate(line.segments):
            pieces.extend([Piece("\t")] if column else [])
            left, top, right, bottom = (round(edge, 2) for edge in segment.box)
            pieces.append(Piece(segment.words, PageOrigin(page=line.page, box=(left, top, right, bottom))))
    return pieces


def _needs_space(before: str, after: str) -> bool:
    return not (is_wide(before[-1]) or is_wide(after[0]) or before.endswith("-"))


def _row(row: Row) -> list[Piece]:
    cells = [_joined(cell) for cell in row.cells]
    return [piece for column, cell in enumerate(cells) for piece in ([Piece("\t")] if column else []) + cell]
