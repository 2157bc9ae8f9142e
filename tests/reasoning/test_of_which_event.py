"""Two people hurt by two things sue the same provider: what one tells of his accident is nothing to the other's."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, ClaimFinding
from propertylaw.reasoning import analyze

FORM = """\
on: 2026-04-10
place: 湖南省长沙市
parties:
  - {id: w, name: 吴某, role: owner}
  - {id: l, name: 刘某, role: owner}
  - {id: p, name: 物业公司, role: service_provider}
claims:
  - {by: w, against: [p], claim: neighbours.leak}
  - {by: l, against: [p], claim: torts.duty_of_care}
facts:
  - {id: flat_flooded, of: w, value: true, evidence: [照片]}
  - {id: leak_from_common_part, value: true, evidence: [鉴定意见]}
  - {id: maintains_common_pipes, of: p, value: true, evidence: [合同]}
  - {id: damage_amount, of: w, claim: neighbours.leak, value: 8600, evidence: [发票]}
  - {id: harm_in_service_area, value: true, admitted_by: [p]}
  - {id: harm_suffered, of: l, value: true, evidence: [病历]}
  - {id: breach_contributed, of: p, value: true, evidence: [监控录像]}
  - {id: third_party_caused, value: false}
  - {id: damage_amount, of: l, claim: torts.duty_of_care, value: 2000, evidence: [发票]}
"""
HAZARD = "  - {id: known_hazard_left, of: p, value: true"


def came_out(folder: Path, facts: str) -> Analysis:
    (folder / "案.yaml").write_text(FORM + facts, encoding="utf-8")
    return analyze(folder / "案.yaml")


def leak(analysis: Analysis) -> ClaimFinding:
    return next(one for one in analysis.claims if one.id == "neighbours.leak")


def counted(finding: ClaimFinding) -> set[bool]:
    """How the danger that was left counts in the parts of a claim."""
    return {use.value is True for part in finding.parts for use in part.facts if use.fact == "known_hazard_left"}


def told(analysis: Analysis, code: str) -> str:
    return "".join(f"{one.message}；{one.advice}" for one in analysis.diagnostics if one.code == code)


def test_told_by_one_of_them_it_is_of_what_he_sues_for(tmp_path: Path) -> None:
    analysis = came_out(tmp_path, HAZARD + ", said_by: l, admitted_by: [p]}\n")
    of_the_fall = next(one for one in analysis.claims if one.id == "torts.duty_of_care")
    assert (counted(of_the_fall), counted(leak(analysis))) == ({True}, {False})
    assert "按说的人算作“未尽安全保障义务" in told(analysis, "FCT008")
    assert "claim: neighbours.leak" in told(analysis, "FCT008")


def test_what_the_provider_says_against_it_goes_with_it(tmp_path: Path) -> None:
    said = HAZARD + ", said_by: l, evidence: [照片]}\n"
    against = "  - {id: known_hazard_left, of: p, value: false, said_by: p}\n"
    assert counted(leak(came_out(tmp_path, said + against))) == {False}


@pytest.mark.parametrize("by", [", evidence: [照片]}\n", ", said_by: p, evidence: [照片]}\n"])
def test_told_by_nobody_of_them_it_counts_for_neither_until_it_is_said_of_which(tmp_path: Path, by: str) -> None:
    analysis = came_out(tmp_path, HAZARD + by)
    assert [counted(one) for one in analysis.claims] == [{False}, {False}]
    assert "写明以前对哪一项都不算" in told(analysis, "FCT001")
    assert any("用 claim 写明" in question for one in analysis.decisive for question in one.questions)


def test_the_loss_that_one_tells_is_none_of_the_other_s(tmp_path: Path) -> None:
    untied = FORM.replace("of: l, claim: torts.duty_of_care, value: 2000,", "said_by: l, value: 2000,")
    untied = untied.replace(
        "  - {id: damage_amount, of: w, claim: neighbours.leak, value: 8600, evidence: [发票]}\n", ""
    )
    (tmp_path / "案.yaml").write_text(untied + "  - {id: act_date, value: 2026-01-05, said_by: l}\n", encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    assert leak(analysis).amount is None
    assert "“行为发生之日、损害金额”" in told(analysis, "FCT008") or "“损害金额、行为发生之日”" in told(
        analysis, "FCT008"
    )


def test_a_day_told_in_no_one_s_name_is_that_of_all(tmp_path: Path) -> None:
    analysis = came_out(tmp_path, "  - {id: act_date, value: 2026-01-05}\n")
    assert "行为发生之日" not in told(analysis, "FCT001") + told(analysis, "FCT008")


def test_written_to_a_claim_it_counts_there(tmp_path: Path) -> None:
    analysis = came_out(tmp_path, HAZARD + ", claim: neighbours.leak, evidence: [照片]}\n")
    assert counted(leak(analysis)) == {True}
    assert not told(analysis, "FCT001") + told(analysis, "FCT008")


def test_of_one_claimant_it_counts_for_all_that_he_asks(tmp_path: Path) -> None:
    form = FORM.replace("by: l", "by: w").replace("of: l", "of: w")
    (tmp_path / "案.yaml").write_text(form + HAZARD + ", evidence: [照片]}\n", encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    assert [counted(one) for one in analysis.claims] == [{True}, {True}]
    assert not told(analysis, "FCT001")
