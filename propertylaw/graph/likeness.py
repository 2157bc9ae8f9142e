"""The candidate step: pairs of norms of different sources that speak of the same act, found by their rare words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz

from .precedence import By, Sources
from .wording import Wording

_MOST_COMMON = 150
"""A pair of characters that stands in more norms than this brings no candidates; it still counts for the likeness."""
_FEWEST_SHARED = 3
"""Rare pairs of characters that a candidate has in common with the norm, where the source has as many of them."""
_LEAST_ALIKE = 0.28
_NEARLY_BEST = 0.97


class Pair(NamedTuple):
    """A norm that gives way, its counterpart in a source above it, and how like they are, each from 0 to 1."""

    lower: Wording
    higher: Wording
    by: By
    score: float
    """Of act and condition together, rare words counting more."""

    @property
    def act(self) -> float:
        """Likeness of the acts."""
        return fuzz.ratio(self.lower.act, self.higher.act) / 100

    @property
    def condition(self) -> float | None:
        """Likeness of the conditions; None where one norm has none."""
        if not self.lower.condition and not self.higher.condition:
            return 1.0
        if not self.lower.condition or not self.higher.condition:
            return None
        return fuzz.ratio(self.lower.condition, self.higher.condition) / 100


def counterparts(wordings: Sequence[Wording], sources: Sources) -> tuple[Pair, ...]:
    """Pairs in which each norm is the other's best counterpart in its source, in the order of the lower norms."""
    index = _Index(wordings)
    found = [pair for number in range(len(wordings)) for pair in index.above(number, sources)]
    best: dict[tuple[str, str], float] = defaultdict(float)
    for pair in found:
        for own, other in ((pair.lower, pair.higher), (pair.higher, pair.lower)):
            key = own.norm.id, other.norm.locator.instrument
            best[key] = max(best[key], pair.score)
    return tuple(pair for pair in found if _is_best(pair, best))


def _is_best(pair: Pair, best: dict[tuple[str, str], float]) -> bool:
    own = best[pair.lower.norm.id, pair.higher.norm.locator.instrument]
    other = best[pair.higher.norm.id, pair.lower.norm.locator.instrument]
    return pair.score >= _NEARLY_BEST * max(own, other)


class _Index:
    """Norms by the pairs of characters in their words, source by source."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._wordings = wordings
        counts = Counter(chain.from_iterable(one.grams for one in wordings))
        self._weight = {gram: math.log(1 + len(wordings) / count) ** 2 for gram, count in counts.items()}
        self._length = [math.sqrt(math.fsum(map(self._weight.__getitem__, one.grams))) for one in wordings]
        self._rare = [[gram for gram in one.grams if counts[gram] <= _MOST_COMMON] for one in wordings]
        self._places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, one in enumerate(wordings):
            there = self._places[one.norm.locator.instrument]
            for gram in self._rare[number]:
                there[gram].append(number)
        self._above: dict[str, _Above] = {}
        self._groups: dict[frozenset[str], Mapping[str, Sequence[int]]] = {}

    def above(self, number: int, sources: Sources) -> Iterator[Pair]:
        """Candidates in the sources that prevail over the norm's own."""
        one, rare = self._wordings[number], self._rare[number]
        own = one.norm.locator.instrument
        if own not in self._above:
            self._above[own] = self._prevailing(own, sources)
        places, by = self._above[own]
        least = min(_FEWEST_SHARED, len(rare) // 2)
        shared = Counter(chain.from_iterable([places[gram] for gram in rare if gram in places]))
        for other, count in shared.items():
            if count >= least and (score := self._score(number, other)) >= _LEAST_ALIKE:
                yield Pair(one, self._wordings[other], by[self._wordings[other].norm.locator.instrument], score)

    def _prevailing(self, own: str, sources: Sources) -> _Above:
        """The norms of all sources that prevail over one, by their rare pairs, and why each source does."""
        orders = {one: order for one in self._places if (order := sources.between(own, one)) is not None}
        by = {one: order.by for one, order in orders.items() if order.lower == own and order.by != "place"}
        return _Above(self._together(frozenset(by)), by)

    def _together(self, instruments: frozenset[str]) -> Mapping[str, Sequence[int]]:
        """The norms of several sources by their rare pairs; texts of one place have the same sources above them."""
        if instruments not in self._groups:
            found: dict[str, list[int]] = defaultdict(list)
            for one in sorted(instruments):
                for gram, numbers in self._places[one].items():
                    found[gram] += numbers
            self._groups[instruments] = found
        return self._groups[instruments]

    def _score(self, one: int, other: int) -> float:
        both = self._wordings[one].grams & self._wordings[other].grams
        return math.fsum(map(self._weight.__getitem__, both)) / (self._length[one] * self._length[other])


class _Above(NamedTuple):
    """What prevails over a source: its norms by their rare pairs of characters, and by source why it prevails."""

    places: Mapping[str, Sequence[int]]
    by: Mapping[str, By]
