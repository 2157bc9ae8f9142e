"""Tables that no rules mark: words side by side at the same places, line after line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .layout import is_layout
from .lines import Block, Line, Row, Segment

_LEAST_ROWS = 3
_APART = 2.5
_SAME_PLACE = 1.0
_CONTENTS = re.compile(r"\s*(?:第.{1,6}[编章节条]|附[件录表])")
_PAGE_NUMBER = re.compile(r"[\s.…·\-—]*\d+\s*")
_LABEL = re.compile(r"[：:]\s*$")


def with_unruled_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page, with rows for the lines that make a table.

    Three lines at least hold the same number of words or fewer, each below the words of the fullest line. Room for
    signatures and lists of contents look alike and are left as they are.

    Args:
        blocks: the blocks of the page, from top to bottom.
    """
    found: list[Block] = []
    tables = 0
    for group in _side_by_side(blocks):
        rows = _rows(group, -1 - tables) if len(group) >= _LEAST_ROWS else []
        tables += bool(rows)
        found += rows or group
    return found


def _side_by_side(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Stretches of lines with words side by side, close below each other; every other block alone."""
    group: list[Block] = []
    for block in blocks:
        if group and not (_is_divided(block) and _is_close(group[-1], block)):
            yield group
            group = []
        group.append(block)
        if not _is_divided(block):
            yield group
            group = []
    if group:
        yield group


def _is_divided(block: Block) -> bool:
    return isinstance(block, Line) and len(block.segments) > 1 and not block.column


def _is_close(above: Block, block: Block) -> bool:
    return isinstance(above, Line) and isinstance(block, Line) and block.top - above.top < _APART * block.em


def _rows(group: Sequence[Block], table: int) -> list[Block]:
    """The rows of a table; none where the words do not stand in columns."""
    lines = [block for block in group if isinstance(block, Line)]
    columns = max((line.segments for line in lines), key=len)
    placed = [_placed(line, columns) for line in lines]
    cells = [row for row in placed if row is not None]
    if len(cells) < len(lines) or _is_no_table([[one.words if one else "" for one in row] for row in cells]):
        return []
    return [
        Row(line.page, line.top, tuple((_alone(line, one),) if one else () for one in row), table)
        for line, row in zip(lines, cells, strict=True)
    ]


def _placed(line: Line, columns: Sequence[Segment]) -> list[Segment | None] | None:
    """For each column its words of the line; None where some stand in no column, or two in one."""
    row: list[Segment | None] = [None] * len(columns)
    places = []
    for segment in line.segments:
        place = next((at for at, column in enumerate(columns) if _is_below(segment, column, line.em)), None)
        if place is None:
            return None
        row[place] = segment
        places.append(place)
    return row if all(one < next_ for one, next_ in pairwise(places)) else None


def _is_below(segment: Segment, column: Segment, em: float) -> bool:
    (left, _, right, _), (begins, _, ends, _) = segment.box, column.box
    return left < ends + _SAME_PLACE * em and begins < right + _SAME_PLACE * em


def _is_no_table(rows: Sequence[Sequence[str]]) -> bool:
    if is_layout(rows) or any(_LABEL.search(cell) for row in rows for cell in row):
        return True
    contents = sum(bool(_CONTENTS.match(row[0]) and _PAGE_NUMBER.fullmatch(row[-1])) for row in rows)
    return contents > len(rows) / 2


def _alone(line: Line, segment: Segment) -> Line:
    left, _, right, _ = segment.box
    return replace(line, segments=(segment,), head=right - left, edge=right)
