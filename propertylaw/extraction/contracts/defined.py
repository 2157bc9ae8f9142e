"""What a contract says its own words mean, so that a sentence is read with what its terms stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from propertylaw.model import Outline, Span

_QUOTED = re.compile(
    r"[“\"](?P<term>[^”\"\n]{2,16})[”\"](?:（[^（）\n]{0,40}）)?[，,]?(?:是|系)?指(?P<meaning>[^；;。\n]+)"
)
"""“计费单元”指…: in quotation marks no 是 is needed to tell a definition."""


def meanings(text: str, outline: Outline) -> dict[str, Span]:
    """Where the text says what a term means; of several places for one term the first."""
    found: dict[str, Span] = {}
    for term, span in (*_quoted(text), *_told(outline)):
        found.setdefault(term, span)
    return found


def used_in(words: str, terms: Iterable[str]) -> Iterator[str]:
    """The terms that stand in words."""
    return (term for term in terms if term in words)


def _quoted(text: str) -> Iterator[tuple[str, Span]]:
    return ((one["term"], one.span("meaning")) for one in _QUOTED.finditer(text))


def _told(outline: Outline) -> Iterator[tuple[str, Span]]:
    return ((one.term, one.text_span) for one in outline.definitions if one.kind == "definition")
