"""The whole graph for networkx: parties, norms, provisions, instruments and concepts, and all that links them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.model import Instrument, Modality, Norm

from .relation import RelationKind
from .wording import pattern

if TYPE_CHECKING:
    import networkx as nx

    from .rule_graph import RuleGraph

_LINK = {
    RelationKind.REPEATS: "repeats",
    RelationKind.IMPLEMENTS: "implements",
    RelationKind.STRICTER: "stricter_than",
    RelationKind.CONFLICTS: "conflicts_with",
}


class Link(NamedTuple):
    """An edge; its ends are made as nodes by their own kind."""

    start: str
    end: str
    kind: str
    why: str = ""
    confidence: float = 1.0


def whole(graph: RuleGraph) -> nx.MultiDiGraph[str]:
    """Everything the graph knows, as a new networkx graph."""
    import networkx as nx

    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for norm in graph.norms.values():
        made.add_node(
            norm.id,
            kind="norm",
            label=norm.action,
            modality=norm.modality.value,
            origin=norm.origin,
            force=norm.force.value,
        )
    for link in _links(graph):
        for end in (link.start, link.end):
            if end not in made:
                made.add_node(end, **_node(end, graph))
        made.add_edge(link.start, link.end, key=link.kind, kind=link.kind, why=link.why, confidence=link.confidence)
    return made


def _node(id: str, graph: RuleGraph) -> dict[str, str]:
    kind, _, name = id.partition(":")
    kind = "provision" if kind == "at" else kind
    if id.startswith("concept:topic/"):
        return {"kind": "concept", "label": graph.topics[name.removeprefix("topic/")].title}
    return {"kind": kind, "label": name.removeprefix("term/")}


def _links(graph: RuleGraph) -> Iterator[Link]:
    for norm in graph.norms.values():
        yield from _of_norm(norm, graph)
    yield from _amendments(graph)
    for one in graph.protections:
        yield Link(one.sanction.id, one.duty.id, "sanctions", one.by)
    for conflict in graph.conflicts:
        yield Link(conflict.higher.id, conflict.lower.id, "overrides", conflict.kind)
        yield Link(conflict.lower.id, conflict.higher.id, "conflicts_with", conflict.kind)
    for relation in graph.relations:
        yield Link(relation.lower.id, relation.higher.id, _LINK[relation.kind], relation.why, relation.confidence)


def _of_norm(norm: Norm, graph: RuleGraph) -> Iterator[Link]:
    yield from (Link(f"party:{party}", norm.id, "bears") for party in norm.bearer)
    yield from (Link(norm.id, f"party:{party}", "owed_to") for party in norm.counterparty)
    yield from (Link(norm.id, f"party:{party}", "imposed_by") for party in norm.authority)
    yield Link(norm.id, f"at:{norm.locator}", "stated_in")
    yield Link(f"at:{norm.locator}", f"instrument:{norm.locator.instrument}", "part_of")
    yield from (Link(norm.id, f"concept:topic/{topic}", "about") for topic in norm.topics if topic in graph.topics)
    term = defined_term(norm)
    if term:
        yield Link(norm.id, f"concept:term/{term}", "defines")
    for citation in norm.cites:
        for target in citation.targets:
            yield Link(norm.id, f"at:{target}", "cites")
            yield Link(f"at:{target}", f"instrument:{target.instrument}", "part_of")
            if norm.exception and citation.text in norm.exception:
                yield Link(f"at:{target}", norm.id, "excepts", norm.exception)
            if pattern("repeals").search(norm.action):
                yield Link(f"instrument:{norm.locator.instrument}", f"at:{target}", "amends", norm.action)


def defined_term(norm: Norm) -> str | None:
    """The word that a constitutive norm explains (X是指…, X包括…); None where it explains none."""
    if norm.modality is not Modality.CONSTITUTIVE or not pattern("defines").match(norm.action):
        return None
    words = norm.bearer_text or ""
    return pattern("called").sub("", words) or None


def _amendments(graph: RuleGraph) -> Iterator[Link]:
    """A text that took another's place amends it, as far as the catalogue knows; both must be spoken of here."""
    spoken_of = {norm.locator.instrument for norm in graph.norms.values()}
    spoken_of |= {t.instrument for norm in graph.norms.values() for cited in norm.cites for t in cited.targets}
    for id in sorted(spoken_of):
        known: Instrument | None = graph.instruments.get(id)
        if known is not None and known.replaced_by in spoken_of:
            yield Link(f"instrument:{known.replaced_by}", f"instrument:{id}", "amends", "replaced")
