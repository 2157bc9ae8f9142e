"""A contract is reviewed: places, missing content, sides, balance, wording in the contract's own names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing import CONTRACT, reviewed

from propertylaw import outline, read
from propertylaw.checks import Side, review
from propertylaw.checks.ranks import ORDER
from propertylaw.model import Severity, Source
from propertylaw.rulebook import data_folder

SAMPLES = data_folder("corpus") / "samples"
SHARED = Path(__file__).parents[3] / "shared" / "contracts"
if not SHARED.is_dir():
    SHARED = Path(__file__).parents[4] / "shared" / "contracts"


def test_a_finding_names_its_clause_as_printed_and_quotes_the_words() -> None:
    (finding,) = [one for one in reviewed().findings if one.issue == "cut_off_utilities"]

    assert (finding.clause, finding.quote) == ("第三条", "乙方可以停止供水、供电")
    assert finding.span is not None
    assert CONTRACT[slice(*finding.span)] == finding.quote


def test_the_daily_rate_is_told_as_a_yearly_one() -> None:
    (finding,) = [one for one in reviewed().findings if one.issue == "penalty_excessive"]

    assert "182.5%" in finding.message


def test_what_the_whole_contract_lacks_has_no_clause_and_no_words() -> None:
    lacking = {one.issue: one for one in reviewed().findings if one.code == "CON050"}

    assert {"missing_handover_clause", "missing_fund_use"} <= set(lacking)
    assert "missing_term" not in lacking
    assert all(one.clause is None and not one.quote and one.span is None for one in lacking.values())


def test_a_covenant_is_not_asked_for_the_content_of_a_service_contract() -> None:
    covenant = reviewed("云水苑管理规约\n第一条　业主应当爱护共用设施。\n")

    assert not [one for one in covenant.findings if one.code == "CON050"]


def test_the_side_changes_order_and_advice_but_never_the_finding() -> None:
    def told(side: Side) -> set[tuple[str, str, str, str]]:
        return {(one.code, one.quote, one.message, one.severity.value) for one in reviewed(side=side).findings}

    assert len({frozenset(told(side)) for side in Side}) == 1
    provider, owners = (
        next(one for one in reviewed(side=side).findings if one.issue == "cut_off_utilities")
        for side in (Side.SERVICE_PROVIDER, Side.OWNERS_COMMITTEE)
    )
    assert provider.advice != owners.advice
    assert reviewed(side=Side.OWNERS_COMMITTEE).findings[0].severity is Severity.HIGH


def test_where_no_side_is_taken_the_graver_come_first_then_the_order_of_the_text() -> None:
    found = reviewed().findings
    assert len({one.severity for one in found}) > 1
    assert [ORDER[one.severity] for one in found] == sorted(ORDER[one.severity] for one in found)
    high = [one.span[0] for one in found if one.severity is Severity.HIGH and one.span]
    assert high == sorted(high)


def test_a_text_without_clauses_is_told_to_be_no_contract() -> None:
    (finding,) = reviewed("今天天气不错。").findings

    assert (finding.code, finding.span, finding.severity) == ("CON047", None, Severity.MEDIUM)


def test_references_to_clauses_and_annexes_that_are_not_there_are_found() -> None:
    text = "物业服务合同\n第一条　违约的，依照本合同第九条处理。\n第二条　标准见附件三，依照第一条。\n附件一　清单\n"

    found = [one.quote for one in reviewed(text).findings if one.code == "CON048"]

    assert found == ["本合同第九条", "附件三"]


def test_blanks_outside_the_clauses_weigh_little_and_those_of_signatures_nothing() -> None:
    text = (
        "物业服务合同\n第一条　物业费为每月每平方米____元。\n甲方（盖章）：________\n"
        "签订日期：____年____月____日\n附件一　服务标准\n楼道每日清扫____次。\n"
    )

    found = {one.quote: one.severity for one in reviewed(text).findings if one.code == "CON025"}

    assert found == {
        "物业费为每月每平方米____元": Severity.MEDIUM,
        "签订日期：____年____月____日": Severity.LOW,
        "楼道每日清扫____次": Severity.LOW,
    }


@pytest.mark.parametrize(
    ("clause", "severity"),
    [
        ("甲方会同丙方查验；丙方对查验发现的缺陷承担修复责任。", Severity.MEDIUM),
        ("甲方与责任方协商处理。", Severity.LOW),
    ],
)
def test_a_party_that_nobody_names_weighs_more_where_it_bears_something(clause: str, severity: Severity) -> None:
    text = f"物业服务合同\n甲方：某业主委员会\n乙方：甲物业公司\n第一条　{clause}\n"

    assert [one.severity for one in reviewed(text).findings if one.code == "CON018"] == [severity]


def test_a_service_contract_with_a_covenant_in_it_is_read_as_a_service_contract() -> None:
    found = reviewed("前期物业服务合同及临时管理规约\n第一条　业主爱护绿地。\n").findings

    assert "missing_term" in {one.issue for one in found}


def test_the_balance_counts_rights_and_duties_of_each_side() -> None:
    weights = {one.side: one for one in reviewed().balance}

    assert weights["service_provider"].duties >= 1
    assert weights["service_provider"].rights >= 1
    assert weights["owners"].liabilities >= 1


def test_the_void_clause_of_the_sample_is_found_and_nothing_grave_beside_it() -> None:
    source = read(SAMPLES / "枫林苑物业服务合同.docx")

    found = review(source, outline(source)).findings

    assert [one.issue for one in found if one.severity is Severity.HIGH] == ["cut_off_utilities"]


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the reference folder")
def test_a_sound_contract_has_no_finding_of_medium_or_high_severity() -> None:
    source = read(SHARED / "dev_service_contract.txt")

    found = review(source, outline(source)).findings

    assert not [one for one in found if one.severity in (Severity.HIGH, Severity.MEDIUM)]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="甲乙方业主可以不得停水费，。；：（）第一条\n0123%元", max_size=120))
def test_any_text_is_reviewed_and_every_span_lies_in_it(words: str) -> None:
    text = f"物业服务合同\n第一条　{words}"

    for finding in reviewed(text).findings:
        if finding.span:
            assert 0 <= finding.span[0] <= finding.span[1] <= len(text)


def test_an_issue_without_a_common_name_is_put_for_the_side_too() -> None:
    text = CONTRACT + "第五条　业主未预交一年物业费的，乙方不予交付房屋钥匙。\n"

    advice = {
        side: one.advice
        for side in (Side.OWNER, Side.SERVICE_PROVIDER)
        for one in reviewed(text, side).findings
        if one.code == "CON063"
    }

    assert advice[Side.OWNER].startswith("不要接受")
    assert advice[Side.SERVICE_PROVIDER].startswith("不要依赖")


COVENANT = "云水苑管理规约\n第一条　违规停放车辆的，由物业公司收取管理金200元。\n第二条　业主应当遵守本规约。\n"


@pytest.mark.parametrize("side", list(Side))
def test_advice_for_a_covenant_of_the_owners_speaks_of_no_two_sides(side: Side) -> None:
    source = Source(name="规约", format="txt", text=COVENANT)

    (finding,) = [one for one in review(source, outline(source), side=side).findings if one.code == "CON008"]

    assert not re.search("签了|签约|[甲乙]方|双方", finding.advice + finding.message)


def test_an_owner_is_told_what_he_can_do_about_a_covenant() -> None:
    source = Source(name="规约", format="txt", text=COVENANT)

    (finding,) = [one for one in review(source, outline(source), side=Side.OWNER).findings if one.code == "CON008"]

    assert "一年内请求人民法院撤销" in finding.advice


@pytest.mark.parametrize(("title", "cited"), [("管理规约", False), ("临时管理规约", True), ("物业服务合同", True)])
def test_what_the_assembly_made_itself_holds_no_standard_terms(title: str, cited: bool) -> None:
    found = reviewed(COVENANT.replace("管理规约", title)).findings
    (basis,) = [[str(at) for at in one.basis] for one in found if one.code == "CON008"]

    assert ("民法典/497/1/2" in basis) is cited
    assert "行政处罚法/17" in basis


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("第1条　停电\n1.1　乙方每日巡查。\n1.2　业主欠费的，乙方可以停水。", "第1条 1.2"),
        ("第一条　乙方每日巡查。\n业主欠费的，乙方可以停水。", "第一条第二款"),
        ("第一条　乙方的权利：\n（一）收费；\n（二）对违规停车的业主每次收取管理金200元；", "第一条第（二）项"),
        ("第一条　业主欠费的，乙方可以停水。", "第一条"),
        ("第一条　标准见附件一。\n附件一　办法\n1. 乙方每日巡查。\n2. 业主欠费的，乙方可以停水。", "附件一第2项"),
    ],
)
def test_a_finding_names_the_part_of_the_clause_that_the_contract_numbers(clause: str, place: str) -> None:
    found = reviewed(f"物业服务合同\n{clause}\n").findings

    assert place in {one.place for one in found if one.code in ("CON001", "CON008")}
