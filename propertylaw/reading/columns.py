"""Pages set in two columns, like a gazette: where the white between them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from .lines import Block, Line

_LEAST_LINES = 6
_SHORTEST = 8.0
_FLUSH = 1.5
_FLUSH_SHARE = 0.4
_NARROWEST = 1.0
_MOST_CROSSING = 0.3


def gutter_of(lines: Sequence[Line]) -> float | None:
    """The middle of the white between two columns of running text; None for one column and for tables.

    Columns are told from a table without rules by their words: many lines on the left end at one edge, and both sides
    hold words by the line.

    Args:
        lines: the lines of a page as they stand beside each other.
    """
    segments = [segment for line in lines for segment in line.segments]
    if len(segments) < 2 * _LEAST_LINES:
        return None
    em = median(line.em for line in lines)
    middle = (min(one.box[0] for one in segments) + max(one.box[2] for one in segments)) / 2
    left = [one.box for one in segments if one.box[2] < middle]
    right = [one.box for one in segments if one.box[0] > middle]
    if min(len(left), len(right)) < _LEAST_LINES or len(left) + len(right) < (1 - _MOST_CROSSING) * len(segments):
        return None
    edge, start = max(box[2] for box in left), min(box[0] for box in right)
    flush = sum(edge - box[2] < _FLUSH * em for box in left)
    shortest = min(median(box[2] - box[0] for box in side) for side in (left, right))
    is_running = flush > _FLUSH_SHARE * len(left) and shortest > _SHORTEST * em
    return (edge + start) / 2 if start - edge > _NARROWEST * em and is_running else None


def with_last_column(pages: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """Pages of which only the left column is filled, after one with two columns, are in that column.

    Args:
        pages: the blocks of each page.
    """
    result: list[list[Block]] = []
    edge = 0.0
    for blocks in pages:
        page = list(blocks)
        lines = [block for block in page if isinstance(block, Line)]
        if any(line.column for line in lines):
            edge = max(line.right + line.em for line in lines if line.column == 1)
        elif edge and lines and max(line.right for line in lines) < edge:
            page = [replace(block, column=1) if isinstance(block, Line) else block for block in page]
        else:
            edge = 0.0
        result.append(page)
    return result


def bands(lines: Sequence[Line], gutter: float) -> list[tuple[bool, float, float]]:
    """Stretches of a page from top to bottom: whether each is in columns, its upper and its lower edge.

    Args:
        lines: the lines of the page.
        gutter: where the white between the columns is.
    """
    found = []
    for crossed, group in groupby(lines, lambda line: _crosses(line, gutter)):
        band = list(group)
        found.append((not crossed, min(line.top for line in band), max(line.bottom for line in band)))
    return found


def _crosses(line: Line, gutter: float) -> bool:
    return any(segment.box[0] < gutter < segment.box[2] for segment in line.segments)
