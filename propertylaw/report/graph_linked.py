"""The rule graph as JSON-LD: norms, parties, provisions and instruments with stable ids, for linked data."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from propertylaw.graph import RelationKind, RuleGraph
from propertylaw.model import Norm

from .names import party_name, urn

_VOCABULARY = "urn:propertylaw:term:"
_RELATIONS: Mapping[RelationKind, str] = {
    RelationKind.REPEATS: "repeats",
    RelationKind.IMPLEMENTS: "implements",
    RelationKind.STRICTER: "stricterThan",
    RelationKind.CONFLICTS: "conflictsWith",
}
_LINKS = (
    *("bearer", "counterparty", "authority", "statedIn", "cites", "partOf", "overriddenBy", "sanctionedBy"),
    *_RELATIONS.values(),
)
_CONTEXT: dict[str, Any] = {
    "@vocab": _VOCABULARY,
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    **{name: {"@id": _VOCABULARY + name, "@type": "@id"} for name in _LINKS},
}


def graph_jsonld(graph: RuleGraph) -> str:
    """The graph as one JSON-LD object.

    Ids are URNs: `urn:propertylaw:norm:…` made of the norm's id, `…:provision:…` of its locator, `…:instrument:…` and
    `…:party:…` of theirs, with every character that a URN may not hold percent-encoded.
    """
    norms = list(graph.norms.values())
    beside: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for conflict in graph.conflicts:
        beside[conflict.lower.id]["overriddenBy"].append(urn("norm", conflict.higher.id))
    for relation in graph.relations:
        beside[relation.lower.id][_RELATIONS[relation.kind]].append(urn("norm", relation.higher.id))
    nodes = [_norm(graph, norm, beside[norm.id]) for norm in norms]
    ids = sorted({party for norm in norms for party in (*norm.bearer, *norm.counterparty, *norm.authority)})
    nodes += [{"@id": urn("party", id), "@type": "Party", "label": party_name(id)} for id in ids]
    nodes += _places(norms)
    return json.dumps({"@context": _CONTEXT, "@graph": nodes}, ensure_ascii=False)


def _norm(graph: RuleGraph, norm: Norm, beside: Mapping[str, list[str]]) -> dict[str, Any]:
    words = {
        "condition": norm.condition,
        "exception": norm.exception,
        "deadline": norm.deadline,
        "threshold": norm.threshold,
        "clause": norm.clause,
    }
    links = {
        "bearer": [urn("party", id) for id in norm.bearer],
        "counterparty": [urn("party", id) for id in norm.counterparty],
        "authority": [urn("party", id) for id in norm.authority],
        "cites": [urn("provision", str(target)) for citation in norm.cites for target in citation.targets],
        "sanctionedBy": [urn("norm", sanction.id) for sanction in graph.sanctions_for(norm)],
        **{name: list(dict.fromkeys(others)) for name, others in beside.items()},
    }
    return {
        "@id": urn("norm", norm.id),
        "@type": ["Norm", norm.modality.value.capitalize()],
        "label": norm.action,
        "force": norm.force.value,
        "origin": norm.origin,
        "statedIn": urn("provision", str(norm.locator)),
        **{name: value for name, value in words.items() if value},
        **{name: values for name, values in links.items() if values},
    }


def _places(norms: list[Norm]) -> list[dict[str, Any]]:
    targets = (target for norm in norms for citation in norm.cites for target in citation.targets)
    provisions = {str(place): place.instrument for place in (*(norm.locator for norm in norms), *targets)}
    nodes: list[dict[str, Any]] = [
        {
            "@id": urn("provision", place),
            "@type": "Provision",
            "label": place,
            "partOf": urn("instrument", instrument),
        }
        for place, instrument in sorted(provisions.items())
    ]
    names = sorted(set(provisions.values()))
    return nodes + [{"@id": urn("instrument", name), "@type": "Instrument", "label": name} for name in names]
