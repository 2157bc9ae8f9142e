"""A judgement that only the side says whom it helps is an argument: it is not proved, and nobody had to deny it."""

from __future__ import annotations

from typing import Any

import pytest
from two_parties import raised
from worked_cases import BOOK

from propertylaw.model import ClaimFinding, Fact, Result
from propertylaw.reasoning import analyze

JUDGED = [fact for fact in BOOK.facts.values() if fact.judged_for]
FLOODED: tuple[dict[str, Any], ...] = (
    {"id": "flat_flooded", "value": True, "said_by": "a", "evidence": ["照片"]},
    {"id": "leak_from_their_part", "of": "b", "value": True, "said_by": "a", "evidence": ["鉴定意见"]},
    {"id": "damage_amount", "value": 18600, "said_by": "a", "evidence": ["评估报告"]},
)


def flooded(**without_fault: object) -> ClaimFinding:
    """A flat flooded from above, and what is said of the fault of the owner above."""
    said = {"id": "leak_without_fault", "of": "b", "value": True, **without_fault}
    return analyze(raised("neighbours.leak", ("owner", "owner"), *FLOODED, said)).claims[0]


def test_his_own_word_does_not_beat_an_expert() -> None:
    found = flooded(said_by="b")
    assert (found.result, found.amount.low if found.amount else None) == (Result.SUPPORTED, 18600)
    assert [(use.fact, use.provers) for use in found.unproved] == [("leak_without_fault", ("b",))]
    assert not found.settled


@pytest.mark.parametrize("backed", [{"evidence": ["鉴定意见"]}, {"admitted_by": ["a"]}])
def test_with_evidence_or_an_admission_it_counts(backed: dict[str, list[str]]) -> None:
    assert flooded(said_by="b", **backed).result is not Result.SUPPORTED


@pytest.mark.parametrize("says", [{"said_by": "a"}, {}])
def test_what_the_other_side_says_or_whoever_filled_in_the_form_counts(says: dict[str, str]) -> None:
    assert flooded(**says).result is not Result.SUPPORTED


def test_the_contrary_said_by_himself_speaks_against_him() -> None:
    found = flooded(said_by="b", value=False)
    assert found.result is Result.SUPPORTED
    assert found.settled


def test_what_another_argues_for_his_own_part_leaves_the_rest_alone() -> None:
    asks = [{"id": id, "value": True} for id in ("records_withheld", "asks_contract_and_income")]
    dispute = raised("governance.disclosure", ("owner", "service_provider"), *asks)
    committee = dispute.parties[0].model_copy(update={"id": "c", "name": "丙", "role": "owners_committee"})
    claims = (dispute.claims[0].model_copy(update={"against": ("b", "c")}),)
    abuse = Fact.model_validate({"id": "abusive_request", "value": True, "said_by": "c"})
    parties, facts = (*dispute.parties, committee), (*dispute.facts, abuse)
    found = analyze(dispute.model_copy(update={"parties": parties, "claims": claims, "facts": facts})).claims
    assert [one.result for one in found] == [Result.SUPPORTED, Result.SUPPORTED]
    assert [one.settled for one in found] == [True, False]


def test_thirty_facts_and_more_are_judgements_and_true_or_false_or_a_share() -> None:
    assert len(JUDGED) >= 30
    assert all(fact.type == "boolean" or fact.unit == "share" for fact in JUDGED)
