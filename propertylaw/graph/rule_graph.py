"""`RuleGraph`: a typed index over norms for the questions people ask, and the whole as a networkx graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from propertylaw.library import KnowledgeBase
from propertylaw.model import Diagnostic, Instrument, Locator, Modality, Norm, PartyId, Severity, Topic
from propertylaw.rulebook import Catalogue, catalogue
from propertylaw.rulebook import topics as shipped_topics

from .conflicts import Conflict, find_conflicts

if TYPE_CHECKING:
    import networkx as nx

_OWED = {Modality.DUTY, Modality.PROHIBITION, Modality.LIABILITY}
_HELD = {Modality.RIGHT, Modality.POWER}


class RuleGraph:
    """Norms of any number of texts, curated and extracted, as one graph.

    Args:
        norms: the norms; ids must differ.
        instruments: what the catalogue does not know, the user's own documents above all.
        topics: other topics than those that ship.
    """

    def __init__(
        self,
        norms: Iterable[Norm],
        instruments: Iterable[Instrument] = (),
        topics: Mapping[str, Topic] | None = None,
    ) -> None:
        self.norms: dict[str, Norm] = {norm.id: norm for norm in norms}
        self.instruments: dict[str, Instrument] = {i.id: i for i in (*catalogue(), *instruments)}
        self.topics = shipped_topics() if topics is None else topics
        self.doubts: tuple[Diagnostic, ...] = ()
        """What is not known of the versions behind the norms, where the graph is that of a day."""
        self._by_bearer: dict[str, list[Norm]] = defaultdict(list)
        self._by_counterparty: dict[str, list[Norm]] = defaultdict(list)
        self._by_topic: dict[str, list[Norm]] = defaultdict(list)
        self._by_article: dict[tuple[str, int | None], list[Norm]] = defaultdict(list)
        for norm in self.norms.values():
            self._index(norm)

    def _index(self, norm: Norm) -> None:
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
        """Norms on a topic and on all topics within it, in the order they came in."""
        wanted = {topic} | {id for id in self.topics if topic in self._wider(id)}
        ids = {norm.id for id in wanted for norm in self._by_topic[id]}
        return tuple(norm for norm in self.norms.values() if norm.id in ids)

    def at(self, day: date, place: str) -> RuleGraph:
        """The graph as the law stood on a day at a place; what is not known of a version is in its `doubts`.

        Args:
            day: the day.
            place: province and city, such as 山东省青岛市; national law applies everywhere, and so do the norms of the
                user's own documents.
        """
        law = KnowledgeBase(day, place, catalogue=Catalogue(self.instruments.values()))
        imported = self._imported(law)
        instruments = {one.id: one for one in law.catalogue}
        unknown = {norm.locator.instrument for norm in self.norms.values()} - self.instruments.keys()
        applying = unknown | {id for id, known in instruments.items() if _applies(law, known)}
        kept = [
            norm
            for norm in (*self.norms.values(), *imported)
            if norm.locator.instrument in applying and (norm.since or day) <= day <= (norm.until or day)
        ]
        graph = RuleGraph(kept, instruments.values(), self.topics)
        own = {norm.locator.instrument for norm in kept} - {norm.locator.instrument for norm in imported}
        graph.doubts = (*law.doubts, *_doubts(own, instruments, day))
        return graph

    def _imported(self, law: KnowledgeBase) -> tuple[Norm, ...]:
        """Norms of the local texts in the user's library; of what the graph has itself, nothing is added."""
        there = {norm.locator.instrument for norm in self.norms.values()}
        texts = (text for text in law.local_texts if text.instrument.id not in there)
        return tuple(norm for text in texts for norm in law.norms_of(text))

    def stated_in(self, locator: Locator | str) -> tuple[Norm, ...]:
        """Norms stated in a provision or within it."""
        place = Locator.parse(locator) if isinstance(locator, str) else locator
        return tuple(norm for norm in self.norms.values() if place.contains(norm.locator))

    def sanctions_for(self, norm: Norm) -> tuple[Norm, ...]:
        """Sanctions that cite the provision in which the norm stands."""
        return tuple(sanction for sanction, duty in self._sanctioned if duty.id == norm.id)

    def path_to_sanction(self, norm: Norm) -> tuple[str, ...]:
        """Nodes from the norm to its nearest sanction, both included; empty when it has none."""
        import networkx as nx

        goals = {sanction.id for sanction in self.sanctions_for(norm)}
        paths = (nx.shortest_path(self.to_networkx(), norm.id, goal) for goal in sorted(goals))
        return min((tuple(path) for path in paths), key=len, default=())

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Agreed norms that mandatory norms of higher sources contradict."""
        return find_conflicts(self.norms.values(), self.topics, self.instruments)

    def overriding(self, norm: Norm) -> tuple[Norm, ...]:
        """The mandatory norms that a clause gives way to; empty when it stands."""
        return tuple(conflict.higher for conflict in self.conflicts if conflict.lower.id == norm.id)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The whole graph: nodes of kind party, norm, provision, instrument; edges bears, owed_to, stated_in,
        part_of, cites, sanctioned_by, overridden_by. A new graph each time; change it freely."""
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for norm in self.norms.values():
            self._add_norm(graph, norm)
        for sanction, duty in self._sanctioned:
            graph.add_edge(duty.id, sanction.id, key="sanctioned_by", kind="sanctioned_by")
        for conflict in self.conflicts:
            graph.add_edge(
                conflict.lower.id, conflict.higher.id, key="overridden_by", kind="overridden_by", why=conflict.kind
            )
        return graph

    def _add_norm(self, graph: nx.MultiDiGraph[str], norm: Norm) -> None:
        graph.add_node(norm.id, kind="norm", modality=norm.modality.value, label=norm.action, origin=norm.origin)
        for party in norm.bearer:
            graph.add_node(f"party:{party}", kind="party", label=party)
            graph.add_edge(f"party:{party}", norm.id, key="bears", kind="bears")
        for party in norm.counterparty:
            graph.add_node(f"party:{party}", kind="party", label=party)
            graph.add_edge(norm.id, f"party:{party}", key="owed_to", kind="owed_to")
        provision, instrument = f"at:{norm.locator}", f"instrument:{norm.locator.instrument}"
        graph.add_node(provision, kind="provision", label=str(norm.locator))
        graph.add_node(instrument, kind="instrument", label=norm.locator.instrument)
        graph.add_edge(norm.id, provision, key="stated_in", kind="stated_in")
        graph.add_edge(provision, instrument, key="part_of", kind="part_of")
        for target in (target for citation in norm.cites for target in citation.targets):
            graph.add_node(f"at:{target}", kind="provision", label=str(target))
            graph.add_edge(norm.id, f"at:{target}", key="cites", kind="cites")

    @cached_property
    def _sanctioned(self) -> tuple[tuple[Norm, Norm], ...]:
        """Pairs of a sanction and a duty or prohibition in a provision that the sanction cites."""
        return tuple(
            (sanction, norm)
            for sanction in self.norms.values()
            if sanction.modality is Modality.SANCTION
            for target in (target for citation in sanction.cites for target in citation.targets)
            for norm in self._by_article[target.instrument, target.article]
            if norm.modality in _OWED and target.contains(norm.locator)
        )

    def with_wider(self, topic: str) -> set[str]:
        """A topic and all topics around it."""
        return {topic} | self._wider(topic)

    def _wider(self, topic: str) -> set[str]:
        found: set[str] = set()
        current = self.topics[topic].within
        while current and current not in found:
            found.add(current)
            current = self.topics[current].within
        return found


def _applies(law: KnowledgeBase, instrument: Instrument) -> bool:
    return law.covers(instrument.territory) and law.status(instrument.id) in ("in_force", "unknown")


def _doubts(used: Iterable[str], instruments: Mapping[str, Instrument], day: date) -> Iterator[Diagnostic]:
    """Norms are those of the latest text; on an earlier day another one applied."""
    for id in sorted(used):
        known = instruments.get(id)
        if known is None or id.startswith("doc:"):
            continue
        if not known.versions:
            yield _doubt(id, f"《{known.title}》从何时起施行不明，仍列入")
        elif known.versions[-1].begins > day:
            latest = known.versions[-1].begins
            yield _doubt(id, f"《{known.title}》的规范出自{latest}起施行的文本，{day}施行的是更早的文本，内容可能不同")


def _doubt(id: str, message: str) -> Diagnostic:
    return Diagnostic(
        code="GRA001",
        severity=Severity.MEDIUM,
        message=message,
        locator=Locator(instrument=id),
        advice="引用前请核对当日施行的文本",
    )
