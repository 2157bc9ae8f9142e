"""Local rules beside a claim: of whom they ask something, and whether their text was in force when it happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw import analyze
from propertylaw.model import Analysis, ClaimFinding
from propertylaw.report.analysis_page import analysis_text

REGULATION = """# 临江省云溪市物业条例

2021年12月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 开发建设单位应当办理权属登记。

物业服务用房由建设单位无偿提供，属于全体业主共有。

第二条 禁止下列行为：

（一）侵占绿地、种植蔬菜；

（二）违反规定饲养动物；

（三）挪用维修资金。

携犬出户的，应当系好犬绳。

发现有前款规定行为的，物业服务人应当劝阻、制止，并报告有关部门；业主委员会可以要求行为人停止侵害。

第三条 禁止饲养烈性犬。

第四条 物业服务企业不得有下列行为：

（一）擅自改变物业服务用房用途；

（二）擅自占用共用部位。

第五条 业主委员会应当每季度公布收支情况和账目。

第六条 本条例自2022年6月1日起施行。
"""
FORM = """on: 2024-06-30
place: 临江省云溪市
documents: [条例.md]
parties:
  - {{id: o, name: 徐某, role: owner}}
  - {{id: n, name: 许某, role: owner}}
  - {{id: c, name: 业主委员会, role: owners_committee}}
  - {{id: p, name: 甲物业, role: service_provider}}
claims: [{{by: {by}, against: [{against}], claim: {claim}}}]
facts: [{facts}]
"""


def analysed(folder: Path, claim: str, sides: str, facts: str = "") -> Analysis:
    (folder / "条例.md").write_text(REGULATION, encoding="utf-8")
    file = folder / "案.yaml"
    by, against = sides
    file.write_text(FORM.format(by=by, against=against, claim=claim, facts=facts), encoding="utf-8")
    return analyze(file)


def beside(folder: Path, claim: str, sides: str, facts: str = "") -> set[str]:
    (finding,) = analysed(folder, claim, sides, facts).claims
    return {"/".join(map(str, rule.locator.numbers)) for rule in finding.local}


def test_the_leash_is_told_and_banned_dogs_only_where_one_is_complained_of(tmp_path: Path) -> None:
    assert beside(tmp_path, "torts.animals", "on") == {"2/1/2", "2/2"}
    banned = "{id: banned_animal, of: n, value: true, said_by: o}"
    assert beside(tmp_path, "torts.animals", "on", banned) == {"2/1/2", "2/2", "3/1"}


def test_the_providers_duty_to_stop_and_report_stands_beside_claims_against_it(tmp_path: Path) -> None:
    assert "2/3" in beside(tmp_path, "torts.animals", "op")
    assert beside(tmp_path, "conduct.provider_must_act", "op") == {"2/3"}


def test_the_committees_right_to_sue_stands_beside_its_claim(tmp_path: Path) -> None:
    assert beside(tmp_path, "common_parts.altering", "cn") == {"2/1/1", "2/3"}
    assert beside(tmp_path, "common_parts.altering", "on") == {"2/1/1"}


def test_what_is_forbidden_to_the_provider_stands_beside_no_claim_against_an_owner(tmp_path: Path) -> None:
    assert "4/1/2" not in beside(tmp_path, "common_parts.altering", "cn")
    assert "4/1/2" in beside(tmp_path, "common_parts.altering", "cp")


def test_whose_the_rooms_are_is_told_though_the_sentence_begins_with_the_developer(tmp_path: Path) -> None:
    assert beside(tmp_path, "common_parts.service_rooms", "cp") == {"1/2", "4/1/1"}


def test_what_the_committee_has_to_publish_stands_beside_no_claim_against_the_provider(tmp_path: Path) -> None:
    asked = "{id: asks_contract_and_income, value: true}"
    assert "5/1" not in beside(tmp_path, "governance.disclosure", "op", asked)
    assert "5/1" in beside(tmp_path, "governance.disclosure", "oc", asked)


USED = (
    "{{id: fund_taken_by_respondent, of: p, value: true, said_by: c, admitted_by: [p]}}, {{id: act_date, value: {day}}}"
)


def used(folder: Path, day: str) -> ClaimFinding:
    (finding,) = analysed(folder, "maintenance_fund.use", "cp", USED.format(day=day)).claims
    return finding


@pytest.mark.parametrize("day", ["2020-03-01", "2022-05-31"])
def test_a_text_that_was_not_in_force_then_carries_nothing(day: str, tmp_path: Path) -> None:
    (rule,) = used(tmp_path, day).local
    assert "自 2022-06-01 起施行" in rule.then
    assert f"（至 {day}）在此之前，不能作为依据" in rule.then


def test_a_text_in_force_on_the_day_needs_no_word(tmp_path: Path) -> None:
    assert [rule.then for rule in used(tmp_path, "2022-06-01").local] == [""]


def test_the_page_says_it_once_of_the_text(tmp_path: Path) -> None:
    facts = USED.format(day="2022-05-31")
    page = analysis_text(analysed(tmp_path, "maintenance_fund.use", "cp", facts)).replace("\n", "").replace(" ", "")
    assert page.count("不能作为依据") == 1


def test_facts_that_went_on_into_its_time_are_partly_under_it(tmp_path: Path) -> None:
    (finding,) = analysed(tmp_path, "common_parts.altering", "cn", "{id: act_date, value: 2020-09-01}").claims
    assert finding.local
    assert all("此前的事实适用当时的文本" in rule.then for rule in finding.local)


def test_the_parts_of_a_claim_on_older_facts_rest_on_the_older_law(tmp_path: Path) -> None:
    finding = used(tmp_path, "2020-03-01")
    taken = next(one for one in finding.elements if one.id == "taken")
    assert [str(at) for at in taken.basis] == ["物权法/79", "物业管理条例/53/2"]
    late = used(tmp_path, "2021-03-01")
    taken = next(one for one in late.elements if one.id == "taken")
    assert [str(at) for at in taken.basis] == ["民法典/281/1", "物业管理条例/53/2"]


def test_older_law_is_not_said_to_apply_no_more_where_it_ruled_the_facts(tmp_path: Path) -> None:
    facts = USED.format(day="2020-03-01")
    analysis = analysed(tmp_path, "maintenance_fund.use", "cp", facts)
    texts = {str(one.locator): one for one in analysis.texts}
    assert texts["物权法/79"].state != "ended"
    assert "不再适用" not in analysis_text(analysis)


def test_limitation_of_what_stays_in_the_code_cites_the_code(tmp_path: Path) -> None:
    facts = f"{USED.format(day='2020-03-01')}, {{id: limitation_raised, of: p, value: true, said_by: p}}"
    (finding,) = analysed(tmp_path, "maintenance_fund.use", "cp", facts).claims
    assert {at.instrument for one in finding.defences for at in one.basis} == {"民法典"}


def test_why_the_use_was_wrong_is_told_with_it(tmp_path: Path) -> None:
    facts = f"{USED.format(day='2022-07-01')}, {{id: fund_use_outside_purpose, value: true, said_by: c}}"
    (finding,) = analysed(tmp_path, "maintenance_fund.use", "cp", facts).claims
    taken = next(one for one in finding.elements if one.id == "taken")
    assert [use.fact for use in taken.facts] == ["fund_taken_by_respondent", "fund_use_outside_purpose"]
