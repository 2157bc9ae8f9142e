"""Outlines of what parties agreed."""

from __future__ import annotations

import pytest
from outlines import outlined, shape

PARTIES = "甲方（委托方）：某某业主委员会\n乙方：某某物业公司\n"


def test_numbered_counts_are_clauses_where_there_is_no_article() -> None:
    text = (
        f"物业服务合同\n{PARTIES}第一部分　服务\n一、乙方提供下列服务：\n（一）维护：\n1.巡查；\n"
        "2.检查。\n（二）保洁。\n第二部分　费用\n二、费用按季交纳。\n逾期的，应当催告。\n"
    )
    result = outlined(text)
    assert result.kind == "contract"
    assert shape(result) == [("一、", [2]), ("二、", [0, 0])]
    assert [str(a.locator) for a in result.articles] == ["doc:样本/1", "doc:样本/2"]
    assert len(result.articles[0].paragraphs[0].items[0].sub_items) == 2
    assert result.articles[1].divisions == ("第二部分",)


def test_articles_come_before_counts() -> None:
    text = f"物业服务合同\n{PARTIES}第一条　服务：\n一、保洁；\n二、绿化。\n第二条　费用按季交纳。\n"
    assert shape(outlined(text)) == [("第一条", [2]), ("第二条", [0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("停车协议\n1. 甲方提供车位。\n2、乙方缴费。\n（1）月付；\n（2）年付。\n", [("1.", [0]), ("2、", [2])]),
        ("停车协议\n1 总则\n1.1 适用范围。\n1.2 定义。\n2 费用\n2.1 月付。\n", [("1", [2]), ("2", [1])]),
        (
            "停车协议\n第1章 总则\n1.1 适用范围。\n1.2 定义。\n1.2.1 车位。\n第2章 费用\n2.1 月付。\n",
            [("1.1", [0]), ("1.2", [1]), ("2.1", [0])],
        ),
        ("停车协议\n一、 车位\n1、甲方提供。\n2、乙方使用。\n二、 费用\n月付。\n", [("一、", [2]), ("二、", [0])]),
        ("停车协议\n（一）甲方提供车位。\n（二）乙方缴费。\n", [("（一）", [0]), ("（二）", [0])]),
    ],
)
def test_other_numberings_are_followed(text: str, expected: list[tuple[str, list[int]]]) -> None:
    assert shape(outlined(text)) == expected


def test_a_short_first_line_is_the_heading_of_its_clause() -> None:
    result = outlined("停车协议\n第一条 车位使用\n乙方应当按位停车。\n第二条 费用按月交纳。\n")
    assert [a.heading for a in result.articles] == ["车位使用", ""]
    assert shape(result) == [("第一条", [0]), ("第二条", [0])]


def test_signatures_and_annexes_are_no_clauses() -> None:
    text = (
        f"物业服务合同\n{PARTIES}第一条 甲。\n第二条 本合同自签字之日起生效。\n\n"
        "甲方（盖章）：　　乙方（盖章）：\n2024年1月2日\n\n附件一　收费标准\n第一条 高层2元。\n"
    )
    result = outlined(text)
    assert shape(result) == [("第一条", [0]), ("第二条", [0])]
    assert text[slice(*result.unplaced[-1])].startswith("甲方（盖章）")


def test_the_name_above_the_date_is_part_of_the_signature() -> None:
    text = "某小区管理规约\n第一条 本规约自通过之日起生效。\n某小区业主大会\n二〇二四年一月一日\n"
    result = outlined(text)
    assert shape(result) == [("第一条", [0])]
    assert text[slice(*result.unplaced[-1])] == "某小区业主大会\n二〇二四年一月一日"


def test_clauses_go_on_after_a_list_of_annexes() -> None:
    text = (
        f"物业服务合同\n{PARTIES}第一条 本合同附件如下：\n附件一：收费标准\n附件二：服务标准\n第二条 争议由法院管辖。\n"
    )
    assert [a.label for a in outlined(text).articles] == ["第一条", "第二条"]


def test_each_part_may_count_its_clauses_from_one() -> None:
    text = f"物业服务合同\n{PARTIES}第一章 服务\n一、甲。\n二、乙。\n第二章 费用\n一、丙。\n"
    result = outlined(text)
    assert [(a.number, a.label) for a in result.articles] == [(1, "一、"), (2, "二、"), (3, "一、")]
    assert result.diagnostics == ()


def test_rows_of_a_table_are_not_run_together() -> None:
    text = (
        f"物业服务合同\n{PARTIES}第一条 收费标准：\n高层住宅\t每平方米每月二元一角\t按季交纳\n"
        "多层住宅\t每平方米每月一元七角\t按季交纳\n"
    )
    assert shape(outlined(text)) == [("第一条", [0, 0, 0])]


def test_the_instrument_of_a_users_document_is_its_file_name() -> None:
    assert outlined("物业服务合同\n第一条 甲。\n", name="我的/合同@2").instrument == "doc:我的_合同_2"


def test_rules_of_a_compound_are_no_statute_whatever_their_title() -> None:
    assert outlined("停车管理规定\n第一条 本小区的车位，甲方、乙方均可使用。\n").kind == "contract"
