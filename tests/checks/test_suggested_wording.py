"""How sentences with a finding may read: in the contract's names, with what is lawful kept, the rest untouched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from reviewing import reviewed

from propertylaw.checks import ClauseInput, review_clause
from propertylaw.checks.own_names import usual_names_in_wording
from propertylaw.checks.wordings import SLOT, Wording, wordings
from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.issue import issues
from propertylaw.extraction.contracts.words import pattern
from propertylaw.model import Diagnostic, Severity
from propertylaw.rulebook import data_folder

WORDINGS = [pytest.param(one, id=f"{issue}-{at}") for issue, all in wordings().items() for at, one in enumerate(all, 1)]


def rewritten(text: str, signatory: str = "owners_committee", doc_type: str = "物业服务合同") -> str:
    """A clause with all suggested wording in it."""
    clause = ClauseInput.model_validate({"id": "1", "text": text, "signatory": signatory, "doc_type": doc_type})
    for start, end, words in sorted(_places(review_clause(clause)), reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _places(findings: tuple[Diagnostic, ...]) -> set[tuple[int, int, str]]:
    return {(*one.replaces, one.replacement) for one in findings if one.replaces and one.replacement is not None}


def test_the_lawful_beginning_of_a_sentence_stays() -> None:
    assert rewritten("垫付款项尚未结算完毕的，乙方可以暂缓移交物业服务用房，待甲方付清后移交。") == (
        "垫付款项尚未结算完毕的，另行结算或者依法主张，乙方不得因此拒绝、拖延退出或者移交。"
    )


def test_a_limit_that_is_lawful_stays() -> None:
    told = rewritten("乙方可以根据用工成本调整物业服务费标准，每年不超过5%。调整方案公示十日后执行。")

    assert "，每年不超过5%" in told
    assert "由业主依照法定比例共同决定后执行" in told


def test_a_number_of_years_below_the_least_is_what_changes() -> None:
    told = rewritten(
        "屋面防水工程和外墙面防渗漏的保修期为二年，自竣工验收合格之日起计算。", "developer", "前期物业服务合同"
    )

    assert told == "屋面防水工程和外墙面防渗漏的保修期为五年，自竣工验收合格之日起计算。"


def test_the_court_that_is_named_beside_arbitration_stays() -> None:
    told = rewritten("协商不成的，可以向临江仲裁委员会申请仲裁，也可以向小区所在地人民法院提起诉讼。")

    assert told == "协商不成的，向小区所在地人民法院提起诉讼。"


def test_sentences_beside_the_one_concerned_are_not_touched() -> None:
    before, after = "解聘乙方的，甲方应当提前九十日书面通知乙方。", "双方应当办理交接。"
    told = rewritten(f"{before}解聘决定经乙方出具结清确认书后方始生效；确认书出具前，本合同继续履行。{after}")

    assert told.startswith(before) and told.endswith(after)
    assert "确认书出具前" not in told
    assert "自约定的通知期限届满时终止" in told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("业主欠费的，甲方可以停水。", "甲方应当书面催告"),
        ("业主欠费的，物业公司可以停水。", "物业公司应当书面催告"),
    ],
)
def test_the_provider_is_called_what_the_contract_calls_it(text: str, name: str) -> None:
    contract = f"物业服务合同\n甲方：云水物业服务有限公司\n乙方：云水苑业主委员会\n第一条　{text}\n"
    (finding,) = [one for one in reviewed(contract).findings if one.issue == "cut_off_utilities"]

    assert name in (finding.replacement or "")


def test_a_covenant_speaks_of_no_letters() -> None:
    text = "云水苑管理规约\n第一条　违规停放车辆的，由物业公司收取管理金200元。\n第二条　业主应当遵守本规约。\n"
    (finding,) = [one for one in reviewed(text).findings if one.issue == "fine_by_provider"]

    assert finding.replacement is not None
    assert finding.replacement.startswith("违规停放车辆的，物业公司应当劝阻、制止")
    assert not re.search("[甲乙]方", finding.replacement)


@pytest.mark.parametrize("number", ["21.2　", "（二）", "1. ", ""])
def test_the_number_stays_before_the_words_that_go(number: str) -> None:
    text = f"物业服务合同\n甲方：某业主委员会\n乙方：某物业公司\n第一条　服务\n{number}业主欠费的，乙方可以停水。\n"
    (finding,) = [one for one in reviewed(text).findings if one.issue == "cut_off_utilities"]

    assert finding.replaces is not None
    assert text[slice(*finding.replaces)] == "业主欠费的，乙方可以停水。"


def test_an_unlawful_item_of_a_list_of_rights_is_struck_and_its_number_stays() -> None:
    item = "对违规停车的业主每次收取管理金200元；"
    text = f"物业服务合同\n第一条　乙方有下列权利：\n（一）收取物业服务费；\n（二）{item}\n（三）聘用人员。\n"
    (finding,) = [one for one in reviewed(text).findings if one.issue == "fine_by_provider"]

    assert finding.replaces is not None
    assert text[slice(*finding.replaces)] == item
    assert finding.replacement == "〔本项删去，编号保留〕；"


def test_of_two_findings_about_the_same_words_one_lends_its_wording() -> None:
    found = review_clause(ClauseInput(id="1", text="业主欠费的，乙方可以停水，并可以锁车、张贴业主姓名和房号。"))

    assert len([one for one in found if one.severity in ("high", "medium")]) > 1
    (told,) = {one.replacement for one in found if one.replacement}
    assert told.startswith("业主欠费的，乙方应当书面催告，给予约定的宽限期")


def test_what_another_part_of_the_sentence_says_stays() -> None:
    text = "服务期限二年，自2026年1月1日起至2027年12月31日止；期满双方未书面终止的，本合同自动顺延三年，以后亦同。"

    (found,) = [one for one in review_clause(ClauseInput(id="1", text=text)) if one.issue == "auto_renewal_forever"]

    assert found.replaces is not None
    assert text[slice(*found.replaces)].startswith("期满双方")


def test_wordings_for_different_words_of_a_sentence_stand_in_it_together() -> None:
    told = rewritten("房屋出租的，业主应当报送租客身份证、工作单位，并同意乙方每月入户查看一次。", "owner")

    assert told.startswith("房屋出租的，业主应当将承租人的姓名、联系电话和租期告知乙方，除发生火灾")


def test_what_only_the_parties_know_is_left_to_them_visibly() -> None:
    assert rewritten("物业费每月每平方米____元，自____年__月起收。") == (
        "物业费每月每平方米〔由双方约定〕元，自〔由双方约定〕年〔由双方约定〕月起收。"
    )


def test_a_term_that_the_clause_still_uses_is_told() -> None:
    text = (
        "物业服务合同\n第一条　保洁、绿化、秩序、工程各板块，由乙方分别与下属公司签订板块承包协议，由其独立实施。\n"
        "板块承包协议签订后五日内报甲方备案。\n第二条　乙方每日清扫一次。\n"
    )
    (finding,) = [one for one in reviewed(text).findings if one.issue == "total_subcontract"]

    assert "“板块承包协议”" in finding.advice


def test_words_that_read_as_lawful_get_no_other_wording() -> None:
    text = "电梯维保年费含在物业费内；更换曳引机等大修，依法表决后使用维修资金。"
    found = review_clause(ClauseInput(id="1", text=text))

    assert any("请人工核对" in one.message for one in found)
    assert rewritten(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "承租人应当将车辆停放在划线以内，熄火上锁，带走贵重物品。",
        "服务未达标的，逾期未改的，减收该户当月物业费的5%。",
        "本小区部分楼栋的水、电采用预付费表，由乙方代为办理充值。",
        "业主欠费的，乙方可以起诉，但不得停水停电。",
    ],
)
def test_lawful_sentences_stay_as_they_are(text: str) -> None:
    assert rewritten(text, "owner") == text


def test_what_a_contract_lacks_is_offered_as_a_clause() -> None:
    found = {one.issue: one for one in reviewed().findings if one.code == "CON050"}
    handover = found["missing_handover_clause"]

    assert handover.replaces is None
    assert handover.replacement is not None
    assert handover.replacement.startswith("本合同终止的，乙方应当在〔日数〕日内退出")


def test_everything_that_a_contract_may_lack_has_a_clause_with_known_slots() -> None:
    clauses = contract_data("model_clauses", dict[str, str])
    expected = {str(row["issue"]) for row in contract_data("content", list[dict[str, object]])}

    assert set(clauses) == expected
    assert {slot for clause in clauses.values() for slot in SLOT.findall(clause)} <= set(usual_names_in_wording())


def test_every_grave_issue_has_wording() -> None:
    grave = {name for name, issue in issues().items() if issue.severity is Severity.HIGH}

    assert grave <= set(wordings())


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_slot_of_a_wording_is_a_name_or_kept_words(wording: Wording) -> None:
    known = {*usual_names_in_wording(), *pattern(wording.where).groupindex}

    assert set(SLOT.findall(wording.text)) <= known
    assert not wording.text.endswith(("。", "；"))


def _examples() -> Iterator[ClauseInput]:
    for file in sorted((data_folder("rules") / "contract" / "examples").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines()[::9]:
            row = json.loads(line)
            yield ClauseInput.model_validate({name: row[name] for name in ClauseInput.model_fields if name in row})


def test_wording_that_was_put_in_is_not_reported_as_grave_itself() -> None:
    changed = 0
    for clause in _examples():
        for start, end, words in _places(review_clause(clause)):
            changed += 1
            new = clause.model_copy(update={"text": clause.text[:start] + words + clause.text[end:]})
            again = [one for one in review_clause(new) if one.severity == "high" and one.span]
            assert not [one for one in again if one.span and one.span[0] < start + len(words) and start < one.span[1]]
    assert changed
