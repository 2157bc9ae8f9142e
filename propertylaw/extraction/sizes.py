"""A sentence that gives several prices by the size of the dwelling is read as one line for each size."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Span

from .quantities import PRICE, quantities_in
from .stretches import areas

_COMMA = re.compile("[，,；;、]")
_DIGIT = re.compile("[0-9]")


def by_size(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The parts of a sentence that each name sizes and a price of their own, with what stands before the first size
    and holds for all of them; the whole where there are no two."""
    starts = [start for start, end in _clauses(text, span) if areas(text[start:end]) != (None, None)]
    parts = list(zip(starts, (*starts[1:], span[1]), strict=False))
    if len(parts) < 2 or not all(_priced(text, part) for part in parts):
        yield span, ""
        return
    number = _DIGIT.search(text, *parts[0])
    head = text[span[0] : number.start()] if number else ""
    yield (span[0], parts[0][1]), ""
    yield from ((part, head) for part in parts[1:])


def _clauses(text: str, span: Span) -> Iterator[Span]:
    start = span[0]
    for comma in _COMMA.finditer(text, *span):
        yield start, comma.end()
        start = comma.end()
    yield start, span[1]


def _priced(text: str, span: Span) -> bool:
    return any(one.unit == PRICE for one in quantities_in(text, span))
