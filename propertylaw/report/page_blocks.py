"""A page drawn for the terminal as titles, headings, lines and tables, from which files for people are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from .terminal import COMMAND, Indented, Point

Piece = tuple[str, str]
"""Words and the name of their style; the style is empty where they have none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page; `mark` stands before it, and what does not fit goes on below its own beginning."""

    kind: Literal["title", "heading", "text"]
    depth: int
    mark: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; the first row names its columns."""

    title: str
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


Block = Line | Rows
_STEP = 2
"""So many columns of the terminal are one step in."""


def blocks(parts: Iterable[RenderableType]) -> Iterator[Block]:
    """What a page is made of, in its order; without ids and commands, which are for those who type.

    Raises:
        TypeError: a part is of a kind that pages for the terminal have not used so far.
    """
    for part in parts:
        yield from _blocks(part, 0)


def _blocks(part: RenderableType, columns: int) -> Iterator[Block]:
    match part:
        case Group():
            for one in part.renderables:
                yield from _blocks(one, columns)
        case Indented():
            yield from _blocks(part.part, columns + part.columns)
        case Panel():
            yield Line("title", 0, "", _pieces(part.title or ""))
            yield from _blocks(part.renderable, columns)
        case Rule():
            yield Line("heading", 0, "", _pieces(part.title))
        case Point():
            if pieces := _pieces(part.said):
                yield Line("text", columns // _STEP, part.mark, pieces)
        case Table():
            yield _rows(part)
        case Text() | str():
            pieces = _pieces(part)
            if pieces or not str(part):
                yield Line("text", columns // _STEP, "", pieces)
        case _:
            raise TypeError(f"no block for {type(part).__name__}")


def _rows(table: Table) -> Rows:
    heads = tuple(_pieces(column.header) for column in table.columns)
    body = zip(*(map(_pieces, column.cells) for column in table.columns), strict=True)
    return Rows(_words(table.title or ""), (heads, *body))


def _words(part: RenderableType) -> str:
    return "".join(words for words, _ in _pieces(part))


def _pieces(part: RenderableType) -> tuple[Piece, ...]:
    """The words of a text, cut where their style changes; of several styles on them the last holds."""
    text = part if isinstance(part, Text) else Text(str(part))
    cuts = sorted({0, len(text), *(edge for span in text.spans for edge in (span.start, span.end))})
    found = []
    for start, end in pairwise(cuts):
        over = [str(span.style) for span in text.spans if span.start <= start and end <= span.end]
        found.append((text.plain[start:end], over[-1] if over else str(text.style)))
    return tuple((words, style) for words, style in found if style != COMMAND)
