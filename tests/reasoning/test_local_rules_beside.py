"""Local rules of the user's library are cited with their words beside the claims that they bear on, with their rank."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.library import Library
from propertylaw.library.intake import take_in
from propertylaw.model import ClaimFinding, LocalRule, Result
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

REGULATION = """# 临江省云溪市物业服务条例

2020年3月5日 云溪市第三届人民代表大会常务委员会第九次会议通过

第一条 业主应当按照约定交纳物业服务费。

第二条 前期物业服务的空置房屋，空置六个月以上的，物业服务费不得超过收费标准的百分之六十。

第三条 物业服务合同终止的，原物业服务人应当在约定期限或者二十日内退出物业服务区域，将用房和资料交还给业主委员会。

第四条 本条例自2020年6月1日起施行。
"""
CONTRACT = """# 物业服务合同

甲方：某小区业主委员会
乙方：甲物业公司

第一条 本合同终止后三十日内，乙方应当退出并移交资料。
"""
EMPTY = """on: 2024-06-30
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
  - {{id: never_moved_in, of: b, value: true, said_by: b, admitted_by: [a]}}
"""
LEAVING = """on: 2024-06-30
place: {place}
parties:
  - {{id: c, name: 某小区业主委员会, role: owners_committee}}
  - {{id: a, name: 甲物业, role: outgoing_provider}}
claims: [{{by: c, against: [a], claim: handover.refusal}}]
facts:
  - {{id: dismissed_by_decision, value: true, said_by: c, evidence: [决定]}}
  - {{id: notice_given, value: true, said_by: c, evidence: [回证]}}
  - {{id: contract_end_date, value: 2024-06-01, said_by: c, evidence: [通知]}}
  - {{id: not_handed_over, of: a, value: true, said_by: c, admitted_by: [a]}}
"""
HERE, ELSEWHERE = "临江省云溪市", "江苏省南通市"
LOCAL = "临江省云溪市物业服务条例"


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("PROPERTYLAW_HOME", str(tmp_path / "home"))
    library = Library()
    text = tmp_path / "条例.md"
    text.write_text(REGULATION, encoding="utf-8")
    list(take_in([text], library))
    return library


def found(folder: Path, form: str, place: str = HERE) -> ClaimFinding:
    file = folder / "案.yaml"
    file.write_text(form.format(place=place), encoding="utf-8")
    (finding,) = analyze(file).claims
    return finding


def rule_at(finding: ClaimFinding, article: int) -> LocalRule | None:
    return next((rule for rule in finding.local if rule.locator.article == article), None)


def test_a_rule_that_lessens_fees_stands_beside_the_ban_on_refusing_them_with_its_words(tmp_path: Path) -> None:
    rule = rule_at(found(tmp_path, EMPTY), 2)
    assert rule is not None
    assert (rule.kind, str(rule.beside)) == ("details", "民法典/944/1")
    assert "少交不是拒交" in rule.why
    assert "百分之六十" in rule.text


VOTE = """on: 2024-06-30
place: {place}
parties:
  - {{id: c, name: 某小区业主委员会, role: owners_committee}}
  - {{id: a, name: 甲物业, role: service_provider}}
