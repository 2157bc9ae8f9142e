"""The whole as a networkx graph: every kind of edge, what it means and in which direction it runs."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from propertylaw.graph import RuleGraph
from propertylaw.model import Citation, Instrument, Locator, Norm, Rank


def norm(at: str, modality: str, bearer: str | tuple[str, ...], action: str, **fields: Any) -> Norm:
    whole = {"id": f"{at}#1", "modality": modality, "bearer": bearer, "action": action, "locator": at}
    return Norm.model_validate(whole | fields)


def cite(text: str, at: str) -> tuple[Citation, ...]:
    return (Citation(text=text, targets=(Locator.parse(at),)),)


VOTE = "经参与表决面积四分之三以上且参与表决人数四分之三以上的业主同意"
OLD_VOTE = "经面积过半数且人数过半数的业主同意"
TELL = "将业主委员会的决定在物业管理区域内书面公告"

NORMS = [
    norm("民法典/1", "constitutive", "service_provider", "包括物业服务企业和其他管理人", bearer_text="物业服务人"),
    norm("民法典/2", "duty", "owners_committee", TELL, counterparty="owner"),
    norm("民法典/3", "duty", "owner", VOTE, condition="改建、重建建筑物的", topics=("rebuilding",)),
    norm(
        "物业管理条例/2",
        "prohibition",
        "developer",
        "处分共有部分",
        exception="但是民法典第三条另有规定的除外",
        cites=cite("民法典第三条", "民法典/3"),
    ),
    norm(
        "物业管理条例/3",
        "sanction",
        "developer",
        "处罚款",
        authority="housing_authority",
        cites=cite("第二条", "物业管理条例/2"),
    ),
    norm("物业管理条例/4", "duty", "owner", OLD_VOTE, condition="改建、重建建筑物的", topics=("rebuilding",)),
    norm("山东省物业管理条例/2", "duty", "owners_committee", TELL, deadline="P7D", deadline_text="七日内"),
    norm("青岛市物业管理条例/2", "duty", "owners_committee", TELL, deadline="P3D", deadline_text="三日内"),
    norm("浙江省物业管理条例/2", "duty", "owners_committee", TELL),
    norm("民法典/9", "duty", "other", "同时废止", cites=cite("《物权法》", "物权法")),
    norm("民法典/7", "prohibition", "service_provider", "停水催费", topics=("utility_cutoff",)),
    norm("doc:合同/7", "right", "service_provider", "停水催费", topics=("utility_cutoff",), force="agreed"),
]


@pytest.fixture(scope="module")
def whole() -> nx.MultiDiGraph[str]:
    return RuleGraph(NORMS, [Instrument(id="doc:合同", title="合同", rank=Rank.CONTRACT)]).to_networkx()


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ("party:owners_committee", "民法典/2#1", "bears"),
        ("民法典/2#1", "party:owner", "owed_to"),
        ("民法典/2#1", "at:民法典/2", "stated_in"),
        ("at:民法典/2", "instrument:民法典", "part_of"),
        ("民法典/3#1", "concept:topic/rebuilding", "about"),
        ("民法典/1#1", "concept:term/物业服务人", "defines"),
        ("物业管理条例/3#1", "at:物业管理条例/2", "cites"),
        ("物业管理条例/3#1", "物业管理条例/2#1", "sanctions"),
        ("物业管理条例/3#1", "party:housing_authority", "imposed_by"),
        ("at:民法典/3", "物业管理条例/2#1", "excepts"),
        ("instrument:民法典", "at:物权法", "amends"),
        ("instrument:民法典", "instrument:物权法", "amends"),
        ("浙江省物业管理条例/2#1", "民法典/2#1", "repeats"),
        ("山东省物业管理条例/2#1", "民法典/2#1", "implements"),
        ("青岛市物业管理条例/2#1", "山东省物业管理条例/2#1", "stricter_than"),
        ("物业管理条例/4#1", "民法典/3#1", "conflicts_with"),
        ("民法典/7#1", "doc:合同/7#1", "overrides"),
        ("doc:合同/7#1", "民法典/7#1", "conflicts_with"),
    ],
)
def test_an_edge_runs_from_what_acts_to_what_it_acts_on(
    whole: nx.MultiDiGraph[str], start: str, end: str, kind: str
) -> None:
    assert whole.has_edge(start, end, kind)
    assert whole.edges[start, end, kind]["kind"] == kind


def test_every_node_has_a_kind_and_a_label(whole: nx.MultiDiGraph[str]) -> None:
    kinds = {kind for _, kind in whole.nodes(data="kind")}
    assert kinds == {"party", "norm", "provision", "instrument", "concept"}
    assert all(label for _, label in whole.nodes(data="label"))


def test_networkx_algorithms_work_on_it(whole: nx.MultiDiGraph[str]) -> None:
    path = nx.shortest_path(whole.to_undirected(), "party:housing_authority", "物业管理条例/2#1")
    assert path == ["party:housing_authority", "物业管理条例/3#1", "物业管理条例/2#1"]


def test_a_new_graph_is_given_each_time() -> None:
    graph = RuleGraph(NORMS[:2])
    graph.to_networkx().clear()
    assert graph.to_networkx().number_of_nodes() > 0
