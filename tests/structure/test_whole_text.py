"""What an outline says beside its articles: annexes, signatures, history, blanks, options, damage."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import outlined, shape, source

from propertylaw.model import Table
from propertylaw.structure import citations, outline
from propertylaw.structure.folding import folded

CONTRACT = """阳光花园物业服务合同
甲方：阳光花园业主委员会
乙方：安居物业有限公司
第一条 服务内容见附件一。
第二条 每平方米每月____元，付款方式为：□按月 ☑按季。
第三条 违约金为每日（  ）。
甲方（盖章）：
2025年6月8日
附件一 服务标准
1. 楼道每日清扫。
附件二 收费标准
住宅2元。
"""


def test_annexes_follow_the_signatures_and_have_places_of_their_own() -> None:
    result = outlined(CONTRACT)
    assert [(str(a.locator), a.heading) for a in result.annexes] == [
        ("doc:样本/附件1", "服务标准"),
        ("doc:样本/附件2", "收费标准"),
    ]
    assert [CONTRACT[slice(*a.text_span)].splitlines()[-1] for a in result.annexes] == [
        "1. 楼道每日清扫。",
        "住宅2元。",
    ]
    assert [CONTRACT[slice(*span)] for span in result.signatures] == ["甲方（盖章）：", "2025年6月8日"]


def test_blanks_and_options_stand_in_their_clause() -> None:
    result = outlined(CONTRACT)
    assert [(str(b.locator), CONTRACT[slice(*b.text_span)]) for b in result.blanks] == [
        ("doc:样本/2/1", "____"),
        ("doc:样本/3/1", "  "),
    ]
    assert [(CONTRACT[slice(*c.text_span)], c.chosen) for c in result.choices] == [("按月", False), ("按季", True)]


@pytest.mark.parametrize(
    ("clause", "rooms"),
    [
        ("面积为      平方米，位于　　　。", ["      ", "　　　"]),
        ("自    年  月 日起", ["    ", "  ", " "]),
        ("2025年   月   日", ["   ", "   "]),
        ("位于   中山路5号   ，面积为   1200   平方米。", []),
        ("甲  方 向 乙方交付。", []),
        ("丙方（签名）：　　　　日期：2025年6月8日", []),
    ],
)
def test_room_made_of_spaces_is_a_blank_where_a_value_would_stand(clause: str, rooms: list[str]) -> None:
    text = f"物业服务合同\n第一条 {clause}\n"

    assert [text[slice(*one.text_span)] for one in outlined(text).blanks] == rooms


def test_a_list_of_annexes_after_one_word_is_one_annex() -> None:
    result = outlined("管理规约\n第一条 甲。\n附件：表决票\n")
    assert [(a.number, a.heading) for a in result.annexes] == [(1, "表决票")]


def test_an_annex_whose_title_lost_its_space_is_one_and_a_sentence_about_it_is_none() -> None:
    result = outlined("物业服务合同\n第一条 甲。\n附件一是本合同的组成部分\n第二条 乙。\n附件一收费标准\n高层2元\n")
    assert [(a.label, a.heading) for a in result.annexes] == [("附件一", "收费标准")]


REGULATION = """云溪市物业管理条例
（2018年3月2日云溪市人民代表大会常务委员会通过　2018年5月1日省人民代表大会常务委员会批准
根据2021年9月30日《关于修改部分法规的决定》修正）
第一条 为了规范物业管理，制定本条例。
第二条 本条例自二〇一八年七月一日起施行。
"""


def test_the_history_below_the_title_is_read() -> None:
    assert [(e.on, e.kind) for e in outlined(REGULATION).history] == [
        (date(2018, 3, 2), "adopted"),
        (date(2018, 5, 1), "approved"),
        (date(2021, 9, 30), "amended"),
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("条例(2018-05-01)", "更晚的版本"),
        ("条例(2021-09-30)", ""),
        ("条例(20211101)", ""),
        ("条例(2024-01-01)", "可能不是那一天的版本"),
        ("条例", ""),
    ],
)
def test_a_file_name_with_another_date_is_told(name: str, told: str) -> None:
    found = [d.message for d in outlined(REGULATION, name).diagnostics if d.code == "STR006"]
    assert bool(found) == bool(told)
    assert not told or told in found[0]


@pytest.mark.parametrize("end", ["由物业服务人，", "业主应", "包括（"])
def test_a_text_cut_off_in_mid_sentence_is_told(end: str) -> None:
    assert [d.code for d in outlined(f"第一条 甲。\n第二条 {end}").diagnostics] == ["STR007"]
    assert outlined(f"第一条 甲。\n第二条 {end}乙方承担。").diagnostics == ()


def test_lists_and_articles_on_one_line_are_cut_at_their_numbers() -> None:
    glued = "第一条 下列费用由业主承担：（一）物业费；（二）停车费。第二条 期限三年。"
    assert shape(outlined(glued)) == [("第一条", [2]), ("第二条", [0])]


@pytest.mark.parametrize(
    "line",
    [
        "第一条 按第（一）项、第（二）项执行。",
        "第一条 依照（一）或者（三）办理：（三）甲。",
        "第一条 比例为：1、5、8。",
    ],
)
def test_numbers_that_are_no_list_stay_in_their_line(line: str) -> None:
    assert shape(outlined(line)) == [("第一条", [0])]


def test_letters_number_the_list_below_an_item() -> None:
    result = outlined("管理规约\n第一条 甲：\n1. 事故：\na) 火灾；\nb) 电梯。\n2. 其他。")
    (paragraph,) = result.articles[0].paragraphs
    assert [[sub.label for sub in item.sub_items] for item in paragraph.items] == [["a)", "b)"], []]


def test_rows_of_a_table_belong_to_the_clause_above_and_number_nothing() -> None:
    text = "管理规约\n第一条 收费如下：\n1.\t住宅\t2元\n2.\t商铺\t3元\n第二条 期限三年。"
    start, end = text.index("1.\t"), text.index("\n第二条")
    cells = ((start, start + 2), (start + 3, start + 5))
    read = source(text).model_copy(update={"tables": (Table(text_span=(start, end), rows=(cells,)),)})
    result = outline(read)
    assert shape(result) == [("第一条", [0]), ("第二条", [0])]
    assert [str(one.locator) for one in result.tables] == ["doc:样本/1/1"]
    assert result.articles[0].paragraphs[0].text_span[1] == end


def test_traditional_script_and_full_width_digits_are_understood_and_kept() -> None:
    text = "陽光花園管理公約\n第１條　為維護業主權益，特制定本公約。\n第２條　業主應遵守前條規定。"
    result = outlined(text)
    assert [a.label for a in result.articles] == ["第1条", "第2条"]
    assert text[slice(*result.articles[1].text_span)] == "業主應遵守前條規定。"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80))
def test_folding_keeps_the_length_and_is_stable(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="第一二条章节（）123、.：；。附件 \n甲乙_□☑", max_size=80))
def test_places_of_annexes_blanks_and_options_lie_in_the_text(text: str) -> None:
    result = outlined(text)
    spans = [x.text_span for x in (*result.annexes, *result.blanks, *result.choices)] + list(result.signatures)
    assert all(0 <= start < end <= len(text) for start, end in spans)


ATTACHED = """物业服务合同
第一条 乙方应当遵守附件二。
第二条 费用按第一条计算。
附件一 收费标准
住宅每平方米2元
附件二 临时管理规约
第一条 业主应当按照规划用途使用房屋。
第二条 业主应当依照前条和本规约第一条使用房屋：
（一）不得堵塞通道；
（二）不得改变外墙。
第三条 有第二条第二项行为的，依照本合同第二条处理。
"""


def test_a_covenant_attached_to_a_contract_has_articles_of_its_own() -> None:
    result = outlined(ATTACHED)
    assert [article.label for article in result.articles] == ["第一条", "第二条"]
    assert [len(annex.articles) for annex in result.annexes] == [0, 3]
    covenant = result.annexes[1].articles
    assert str(covenant[1].paragraphs[0].items[1].locator) == "doc:样本/附件2/2/1/2"
    found = [(one.text, list(map(str, one.targets))) for one in citations(source(ATTACHED), result)]
    assert found == [
        ("附件二", ["doc:样本/附件2"]),
        ("第一条", ["doc:样本/1"]),
        ("前条", ["doc:样本/附件2/1"]),
        ("本规约第一条", ["doc:样本/附件2/1"]),
        ("第二条第二项", ["doc:样本/附件2/2/1/2"]),
        ("本合同第二条", ["doc:样本/2"]),
    ]
