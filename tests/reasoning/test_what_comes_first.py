"""A suit that comes too early: what has to be done first is told, and who needs no authority is told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, ClaimFinding, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.results_in_words import result_in_words

BODY = """\
on: 2025-10-30
place: 辽宁省沈阳市
parties:
  - {id: o, name: 林某, role: owner}
  - {id: b, name: 综合执法局, role: urban_management}
claims: [{by: o, against: [b], claim: public.report_not_acted}]
facts:
  - {id: own_right_at_stake, value: true, said_by: o}
  - {id: report_matter, value: illegal_building, said_by: o}
  - {id: reported_to_body, of: b, value: true, said_by: o, evidence: [签收单]}
  - {id: report_date, value: 2025-03-03, said_by: o, evidence: [签收单]}
  - {id: admin_suit_date, value: 2025-10-30, said_by: o}
  - {id: review_applied, value: %s, said_by: o}
"""
COMMITTEE = """\
on: 2025-10-30
place: 辽宁省沈阳市
parties:
  - {id: c, name: 业主委员会, role: owners_committee}
  - {id: a, name: 甲物业, role: service_provider}
"""
REPAIR = """\
claims: [{by: c, against: [a], claim: contract.performance}]
facts:
  - {id: signed_contract, value: true, said_by: c, admitted_by: [a]}
  - {id: service_agreed, value: true, said_by: c, admitted_by: [a]}
  - {id: service_not_performed, value: true, said_by: c, admitted_by: [a]}
"""
ROOMS = """\
claims: [{by: c, against: [a], claim: common_parts.service_rooms}]
facts:
  - {id: rooms_use_changed, of: a, value: true, said_by: c, admitted_by: [a]}
"""


def analysis(folder: Path, form: str) -> Analysis:
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml")


def finding(folder: Path, form: str) -> ClaimFinding:
    return analysis(folder, form).claims[0]


def test_where_every_answer_leads_to_nothing_the_result_is_not_open(tmp_path: Path) -> None:
    found = analysis(tmp_path, BODY % "false")
    assert {way.result for way in found.claims[0].scenarios} == {Result.PREMATURE, Result.NOT_SUPPORTED}
    assert found.claims[0].fails_either_way
    assert found.parties[0].liable is False
    assert found.claims[0].amount is None


def test_review_before_suit_stands_in_the_headline(tmp_path: Path) -> None:
    found = finding(tmp_path, BODY % "false")
    assert "须先申请行政复议" in result_in_words(found)
    assert "尚不能定论" not in result_in_words(found)


def test_after_review_the_claim_is_open_as_any_other(tmp_path: Path) -> None:
    found = finding(tmp_path, BODY % "true" + "  - {id: review_decision_date, value: 2025-10-20, said_by: o}\n")
    assert not found.fails_either_way
    assert found.first == ()


@pytest.mark.parametrize("authority", ["unknown", "false"])
def test_a_committee_needs_no_further_authority_to_have_the_contract_performed(tmp_path: Path, authority: str) -> None:
    told = f"  - {{id: assembly_authorised_suit, value: {authority}, said_by: a}}\n"
    found = finding(tmp_path, COMMITTEE + REPAIR + told)
    (standing,) = (one for one in found.elements if one.id == "standing")
    assert found.result is Result.SUPPORTED
    assert "不用另行授权" in standing.decided_by
    assert not standing.by_role


def test_nothing_is_said_of_authority_where_nobody_spoke_of_it(tmp_path: Path) -> None:
    (standing,) = (one for one in finding(tmp_path, COMMITTEE + REPAIR).elements if one.id == "standing")
    assert standing.by_role
    assert not standing.decided_by


def test_a_suit_without_authority_is_dismissed_and_not_lost(tmp_path: Path) -> None:
    found = finding(tmp_path, COMMITTEE + ROOMS)
    assert {way.result for way in found.scenarios} == {Result.SUPPORTED, Result.PREMATURE}
    (standing,) = (one for one in found.elements if one.id == "standing")
    assert "授权" in standing.first
    assert "驳回起诉" in standing.first


def test_an_uninspected_lift_is_inspected_before_it_runs_again(tmp_path: Path) -> None:
    found = finding(tmp_path, COMMITTEE + REPAIR + "  - {id: lift_uninspected, of: a, value: true, said_by: c}\n")
    assert any("检验" in one.says for one in found.remedies)
    assert not any("检验" in one.says for one in finding(tmp_path, COMMITTEE + REPAIR).remedies)