claims: [{{by: c, against: [a], claim: contract.dismissal}}]
"""


def test_of_two_rules_on_votes_it_is_said_which_is_followed(tmp_path: Path) -> None:
    (tmp_path / "表决.md").write_text(
        "# 临江省业主表决条例\n\n2020年3月5日 临江省人民代表大会常务委员会通过\n\n"
        "第一条 业主大会作出决定，须经专有部分占建筑物总面积过半数、占总人数过半数的业主同意。\n\n"
        "第二条 本条例自2020年6月1日起施行。\n",
        encoding="utf-8",
    )
    file = tmp_path / "案.yaml"
    file.write_text(VOTE.format(place=HERE) + "documents: [表决.md]\n", encoding="utf-8")
    rules = [rule for rule in analyze(file).claims[0].local if rule.kind == "conflicts"]
    assert rules
    assert all("以《民法典》第二百七十八条第二款为准（《立法法》第九十九条第一款）" in rule.why for rule in rules)


@pytest.mark.parametrize(("decided", "measured"), [("2020-07-10", False), ("2023-07-10", True)])
def test_a_rule_is_not_measured_by_law_that_came_after_the_vote(tmp_path: Path, decided: str, measured: bool) -> None:
    (tmp_path / "表决.md").write_text(
        "# 临江省业主表决条例\n\n2020年3月5日 临江省人民代表大会常务委员会通过\n\n"
        "第一条 业主大会作出决定，须经专有部分占建筑物总面积过半数、占总人数过半数的业主同意。\n\n"
        "第二条 本条例自2020年6月1日起施行。\n",
        encoding="utf-8",
    )
    told = f"facts:\n  - {{id: decision_date, value: {decided}}}\n  - {{id: contract_end_date, value: {decided}}}\n"
    file = tmp_path / "案.yaml"
    file.write_text(VOTE.format(place=HERE) + "documents: [表决.md]\n" + told, encoding="utf-8")
    (finding,) = analyze(file).claims
    by_the_code = [one for one in finding.local if str(one.beside).startswith("民法典/")]
    assert bool(by_the_code) is measured


def test_rank_alone_does_not_settle_a_rule_on_empty_flats(tmp_path: Path) -> None:
    rule = rule_at(found(tmp_path, EMPTY), 2)
    assert rule is not None
    assert "为准" not in rule.why


def test_a_rule_on_empty_flats_makes_its_conditions_a_question(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(EMPTY.format(place=HERE), encoding="utf-8")
    analysis = analyze(file)
    assert analysis.claims[0].result is Result.DEPENDS
    turning = [question.ids for question in analysis.decisive if question.purpose == "result"]
    assert turning == [("empty_flat_conditions_met",)]
    file.write_text(EMPTY.format(place=ELSEWHERE), encoding="utf-8")
    assert analyze(file).claims[0].result is Result.SUPPORTED


def test_a_period_that_a_local_rule_sets_for_want_of_an_agreed_one_decides_and_is_cited(tmp_path: Path) -> None:
    finding = found(tmp_path, LEAVING)
    assert finding.result is Result.SUPPORTED  # 29 days after the end, 20 allowed
    stated = {str(at) for element in finding.elements for use in element.facts for at in use.stated_at}
    assert stated == {f"{LOCAL}/3/1"}
    assert found(tmp_path, LEAVING.replace("2024-06-01", "2024-06-15")).result is Result.PREMATURE
    assert found(tmp_path, LEAVING, ELSEWHERE).result is Result.DEPENDS


def test_an_agreed_period_goes_before_the_one_of_a_local_rule(tmp_path: Path) -> None:
    (tmp_path / "合同.md").write_text(CONTRACT, encoding="utf-8")
    finding = found(tmp_path, LEAVING + "documents: [合同.md]\n")
    assert finding.result is Result.PREMATURE
    stated = {str(at) for element in finding.elements for use in element.facts for at in use.stated_at}
    assert "doc:合同/1/1" in stated


def test_the_page_shows_the_words(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(EMPTY.format(place=HERE), encoding="utf-8")
    page = analysis_text(analyze(file)).replace("\n", "").replace(" ", "")
    assert "当地规定" in page
    assert "物业服务费不得超过收费标准的百分之六十" in page


LIFT = (
    "# 临江省物业条例\n\n2020年3月5日 临江省人民代表大会常务委员会通过\n\n"
    "第一条 业主大会作出决定，须经专有部分占建筑物总面积过半数、占总人数过半数的业主同意。\n\n"
    "第二条 加装电梯，应当经单元三分之二以上业主同意。\n\n"
    "第三条 本条例自2020年6月1日起施行。\n"
)
COUNT = """\
on: 2025-06-30
place: {place}
parties:
  - {{id: y, name: 某小区业主大会, role: owners_assembly}}
  - {{id: o, name: 周某, role: owner}}
claims: [{{by: o, against: [y], claim: governance.invalid_meeting}}]
documents: [条例.md]
facts:
  - {{id: threshold_missed, value: true}}
"""


@pytest.mark.parametrize(
    ("on", "articles"),
    [("vote_on_provider", {1}), ("vote_on_price", {1}), ("vote_on_fund_or_rebuilding", {1, 2})],
)
def test_a_rule_on_another_vote_does_not_stand_beside_a_decision(tmp_path: Path, on: str, articles: set[int]) -> None:
    (tmp_path / "条例.md").write_text(LIFT, encoding="utf-8")
    file = tmp_path / "案.yaml"
    file.write_text(COUNT.format(place=HERE) + f"  - {{id: {on}, value: true}}\n", encoding="utf-8")
    (finding,) = analyze(file).claims
    assert {rule.locator.article for rule in finding.local if rule.kind == "conflicts"} == articles


def test_a_rule_on_empty_flats_is_no_failed_defence_where_nobody_says_that_the_flat_was_empty(tmp_path: Path) -> None:
    occupied = "".join(line for line in EMPTY.splitlines(keepends=True) if "never_moved_in" not in line)
    finding = found(tmp_path, occupied)
    assert finding.result is Result.SUPPORTED
    assert "empty_flat" not in [defence.id for defence in finding.defences]
    assert "empty_flat" in [defence.id for defence in found(tmp_path, EMPTY).defences]
