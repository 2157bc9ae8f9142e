"""Which of two sources gives way: by rank, by time, by place, or not to be said here (立法法 98-106)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from propertylaw.model import NATION, RANK_ORDER, Instrument, Norm, Rank
from propertylaw.rulebook import precedence

By = Literal["rank", "interpretation", "time", "open", "place"]
"""Why one side gives way: the other ranks higher; is what it interprets; has the same maker and is older; nothing
settles it; each applies in its own place."""

_LONG_AGO = date.min


class Precedence(NamedTuple):
    """Two sources in order, and why."""

    lower: str
    higher: str
    by: By


class Sources:
    """The sources of a graph, compared in pairs by the rules of `corpus/catalogue/ranks.yaml`.

    Where the law leaves it to a ruling (a department's rule beside a local one, local law beside a contract), the
    source that is listed later counts as the lower one, yet nothing settles which of the two gives way.

    Args:
        instruments: what is known of them; a source that is not among them ranks with contracts.
    """

    def __init__(self, instruments: Mapping[str, Instrument]) -> None:
        self._instruments = instruments
        self.between = cache(self._between)

    def _between(self, one: str, other: str) -> Precedence | None:
        """Which of two sources gives way; None for one and the same source and where one of them is not known."""
        a, b = self._instruments.get(one), self._instruments.get(other)
        if a is None or b is None or one == other:
            return None
        if not overlap(a.territory, b.territory):
            return _undecided(one, other, "place")
        found = precedence(a, b)
        result = found.rule.result if found else "open"
        if found and found.prevails:
            return _ordered(a, b, "rank", found.prevails == b.id)
        if result == "with":
            return _ordered(a, b, "interpretation", a.rank is Rank.INTERPRETATION)
        if result == "same" and a.issuer == b.issuer and _since(a) != _since(b):
            return _ordered(a, b, "time", _since(a) < _since(b))
        if RANK_ORDER[a.rank] != RANK_ORDER[b.rank]:
            return _ordered(a, b, "open", RANK_ORDER[a.rank] > RANK_ORDER[b.rank])
        return _undecided(one, other, "open")


def height(norm: Norm, instruments: Mapping[str, Instrument]) -> int:
    """Rank of the source a norm stands in, 1 the highest."""
    return RANK_ORDER[rank_of(norm, instruments)]


def rank_of(norm: Norm, instruments: Mapping[str, Instrument]) -> Rank:
    """Rank of the source a norm stands in; a source that is not known ranks with contracts."""
    known = instruments.get(norm.locator.instrument)
    return known.rank if known else Rank.CONTRACT


def overlap(one: str, other: str) -> bool:
    """Whether two territories have a place in common."""
    return NATION in (one, other) or one.startswith(other) or other.startswith(one)


def _ordered(a: Instrument, b: Instrument, by: By, first_is_lower: bool) -> Precedence:
    return Precedence(a.id, b.id, by) if first_is_lower else Precedence(b.id, a.id, by)


def _undecided(one: str, other: str, by: By) -> Precedence:
    """Two sources of which neither gives way, in a fixed order."""
    return Precedence(min(one, other), max(one, other), by)


def _since(instrument: Instrument) -> date:
    return max((version.begins for version in instrument.versions), default=instrument.promulgated or _LONG_AGO)
