"""The main job end to end: documents and facts go in, and the contract's own clauses decide with the law."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.model import Analysis, ClaimFinding, Result
from propertylaw.reasoning import analyze
from propertylaw.rulebook import data_folder

SAMPLES = data_folder("corpus") / "samples"
CONTRACT = (SAMPLES / "枫林苑物业服务合同.md").read_text(encoding="utf-8")
FORM = """\
on: 2025-06-30
place: 临江省云溪市
documents: [合同.md]
parties:
  - {id: a, name: 物业公司, role: service_provider}
  - {id: b, name: 周某, role: owner}
claims:
  - {by: a, against: [b], claim: fees.arrears}
  - {by: b, against: [a], claim: fees.cutoff}
facts:
  - {id: property_kind, of: b, value: dwelling}
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2025-01-01}
  - {id: unpaid_to, of: b, value: 2025-03-31}
  - {id: service_provided, value: true, said_by: a, evidence: [巡查记录]}
  - {id: demand_made, value: true, said_by: a, evidence: [签收单]}
  - {id: demand_date, of: b, value: 2025-05-01, said_by: a, evidence: [签收单]}
  - {id: utilities_cut, value: true, said_by: b, admitted_by: [a]}
  - {id: cut_by_provider, value: true, said_by: b, admitted_by: [a]}
  - {id: cut_to_collect, value: true, said_by: b, evidence: [停水通知]}
"""


def analyzed(folder: Path, contract: str = CONTRACT, form: str = FORM) -> Analysis:
    (folder / "合同.md").write_text(contract, encoding="utf-8")
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml")


def changed(old: str, new: str) -> str:
    assert old in CONTRACT
    return CONTRACT.replace(old, new)


def fees(analysis: Analysis) -> ClaimFinding:
    return next(finding for finding in analysis.claims if finding.id == "fees.arrears")


def sums(finding: ClaimFinding) -> list[Decimal]:
    return [remedy.money.high for remedy in finding.remedies if remedy.money]


def test_rate_due_day_and_penalty_come_from_the_contract(tmp_path: Path) -> None:
    finding = fees(analyzed(tmp_path))
    assert finding.result is Result.SUPPORTED
    # 1.80 × 100 × 3 = 540; the demand of 1 May gives 15 days to 16 May; 45 days to 30 June: 540 × 0.0003 × 45 = 7.29
    assert sums(finding) == [Decimal("540.00"), Decimal("7.29")]
    clauses = {str(at) for element in finding.elements for use in element.facts for at in use.stated_at}
    assert "doc:合同" in clauses


def test_another_rate_changes_the_sum(tmp_path: Path) -> None:
    finding = fees(analyzed(tmp_path, changed("住宅每平方米每月1.80元", "住宅每平方米每月2.00元")))
    assert sums(finding)[0] == Decimal("600.00")


def test_the_line_of_the_schedule_follows_the_use_of_the_property(tmp_path: Path) -> None:
    finding = fees(analyzed(tmp_path, form=FORM.replace("value: dwelling", "value: commercial")))
    # 3.20 × 100 × 3
    assert sums(finding)[0] == Decimal("960.00")


def test_another_penalty_rate_changes_the_late_fee(tmp_path: Path) -> None:
    finding = fees(analyzed(tmp_path, changed("每日万分之三", "每日万分之五")))
    # 540 × 0.0005 × 45
    assert sums(finding)[1] == Decimal("12.15")


def test_another_due_day_makes_the_claim_premature(tmp_path: Path) -> None:
    early = FORM.replace("on: 2025-06-30", "on: 2025-01-15").replace("2025-05-01", "2025-01-02")
    assert fees(analyzed(tmp_path, form=early)).result is Result.PREMATURE
    due_on_the_tenth = changed("每季度首月二十日前交纳", "每季度首月十日前交纳")
    assert fees(analyzed(tmp_path, due_on_the_tenth, early)).result is Result.SUPPORTED


def test_a_clause_that_lets_the_provider_cut_the_water_is_void_and_no_defence(tmp_path: Path) -> None:
    analysis = analyzed(tmp_path)
    assert [(str(v.clause), [str(at) for at in v.overridden_by]) for v in analysis.void_clauses] == [
        ("doc:合同/24/1", ["民法典/944/3"])
    ]
    cutoff = next(finding for finding in analysis.claims if finding.id == "fees.cutoff")
    assert cutoff.result is Result.SUPPORTED


def test_without_that_clause_nothing_is_void(tmp_path: Path) -> None:
    harmless = changed("乙方可以暂停该户的供水、供电，直至其交清全部欠费和违约金", "乙方可以在小区公告栏张贴缴费提示")
    assert analyzed(tmp_path, harmless).void_clauses == ()


PRELIMINARY = (SAMPLES / "枫林苑前期物业服务合同.md").read_text(encoding="utf-8")
INCOME_FORM = """\
on: 2024-06-30
place: 临江省云溪市
documents: [合同.md]
parties:
  - {id: o, name: 业主大会, role: owners_assembly}
  - {id: a, name: 物业公司, role: service_provider}
