"""Pieces of text with their origins become one text with runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from propertylaw.model import PageOrigin, Run, WordOrigin


class Piece(NamedTuple):
    """Words of one origin; without origin when the reader added them (a tab between cells, an automatic number)."""

    words: str
    origin: PageOrigin | WordOrigin | None = None


def assemble(lines: Iterable[Sequence[Piece]]) -> tuple[str, tuple[Run, ...]]:
    """The text of the lines, one below the other, and its runs; blank lines are left out."""
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    for line in lines:
        if not any(piece.words.strip() for piece in line):
            continue
        for words, origin in (Piece("\n"), *line) if parts else line:
            if origin is not None and words:
                runs.append(Run(span=(at, at + len(words)), origin=origin))
            parts.append(words)
            at += len(words)
    return "".join(parts), tuple(runs)
