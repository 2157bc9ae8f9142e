"""What the rules know of local law counts at its place without its text: the reduction for empty flats."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, ClaimFinding
from propertylaw.reasoning import analyze
from propertylaw.reasoning.sums_in_words import money_in_words

FORM = """on: 2024-06-30
place: {place}
parties:
  - {{id: a, name: 甲物业, role: service_provider}}
  - {{id: b, name: 徐某, role: owner}}
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: preliminary_contract, value: true}}
  - {{id: service_provided, value: true}}
  - {{id: demand_made, value: true}}
  - {{id: fee_rate, value: 2}}
  - {{id: floor_area, value: 100}}
  - {{id: unpaid_from, value: 2023-01-01}}
  - {{id: unpaid_to, value: 2023-12-31}}
"""
NEVER_MOVED_IN = "  - {id: never_moved_in, of: b, value: true, said_by: b, admitted_by: [a]}\n"


def worked_through(tmp_path: Path, place: str, more: str = NEVER_MOVED_IN) -> Analysis:
    form = tmp_path / "纠纷.yaml"
    form.write_text(FORM.format(place=place) + more, encoding="utf-8")
    return analyze(form)


def reduced(finding: ClaimFinding) -> list[str]:
    return [one.id for one in finding.defences if one.id == "empty_flat"]


@pytest.mark.parametrize("place", ["山东省聊城市", "山东省菏泽市"])
def test_a_reduction_that_local_law_lays_down_is_open_until_its_share_is_told(tmp_path: Path, place: str) -> None:
    found = worked_through(tmp_path, place)
    (claim,) = found.claims
    assert claim.amount is not None
    assert claim.amount.low is None
    assert money_in_words(claim.amount) == "至多 2,400.00 元，还缺空置房交费比例"
    asked = [id for question in found.decisive for id in question.ids]
    assert asked[:2] == ["empty_flat_conditions_met", "empty_flat_share"]
    (rule,) = (use for one in claim.defences for use in one.facts if use.fact == "empty_flat_rule")
    assert (rule.value, rule.proof) == (True, "local_law")
    assert [str(at) for at in rule.stated_at] == [str(one.at) for one in rule.conditions]


def test_each_question_is_put_once(tmp_path: Path) -> None:
    asked = [id for question in worked_through(tmp_path, "山东省聊城市").decisive for id in question.ids]
    assert len(asked) == len(set(asked))


def test_the_rule_of_another_place_says_nothing(tmp_path: Path) -> None:
    (claim,) = worked_through(tmp_path, "江苏省南通市").claims
    assert claim.amount is not None
    assert (claim.amount.low, claim.amount.high) == (2400, 2400)


def test_what_the_form_says_goes_before_it(tmp_path: Path) -> None:
    told = NEVER_MOVED_IN + "  - {id: empty_flat_rule, value: false, said_by: a, evidence: [决定]}\n"
    (claim,) = worked_through(tmp_path, "山东省聊城市", told).claims
    assert claim.amount is not None
    assert claim.amount.low == 2400


def test_where_nobody_says_that_the_flat_is_empty_it_is_no_failed_defence(tmp_path: Path) -> None:
    (claim,) = worked_through(tmp_path, "山东省聊城市", "").claims
    assert reduced(claim) == []
    assert claim.amount is not None
    assert claim.amount.low == 2400


def test_elsewhere_it_is_asked_whether_there_is_such_a_rule(tmp_path: Path) -> None:
    found = worked_through(tmp_path, "江苏省南通市")
    assert reduced(found.claims[0]) == ["empty_flat"]
    assert "empty_flat_rule" in {id for question in found.decisive for id in question.ids}
