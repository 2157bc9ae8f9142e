"""The candidate step: pairs of norms of different sources that speak of the same act, found by their rare words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz

from .precedence import By, Sources
from .wording import Wording

_MOST_COMMON = 100
"""A pair of characters that stands in more norms than this brings no candidates; it still counts for the likeness."""
_MOST_TELLING = 12
"""Of a norm's rare pairs the rarest, by which its candidates are looked up."""
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
    index = _Index(wordings, sources)
    found = [pair for number in range(len(wordings)) for pair in index.above(number)]
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


_Places = Mapping[str, Sequence[int]]
"""Norms by the rare pairs of characters in their words."""


class _Index:
    """Norms by the rare pairs of characters in their words, source by source."""

    def __init__(self, wordings: Sequence[Wording], sources: Sources) -> None:
        self._wordings = wordings
        counts = Counter(chain.from_iterable(one.grams for one in wordings))
        self._weight = {gram: math.log(1 + len(wordings) / count) ** 2 for gram, count in counts.items()}
        self._length = [math.sqrt(math.fsum(map(self._weight.__getitem__, one.grams))) for one in wordings]
        self._sources = [one.norm.locator.instrument for one in wordings]
        self._by = {own: _prevailing(own, set(self._sources), sources) for own in dict.fromkeys(self._sources)}
        self._telling: list[list[str]] = []
        places: dict[str, dict[str, list[int]]] = {
            one: defaultdict(list) for above in self._by.values() for one in above
        }
        for number, one in enumerate(wordings):
            rare = [gram for gram in one.grams if 1 < counts[gram] <= _MOST_COMMON]
            self._telling.append(sorted(rare, key=counts.__getitem__)[:_MOST_TELLING])
            if (there := places.get(self._sources[number])) is not None:
                for gram in rare:
                    there[gram].append(number)
        self._above = _above(self._by, places)

    def above(self, number: int) -> Iterator[Pair]:
        """Candidates in the sources that prevail over the norm's own."""
        own, rare = self._sources[number], self._telling[number]
        by, least = self._by[own], min(_FEWEST_SHARED, len(rare) // 2)
        found = [there[gram] for there in self._above[own] for gram in rare if gram in there]
        shared = Counter(chain.from_iterable(found))
        for other in [one for one, count in shared.items() if count >= least]:
            if (score := self._score(number, other)) >= _LEAST_ALIKE:
                yield Pair(self._wordings[number], self._wordings[other], by[self._sources[other]], score)

    def _score(self, one: int, other: int) -> float:
        both = self._wordings[one].grams & self._wordings[other].grams
        return math.fsum(map(self._weight.__getitem__, both)) / (self._length[one] * self._length[other])


def _prevailing(own: str, instruments: Iterable[str], sources: Sources) -> Mapping[str, By]:
    """The sources that prevail over one, and why."""
    orders = {one: order for one in instruments if (order := sources.between(own, one)) is not None}
    return {one: order.by for one, order in orders.items() if order.lower == own and order.by != "place"}


def _above(by: Mapping[str, Mapping[str, By]], places: Mapping[str, _Places]) -> Mapping[str, Sequence[_Places]]:
    """What is above each source; texts of one place have the same law above them, which is put together once."""
    shared = Counter(frozenset(above) for above in by.values())
    together = {above: [_together(above, places)] for above, times in shared.items() if times > 1}
    return {own: together.get(frozenset(above)) or [places[one] for one in above] for own, above in by.items()}


def _together(instruments: Iterable[str], places: Mapping[str, _Places]) -> _Places:
    found: dict[str, list[int]] = defaultdict(list)
    for one in sorted(instruments):
        for gram, numbers in places[one].items():
            found[gram] += numbers
    return found