claims: [{by: o, against: [a], claim: common_parts.income}]
facts:
  - {id: common_part_used, value: true, said_by: o, admitted_by: [a]}
  - {id: operated_by_respondent, of: a, value: true, said_by: o, admitted_by: [a]}
  - {id: common_income_gross, value: 100000, said_by: o, evidence: [广告合同]}
  - {id: share_decided_by_owners, value: true, said_by: a, evidence: [业主大会决定]}
"""


def test_a_share_that_the_contract_agrees_measures_the_income(tmp_path: Path) -> None:
    (income,) = analyzed(tmp_path, CONTRACT, INCOME_FORM).claims
    # 20 % of 100000 stays with the provider
    assert income.amount is not None
    assert income.amount.high == Decimal("80000.00")


def test_a_void_clause_that_takes_all_the_income_changes_nothing_for_the_owners(tmp_path: Path) -> None:
    analysis = analyzed(tmp_path, PRELIMINARY, INCOME_FORM.replace("  - {id: share_decided_by_owners", "  # "))
    assert any("民法典/282" in map(str, void.overridden_by) for void in analysis.void_clauses)
    (income,) = analysis.claims
    assert income.amount is not None
    assert income.amount.high == Decimal("100000.00")


LOCAL = (SAMPLES / "云溪市住宅物业管理条例.md").read_text(encoding="utf-8")
EMPTY = FORM.replace("documents: [合同.md]", "documents: [合同.md, 条例.md]") + (
    "  - {id: never_moved_in, of: b, value: true, said_by: b, admitted_by: [a]}\n"
    "  - {id: empty_flat_conditions_met, of: b, value: true, said_by: b, evidence: [空置告知书]}\n"
)


@pytest.mark.parametrize(
    ("place", "on", "result", "principal"),
    [
        ("临江省云溪市", "2025-06-30", Result.PARTLY_SUPPORTED, "378.00"),  # 540 × 0.7
        ("临江省安平市", "2025-06-30", Result.SUPPORTED, "540.00"),  # another city: the local rule does not apply
    ],
)
def test_a_local_rule_for_empty_flats_decides_inside_its_city_only(
    place: str, on: str, result: Result, principal: str, tmp_path: Path
) -> None:
    (tmp_path / "条例.md").write_text(LOCAL, encoding="utf-8")
    # the regular contract has a clause of its own on empty flats; without it the local rule alone decides
    contract = CONTRACT.replace("业主大会决定对空置房屋减收费用，并与乙方书面变更本合同的，按照变更后的约定执行。", "")
    form = EMPTY.replace("on: 2025-06-30", f"on: {on}").replace("place: 临江省云溪市", f"place: {place}")
    analysis = analyzed(tmp_path, contract, form)
    finding = fees(analysis)
    assert finding.result is result
    assert sums(finding)[0] == Decimal(principal)
    assert any(d.code == "DOC001" for d in analysis.diagnostics) is (result is Result.SUPPORTED)


def test_a_local_rule_that_is_not_in_force_yet_does_not_decide(tmp_path: Path) -> None:
    (tmp_path / "条例.md").write_text(LOCAL.replace("2024年1月1日", "2026年1月1日"), encoding="utf-8")
    analysis = analyzed(tmp_path, form=EMPTY)
    assert any(d.code == "DOC002" for d in analysis.diagnostics)


def test_before_the_civil_code_a_claim_on_a_clause_that_it_overrides_is_left_open_and_the_reason_given(
    tmp_path: Path,
) -> None:
    analysis = analyzed(tmp_path, form=FORM.replace("on: 2025-06-30", "on: 2019-06-30").replace("2025", "2018"))
    by_code = {d.code for d in analysis.diagnostics}
    assert {finding.id: finding.result is Result.DEPENDS for finding in analysis.claims}["fees.cutoff"]
    assert by_code >= {"TIM001"}


def test_facts_in_another_order_give_the_same_result(tmp_path: Path) -> None:
    head, facts = FORM.split("facts:\n")
    backwards = head + "facts:\n" + "\n".join(reversed(facts.splitlines())) + "\n"
    assert analyzed(tmp_path).model_dump() == analyzed(tmp_path, form=backwards).model_dump()


def test_an_irrelevant_fact_changes_no_result(tmp_path: Path) -> None:
    more = FORM + "  - {id: victim_at_fault, value: true}\n"
    before, after = analyzed(tmp_path), analyzed(tmp_path, form=more)
    assert [f.result for f in before.claims] == [f.result for f in after.claims]


@pytest.mark.parametrize("form", sorted((SAMPLES / "disputes").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_sample_dispute_is_worked_through(form: Path) -> None:
    analysis = analyze(form)
    assert analysis.claims
    assert all(finding.basis for finding in analysis.claims)
    for finding in analysis.claims:
        for part in (*finding.elements, *finding.defences):
            assert part.basis
