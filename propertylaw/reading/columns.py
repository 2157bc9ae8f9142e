"""Pages set in two columns, like a gazette: where the white between them is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from .lines import Line

_LEAST_ROWS = 6
_SHORTEST = 8.0
_FLUSH = 1.5
_NARROWEST = 1.0


def gutter_of(lines: Sequence[Line]) -> float | None:
    """The middle of the white between two columns of running text; None for one column and for tables.

    Columns are told from a table without rules by their lines: most of those on the left end at one edge, and both
    sides hold words by the line.

    Args:
        lines: the lines of a page as they stand beside each other.
    """
    pairs = [line.segments for line in lines if len(line.segments) == 2]
    if len(pairs) < _LEAST_ROWS:
        return None
    em = median(line.em for line in lines)
    left, right = max(one.box[2] for one, _ in pairs), min(other.box[0] for _, other in pairs)
    flush = sum(left - one.box[2] < _FLUSH * em for one, _ in pairs)
    lengths = [median(side.box[2] - side.box[0] for side in sides) for sides in zip(*pairs, strict=True)]
    is_running = flush > len(pairs) / 2 and min(lengths) > _SHORTEST * em
    return (left + right) / 2 if right - left > _NARROWEST * em and is_running else None


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
