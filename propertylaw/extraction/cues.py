"""Every word of a long list at once: where the words stand in a text, overlapping ones too, in one pass over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

T = TypeVar("T")


class Cues(Generic[T]):
    """Words to look for, each with what it tells.

    Args:
        told: what each word tells.
    """

    def __init__(self, told: Mapping[str, T]) -> None:
        self.told = list(told.values())
        self._words = AhoCorasick(list(told))

    def found(self, text: str) -> list[tuple[int, int, int]]:
        """Every word in a text in the order of their ends: its place in `told`, start and end."""
        return self._words.find_matches_as_indexes(text, overlapping=True)

    def longest(self, text: str) -> dict[int, T]:
        """What the longest word tells that begins at a place, for every place where one begins."""
        told = self.told
        return {start: told[place] for place, start, _ in self.found(text)}
