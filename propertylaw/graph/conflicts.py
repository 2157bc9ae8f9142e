"""Contradictions between norms, found from the norms themselves: modality against modality, owner against owner.

Two norms can contradict each other only where they are about the same precise act or allocation (topics marked
`act`) and bind the same bearer. Which source takes the effect of which away is said by `corpus/catalogue/ranks.yaml`:
a contract against a statute or an administrative regulation is void so far; against a local regulation or a rule it
is contested (民法典 153).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from propertylaw.model import Force, Instrument, Modality, Norm, Topic
from propertylaw.rulebook import overrides

from .precedence import height, rank_of

Kind = Literal[
    "permits_what_is_forbidden",
    "frees_from_duty",
    "takes_away_right",
    "gives_to_another",
    "frees_from_liability",
    "takes_more_than_allowed",
    "falls_below_least",
]

_PERMITS = {Modality.RIGHT, Modality.POWER}
_DECISION = "joint_decision"
_SHARE = "share"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A norm, the one of a higher source that it contradicts, the topic, and how they contradict each other."""

    lower: Norm
    higher: Norm
    topic: str
    kind: Kind
    settled: bool
    """Whether the lower one gives way for that alone; else its effect is left to whoever decides."""

    @property
    def partial(self) -> bool:
        """Whether the lower one loses only what goes too far: an exemption from injury may exempt from more."""
        return self.kind == "frees_from_liability"


def find_conflicts(
    norms: Iterable[Norm], topics: Mapping[str, Topic], instruments: Mapping[str, Instrument]
) -> tuple[Conflict, ...]:
    """Every agreed norm that a mandatory norm of a higher source contradicts, in the order of the norms."""
    norms = tuple(norms)
    mandatory = defaultdict(list)
    for norm in norms:
        if norm.force is Force.MANDATORY:
            for topic in norm.topics:
                if topics[topic].act:
                    mandatory[topic].append(norm)
    agreed = (norm for norm in norms if norm.force is Force.AGREED)
    return tuple(c for norm in agreed for c in _against(norm, mandatory, topics, instruments))


def _against(
    norm: Norm,
    mandatory: Mapping[str, list[Norm]],
    topics: Mapping[str, Topic],
    instruments: Mapping[str, Instrument],
) -> Iterator[Conflict]:
    for topic in norm.topics:
        for other in mandatory.get(topic, ()):
            kind = _kind_of_void(other) if topics[topic].void else _kind(norm, other)
            if kind and height(other, instruments) < height(norm, instruments):
                settled = overrides(rank_of(other, instruments), rank_of(norm, instruments))
                yield Conflict(norm, other, topic, kind, settled)


_VOID_BY: Mapping[Modality, Kind] = {
    Modality.LIABILITY: "frees_from_liability",
    Modality.DUTY: "frees_from_duty",
    Modality.CONSTITUTIVE: "falls_below_least",
}


def _kind_of_void(higher: Norm) -> Kind | None:
    """A clause on what none can agree on is void by the norm that says so, whoever is bound."""
    return _VOID_BY.get(higher.modality)


def _kind(lower: Norm, higher: Norm) -> Kind | None:
    if higher.modality is Modality.PROHIBITION and _exceeds(lower, higher):
        return "takes_more_than_allowed"
    shared = set(lower.bearer) & set(higher.bearer)
    if shared and lower.modality in _PERMITS:
        if higher.modality is Modality.PROHIBITION:
            return "permits_what_is_forbidden"
        if higher.modality is Modality.DUTY:
            return "frees_from_duty"
    if lower.modality is Modality.PROHIBITION and not set(lower.bearer).isdisjoint(_entitled(higher)):
        return "takes_away_right"
    allocates = {lower.modality, higher.modality} <= {Modality.CONSTITUTIVE, Modality.RIGHT}
    if allocates and higher.modality is Modality.CONSTITUTIVE and higher.bearer and lower.bearer and not shared:
        # The owners may agree on shares among themselves (民法典 283); a clause that rests on their decision stands.
        # So does one that leaves them a share: how far it binds them without a vote is open (283), not void.
        return None if _DECISION in lower.topics or _takes_a_part(lower) else "gives_to_another"
    return None


def _exceeds(lower: Norm, higher: Norm) -> bool:
    """Whether every share that a clause gives is above the one that a norm forbids to exceed."""
    given, most = _shares(lower), _shares(higher)
    return bool(given and most) and min(given) > max(most)


def _shares(norm: Norm) -> list[Decimal]:
    return [one.value for one in norm.quantities if one.unit == _SHARE]


def _takes_a_part(norm: Norm) -> bool:
    return any(quantity.unit == _SHARE and quantity.value < 1 for quantity in norm.quantities)


def _entitled(norm: Norm) -> tuple[str, ...]:
    """Whose right a norm states: its bearer's, or that of the one to whom a duty is owed."""
    match norm.modality:
        case Modality.RIGHT:
            return norm.bearer
        case Modality.DUTY:
            return norm.counterparty
        case _:
            return ()
