"""A paragraph falls into sentences, and a sentence into clauses: the words between two stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.model import Span

_BRACKETS = {"（": "）)", "(": "）)", "《": "》", "“": "”", "[": "]", "〔": "〕"}
"""What closes a bracket; a wide one may be closed by a narrow one."""
_COMMAS = frozenset("，,：:")
_SEMICOLONS = frozenset("；;")
_STOPS = re.compile(r"[，,：:；;。！？（(《“\[〔）)》”\]〕]")
_ALL_STOPS = _COMMAS | _SEMICOLONS | frozenset("。！？")
_NUMBER = "第[一二三四五六七八九十百零]+"
_CITED = re.compile(rf"{_NUMBER}条(?:{_NUMBER}[款项])*(?:至{_NUMBER}[条款项])*(?:规定|、|，)")
_LONGEST_BRACKET = 200
_TRAILING = "；;。，,、 \n\t　"


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
    whole: list[Sentence] = []
    parts: list[tuple[Clause, ...]] = []
    part: list[Clause] = []
    for clause in _clauses(text, *span):
        part.append(clause)
        if clause.stop in _COMMAS:
            continue
        parts.append(tuple(part))
        part = []
        if clause.stop not in _SEMICOLONS:
            whole.append(Sentence(tuple(parts)))
            parts = []
    if part:
        parts.append(tuple(part))
    if parts:
        whole.append(Sentence(tuple(parts)))
    return tuple(whole)


def trimmed(text: str, span: Span) -> Span:
    """A span without stops and blanks at its edges."""
    start, end = span
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def _clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """The clauses without the blanks around them; none where there is nothing else."""
    for stop in _stops(text, start, end):
        last = stop
        while start < last and text[start].isspace():
            start += 1
        while start < last and text[last - 1].isspace():
            last -= 1
        if start < last:
            yield Clause(start, last, text[stop] if stop < end else "")
        start = stop + 1


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where the clauses of a span end."""
    found, closing, opened = [], "", start
    for match in _STOPS.finditer(text, start, end):
        place = match.start()
        char = text[place]
        if closing and place - opened <= _LONGEST_BRACKET:
            closing = "" if char in closing else closing
        elif char in _BRACKETS:
            closing, opened = _BRACKETS[char], place
        elif char in _ALL_STOPS and not (text.startswith("第", place + 1) and _CITED.match(text, place + 1)):
            closing = ""
            found.append(place)
    found.append(end)
    return found
