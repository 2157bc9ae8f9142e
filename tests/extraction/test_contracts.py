"""Contracts: who 甲方 and 乙方 are, and what a clause measures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from norms_of import contract, only, source_of, statute

from propertylaw.extraction import document_parties
from propertylaw.extraction.parties import recognise
from propertylaw.model import Force, Modality, Quantity
from propertylaw.structure import outline


@pytest.mark.parametrize(
    ("a", "party"),
    [
        ("桂园小区业主委员会", "owners_committee"),
        ("桂州桂园置业有限公司", "developer"),
        ("桂园小区业主大会", "owners_assembly"),
    ],
)
def test_party_a_is_whom_the_contract_says(a: str, party: str) -> None:
    norm = only(contract("甲方应当向乙方移交图纸。", a=a))
    assert norm.bearer == (party,)
    assert norm.counterparty == ("service_provider",)
    assert norm.bearer_text == "甲方"


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("桂州安居物业服务有限公司", "service_provider"),
        ("桂州安居生活服务集团有限公司", "service_provider"),
        ("桂州城建开发有限公司", "developer"),
        ("桂园小区业主委员会（委托方）", "owners_committee"),
        ("物亚服务企业", "service_provider"),  # as a scanner reads it
        ("张三", None),
    ],
)
def test_names_are_recognised_even_misread(name: str, party: str | None) -> None:
    assert recognise(name) == party


def test_document_parties_lists_who_the_contract_is_between() -> None:
    head = "车位租赁合同\n\n甲方（出租方）：桂州桂园置业有限公司\n\n乙方：桂州安居物业服务有限公司\n\n"
    text = f"{head}第一条　甲方交付车位。\n"
    assert document_parties(outline(source_of(text))) == {"甲方": "developer", "乙方": "service_provider"}


@pytest.mark.parametrize("name", ["安和物业", "安和物业（盖章）", "安和科技有限公司"])
def test_who_serves_the_owners_of_a_service_contract_is_the_provider_whatever_its_name(name: str) -> None:
    def between(title: str, other: str) -> dict[str, str]:
        text = f"{title}\n\n甲方：甲小区业主委员会\n\n乙方：{other}\n\n第一条　乙方每日巡查一次。\n"
        return document_parties(outline(source_of(text)))

    assert between("物业服务合同", name) == {"甲方": "owners_committee", "乙方": "service_provider"}
    assert "乙方" not in between("广告位租赁合同", "安和广告公司")
    assert "乙方" not in between("物业服务合同", "______")


def test_what_parties_agree_has_that_force_and_the_printed_number() -> None:
    norm = only(contract("乙方应当每日巡查一次。"))
    assert norm.force is Force.AGREED
    assert norm.clause == "第一条"


def measured(clause: str) -> list[tuple[str, Decimal]]:
    return [(quantity.unit, quantity.value) for quantity in quantities(clause)]


def quantities(clause: str) -> list[Quantity]:
    norms = contract(clause)
    assert norms, clause
    return list(dict.fromkeys(quantity for norm in norms for quantity in norm.quantities))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("住宅的物业费为每平方米每月2.35元。", [("CNY/m2/month", "2.35")]),
        ("业主应当按照2.4元/平方米·月支付物业费。", [("CNY/m2/month", "2.4")]),
        ("乙方可以按照每个每月八十元收取停车费。", [("CNY/month", "80")]),
        ("乙方应当交存保证金三十万元。", [("CNY", "300000")]),
        ("业主逾期交费的，应当按照欠费额每日万分之四支付违约金。", [("1/day", "0.0004")]),
        ("业主逾期交费的，应当按日千分之一支付违约金。", [("1/day", "0.001")]),
        ("违约金不得超过欠费额的15%。", [("share", "0.15")]),
        ("停车收入的百分之十二点五属于乙方。", [("share", "0.125")]),
        ("乙方应当在七个工作日内开具发票。", [("working_day", "7")]),
        ("乙方应当在四十八小时内修复门禁。", [("hour", "48")]),
        ("影像应当由乙方保存九十日。", [("day", "90")]),
        ("本合同的保修期为两年，乙方应当在六个月内验收。", [("year", "2"), ("month", "6")]),
        ("甲方应当提供120平方米的用房。", [("m2", "120")]),
    ],
)
def test_a_clause_is_measured(clause: str, expected: list[tuple[str, str]]) -> None:
    assert measured(clause) == [(unit, Decimal(value)) for unit, value in expected]


@pytest.mark.parametrize(
    ("when", "day", "every", "month"),
    [
        ("每季度首月十五日前", 15, 3, 1),
        ("每季度末月25日前", 25, 3, 3),
        ("每月8日前", 8, 1, 1),
        ("每年3月31日前", 31, 12, 3),
        ("每半年第二个月十日前", 10, 6, 2),
    ],
)
def test_a_day_of_payment_knows_its_period(when: str, day: int, every: int, month: int) -> None:
    (due,) = [quantity for quantity in quantities(f"业主应当在{when}交纳物业费。") if quantity.unit == "due_day"]
    assert (due.value, due.every_months, due.month_of_period) == (day, every, month)


def test_the_period_may_be_said_before_the_day() -> None:
    (due,) = quantities("物业费按季交纳，业主应当于首月十日前付清。")
    assert (due.value, due.every_months, due.month_of_period) == (10, 3, 1)


def test_a_date_is_no_period() -> None:
    assert measured("甲方应当于2031年5月1日交付用房。") == []


def test_a_price_list_keeps_each_line_with_its_words() -> None:
    norms = contract("收费标准如下：\n\n（一）住宅每平方米每月1.9元；\n\n（二）商铺每平方米每月4.2元。")
    lines = [(quantity.context, quantity.value) for norm in norms for quantity in norm.quantities]
    assert lines == [("住宅每平方米每月1.9元", Decimal("1.9")), ("商铺每平方米每月4.2元", Decimal("4.2"))]


def test_topics_are_found_in_sentence_and_condition() -> None:
    norm = only(contract("业主拖欠物业费超过三个月的，乙方可以停止供水。"))
    assert "utility_cutoff" in norm.topics


def test_numbered_clauses_under_a_bare_heading_are_read_one_by_one() -> None:
    fee, cut, watch = contract("费用\n1.1 业主应于每季首月缴清物业费。\n1.2 乙方不得停水。甲方有权监督乙方。")
    assert (fee.bearer, fee.modality) == (("owner",), Modality.DUTY)
    assert (cut.bearer, cut.modality) == (("service_provider",), Modality.PROHIBITION)
    assert (watch.bearer, watch.modality) == (("owners_committee",), Modality.RIGHT)
    assert [str(one.locator).rsplit("/", 1)[1] for one in (fee, cut, watch)] == ["1", "2", "2"]


@pytest.mark.parametrize(
    "clause", ["乙方夜间巡逻不少于三次。", "乙方应当保证亮灯率不低于95%。", "乙方每季度向业主开放账目不少于一次。"]
)
def test_a_minimum_that_a_contract_promises_is_owed_and_not_banned(clause: str) -> None:
    norm = only(contract(clause))
    assert (norm.modality, norm.bearer) == (Modality.DUTY, ("service_provider",))


def test_what_follows_a_minimum_is_owed_too() -> None:
    norms = contract("乙方应当安排专人值守，夜间巡逻不少于三次，并保存巡逻记录。")
    assert {norm.modality for norm in norms} == {Modality.DUTY}


def test_a_ban_stays_one_though_a_minimum_stands_in_it() -> None:
    norm = only(contract("乙方不得要求业主一次交纳不少于一年的物业费。"))
    assert norm.modality is Modality.PROHIBITION


def test_in_a_regulation_a_minimum_bans_what_falls_short_of_it() -> None:
    norm = only(statute("业主委员会成员人数不少于五人。"))
    assert norm.modality is Modality.PROHIBITION


def test_who_still_has_not_paid_bears_the_penalty_and_not_who_reminded_him() -> None:
    text = "业主拖欠物业费的，乙方应当书面催交；期满仍未交纳的，按照欠费额每日万分之二支付违约金。"
    *_, penalty = contract(text)
    assert (penalty.modality, penalty.bearer) == (Modality.LIABILITY, ("owner",))


def test_what_is_done_time_and_again_is_no_case_of_what_is_found() -> None:
    patrol, repair = contract("乙方每周巡查灯具一次，发现损坏的，应当在两日内更换。")
    assert (patrol.bearer, patrol.deadline, patrol.condition) == (("service_provider",), "P1W", None)
    assert (repair.bearer, repair.condition) == (("service_provider",), "发现损坏的")


def test_a_number_is_read_from_its_first_digit() -> None:
    assert measured("乙方应当每15日至少保养电梯一次。") == []
