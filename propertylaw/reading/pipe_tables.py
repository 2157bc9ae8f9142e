"""Tables of Markdown: rows of cells between upright strokes, with a rule below the first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Span, Table

from .layout import is_layout

_LINE = re.compile(r"^[ \t]*\|?(?=[^\n]*\|)[^\n]+$", re.MULTILINE)
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL = re.compile(r"(?:\\.|[^|\\\n])+")


def pipe_tables(text: str) -> tuple[Table, ...]:
    """The tables of data in a Markdown text, each cell as the span of its words.

    Args:
        text: the whole text.
    """
    tables = (_table(text, block) for block in _blocks(text))
    return tuple(table for table in tables if table is not None)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Lines with strokes that follow each other without a gap."""
    block: list[Span] = []
    for found in _LINE.finditer(text) if "|" in text else ():
        if block and found.start() != block[-1][1] + 1:
            yield block
            block = []
        block.append(found.span())
    if block:
        yield block


def _table(text: str, lines: list[Span]) -> Table | None:
    rule = next((at for at, line in enumerate(lines) if at and _RULE.fullmatch(text, *line)), None)
    if rule is None:
        return None
    rows = [_cells(text, line) for line in (lines[rule - 1], *lines[rule + 1 :])]
    rows = [row for row in rows if row]
    if not rows or is_layout([[text[slice(*cell)] for cell in row] for row in rows]):
        return None
    return Table(text_span=(lines[rule - 1][0], lines[-1][1]), rows=tuple(rows))


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    spans = []
    for found in _CELL.finditer(text, *line):
        words = found[0].strip()
        if words or (found.start() > line[0] and found.end() < line[1]):
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            spans.append((start, start + len(words)) if words else (found.start(), found.start()))
    return tuple(spans)
