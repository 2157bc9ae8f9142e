"""The rule graph for other programs: JSON-LD that an RDF library reads, LegalRuleML that comes back unchanged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

from propertylaw import KnowledgeBase, RuleGraph, extract, outline, read
from propertylaw.errors import WrongFormatError
from propertylaw.model import Norm
from propertylaw.report.graph_linked import graph_jsonld
from propertylaw.report.legal_ruleml import legal_ruleml, read_legal_ruleml

CONTRACT = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "枫林苑物业服务合同.md"
TERM = "urn:propertylaw:term:"


@pytest.fixture(scope="module")
def graph() -> RuleGraph:
    source = read(CONTRACT)
    law = KnowledgeBase(on=date(2025, 6, 30), place="临江省云溪市")
    return RuleGraph([*law.norms(), *extract(source, outline(source))])


@pytest.fixture(scope="module")
def triples(graph: RuleGraph) -> Graph:
    return Graph().parse(data=graph_jsonld(graph), format="json-ld")


def test_every_norm_is_a_node_with_its_words_and_its_place(graph: RuleGraph, triples: Graph) -> None:
    norms = set(triples.subjects(predicate=URIRef(TERM + "statedIn")))
    assert len(norms) == len(graph.norms)
    cutoff = URIRef("urn:propertylaw:provision:%E6%B0%91%E6%B3%95%E5%85%B8/944/3")
    bans = list(triples.subjects(predicate=URIRef(TERM + "statedIn"), object=cutoff))
    assert any("停" in str(triples.value(ban, RDFS.label)) for ban in bans)
    for ban in bans:
        assert (ban, URIRef(TERM + "bearer"), URIRef("urn:propertylaw:party:service_provider")) in triples


def test_every_link_leads_to_a_node(triples: Graph) -> None:
    nodes = set(triples.subjects())
    for name in (
        "bearer",
        "counterparty",
        "statedIn",
        "cites",
        "partOf",
        "overriddenBy",
        "sanctionedBy",
        "conflictsWith",
    ):
        assert set(triples.objects(predicate=URIRef(TERM + name))) <= nodes


def test_relations_between_sources_are_links(graph: RuleGraph, triples: Graph) -> None:
    linked = set(triples.subject_objects(predicate=URIRef(TERM + "conflictsWith")))
    conflicts = {(one.lower.id, one.higher.id) for one in graph.relations if one.kind == "conflicts"}
    assert conflicts
    assert len(linked) == len(conflicts)


def bare(norm: Norm) -> Norm:
    """The norm without what belongs to its text rather than to the rule."""
    return norm.model_copy(
        update={
            "quantities": (),
            "topics": (),
            "text_span": None,
            "origin": "extracted",
            "confidence": 1.0,
            "since": None,
            "until": None,
        }
    )


def test_legalruleml_comes_back_unchanged(graph: RuleGraph) -> None:
    norms = tuple(graph.norms.values())
    again = read_legal_ruleml(legal_ruleml(norms))
    assert again == tuple(map(bare, norms))


@pytest.mark.parametrize("text", ["", "<a/>", "甲", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"])
def test_what_is_no_legalruleml_is_refused(text: str) -> None:
    with pytest.raises(WrongFormatError):
        read_legal_ruleml(text)
