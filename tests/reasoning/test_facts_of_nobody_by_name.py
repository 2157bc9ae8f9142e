"""A fact of one person that the form states without `of`, where several could be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, Proof, Result
from propertylaw.reasoning import analyze

LEAK = """\
on: 2026-11-25
place: 江苏省南京市
parties:
  - {id: a, name: 王某, role: owner}
  - {id: b, name: 陈某, role: owner}
  - {id: c, name: 周某, role: owner}
  - {id: d, name: 乙物业, role: service_provider}
claims: [CLAIMS]
facts:
  - {id: flat_flooded, value: true, said_by: a, evidence: [照片]}
  - {id: damage_amount, value: 6800, said_by: a, evidence: [维修单]}
"""
FROM_BOTH = "{by: a, against: [b, c], claim: neighbours.leak}"
SOURCE = "{id: leak_from_their_part, value: true, said_by: a, evidence: [鉴定意见]}"


def leak(folder: Path, *facts: str, claims: str = FROM_BOTH) -> Analysis:
    file = folder / "漏水.yaml"
    file.write_text(LEAK.replace("CLAIMS", claims) + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(file)


def results(analysis: Analysis) -> dict[str, Result]:
    return {finding.respondent: finding.result for finding in analysis.claims}


def proof_of(analysis: Analysis, fact: str) -> list[Proof]:
    elements = (element for finding in analysis.claims for element in finding.elements)
    return [use.proof for element in elements for use in element.facts if use.fact == fact]


def codes(analysis: Analysis) -> list[str]:
    return [found.code for found in analysis.diagnostics if found.code.startswith("FCT")]


def test_of_several_who_could_be_meant_none_is_held_liable_by_it(tmp_path: Path) -> None:
    analysis = leak(tmp_path, SOURCE)
    assert results(analysis) == {"b": Result.DEPENDS, "c": Result.DEPENDS}
    assert proof_of(analysis, "leak_from_their_part") == ["unattributed", "unattributed"]


def test_it_is_asked_whose_it_is(tmp_path: Path) -> None:
    analysis = leak(tmp_path, SOURCE)
    asked = [question for question in analysis.decisive if question.ids == ("leak_from_their_part",)]
    assert {question.respondent for question in asked} == {"b", "c"}
    assert all("用 of 写明" in question.questions[0] for question in asked)
    (doubt,) = (found for found in analysis.diagnostics if found.code == "FCT001")
    assert "陈某、周某" in doubt.message
    assert "of: b、of: c" in doubt.advice


def test_with_one_respondent_it_is_his(tmp_path: Path) -> None:
    analysis = leak(tmp_path, SOURCE, claims="{by: a, against: [b], claim: neighbours.leak}")
    assert results(analysis) == {"b": Result.SUPPORTED}
    assert codes(analysis) == []


@pytest.mark.parametrize(("named", "other"), [("b", "c"), ("c", "b")])
def test_where_all_but_one_are_spoken_of_by_name_it_is_that_ones(named: str, other: str, tmp_path: Path) -> None:
    dry = f"{{id: leak_from_their_part, of: {named}, value: false, said_by: a, evidence: [试水记录]}}"
    assert results(leak(tmp_path, SOURCE, dry)) == {named: Result.NOT_SUPPORTED, other: Result.SUPPORTED}


def test_two_who_claim_the_same_from_each_other_are_both_possible(tmp_path: Path) -> None:
    both = "{by: a, against: [b], claim: neighbours.leak}, {by: b, against: [a], claim: neighbours.leak}"
    analysis = leak(tmp_path, SOURCE, claims=both)
    assert proof_of(analysis, "leak_from_their_part") == ["unattributed", "unattributed"]


def test_a_respondent_whose_claim_does_not_look_at_it_is_not_meant(tmp_path: Path) -> None:
    others = "{by: a, against: [b], claim: neighbours.leak}, {by: a, against: [c], claim: conduct.noise}"
    analysis = leak(tmp_path, SOURCE, claims=others)
    assert results(analysis)["b"] is Result.SUPPORTED
    assert codes(analysis) == []


def test_a_defence_raised_for_nobody_by_name_stays_open(tmp_path: Path) -> None:
    sources = [f"{{id: leak_from_their_part, of: {one}, value: true, evidence: [鉴定意见]}}" for one in "bc"]
    own_fixture = "{id: leak_without_fault, value: true, said_by: b, evidence: [鉴定意见]}"
    others = FROM_BOTH.replace("[b, c]", "[b, e]")
    head = LEAK.replace("  - {id: d,", "  - {id: e, name: 郑某, role: owner}\n  - {id: d,")
    file = tmp_path / "漏水.yaml"
    facts = "".join(f"  - {one}\n" for one in (sources[0], sources[1].replace("of: c", "of: e"), own_fixture))
    file.write_text(head.replace("CLAIMS", others) + facts, encoding="utf-8")
    analysis = analyze(file)
    truths = {d.truth for finding in analysis.claims for d in finding.defences if d.id == "no_fault"}
    assert truths == {"unknown"}


def test_that_it_is_unknown_is_unknown_of_all(tmp_path: Path) -> None:
    analysis = leak(tmp_path, "{id: leak_from_their_part, value: unknown}")
    assert proof_of(analysis, "leak_from_their_part") == ["unknown", "unknown"]
    assert codes(analysis) == []


FEES = """\
on: 2025-06-30
place: 河北省石家庄市
parties:
  - {id: a, name: 甲物业公司, role: service_provider}
  - {id: b, name: 曹某, role: owner}
  - {id: e, name: 曹妻, role: owner}
claims: [{by: a, against: [b, e], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: fee_rate, value: 2}
  - {id: floor_area, of: b, value: 100}
  - {id: floor_area, of: e, value: 100}
  - {id: unpaid_from, value: 2024-01-01}
  - {id: unpaid_to, value: 2024-12-31}
"""


def test_what_several_may_share_counts_for_each_and_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "欠费.yaml").write_text(FEES, encoding="utf-8")
    analysis = analyze(tmp_path / "欠费.yaml")
    assert [finding.amount and finding.amount.high for finding in analysis.claims] == [2400, 2400]
    (said,) = (found for found in analysis.diagnostics if found.code == "FCT002")
    for title in ("物业费标准", "欠费起始日", "欠费截止日", "曹某、曹妻"):
        assert title in said.message


def test_a_measure_of_one_flat_gives_no_sum_for_another(tmp_path: Path) -> None:
    unnamed = FEES.replace("  - {id: floor_area, of: e, value: 100}\n", "").replace("of: b, value: 100", "value: 100")
    (tmp_path / "欠费.yaml").write_text(unnamed, encoding="utf-8")
    analysis = analyze(tmp_path / "欠费.yaml")
    assert [finding.amount for finding in analysis.claims] == [None, None]
    asked = [question.respondent for question in analysis.decisive if question.ids == ("floor_area",)]
    assert asked == ["b", "e"]
