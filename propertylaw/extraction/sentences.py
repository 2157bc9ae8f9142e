"""A paragraph falls into sentences, and a sentence into clauses: the words between two stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.model import Span

_BRACKETS = {"（": "）)", "(": "）)", "《": "》", "“": "”", "[": "]", "〔": "〕"}
"""What closes a bracket; a wide one may be closed by a narrow one."""
_COMMAS = "，,：:"
_SEMICOLONS = "；;"
_STOPS = re.compile(r"[，,：:；;。！？（(《“\[〔）)》”\]〕]")
_ALL_STOPS = _COMMAS + _SEMICOLONS + "。！？"
_CITED = re.compile(r"第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十百零]+[款项])*(?:规定|、|，)")
_BLANK = re.compile(r"\s*")
_LONGEST_BRACKET = 200


class Clause(NamedTuple):
    """The words between two stops."""

    start: int
    end: int
    stop: str
    """The stop after it; empty at the end of the text."""


class Sentence(NamedTuple):
    """Clauses up to a full stop, grouped by semicolons."""

    parts: tuple[tuple[Clause, ...], ...]

    @property
    def span(self) -> Span:
        """From its first to its last character, without the full stop."""
        return self.parts[0][0].start, self.parts[-1][-1].end


def sentences(text: str, span: Span) -> tuple[Sentence, ...]:
    """The sentences of a part of a text. Stops inside brackets and quotation marks do not count."""
    return tuple(_grouped(list(_clauses(text, span))))


def _clauses(text: str, span: Span) -> Iterator[Clause]:
    start, end = span
    position = start
    while (stop := _next_stop(text, position, end)) is not None:
        if clause := _trimmed(text, start, stop, text[stop]):
            yield clause
        start = position = stop + 1
    if clause := _trimmed(text, start, end, ""):
        yield clause


def _next_stop(text: str, start: int, end: int) -> int | None:
    closing: str | None = None
    opened = start
    for match in _STOPS.finditer(text, start, end):
        char = match[0]
        if closing is not None and match.start() - opened <= _LONGEST_BRACKET:
            closing = None if char in closing else closing
        elif char in _BRACKETS:
            closing, opened = _BRACKETS[char], match.start()
        elif char in _ALL_STOPS and not (text.startswith("第", match.end()) and _CITED.match(text, match.end())):
            return match.start()
    return None


def _trimmed(text: str, start: int, end: int, stop: str) -> Clause | None:
    blank = _BLANK.match(text, start, end)
    start = blank.end() if blank else start
    while end > start and text[end - 1].isspace():
        end -= 1
    return Clause(start, end, stop) if start < end else None


def _grouped(clauses: list[Clause]) -> Iterator[Sentence]:
    parts: list[tuple[Clause, ...]] = []
    part: list[Clause] = []
    for clause in clauses:
        part.append(clause)
        if clause.stop in _COMMAS and clause.stop:
            continue
        parts.append(tuple(part))
        part = []
        if clause.stop not in _SEMICOLONS or not clause.stop:
            yield Sentence(tuple(parts))
            parts = []
    if part:
        parts.append(tuple(part))
    if parts:
        yield Sentence(tuple(parts))
