"""`RuleGraph`: a typed index over norms for the questions people ask, and the whole as a networkx graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from propertylaw.errors import RuleError
from propertylaw.model import Diagnostic, Instrument, Locator, Modality, Norm, PartyId, Topic
from propertylaw.rulebook import catalogue
from propertylaw.rulebook import topics as shipped_topics

from .conflicts import Conflict, find_conflicts
from .imported import imported
from .moment import applying
from .relation import Relation, RelationKind
from .relations import find_relations
from .responsibility import Handling, Matrix, Responsibility, handling, responsibilities, subjects
from .sanctions import PROTECTED, Protection, protections
from .subjects import within

if TYPE_CHECKING:
    import networkx as nx

_OWED = {Modality.DUTY, Modality.PROHIBITION, Modality.LIABILITY}
_HELD = {Modality.RIGHT, Modality.POWER}


class RuleGraph:
    """Norms of any number of texts, curated and extracted, as one graph.

    Args:
        norms: the norms; ids must differ. Two versions of one text are told apart by `propertylaw.graph.of_version`;
            a norm read from a text whose id a curated one has already gets `-text` at the end of its own.
        instruments: what the catalogue does not know, the user's own documents above all.
        topics: other topics than those that ship.
        doubts: what is not known of the norms, such as the version they are taken from.

    Raises:
        RuleError: two different norms have the same id.
    """

    def __init__(
        self,
        norms: Iterable[Norm],
        instruments: Iterable[Instrument] = (),
        topics: Mapping[str, Topic] | None = None,
        doubts: Iterable[Diagnostic] = (),
    ) -> None:
        self.norms: dict[str, Norm] = {}
        self.instruments: dict[str, Instrument] = {i.id: i for i in (*catalogue(), *instruments)}
        self.topics = shipped_topics() if topics is None else topics
        self.doubts = tuple(doubts)
        """What is not known of the versions behind the norms, where the graph is that of a day."""
        self._number: dict[str, int] = {}
        self._by_bearer: dict[str, list[Norm]] = defaultdict(list)
        self._by_counterparty: dict[str, list[Norm]] = defaultdict(list)
        self._by_topic: dict[str, list[Norm]] = defaultdict(list)
        self._by_article: dict[tuple[str, int | None], list[Norm]] = defaultdict(list)
        for norm in norms:
            self._add(norm)

    def _add(self, norm: Norm) -> None:
        known = self.norms.get(norm.id)
        if known is not None and known.origin != norm.origin and norm.origin == "extracted":
            norm = norm.model_copy(update={"id": f"{norm.id}-text"})
            known = self.norms.get(norm.id)
        if known == norm:
            return
        if known is not None:
            raise RuleError(f"规范标识“{norm.id}”重复", advice="同一文件的两个版本请先用 of_version 标明版本")
        self.norms[norm.id] = norm
        self._number[norm.id] = len(self._number)
        for party in norm.bearer:
            self._by_bearer[party].append(norm)
        for party in norm.counterparty:
            self._by_counterparty[party].append(norm)
        for topic in norm.topics:
            self._by_topic[topic].append(norm)
        self._by_article[norm.locator.instrument, norm.locator.article].append(norm)

    def duties_of(self, party: PartyId, towards: PartyId | None = None) -> tuple[Norm, ...]:
        """What the party must do, must not do and answers for; towards one counterparty or towards anyone."""
        return tuple(
            norm
            for norm in self._by_bearer[party]
            if norm.modality in _OWED and (towards is None or towards in norm.counterparty)
        )

    def rights_of(self, party: PartyId, against: PartyId | None = None) -> tuple[Norm, ...]:
        """What the party may do, and what is owed to it: a duty of A towards B is also a claim of B against A."""
        own = (norm for norm in self._by_bearer[party] if norm.modality in _HELD)
        owed = (norm for norm in self._by_counterparty[party] if norm.modality in _OWED)
        found = (*own, *owed)
        return tuple(norm for norm in found if against is None or against in (*norm.counterparty, *norm.bearer))

    def rights_against(self, party: PartyId) -> tuple[Norm, ...]:
        """What others hold against the party: rights exercised against it, and its duties owed to someone."""
        held = (norm for norm in self._by_counterparty[party] if norm.modality in _HELD)
        owed = (norm for norm in self._by_bearer[party] if norm.modality in _OWED and norm.counterparty)
        return (*held, *owed)

    def about(self, topic: str) -> tuple[Norm, ...]:
        """Norms on a topic and on all topics within it, in the order they came in.

        Raises:
            RuleError: there is no such topic.
        """
        self._known(topic)
        found = {norm.id: norm for id in within(topic, self.topics) for norm in self._by_topic[id]}
        return tuple(sorted(found.values(), key=lambda norm: self._number[norm.id]))

    def _known(self, topic: str) -> None:
        if topic not in self.topics:
            raise RuleError(f"没有这个主题“{topic}”", advice="主题列在 rules/topics.yaml")

    def handling(self, topic: str) -> Handling:
        """Who may act on a complaint about a topic, who leads, who assists, and who has to stop it and report.

        Raises:
            RuleError: there is no such topic.
        """
        self._known(topic)
        return handling(topic, self.topics, self.norms.values(), Matrix(self.responsibilities, self._about))

    def stated_in(self, locator: Locator | str) -> tuple[Norm, ...]:
        """Norms stated in a provision or within it."""
        place = Locator.parse(locator) if isinstance(locator, str) else locator
        there: Iterable[Norm] = (
            self._by_article[place.instrument, place.article] if place.article else self.norms.values()
        )
        return tuple(norm for norm in there if place.contains(norm.locator))

    def at(self, day: date, place: str) -> RuleGraph:
        """The graph as the law stood on a day at a place; what is not known of a version is in its `doubts`.

        Args:
            day: the day.
            place: province and city, such as 山东省青岛市; national law applies everywhere, and so do the norms of the
                user's own documents. Local texts in the user's library join the graph.
        """
        kept, doubts = applying(self.norms.values(), self.instruments, day, place)
        there = {norm.locator.instrument for norm in self.norms.values()}
        more = imported(there, self.instruments.values(), day, place)
        instruments = (*self.instruments.values(), *more.instruments)
        return RuleGraph((*kept, *more.norms), instruments, self.topics, (*more.doubts, *doubts))

    def sanctions_for(self, norm: Norm) -> tuple[Norm, ...]:
        """Sanctions that cite the provision in which the norm stands, or describe its breach."""
        return tuple(one.sanction for one in self.protections if one.duty.id == norm.id)

    def unsanctioned(self, party: PartyId | None = None) -> tuple[Norm, ...]:
        """Duties and prohibitions, of one party or of anyone, for whose breach no sanction was found in these texts."""
        sanctioned = {one.duty.id for one in self.protections}
        bound = self.norms.values() if party is None else self._by_bearer[party]
        return tuple(norm for norm in bound if norm.modality in PROTECTED and norm.id not in sanctioned)

    def path_to_sanction(self, norm: Norm) -> tuple[str, ...]:
        """Nodes from the norm to its nearest sanction, both included; empty when it has none."""
        return next(((norm.id, sanction.id) for sanction in self.sanctions_for(norm)), ())

    @cached_property
    def protections(self) -> tuple[Protection, ...]:
        """Sanctions and the duties whose breach they punish; found on first use."""
        return protections(self.norms.values())

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Agreed norms that give way to mandatory norms of statutes and administrative regulations."""
        return tuple(one for one in self._contradicted if one.settled)

    @cached_property
    def contested(self) -> tuple[Conflict, ...]:
        """Agreed norms that mandatory norms of local law or of rules contradict: void only if more is added."""
        return tuple(one for one in self._contradicted if not one.settled)

    @cached_property
    def _contradicted(self) -> tuple[Conflict, ...]:
        return find_conflicts(self.norms.values(), self.topics, self.instruments)

    def overriding(self, norm: Norm) -> tuple[Norm, ...]:
        """The mandatory norms that a clause as a whole gives way to; empty when it stands, be it in part."""
        met = (one for one in self.conflicts if one.lower.id == norm.id)
        return tuple(one.higher for one in met if not one.partial)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """How norms of law stand to those of the sources above theirs; found on first use."""
        return find_relations(self.norms.values(), self.topics, self.instruments)

    def relations_of(self, norm: Norm) -> tuple[Relation, ...]:
        """The relations in which a norm stands, on either side."""
        return tuple(one for one in self.relations if norm.id in (one.lower.id, one.higher.id))

    def statements_of(self, norm: Norm) -> tuple[Norm, ...]:
        """The norm and all others that state the same, whatever their source, in the order of the norms."""
        beside: dict[str, set[str]] = defaultdict(set)
        for one in self.relations:
            if one.kind is RelationKind.REPEATS:
                beside[one.lower.id].add(one.higher.id)
                beside[one.higher.id].add(one.lower.id)
        found, open_ends = {norm.id}, [norm.id]
        while open_ends:
            new = beside[open_ends.pop()] - found
            found |= new
            open_ends += new
        return tuple(one for one in self.norms.values() if one.id in found)

    @cached_property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """The responsibility matrix: which body leads, acts, supervises or assists in which topic."""
        return responsibilities(self.norms.values(), self.topics, self._about)

    @cached_property
    def _about(self) -> Mapping[str, frozenset[str]]:
        return subjects(self.norms.values(), self.protections)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The whole graph, a new one each time; change it freely. Its nodes and edges are listed in 问图谱."""
        from .whole import whole

        return whole(self)
