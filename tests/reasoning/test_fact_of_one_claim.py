"""A fact that belongs to one of several claims: the damage by the wall is none of what stands on the roof."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Analysis
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-07-20
place: 江苏省南通市
parties:
  - {id: a, name: 甲, role: owner}
  - {id: b, name: 乙, role: owner}
claims:
  - {by: a, against: [b], claim: conduct.load_bearing}
  - {by: a, against: [b], claim: conduct.illegal_building}
facts:
  - {id: load_bearing_changed, of: b, value: true, admitted_by: [b]}
  - {id: structure_built, of: b, value: true, admitted_by: [b]}
  - {id: building_unpermitted, of: b, value: true, evidence: [规划部门答复]}
  - {id: is_common_part, value: true, evidence: [测绘图]}
  - {id: own_use_affected, value: true, evidence: [照片]}
"""
UNTIED = "  - {id: damage_amount, value: 24000, evidence: [报价]}\n"
OF_THE_WALL = "  - {id: damage_amount, claim: conduct.load_bearing, value: 24000, evidence: [报价]}\n"
OF_THE_ROOF = "  - {id: damage_amount, claim: conduct.illegal_building, value: 900, evidence: [发票]}\n"


def came_out(folder: Path, facts: str) -> Analysis:
    (folder / "案.yaml").write_text(FORM + facts, encoding="utf-8")
    return analyze(folder / "案.yaml")


def sums(analysis: Analysis) -> dict[str, Decimal | None]:
    return {one.id: one.amount and one.amount.high for one in analysis.claims}


def codes(analysis: Analysis) -> set[str]:
    return {one.code for one in analysis.diagnostics}


def test_a_sum_that_several_claims_could_take_is_told_to_be_one_and_how_to_say_whose_it_is(tmp_path: Path) -> None:
    (told,) = (one for one in came_out(tmp_path, UNTIED).diagnostics if one.code == "SUM003")
    assert "只能得一次：各项都能成立，由请求人选一项" in told.message
    assert "（damage_amount）那一行写上 claim: conduct.load_bearing" in told.advice


def test_a_sum_of_one_claim_is_not_granted_by_the_other(tmp_path: Path) -> None:
    analysis = came_out(tmp_path, OF_THE_WALL)
    assert sums(analysis) == {"conduct.load_bearing": Decimal(24000), "conduct.illegal_building": None}
    assert "SUM003" not in codes(analysis)


def test_each_claim_has_its_own_sum_and_the_two_are_two_losses(tmp_path: Path) -> None:
    analysis = came_out(tmp_path, OF_THE_WALL + OF_THE_ROOF)
    assert sums(analysis) == {"conduct.load_bearing": Decimal(24000), "conduct.illegal_building": Decimal(900)}
    assert codes(analysis).isdisjoint({"SUM001", "SUM003"})


def test_what_is_told_of_one_claim_goes_before_what_is_told_of_all(tmp_path: Path) -> None:
    analysis = came_out(tmp_path, UNTIED + OF_THE_ROOF)
    assert sums(analysis) == {"conduct.load_bearing": Decimal(24000), "conduct.illegal_building": Decimal(900)}


def test_no_money_is_asked_for_twice_where_only_an_end_is_asked_for(tmp_path: Path) -> None:
    assert "SUM003" not in codes(came_out(tmp_path, "  - {id: only_stop_asked, value: true}\n"))


def test_a_fact_of_a_claim_that_does_not_look_at_it_is_pointed_out(tmp_path: Path) -> None:
    tied = "  - {id: building_endangered, claim: conduct.load_bearing, value: true}\n"
    assert "FCT004" not in codes(came_out(tmp_path, tied))
    assert "FCT004" in codes(
        came_out(tmp_path, "  - {id: structure_design_approved, claim: conduct.illegal_building}\n")
    )


@pytest.mark.parametrize(("claim", "said"), [("conduct.load", "没有这个请求"), ("fees.arrears", "表上没有提")])
def test_a_claim_that_is_not_raised_is_no_claim_to_tie_a_fact_to(tmp_path: Path, claim: str, said: str) -> None:
    with pytest.raises(FormError, match=said):
        came_out(tmp_path, f"  - {{id: damage_amount, claim: {claim}, value: 1}}\n")


def test_two_sums_of_one_kind_are_to_be_added_up_or_tied(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="加起来写一个总数"):
        came_out(tmp_path, UNTIED + UNTIED.replace("24000", "300"))


OPEN_ROOF = "  - {id: building_unpermitted, of: b, value: unknown}\n"
FENCE = "  - {by: a, against: [b], claim: conduct.property_damage}\n"


def told_once(folder: Path, form: str) -> str:
    (folder / "案.yaml").write_text(form + UNTIED, encoding="utf-8")
    (told,) = (one for one in analyze(folder / "案.yaml").diagnostics if one.code == "SUM003")
    return told.message


def test_of_several_claims_for_one_sum_the_one_that_stands_is_named(tmp_path: Path) -> None:
    known = "  - {id: building_unpermitted, of: b, value: true, evidence: [规划部门答复]}\n"
    message = told_once(tmp_path, FORM.replace(known, OPEN_ROOF))
    assert "只能得一次：现在能成立的是“拆改承重结构" in message


def test_three_claims_for_one_sum_are_told_in_one_sentence(tmp_path: Path) -> None:
    deed = "".join(
        f"  - {{id: {id}, value: true}}\n" for id in ("thing_damaged", "damaged_by_them", "damaged_with_fault")
    )
    assert told_once(tmp_path, FORM.replace("facts:\n", f"{FENCE}facts:\n") + deed).count("”、“") == 2
