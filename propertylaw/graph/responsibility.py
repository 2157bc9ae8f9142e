"""Who does what about a topic: which body leads, acts, supervises, assists, and where nobody leads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from propertylaw.model import Modality, Norm, PartyId
from propertylaw.rulebook import parties, roles

from .rule_graph import RuleGraph

_ACTING = {Modality.DUTY, Modality.POWER, Modality.RIGHT}
_UNNAMED = frozenset(["generic_authority", "other_authority", "government"])
"""Bodies that a text does not name; they answer for nothing in particular."""
_LOOKED_FOR = ("assists", "leads", "supervises")
_OWN_ORGANS = frozenset(["owners_assembly", "owners_committee", "preparatory_group", "court", "arbitration"])
"""Bodies that are not asked to look after a topic from outside."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What one body does about one topic, in one role."""

    topic: str
    party: PartyId
    role: str
    """Id of `rules/roles.yaml`: leads, acts, supervises or assists."""
    norms: tuple[Norm, ...]
    shared_with: tuple[PartyId, ...]
    """Other bodies that the same norms name beside it."""


def responsibilities(graph: RuleGraph) -> tuple[Responsibility, ...]:
    """The responsibility matrix of a graph: party by topic, as far as its norms name topic and body.

    A topic within another counts for the wider one too. A sanction is an act of the authority that imposes it.
    """
    found: dict[tuple[str, PartyId, str], list[Norm]] = defaultdict(list)
    for norm in graph.norms.values():
        for party, role in _parts(norm):
            for topic in {topic for own in norm.topics for topic in graph.with_wider(own)}:
                found[topic, party, role].append(norm)
    order = {topic: number for number, topic in enumerate(graph.topics)}
    keys = sorted(found, key=lambda key: (order[key[0]], key[1], _rank(key[2])))
    return tuple(_responsibility(key, found[key]) for key in keys)


def without_lead(matrix: Iterable[Responsibility]) -> Mapping[str, tuple[PartyId, ...]]:
    """Topics on which several bodies act or supervise and none leads: each of them may point at the others."""
    acting: dict[str, set[PartyId]] = defaultdict(set)
    led: set[str] = set()
    for one in matrix:
        if one.role == "leads":
            led.add(one.topic)
        elif one.role in ("acts", "supervises"):
            acting[one.topic].add(one.party)
    return {topic: tuple(sorted(bodies)) for topic, bodies in acting.items() if len(bodies) > 1 and topic not in led}


def _parts(norm: Norm) -> Iterable[tuple[PartyId, str]]:
    if norm.modality is Modality.SANCTION:
        return [(party, "acts") for party in norm.authority if _is_body(party)]
    if norm.modality not in _ACTING:
        return []
    return [(party, _role(norm.action)) for party in norm.bearer if _is_body(party)]


def _is_body(party: PartyId) -> bool:
    known = parties().get(party)
    return known is not None and known.nature != "private" and party not in _UNNAMED | _OWN_ORGANS


def _role(action: str) -> str:
    """Assisting is told by its word before supervising, leading before acting."""
    said = [role.id for role in roles().values() if any(re.search(pattern, action) for pattern in role.patterns)]
    return next((role for role in _LOOKED_FOR if role in said), "acts")


def _rank(role: str) -> int:
    return list(roles()).index(role)


def _responsibility(key: tuple[str, PartyId, str], norms: list[Norm]) -> Responsibility:
    topic, party, role = key
    named = {other for norm in norms for other in (*norm.bearer, *norm.authority)}
    beside = (other for other in named if other != party and _is_body(other))
    return Responsibility(topic, party, role, tuple(norms), tuple(sorted(beside)))
