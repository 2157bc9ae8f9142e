"""The candidate step: pairs of norms of different sources that speak of the same act, found by their rare words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from .precedence import By, Sources
from .wording import Wording

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

_MOST_COMMON = 100
"""A pair of characters that stands in more norms than this brings no candidates; it still counts for the likeness."""
_MOST_TELLING = 12
"""Of a norm's rare pairs the rarest, by which its candidates are looked up."""
_FEWEST_SHARED = 3
"""Rare pairs of characters that a candidate has in common with the norm, where the source has as many of them."""
_LEAST_ALIKE = 0.28
_AT_ONCE = 50_000
"""Telling pairs that are looked up together: as many as memory holds without a thought."""
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
    found = list(_alike(wordings, sources)) if wordings else []
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


def _alike(wordings: Sequence[Wording], sources: Sources) -> Iterator[Pair]:
    """Candidates in the sources that prevail over each norm's own, as far as they are alike."""
    instruments = [one.norm.locator.instrument for one in wordings]
    by = {own: _prevailing(own, set(instruments), sources) for own in dict.fromkeys(instruments)}
    words = _Words(wordings)
    for number, other in words.candidates(_above(instruments, by)):
        if (score := words.score(number, other)) >= _LEAST_ALIKE:
            yield Pair(wordings[number], wordings[other], by[instruments[number]][instruments[other]], score)


def _prevailing(own: str, instruments: Iterable[str], sources: Sources) -> Mapping[str, By]:
    """The sources that prevail over one, and why."""
    orders = {one: order for one in instruments if (order := sources.between(own, one)) is not None}
    return {one: order.by for one, order in orders.items() if order.lower == own and order.by != "place"}


def _above(instruments: Sequence[str], by: Mapping[str, Mapping[str, By]]) -> tuple[Numbers, Flags]:
    """The number of each norm's source, and for every two sources whether the second prevails over the first."""
    import numpy as np

    number = {one: at for at, one in enumerate(by)}
    prevails = np.zeros((len(number), len(number)), dtype=bool)
    for own, above in by.items():
        prevails[number[own], [number[one] for one in above]] = True
    return np.array([number[one] for one in instruments]), prevails


class _Words:
    """Norms by the pairs of characters in their words, with what each pair weighs."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        import numpy as np

        self._grams = [one.grams for one in wordings]
        known = sorted(frozenset().union(*self._grams))
        numbers = dict(zip(known, range(len(known)), strict=True))
        grams = np.fromiter(map(numbers.__getitem__, chain.from_iterable(self._grams)), dtype=np.int64)
        self._norm = np.repeat(np.arange(len(wordings)), [len(one) for one in self._grams])
        self._counts = np.bincount(grams, minlength=len(known))
        weights = np.log(1 + len(wordings) / np.maximum(self._counts, 1)) ** 2
        squares = np.bincount(self._norm, weights=weights[grams], minlength=len(wordings))
        self._length: list[float] = np.sqrt(squares).tolist()
        self._weight: dict[str, float] = dict(zip(known, weights.tolist(), strict=True))
        rare = (self._counts > 1) & (self._counts <= _MOST_COMMON)
        kept = rare[grams]
        self._norm, self._gram = self._norm[kept], grams[kept]

    def candidates(self, above: tuple[Numbers, Flags]) -> Iterator[tuple[int, int]]:
        """Norms with one of a source above that has some of their most telling pairs, both by number."""
        import numpy as np

        source, prevails = above
        holders = self._norm[np.argsort(self._gram, kind="stable")]
        begins = np.cumsum(np.bincount(self._gram, minlength=len(self._counts)))
        norm, gram = self._telling()
        least = np.minimum(_FEWEST_SHARED, np.bincount(norm, minlength=len(source)) // 2)
        for first, last in _blocks(norm):
            own, told = norm[first:last], gram[first:last]
            sizes = self._counts[told]
            lower = np.repeat(own, sizes)
            steps = np.arange(len(lower)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            higher = holders[np.repeat(begins[told] - sizes, sizes) + steps]
            fits = prevails[source[lower], source[higher]]
            pairs, shared = np.unique(lower[fits] * len(source) + higher[fits], return_counts=True)
            enough = pairs[shared >= least[pairs // len(source)]]
            yield from zip((enough // len(source)).tolist(), (enough % len(source)).tolist(), strict=True)

    def _telling(self) -> tuple[Numbers, Numbers]:
        """Each norm's rarest pairs, norm by norm."""
        import numpy as np

        order = np.lexsort((self._gram, self._counts[self._gram], self._norm))
        norm = self._norm[order]
        begins = np.searchsorted(norm, norm)
        kept = np.arange(len(norm)) - begins < _MOST_TELLING
        return norm[kept], self._gram[order][kept]

    def score(self, one: int, other: int) -> float:
        """How like two norms are, from 0 to 1."""
        both = self._grams[one] & self._grams[other]
        return math.fsum(map(self._weight.__getitem__, both)) / (self._length[one] * self._length[other])


def _blocks(norm: Numbers) -> Iterator[tuple[int, int]]:
    """Stretches of a list of norms that are looked up at once; none ends within a norm."""
    import numpy as np

    first = 0
    while first < len(norm):
        last = min(first + _AT_ONCE, len(norm))
        last = int(np.searchsorted(norm, norm[last - 1], side="right"))
        yield first, last
        first = last
