"""The rule graph answers who owes what to whom, and finds the clauses that mandatory law overrides."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest

from propertylaw.graph import RuleGraph, completed
from propertylaw.model import Citation, Force, Instrument, Locator, Norm, Rank

CONTRACT = Instrument(id="doc:合同", title="合同", rank=Rank.CONTRACT)


def norm(at: str, modality: str, bearer: str, action: str, **fields: Any) -> Norm:
    return Norm.model_validate(
        {
            "id": fields.pop("id", f"{at}#1"),
            "modality": modality,
            "bearer": bearer,
            "action": action,
            "locator": at,
            "origin": "curated",
            **fields,
        }
    )


def clause(at: str, modality: str, bearer: str, action: str, **fields: Any) -> Norm:
    return norm(at, modality, bearer, action, force=Force.AGREED, origin="extracted", **fields)


BAN = norm(
    "民法典/944/3", "prohibition", "service_provider", "停水电催费", counterparty="owner", topics=("utility_cutoff",)
)
PAY = norm("民法典/944/1", "duty", "owner", "交物业费", counterparty="service_provider", topics=("fees",))
HANDOVER = norm("物业管理条例/29", "duty", "developer", "移交资料", counterparty="service_provider")
FINE = norm(
    "物业管理条例/58",
    "sanction",
    "developer",
    "一万至十万罚款",
    cites=(Citation(text="第二十九条", targets=(Locator.parse("物业管理条例/29"),)),),
)
INCOME = norm(
    "民法典/282",
    "constitutive",
    "owner",
    "扣除成本后的收入归业主",
    topics=("common_income_ownership",),
    exception="业主共同决定另作安排",
)


def test_duties_of_a_party_are_found_with_and_without_a_counterparty() -> None:
    graph = RuleGraph([BAN, PAY, HANDOVER])
    assert graph.duties_of("service_provider") == (BAN,)
    assert graph.duties_of("service_provider", towards="owner") == (BAN,)
    assert graph.duties_of("service_provider", towards="developer") == ()


def test_a_duty_of_one_is_a_claim_of_the_other() -> None:
    graph = RuleGraph([PAY])
    assert graph.rights_of("service_provider") == (PAY,)
    assert graph.rights_against("owner") == (PAY,)


def test_a_topic_includes_the_topics_within_it() -> None:
    graph = RuleGraph([BAN, PAY, HANDOVER])
    assert graph.about("fees") == (BAN, PAY)
    assert graph.about("utility_cutoff") == (BAN,)


def test_norms_of_an_article_are_found_by_its_locator() -> None:
    graph = RuleGraph([BAN, PAY, HANDOVER])
    assert graph.stated_in("民法典/944") == (BAN, PAY)
    assert graph.stated_in("民法典/944/3") == (BAN,)


def test_a_duty_leads_to_the_sanction_that_protects_it() -> None:
    graph = RuleGraph([HANDOVER, FINE, PAY])
    assert graph.sanctions_for(HANDOVER) == (FINE,)
    assert graph.path_to_sanction(HANDOVER) == (HANDOVER.id, FINE.id)
    assert graph.path_to_sanction(PAY) == ()


def test_a_clause_that_permits_what_the_code_forbids_is_overridden() -> None:
    permit = clause("doc:合同/24", "right", "service_provider", "暂停供水", topics=("utility_cutoff",))
    graph = RuleGraph([BAN, permit], [CONTRACT])
    assert graph.overriding(permit) == (BAN,)
    assert graph.conflicts[0].kind == "permits_what_is_forbidden"


def test_a_clause_that_only_local_law_forbids_is_contested_and_not_overridden() -> None:
    permit = clause("doc:合同/24", "right", "service_provider", "暂停供水", topics=("utility_cutoff",))
    local = norm("青岛市物业管理条例/61", "prohibition", "service_provider", "停水催费", topics=("utility_cutoff",))
    graph = RuleGraph([local, permit], [CONTRACT])
    assert graph.conflicts == ()
    assert graph.overriding(permit) == ()
    assert [one.higher for one in graph.contested] == [local]


@pytest.mark.parametrize(
    ("modality", "bearer", "topics"),
    [
        ("prohibition", "service_provider", ("utility_cutoff",)),
        ("right", "utility", ("utility_cutoff",)),
        ("right", "service_provider", ("fees",)),
    ],
)
def test_the_lawful_neighbours_of_a_void_clause_stand(modality: str, bearer: str, topics: tuple[str, ...]) -> None:
    neighbour = clause("doc:合同/24", modality, bearer, "…", topics=topics)
    assert RuleGraph([BAN, neighbour], [CONTRACT]).conflicts == ()


def test_income_given_to_another_is_overridden_unless_the_owners_decided_so() -> None:
    taken = clause("doc:合同/26", "constitutive", "service_provider", "归乙方", topics=("common_income_ownership",))
    decided = clause(
        "doc:合同/27",
        "constitutive",
        "service_provider",
        "归乙方",
        topics=("common_income_ownership", "joint_decision"),
    )
    graph = RuleGraph([INCOME, taken, decided], [CONTRACT])
    assert [conflict.lower for conflict in graph.conflicts] == [taken]


def test_the_whole_is_a_networkx_graph_with_typed_nodes_and_edges() -> None:
    permit = clause("doc:合同/24", "right", "service_provider", "暂停供水", topics=("utility_cutoff",))
    whole = RuleGraph([BAN, PAY, HANDOVER, FINE, permit], [CONTRACT]).to_networkx()
    assert isinstance(whole, nx.MultiDiGraph)
    assert {kind for _, kind in whole.nodes(data="kind")} == {"party", "norm", "provision", "instrument", "concept"}
    assert whole.has_edge("party:owner", PAY.id, "bears")
    assert whole.has_edge(PAY.id, "party:service_provider", "owed_to")
    assert whole.has_edge(PAY.id, "at:民法典/944/1", "stated_in")
    assert whole.has_edge("at:民法典/944/1", "instrument:民法典", "part_of")
    assert whole.has_edge(PAY.id, "concept:topic/fees", "about")
    assert whole.has_edge(FINE.id, "at:物业管理条例/29", "cites")
    assert whole.has_edge(FINE.id, HANDOVER.id, "sanctions")
    assert whole.has_edge(BAN.id, permit.id, "overrides")
    assert whole.has_edge(permit.id, BAN.id, "conflicts_with")


def test_the_curated_law_itself_holds_no_agreed_norms_and_so_no_void_ones() -> None:
    from datetime import date

    from propertylaw.library import KnowledgeBase

    graph = RuleGraph(KnowledgeBase(date(2025, 1, 1), "上海市").norms())
    assert graph.conflicts == ()
    assert graph.sanctions_for(graph.stated_in("物业管理条例/29/1")[0])


def test_the_graph_of_a_day_and_a_place_has_the_law_of_then_and_there() -> None:
    local = norm("青岛市物业管理条例/62/2", "power", "housing_authority", "制定参考价格")
    other = norm("舟山市物业管理条例/5", "duty", "subdistrict", "指导业主")
    old = norm("物权法/70", "constitutive", "owner", "对专有部分享有所有权")
    agreed = clause("doc:合同/3", "duty", "owner", "交费")
    graph = RuleGraph([BAN, local, other, old, agreed], [CONTRACT])
    assert set(graph.at(date(2024, 1, 1), "山东省青岛市").norms.values()) == {BAN, local, agreed}
    assert set(graph.at(date(2019, 1, 1), "浙江省舟山市").norms.values()) == {old, agreed}


def test_what_another_version_said_is_told_not_guessed() -> None:
    graph = RuleGraph([HANDOVER])
    assert graph.at(date(2024, 1, 1), "").doubts == ()
    (doubt,) = graph.at(date(2017, 1, 1), "").doubts
    assert "更早的文本" in doubt.message
    assert str(doubt.locator) == "物业管理条例"


def test_a_wording_of_its_own_time_applies_in_that_time() -> None:
    former = norm("民法典/944/1", "duty", "owner", "旧文", until=date(2022, 12, 31))
    later = norm("民法典/944/2", "duty", "owner", "新文", since=date(2023, 1, 1))
    graph = RuleGraph([former, later])
    assert set(graph.at(date(2022, 6, 1), "").norms) == {former.id}
    assert set(graph.at(date(2023, 6, 1), "").norms) == {later.id}


def test_a_text_that_states_curated_law_itself_loses_neither() -> None:
    text = PAY.model_copy(update={"origin": "extracted", "action": "按照约定支付物业费"})
    graph = RuleGraph([PAY, text])
    assert [norm.id for norm in graph.stated_in("民法典/944/1")] == [PAY.id, f"{PAY.id}-text"]
    assert completed([text], [PAY, HANDOVER]) == (HANDOVER, text)
