"""A rule of the place that states a fact brings its conditions along: they are told, cited, and asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw import analyze
from propertylaw.model import Analysis, FactUse, Locator, Result, RuleCondition
from propertylaw.reasoning.facts_in_words import condition_in_words
from propertylaw.report.analysis_page import analysis_text

REGULATION = """# 临江省云溪市物业条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 业主委员会为维护业主共同权益的需要，经业主大会决定，可以以自己的名义提起诉讼。

第二条 车位、车库产权没有争议的，业主要求承租的，建设单位不得以只售不租为由拒绝出租{exception}。

第三条 本条例自2020年6月1日起施行。
"""
INCOME = """on: 2024-06-30
place: 临江省云溪市
documents: [条例.md]
parties: [{id: a, name: 业主委员会, role: owners_committee}, {id: b, name: 甲物业, role: service_provider}]
claims: [{by: a, against: [b], claim: common_parts.income}]
facts:
  - {id: common_part_used, value: true, said_by: a, admitted_by: [b]}
  - {id: operated_by_respondent, of: b, value: true, said_by: a, admitted_by: [b]}
  - {id: common_income_gross, value: 90000, said_by: a, admitted_by: [b]}
"""
SPACES = """on: 2024-06-30
place: 临江省云溪市
documents: [条例.md]
parties: [{id: a, name: 徐某, role: owner}, {id: b, name: 乙置业, role: developer}]
claims: [{by: a, against: [b], claim: parking.planned_first}]
facts:
  - {id: sale_only, of: b, value: true, said_by: a, admitted_by: [b]}
"""


def analysed(folder: Path, form: str, *more: str, exception: str = "") -> Analysis:
    (folder / "条例.md").write_text(REGULATION.format(exception=exception), encoding="utf-8")
    file = folder / "案.yaml"
    file.write_text(form + "".join(f"  - {{id: {line}}}\n" for line in more), encoding="utf-8")
    return analyze(file)


def fact(analysis: Analysis, id: str) -> FactUse:
    (finding,) = analysis.claims
    uses = (use for part in (*finding.elements, *finding.defences) for use in part.facts)
    return next(use for use in uses if use.fact == id)


def test_a_committee_that_may_sue_once_the_assembly_decided_is_not_simply_allowed_to(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, INCOME)
    rule = fact(analysis, "local_standing_rule")
    assert (rule.value, rule.proof) == (None, "conditional")
    assert [(one.says, one.fact, one.met) for one in rule.conditions] == [
        ("业主委员会为维护业主共同权益的需要", None, None),
        ("经业主大会决定", "assembly_authorised_suit", None),
    ]
    assert analysis.claims[0].result is Result.DEPENDS
    (question,) = (one for one in analysis.decisive if "assembly_authorised_suit" in one.ids)
    assert [(one.says, one.at.article) for one in question.conditions] == [("经业主大会决定", 1)]


def test_the_page_says_the_condition_and_cites_it_where_it_is_asked_about(tmp_path: Path) -> None:
    page = analysis_text(analysed(tmp_path, INCOME)).replace("\n", "").replace(" ", "")
    assert "当地法规规定业主委员会可以起诉：有这样的规定，但条件还没有确定" in page
    assert "条件是“经业主大会决定”，是否具备未知" in page
    assert "规定写的条件：“经业主大会决定”　《临江省云溪市物业条例》第一条第一款" in page


@pytest.mark.parametrize("given", [True, False])
def test_the_rule_holds_where_its_condition_is_given_and_not_where_it_is_not(tmp_path: Path, given: bool) -> None:
    answer = f"assembly_authorised_suit, value: {str(given).lower()}, said_by: a, admitted_by: [b]"
    analysis = analysed(tmp_path, INCOME, answer)
    rule = fact(analysis, "local_standing_rule")
    assert (rule.value, rule.proof) == (given, "document")
    assert analysis.claims[0].result is (Result.SUPPORTED if given else Result.DEPENDS)


def test_a_condition_without_a_fact_of_its_own_is_asked_about_with_its_words(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, SPACES)
    rule = fact(analysis, "local_rent_duty")
    assert rule.value is None
    assert [(one.says, one.fact) for one in rule.conditions if one.fact] == [
        ("车位、车库产权没有争议的", "rule_conditions_met")
    ]
    asked = [one for one in analysis.decisive if "rule_conditions_met" in one.ids]
    assert asked
    assert all(one.conditions[0].at.article == 2 for one in asked)
    assert fact(analysed(tmp_path, SPACES, "rule_conditions_met, value: true"), "local_rent_duty").value is True


def test_an_exception_leaves_a_rule_open_too(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, SPACES, exception="，但是人防车位除外")
    exceptions = [one for one in fact(analysis, "local_rent_duty").conditions if one.unless]
    assert [one.fact for one in exceptions] == ["rule_conditions_met"]


def test_what_the_claim_examines_itself_is_told_and_not_asked_about(tmp_path: Path) -> None:
    conditions = fact(analysed(tmp_path, SPACES), "local_rent_duty").conditions
    assert [one.says for one in conditions if one.fact is None] == ["业主要求承租的"]


def test_a_condition_that_no_fact_answers_is_said_to_need_a_look() -> None:
    condition = RuleCondition(says="车位空着的", at=Locator.parse("doc:条例/1"))
    assert condition_in_words(condition) == "条件是“车位空着的”，是否具备这里没有判断，请按实际情况核对"
