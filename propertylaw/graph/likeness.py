"""The candidate step: pairs of norms of different sources that speak of the same act, found by their rare words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from .bigrams import Alike, Bigrams
from .precedence import By, Sources
from .wording import Wording

if TYPE_CHECKING:
    from .bigrams import Flags, Numbers

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
    if not wordings:
        return ()
    instruments = [one.norm.locator.instrument for one in wordings]
    by = {own: _prevailing(own, set(instruments), sources) for own in dict.fromkeys(instruments)}
    source, prevails = _above(instruments, by)
    return tuple(
        Pair(wordings[own], wordings[other], by[instruments[own]][instruments[other]], score)
        for own, other, score in _best(Bigrams(wordings).alike(source, prevails), source)
    )


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


def _best(found: Alike, source: Numbers) -> Iterator[tuple[int, int, float]]:
    """The pairs that are, for both of their norms, nearly the best in the other's source."""
    import numpy as np

    sources = source.max() + 1
    sides = (found.lower * sources + source[found.higher], found.higher * sources + source[found.lower])
    known, at = np.unique(np.concatenate(sides), return_inverse=True)
    best = np.zeros(len(known))
    np.maximum.at(best, at, np.tile(found.score, 2))
    own, other = np.split(best[at], 2)
    kept = found.score >= _NEARLY_BEST * np.maximum(own, other)
    return zip(found.lower[kept].tolist(), found.higher[kept].tolist(), found.score[kept].tolist(), strict=True)
