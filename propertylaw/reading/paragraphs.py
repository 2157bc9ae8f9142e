"""Lines that the width of a page broke become paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from propertylaw.model import PageOrigin

from .assembly import Cells, Piece, cell_of
from .columns import with_last_column
from .layout import is_label, is_layout
from .lines import Block, Line, Row, is_wide
from .unruled import with_unruled_tables

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
_NO_LEAST = 0.0
_GRID = 3.0

Group = tuple[int, int, int]
"""Width of the page, side of the sheet, column."""


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where the text of a page begins and ends."""

    left: float
    right: float


class _Layout:
    """What the pages have in common: margins by page width, side of the sheet and column, and the distance of lines."""

    def __init__(
        self, pages: Sequence[Sequence[Block]], widths: Sequence[float], narrowest: float = _NARROWEST
    ) -> None:
        self._sheets = {number: (round(width), number % 2) for number, width in enumerate(widths, 1)}
        lines = [block for page in pages for block in page if isinstance(block, Line)]
        self._margins = self._measured(lines, narrowest)
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
        return self._margins[self._group(line)]

    def _group(self, line: Line) -> Group:
        return (*self._sheets[line.page], line.column)

    def _measured(self, lines: Iterable[Line], narrowest: float) -> dict[Group, _Margins]:
        """The margins of each group; a page in columns is as narrow as its lines."""
        sides: dict[Group, list[Line]] = {}
        for line in lines:
            sides.setdefault(self._group(line), []).append(line)
        found = {}
        for group, members in sides.items():
            least = 0.0 if group[2] else narrowest * group[0]
            rights = _shared([line.edge for line in members])
            found[group] = _Margins(min(_shared([line.left for line in members])), max(*rights, least))
        return found


class Paragraphs:
    """Paragraphs and table rows, also across pages, each as pieces with their places.

    Args:
        pages: the blocks of each page, without page numbers and running heads.
        widths: the width of each page.
    """

    def __init__(self, pages: Sequence[Sequence[Block]], widths: Sequence[float]) -> None:
        self._pages, self._widths = [with_unruled_tables(page) for page in with_last_column(pages)], widths
        self.tables: list[Cells] = []
        """The tables of data among the lines that were given out."""

    def lines(self) -> Iterator[list[Piece]]:
        """One paragraph or row after the other."""
        layout = _Layout(self._pages, self._widths)
        blocks = (block for page in self._pages for block in page)
        for is_table, group in groupby(blocks, lambda block: isinstance(block, Row)):
            if is_table:
                for table in _tables([block for block in group if isinstance(block, Row)]):
                    yield from self._table(table)
            else:
                yield from _running([block for block in group if isinstance(block, Line)], layout)

    def _table(self, rows: Sequence[Row]) -> Iterator[list[Piece]]:
        if is_layout([[_words(cell) for cell in row.cells] for row in rows]):
            yield from self._unfolded(rows)
            return
        cells = [[("cell", id(row), at) for at in range(len(row.cells))] for row in rows]
        self.tables.append(cells)
        for row, anchors in zip(rows, cells, strict=True):
            yield _row(row, anchors)

    def _unfolded(self, rows: Sequence[Row]) -> Iterator[list[Piece]]:
        """Running text that was typed into a grid: cell after cell, its lines as broken by the width of the column."""
        label: list[Piece] = []
        whole = list(_mended(rows))
        for column, cell in ((column, cell) for row in whole for column, cell in enumerate(row.cells) if cell):
            if len(cell) == 1 and is_label(cell[0].text) and not label:
                label = [*_joined(cell), Piece(" ")]
                continue
            for paragraph in _running(cell, self._column(rows, column)):
                yield [*label, *paragraph]
                label = []
        yield label

    def _column(self, rows: Sequence[Row], column: int) -> _Layout:
        pages: list[list[Line]] = [[] for _ in self._widths]
        for line in (line for row in rows if column < len(row.cells) for line in row.cells[column]):
            pages[line.page - 1].append(line)
        return _Layout(pages, self._widths, _NO_LEAST)


def _running(lines: Iterable[Line], layout: _Layout) -> Iterator[list[Piece]]:
    """Lines of running text as paragraphs."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _continues(paragraph, line, layout):
            yield _joined(paragraph)
            paragraph = []
        paragraph.append(line)
    yield _joined(paragraph)


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that belong together: a table goes on over the page with as many columns, its head row printed again."""
    table: list[Row] = []
    for row in rows:
        if table and not _goes_on(table, row):
            yield table
            table = []
        if not (table and row.page != table[-1].page and _words_of(row) == _words_of(table[0])):
            table.append(row)
    if table:
        yield table


def _mended(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that a page break cut in two are one again: the second half has no number of its own."""
    pending: Row | None = None
    for row in rows:
        if pending and row.page != pending.page and len(row.cells) > 1 and not row.cells[0]:
            cells = zip(pending.cells, row.cells, strict=True)
            pending = Row(row.page, pending.top, tuple(above + below for above, below in cells), pending.table)
            continue
        if pending:
            yield pending
        pending = row
    if pending:
        yield pending


def _goes_on(table: Sequence[Row], row: Row) -> bool:
    last = table[-1]
    if row.page == last.page:
        return row.table == last.table
    return row.page == last.page + 1 and len(row.cells) == len(last.cells)


def _words_of(row: Row) -> list[str]:
    return [_words(cell) for cell in row.cells]


def _words(cell: Iterable[Line]) -> str:
    return "\n".join(line.text for line in cell)


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


def _row(row: Row, anchors: Sequence[Hashable]) -> list[Piece]:
    """One line, its cells divided by tabs."""
    cells = [cell_of(_joined(cell), anchor) for cell, anchor in zip(row.cells, anchors, strict=True)]
    return [piece for column, cell in enumerate(cells) for piece in ([Piece("\t")] if column else []) + cell]
