"""Stretches of a text: where the words around a place begin and end, and whether two stretches meet."""

from __future__ import annotations

from propertylaw.model import Span


def between_stops(text: str, start: int, end: int, stops: str) -> Span:
    """From behind the last stop before `start` to the first stop from `end` on, in places of the text."""
    begins = max(text.rfind(stop, 0, start) for stop in stops) + 1
    ends = (at for at in (text.find(stop, end) for stop in stops) if at >= 0)
    return begins, min(ends, default=len(text))


def meet(one: Span, other: Span) -> bool:
    """Whether two stretches have characters in common."""
    return one[0] < other[1] and other[0] < one[1]
