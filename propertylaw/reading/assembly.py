"""Pieces of text with their origins become one text with runs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from propertylaw.model import PageOrigin, Run, Table, WordOrigin


class Piece(NamedTuple):
    """Words of one origin; without origin when the reader added them (a tab between cells, an automatic number)."""

    words: str
    origin: PageOrigin | WordOrigin | None = None
    anchor: Hashable = None
    """What is found at this place: asked for again when the text stands. A piece with an anchor has no words."""


Cells = Sequence[Sequence[Hashable]]
"""Of each row of a table the anchors at which its cells end; each begins at `(anchor, BEGINS)`."""
BEGINS = "begins"


def cell_of(pieces: Iterable[Piece], anchor: Hashable) -> list[Piece]:
    """The words of a cell between its two anchors."""
    return [Piece("", anchor=(anchor, BEGINS)), *pieces, Piece("", anchor=anchor)]


class Assembly(NamedTuple):
    """The text of all lines."""

    text: str
    runs: tuple[Run, ...]
    anchors: Mapping[Hashable, int]
    """Where in the text each anchor stands; the last place of one that comes more than once."""

    def table(self, cells: Cells) -> Table:
        """The table whose cells have these anchors."""
        rows = tuple(tuple((self.anchors[(cell, BEGINS)], self.anchors[cell]) for cell in row) for row in cells if row)
        return Table(text_span=(rows[0][0][0], rows[-1][-1][1]), rows=rows)


def assemble(lines: Iterable[Sequence[Piece]]) -> Assembly:
    """The lines, one below the other, with their runs; blank lines are left out, but not their anchors."""
    parts: list[str] = []
    runs: list[Run] = []
    anchors: dict[Hashable, int] = {}
    at = 0
    for line in lines:
        is_blank = not any(piece.words.strip() for piece in line)
        for words, origin, anchor in (Piece("\n"), *line) if parts and not is_blank else line:
            if anchor is not None:
                anchors[anchor] = at
            if is_blank or not words:
                continue
            if origin is not None:
                runs.append(Run.trusted({"span": (at, at + len(words)), "origin": origin}))
            parts.append(words)
            at += len(words)
    return Assembly("".join(parts), tuple(runs), anchors)
