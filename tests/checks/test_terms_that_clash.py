"""What one contract says twice and differently, and sums that hang on a term that it does not explain."""

from __future__ import annotations

import pytest
from reviewing import reviewed

from propertylaw.model import Diagnostic, Severity

HEAD = "云水苑物业服务合同\n甲方：云水苑业主委员会\n乙方：云水物业服务有限公司\n"
NUMBERS = "一二三四五六七八九"


def found(code: str, *clauses: str, annex: str = "") -> list[Diagnostic]:
    text = HEAD + "".join(f"第{NUMBERS[at]}条　{clause}\n" for at, clause in enumerate(clauses)) + annex
    return [one for one in reviewed(text).findings if one.code == code]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("乙方更换项目经理的，应当提前三十日书面通知甲方。", "乙方更换项目经理，应当提前十五日书面告知甲方。"),
        ("计划检修停水的，乙方应当提前二十四小时公告。", "乙方实施计划检修需要停水的，应当提前四十八小时公告时段。"),
        (
            "本合同期限届满前三十日，双方均未书面提出终止的，由业主大会决定是否续聘。",
            "乙方不同意续约的，应当在期限届满九十日前书面通知甲方。",
        ),
    ],
    ids=["replacing the manager", "water off for works", "not renewing"],
)
def test_two_periods_of_notice_for_one_event(first: str, second: str) -> None:
    (one,) = found("CON066", first, second)
    assert (one.clause, one.issue) == ("第二条", "amounts_do_not_add_up")
    assert "第一条写" in one.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("乙方更换项目经理的，应当提前三十日书面通知甲方。", "乙方更换项目经理，应当提前一个月书面告知甲方。"),
        ("计划检修停水的，乙方应当提前二十四小时公告。", "计划检修停水超过八小时的，乙方应当提前三日公告。"),
        (
            "乙方不同意续约的，应当在期限届满九十日前书面通知甲方。",
            "甲方决定不再续聘的，应当在期限届满六十日前书面通知乙方。",
        ),
        ("乙方不续约的，应当在期满九十日前通知甲方。", "不定期服务期间，乙方可以提前六十日书面通知甲方解除合同。"),
    ],
    ids=["the same length", "a longer case", "two parties", "another end"],
)
def test_notices_of_two_things_or_two_parties_do_not_clash(first: str, second: str) -> None:
    assert not found("CON066", first, second)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("物业费采用包干制。", "本项目实行酬金制，结余归全体业主。", "计费方式"),
        ("物业费按照建筑面积计算。", "物业费按套内建筑面积计收。", "计费面积"),
        ("电梯电费已包含在物业费内，不再分摊。", "公共能耗费由全体业主按面积分摊。", "公共能耗"),
        ("乙方酬金为实收物业服务资金的百分之八。", "乙方酬金按照应收物业服务资金的百分之八计提。", "酬金"),
        ("乙方酬金为实收资金的百分之八。", "乙方按实际收取资金的10%提取酬金。", "酬金"),
        ("业主逾期交费的，按日支付欠费万分之三的违约金。", "业主逾期交费的，按LPR计算利息。", "违约金"),
    ],
)
def test_two_ways_to_work_out_one_sum(first: str, second: str, words: str) -> None:
    (one,) = found("CON068", first, second)
    assert one.clause == "第二条"
    assert words in one.message and "第一条写" in one.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("乙方酬金为实收资金的百分之八。", "乙方每月按实际收取资金的8%提取酬金。"),
        ("业主逾期交费的，按日支付欠费万分之三的违约金。", "乙方逾期退还多收费用的，按LPR支付利息。"),
        ("物业费按照建筑面积计算。", "维修费用按照套内建筑面积分摊。"),
        ("公共照明电费计入物业费，不再分摊。", "业主装修期间使用公共用电的，按照实际用量由业主分摊。"),
    ],
)
def test_one_way_or_two_sums_do_not_clash(first: str, second: str) -> None:
    assert not found("CON068", first, second)


def test_a_note_and_a_table_of_an_annex_are_held_against_the_clause() -> None:
    clause = "业主应当在每季度首月十日前交纳当季物业费。"
    note = "附件一　收费标准\n物业费每季度交纳一次，应当于每季度首月25日前交清。\n"
    (one,) = found("CON019", clause, annex=note)
    assert "第一条写" in one.message
    assert not found("CON019", clause, annex=note.replace("25", "10"))


def test_a_sum_that_hangs_on_a_term_nobody_explains() -> None:
    uses = "考核低于八十五分的，每低一分扣减当季基准服务费的百分之零点五。"
    (one,) = found("CON067", uses)
    assert one.severity is Severity.LOW
    assert "基准服务费" in one.message


@pytest.mark.parametrize(
    "explains",
    [
        "基准服务费，是指附件一的单价乘以面积所得的月服务费。",
        "本合同把依照单价计算的月服务费称为“基准服务费”。",
        "基准服务费每月二十万元。",
        "基准服务费按照附件一的单价和面积计算。",
    ],
)
def test_a_term_that_is_explained_stays_quiet(explains: str) -> None:
    assert not found("CON067", explains, "考核低于八十五分的，每低一分扣减当季基准服务费的百分之零点五。")
