"""Every word of a long list at once: where the words stand in a text, overlapping ones too, in one pass over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

T = TypeVar("T")


class Cues(Generic[T]):
    """Words to look for, each with what it tells.

    Args:
        told: what each word tells.
    """

    def __init__(self, told: Mapping[str, T]) -> None:
        self._told = list(told.values())
        # built once and asked for every paragraph
        self._words = AhoCorasick(list(told), implementation=Implementation.DFA)

    def found(self, text: str) -> list[tuple[int, int, T]]:
        """Start, end and what is told of every word in a text, in the order of their ends."""
        told = self._told
        words = self._words.find_matches_as_indexes(text, overlapping=True)
        return [(start, end, told[place]) for place, start, end in words]

    def longest(self, text: str) -> dict[int, T]:
        """What the longest word tells that begins at a place, for every place where one begins."""
        told = self._told
        words = self._words.find_matches_as_indexes(text, overlapping=True)
        return {start: told[place] for place, start, _ in words}
