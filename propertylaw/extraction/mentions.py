"""The parties named in a paragraph: where, who, and what was asked of them before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from propertylaw.model import Span

from .draft import Parties, Subject


class Mention(NamedTuple):
    """A run of text that names parties."""

    start: int
    end: int
    parties: Parties


class Mentions:
    """All mentions of a paragraph, in reading order.

    The rules ask the same of the same words again and again: what `subjects` answers is kept here, by the words asked.
    """

    def __init__(self, found: Iterable[Mention]) -> None:
        self.all = tuple(found)
        self.starts = [mention.start for mention in self.all]
        self.groups: dict[Span, tuple[Mention, ...]] = {}
        self.leading: dict[Span, Subject | None] = {}

    def run_through(self, place: int) -> bool:
        """Whether a place is inside a mention: what stands there does not end the words around it."""
        before = bisect_left(self.starts, place) - 1
        return before >= 0 and place < self.all[before].end
