"""Who does what about a topic: which body leads, acts, supervises, assists, and where nobody leads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from propertylaw.model import Locator, Modality, Norm, PartyId, Topic
from propertylaw.rulebook import parties, roles

from .sanctions import PROTECTED, Protection
from .subjects import with_wider, within

_ANY_COMPLAINT = "complaints"
_ACTING = {Modality.DUTY, Modality.POWER, Modality.RIGHT}


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


class Matrix(NamedTuple):
    """The responsibility matrix of a graph, and by id of each norm its topics."""

    rows: tuple[Responsibility, ...]
    about: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Handling:
    """Who is to act on a complaint about a topic."""

    topic: str
    """Its id."""
    leads: tuple[Responsibility, ...]
    acts: tuple[Responsibility, ...]
    supervises: tuple[Responsibility, ...]
    assists: tuple[Responsibility, ...]
    reports: tuple[Norm, ...]
    """Norms by which others, the provider above all, have to stop the thing and report it, or any breach of the law."""
    generally: tuple[Responsibility, ...]
    """Bodies that have to take up any complaint, whatever it is about."""

    @property
    def nobody_leads(self) -> bool:
        """Whether several bodies act or supervise and the texts put none of them in the lead."""
        return not self.leads and len({one.party for one in (*self.acts, *self.supervises)}) > 1


def subjects(norms: Iterable[Norm], protections: Iterable[Protection]) -> Mapping[str, frozenset[str]]:
    """By id of each norm its topics, and those of the duties whose breach it is about.

    A sanction is about what it protects, and a body's task about what is broken where its condition cites that
    (违反第X条规定的，由…处理).
    """
    norms = tuple(norms)
    found = {norm.id: set(norm.topics) for norm in norms}
    for one in protections:
        found[one.sanction.id].update(one.duty.topics)
    places: dict[tuple[str, int | None], list[Norm]] = defaultdict(list)
    for norm in norms:
        places[norm.locator.instrument, norm.locator.article].append(norm)
    for norm in norms:
        for target in _broken(norm):
            for duty in places[target.instrument, target.article]:
                if duty.modality in PROTECTED and target.contains(duty.locator):
                    found[norm.id].update(duty.topics)
    return {id: frozenset(topics) for id, topics in found.items()}


def _broken(norm: Norm) -> Iterator[Locator]:
    """Provisions that the condition of a body's task cites."""
    if norm.condition and norm.modality in _ACTING and any(map(_is_body, norm.bearer)):
        for citation in norm.cites:
            if citation.text in norm.condition:
                yield from (target for target in citation.targets if target.article)


def responsibilities(
    norms: Iterable[Norm], topics: Mapping[str, Topic], about: Mapping[str, frozenset[str]]
) -> tuple[Responsibility, ...]:
    """The responsibility matrix of norms: party by topic, as far as they name topic and body.

    A topic within another counts for the wider one too; single acts count for the topic around them alone. A sanction
    is an act of the authority that imposes it.

    Args:
        norms: the norms.
        topics: all topics.
        about: by id of a norm its topics.
    """
    found: dict[tuple[str, PartyId, str], list[Norm]] = defaultdict(list)
    for norm in norms:
        parts = _parts(norm)
        wide = {topic for own in about[norm.id] for topic in with_wider(own, topics)} if parts else ()
        for topic in (id for id in wide if id in topics and not _single(topics[id])):
            for party, role in parts:
                found[topic, party, role].append(norm)
    order = {topic: number for number, topic in enumerate(topics)}
    rank = {role: number for number, role in enumerate(roles())}
    keys = sorted(found, key=lambda key: (order[key[0]], key[1], rank[key[2]]))
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


def handling(topic: str, topics: Mapping[str, Topic], norms: Iterable[Norm], graph: Matrix) -> Handling:
    """Who is to act on a complaint about a topic.

    Args:
        topic: its id.
        topics: all topics.
        norms: all norms of the graph.
        graph: its responsibility matrix, with what its norms are about.
    """
    own = within(topic, topics)
    around = (topics[topic].within or topic) if _single(topics[topic]) else topic
    here = [_narrowed(one, own, graph.about) for one in graph.rows if one.topic == around]
    by_role = {role: tuple(one for one in here if one.role == role and one.norms) for role in roles()}
    acting = {norm.id for one in (*by_role["leads"], *by_role["acts"]) for norm in one.norms}
    asked = own | within(_ANY_COMPLAINT, topics)
    reports = tuple(
        norm for norm in norms if asked & set(norm.topics) and norm.id not in acting and _stops_and_reports(norm)
    )
    generally = tuple(one for one in graph.rows if one.topic == _ANY_COMPLAINT and topic != _ANY_COMPLAINT)
    return Handling(
        topic, by_role["leads"], by_role["acts"], by_role["supervises"], by_role["assists"], reports, generally
    )


def _narrowed(one: Responsibility, topics: frozenset[str], about: Mapping[str, frozenset[str]]) -> Responsibility:
    """The responsibility as far as its norms are on these topics."""
    return replace(one, norms=tuple(norm for norm in one.norms if topics & about[norm.id]))


def _parts(norm: Norm) -> list[tuple[PartyId, str]]:
    if norm.modality is Modality.SANCTION:
        return [(party, "acts") for party in norm.authority if _is_body(party)]
    if norm.modality not in _ACTING:
        return []
    role = role_of(norm.action)
    return [(party, role) for party in norm.bearer if _is_body(party)]


def _single(topic: Topic) -> bool:
    return bool((topic.act or topic.matter) and topic.within)


def _is_body(party: PartyId) -> bool:
    known = parties().get(party)
    return known is not None and known.nature != "private" and known.oversees


def role_of(action: str) -> str:
    """The first role whose words are found; what has none of them is `acts`."""
    return next((id for id, words in _in_turn() if any(word.search(action) for word in words)), "acts")


def _stops_and_reports(norm: Norm) -> bool:
    """Whether a norm has someone other than a public body stop a thing or tell of it."""
    known = [party for id in norm.bearer if (party := parties().get(id)) is not None]
    bound = bool(norm.counterparty) or norm.bearer != ("other",)
    if norm.modality not in _ACTING or not bound or any(party.nature == "public" for party in known):
        return False
    return any(word.search(norm.action) for word in dict(_words())["reports"])


@cache
def _words() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((role.id, tuple(map(re.compile, role.patterns))) for role in roles().values())


@cache
def _in_turn() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    """Roles with their words, those first that are looked for first."""
    turns = {role.id: role.turn for role in roles().values()}
    looked_for = [(id, words) for id, words in _words() if turns[id]]
    return tuple(sorted(looked_for, key=lambda one: turns[one[0]] or 0))


def _responsibility(key: tuple[str, PartyId, str], norms: list[Norm]) -> Responsibility:
    topic, party, role = key
    named = {other for norm in norms for other in (*norm.bearer, *norm.authority)}
    beside = (other for other in named if other != party and _is_body(other))
    return Responsibility(topic, party, role, tuple(norms), tuple(sorted(beside)))
