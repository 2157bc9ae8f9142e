"""Several claimants under one claim: what each has for himself, his loss, is not granted to the others too."""

from __future__ import annotations

from pathlib import Path

import pytest
from questions_of import asked

from propertylaw.model import Analysis, ClaimFinding, Result
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: lu, name: 陆某, role: owner}
  - {id: qian, name: 钱某, role: owner}
  - {id: xu, name: 许某, role: owner}
claims:
  - {by: lu, against: [xu], claim: neighbours.leak}
  - {by: qian, against: [xu], claim: neighbours.leak}
facts:
  - {id: leak_from_their_part, of: xu, value: true, admitted_by: [xu]}
  - {id: act_date, value: 2025-03-01}
"""


def leaks(folder: Path, *facts: str) -> Analysis:
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(folder / "案.yaml")


def of(who: str, analysis: Analysis) -> ClaimFinding:
    return next(one for one in analysis.claims if one.claimant == who)


def told(code: str, analysis: Analysis) -> list[str]:
    return [one.message for one in analysis.diagnostics if one.code == code]


def test_what_one_claimant_tells_of_himself_counts_for_him_and_the_page_says_so(tmp_path: Path) -> None:
    flooded = "{id: flat_flooded, value: true, said_by: lu, evidence: [照片]}"
    analysis = leaks(tmp_path, flooded, "{id: damage_amount, value: 4000, said_by: lu, evidence: [票据]}")
    assert of("lu", analysis).result is Result.SUPPORTED
    assert of("qian", analysis).result is Result.DEPENDS
    assert of("qian", analysis).amount is None
    assert "“损害金额”没有写明是谁的，按说的人算作陆某的，不算钱某的" in told("FCT008", analysis)


def test_each_who_tells_his_own_gets_his_own(tmp_path: Path) -> None:
    losses = [f"{{id: damage_amount, value: {sum}, said_by: {who}}}" for who, sum in (("lu", 4000), ("qian", 900))]
    analysis = leaks(tmp_path, "{id: flat_flooded, of: [lu, qian], value: true}", *losses)
    amounts = {one.claimant: one.amount.high for one in analysis.claims if one.amount}
    assert amounts == {"lu": 4000, "qian": 900}
    assert not told("FCT008", analysis)


def test_what_nobody_tells_by_name_counts_for_none_and_is_asked(tmp_path: Path) -> None:
    analysis = leaks(tmp_path, "{id: flat_flooded, value: true}")
    assert {one.result for one in analysis.claims} == {Result.DEPENDS}
    assert "flat_flooded" in asked(analysis)
    assert told("FCT001", analysis)


def test_what_the_other_side_says_against_it_is_weighed_against_who_told_it(tmp_path: Path) -> None:
    flooded = "{id: flat_flooded, of: [lu, qian], value: true}"
    rivals = ("{id: damage_amount, value: 4000, said_by: lu}", "{id: damage_amount, value: 100, said_by: xu}")
    analysis = leaks(tmp_path, flooded, *rivals)
    assert of("lu", analysis).amount is None


def test_what_is_not_of_one_of_them_counts_for_all_and_the_page_says_so(tmp_path: Path) -> None:
    analysis = leaks(tmp_path, "{id: force_majeure_event, value: true, said_by: lu}")
    assert any("对陆某、钱某都按所填的算" in one for one in told("FCT002", analysis))


def test_a_single_claimant_need_not_say_that_the_loss_is_his(tmp_path: Path) -> None:
    text = FORM.replace("  - {by: qian, against: [xu], claim: neighbours.leak}\n", "")
    facts = "  - {id: flat_flooded, value: true}\n  - {id: damage_amount, value: 4000}\n"
    (tmp_path / "案.yaml").write_text(text + facts, encoding="utf-8")
    (claim,) = analyze(tmp_path / "案.yaml").claims
    assert claim.result is Result.SUPPORTED


FELL = """\
on: 2026-06-30
place: 山东省青岛市
parties:
  - {id: li, name: 李某, role: anyone}
  - {id: wang, name: 王某, role: owner}
  - {id: chen, name: 陈某, role: owner}
claims:
  - {by: li, against: [chen], claim: torts.falling_object}
  - {by: wang, against: [chen], claim: torts.falling_object}
facts:
  - {id: part_fell, value: true, admitted_by: [chen]}
  - {id: harm_suffered, value: true}
  - {id: owns_fallen_part, of: chen, value: true, evidence: [不动产权证]}
  - {id: inspected_and_maintained, of: chen, value: false, admitted_by: [chen]}
  - {id: damage_amount, of: li, value: 32000, evidence: [票据]}
  - {id: damage_amount, of: wang, value: 9800, evidence: [发票]}
"""


def fallen(folder: Path, *facts: str) -> Analysis:
    (folder / "案.yaml").write_text(FELL + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(folder / "案.yaml")


def test_what_one_victim_did_wrong_takes_nothing_from_another(tmp_path: Path) -> None:
    analysis = fallen(tmp_path, "{id: victim_at_fault, value: true, said_by: wang, evidence: [停在消防通道]}")
    assert of("li", analysis).result is Result.SUPPORTED
    assert of("wang", analysis).result is Result.PARTLY_SUPPORTED
    assert "“受害人自己有过错”没有写明是谁的，按说的人算作王某的，不算李某的" in told("FCT008", analysis)


@pytest.mark.parametrize("id", ["victim_at_fault", "victim_intent"])
def test_which_of_several_victims_was_at_fault_is_asked_where_the_respondent_does_not_say(
    id: str, tmp_path: Path
) -> None:
    analysis = fallen(tmp_path, f"{{id: {id}, value: true, said_by: chen, evidence: [监控录像]}}")
    assert {one.result for one in analysis.claims} == {Result.DEPENDS}
    assert told("FCT001", analysis)
