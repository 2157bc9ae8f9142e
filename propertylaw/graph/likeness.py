"""The candidate step: pairs of norms of different sources that speak of the same act, found by their rare words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
        counts = Counter(gram for one in wordings for gram in one.grams)
        self._weight = {gram: math.log(1 + len(wordings) / count) ** 2 for gram, count in counts.items()}
        self._length = [math.sqrt(math.fsum(self._weight[gram] for gram in one.grams)) for one in wordings]
        self._places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, one in enumerate(wordings):
            rare = self._places[one.norm.locator.instrument]
            for gram in one.grams:
                if counts[gram] <= _MOST_COMMON:
                    rare[gram].append(number)

    def above(self, number: int, sources: Sources) -> Iterator[Pair]:
        """Candidates in the sources that prevail over the norm's own."""
        one = self._wordings[number]
        own = one.norm.locator.instrument
        for instrument, rare in self._places.items():
            order = sources.between(own, instrument)
            if order is None or order.lower != own or order.by == "place":
                continue
            for other in self._sharing(one.grams, rare):
                if (score := self._score(number, other)) >= _LEAST_ALIKE:
                    yield Pair(one, self._wordings[other], order.by, score)

    def _sharing(self, grams: Iterable[str], rare: dict[str, list[int]]) -> Iterator[int]:
        """Norms of a source that have enough of its rare pairs in common with the given ones."""
        there = [rare[gram] for gram in grams if gram in rare]
        least = min(_FEWEST_SHARED, len(there) // 2)
        return (number for number, shared in Counter(chain.from_iterable(there)).items() if shared >= least)

    def _score(self, one: int, other: int) -> float:
        both = self._wordings[one].grams & self._wordings[other].grams
        return math.fsum(map(self._weight.__getitem__, both)) / (self._length[one] * self._length[other])
