"""A text in the pieces that a page shows apart: its clauses, and in them headings, lines and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from propertylaw.model import Outline, Source, Span, Table

_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")
_RULE = re.compile(r"[\s|:\-—_*=]*|\s*<!--[^\n]*-->\s*")
"""Lines that only draw something."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line, or a table."""

    kind: Literal["line", "heading", "table"]
    span: Span
    number_end: int = 0
    """Of the first line of a clause: where its printed number ends."""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A clause, or what stands between clauses."""

    span: Span
    blocks: tuple[Block, ...]


def sections(source: Source, outline: Outline) -> Iterator[Section]:
    """The text from beginning to end, clause by clause; what only draws lines is left out."""
    text, numbers = source.text, _numbers(source.text, outline)
    spans = [*(one.text_span for one in outline.divisions), *(one.text_span for one in outline.annexes)]
    headings = {_line_start(text, start) for start, _ in spans}
    title = text.find(outline.title) if outline.title else -1
    headings |= {title} if title == _line_start(text, title) else set()
    starts = sorted({0, *numbers, *headings})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        blocks = tuple(_blocks(source, (start, end), numbers, headings))
        if blocks:
            yield Section((start, end), blocks)


def _numbers(text: str, outline: Outline) -> dict[int, int]:
    """Where the lines of clauses begin, and where their numbers end."""
    articles = (*outline.articles, *(one for annex in outline.annexes for one in annex.articles))
    return {_line_start(text, one.text_span[0] - 1): one.text_span[0] for one in articles}


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, max(position, 0)) + 1


def _blocks(source: Source, within: Span, numbers: dict[int, int], headings: set[int]) -> Iterator[Block]:
    text, position = source.text, within[0]
    while position < within[1]:
        end = text.find("\n", position, within[1])
        end = within[1] if end < 0 else end
        table = next((one for one in source.tables if position <= one.text_span[0] < end), None)
        if table is not None:
            yield Block("table", table.text_span, table=table)
            end = max(end, _line_end(text, table.text_span[1]))
        elif not _RULE.fullmatch(text, position, end):
            yield _line(source, (position, end), numbers, headings)
        position = end + 1


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _line(source: Source, span: Span, numbers: dict[int, int], headings: set[int]) -> Block:
    marked = _MARKDOWN_HEADING.match(source.text, *span) if source.format == "md" else None
    start = marked.end() if marked else span[0]
    heading = marked is not None or span[0] in headings
    number = numbers.get(span[0], start)
    return Block("heading" if heading else "line", (start, span[1]), number if number <= span[1] else start)
