"""The number a line begins with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.structure.headings import Form, recognise


@pytest.mark.parametrize(
    ("line", "form", "number", "label", "rest"),
    [
        ("第一编 总则", Form.PART, 1, "第一编", "总则"),
        ("第二分编\u2002\u2002典型合同", Form.SUBPART, 2, "第二分编", "典型合同"),
        ("## 第三章　物业服务", Form.CHAPTER, 3, "第三章", "物业服务"),
        ("第 一 章  总 则", Form.CHAPTER, 1, "第 一 章", "总 则"),
        ("#### 第四节 其他规定", Form.SECTION, 4, "第四节", "其他规定"),
        ("第二部分　费用", Form.PART, 2, "第二部分", "费用"),
        ("第一条　为了规范", Form.ARTICLE, 1, "第一条", "为了规范"),
        ("第九百四十四条 业主应当", Form.ARTICLE, 944, "第九百四十四条", "业主应当"),
        ("第12条：甲方应当", Form.ARTICLE, 12, "第12条", "甲方应当"),
        ("第 十 二 条 甲方应当", Form.ARTICLE, 12, "第 十 二 条", "甲方应当"),
        ("**第三条** 甲方应当", Form.ARTICLE, 3, "第三条", "甲方应当"),
        ("第五条【收费】业主应当", Form.ARTICLE, 5, "第五条", "【收费】业主应当"),
        ("第三条", Form.ARTICLE, 3, "第三条", ""),
        ("八、绿化", Form.COUNT, 8, "八、", "绿化"),
        ("（三）巡逻", Form.BRACKET_COUNT, 3, "（三）", "巡逻"),
        ("(十二)巡逻", Form.BRACKET_COUNT, 12, "(十二)", "巡逻"),
        ("1.每日巡查", Form.DIGIT, 1, "1.", "每日巡查"),
        ("2、每月检查", Form.DIGIT, 2, "2、", "每月检查"),
        ("（4）检查", Form.BRACKET_DIGIT, 4, "（4）", "检查"),
        ("5）检查", Form.BRACKET_DIGIT, 5, "5）", "检查"),
        ("2.1 服务费", Form.DECIMAL, 1, "2.1", "服务费"),
        ("①检查", Form.CIRCLE, 1, "①", "检查"),
        ("3 付款", Form.BARE_DIGIT, 3, "3", "付款"),
    ],
)
def test_numbers_are_recognised(line: str, form: Form, number: int, label: str, rest: str) -> None:
    mark = recognise(line)
    assert mark is not None
    assert (mark.form, mark.number, mark.label, line[mark.end :]) == (form, number, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "第三条规定的业主",
        "第三条、第四条规定的情形",
        "第三条第二款规定的期限",
        "第三条至第五条",
        "第三章规定的罚款，由城市管理部门决定。",
        "第三人造成损害",
        "2.5元每平方米",
        "3.5平方米以上",
        "1、2号楼的公共区域",
        "业主应当",
        "",
    ],
)
def test_words_that_only_look_like_a_number_are_left_alone(line: str) -> None:
    assert recognise(line) is None


@given(st.text(alphabet="第一二三百条章节款项编、（）()1.2 　#*①规定的", max_size=20))
def test_a_mark_lies_within_its_line(line: str) -> None:
    mark = recognise(line.strip())
    if mark is not None:
        assert line.strip()[mark.start :].startswith(mark.label)
        assert mark.start < mark.end <= len(line.strip())
