"""All that is wrong with a dispute form is told in one run, in the order of the file, as somebody would who has never
seen YAML needs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.errors import FormError
from propertylaw.reasoning import read_form

GOOD = """\
title: 欠费，减免两说
on: 2026-03-01
place: 江苏省南京市
parties:
  - {id: wuye, name: 安居物业, role: service_provider}
  - {id: chen, name: 陈女士, role: owner}
claims:
  - {by: wuye, against: [chen], claim: fees.arrears}
facts:
  - {id: floor_area, of: chen, value: 118, evidence: [不动产权证，复印件]}
  - {id: fee_rate, of: chen, value: 1.8}
  - {id: never_moved_in, of: chen, value: true, said_by: chen, denied_by: [wuye]}
  - id: service_provided
    value: true
    said_by: wuye
"""


def told(folder: Path, form: str) -> list[str]:
    """What is said of a form, without the name of the file and the code."""
    path = folder / "表.yaml"
    path.write_text(form, encoding="utf-8")
    with pytest.raises(FormError) as caught:
        read_form(path)
    lines = str(caught.value).splitlines()
    assert all(line.startswith(str(path)) and line.endswith("（FORM001）") for line in lines)
    return [line.removeprefix(str(path)).removesuffix("（FORM001）").lstrip("，：") for line in lines]


def test_everything_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    form = GOOD
    for right, wrong in (
        ("role: owner", "role: 房东"),
        ("fees.arrears", "fees.arears"),
        ("value: 118", "value: -118"),
        ("value: 1.8", "vlaue: 1.8"),
        ("said_by: chen", "said_by: zhang"),
        ("  - id: service_provided", "  - id: service_providd"),
    ):
        assert right in form
        form = form.replace(right, wrong)
    lines = told(tmp_path, form)
    for line, number, words in zip(
        lines,
        (6, 8, 10, 11, 12, 13),
        ("没有这个角色“房东”", "是不是“fees.arrears”", "表上写的是 -118", "“value”", "chen、wuye", "service_provided"),
        strict=True,
    ):
        assert line.startswith(f"第 {number} 行")
        assert words in line


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("place: 江苏省南京市\n", "", "“place”：缺少必填项；加上“place: "),
        ("on: 2026-03-01", "on: 2026年3月1日", "第 2 行，“on”：不是有效日期；写 2026-03-01"),
        ("on: 2026-03-01", "on: 2026-02-30", "没有 2026-02-30 这一天"),
        ("on: 2026-03-01", "on: 3", "第 2 行，“on”：应为日期"),
        ("against: [chen]", "against: chen", "第 8 行，第 1 项请求的 against：应为列表；写成 against: [chen]"),
        ("{by: wuye", "{by: 安居物业", "没有这个当事人“安居物业”；写它的 id：wuye"),
        ("{by: wuye", "{by: chen", "“chen”不能向自己请求；by 写请求的一方"),
        ("value: true, said", "value: 是, said", "true（是）、false（否）或 unknown（不清楚）；写 true"),
        ("value: true, said", "value: 也许, said", "true（是）、false（否）或 unknown（不清楚）"),
        ("{id: fee_rate, of: chen, value: 1.8}", "{fee_rate: 1.8}", "第 2 条事实的 fee_rate：“fee_rate”写成了"),
        (
            "{id: fee_rate, of: chen, value: 1.8}",
            "{id: flat_handover_date, value: 2025-01-01}",
            "是不是“delivered_date”（开发商实际交房日）？全部",
        ),
        ("{id: fee_rate, of: chen, value: 1.8}", "欠一年", "第 11 行，第 2 条事实：应为一组“名称: 值”"),
        ("value: 1.8}", "value: 1.8", "第 11 行第 5 列：从这一行开始的括号没有配对"),
        ("    value: true", "   value: true", "没有对齐"),
        ("title: 欠费，减免两说", "title: '欠费", "引号没有配对"),
        ("title: 欠费，减免两说", "title: *欠费", "值以 * 或 & 开头"),
        ("value: 1.8", "value: 1.8, value: 2", "第 11 行：键“value”重复"),
        ("place: 江苏省南京市", "place: &a [*a]", "第 3 行第 8 列：这里引用了自己"),
        ("facts:", "---\nfacts:", "“---”"),
    ],
)
def test_each_fault_is_told_alone_with_what_to_do(right: str, wrong: str, says: str, tmp_path: Path) -> None:
    assert GOOD.count(right) == 1
    (line,) = told(tmp_path, GOOD.replace(right, wrong))
    assert says in line


def test_one_entry_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    form = GOOD.replace("value: 118,", "value: 118").replace("value: 1.8", "value: 很多")
    form = form.replace("said_by: wuye", "said_by: wy")
    first, second, third = told(tmp_path, form)
    assert first.startswith("第 10 行第 5 列")
    assert second.startswith("第 11 行，第 2 条事实的 value")
    assert third.startswith("第 15 行，第 4 条事实的 said_by")
    assert "没有检查" not in first + second + third


def test_what_could_not_be_looked_at_is_said(tmp_path: Path) -> None:
    (line,) = told(tmp_path, GOOD.replace("facts:", "facts").replace("value: 118", "value: 很多"))
    assert line.endswith("改好以前，其余内容没有检查")


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("title: ", "title：", "第 1 行第 6 列：全角的“：”不能用来分隔；"),
        ("role: owner", "role：owner", "第 6 行第 31 列：全角的“：”不能用来分隔；"),
        ("fee_rate, of: chen,", "fee_rate，of：chen，", "第 11 行第 18 列：全角的“，”“：”不能用来分隔，共 3 处；"),
        ("- {id: fee_rate, of: chen, value: 1.8}", "- ｛id: fee_rate, of: chen, value: 1.8｝", "全角的“｛”“｝”"),
        ("[wuye]", "【wuye】", "全角的“【”“】”"),
        ("- id: service", "－ id: service", "第 13 行第 3 列：“－”不能用来开头；"),
        ("    value: true", "\tvalue: true", "第 14 行第 1 列：行首用了制表符或全角空格；"),
        ("    value: true", "　　value: true", "第 14 行第 1 列：行首用了制表符或全角空格；"),
        ("place: 江", "place:江", "第 3 行第 6 列：“:”后面缺一个空格；"),
        ("- {id: fee_rate", "-{id: fee_rate", "第 11 行第 3 列：“-”后面缺一个空格；"),
    ],
)
def test_marks_that_only_look_right_are_named_with_line_and_column(
    right: str, wrong: str, says: str, tmp_path: Path
) -> None:
    assert GOOD.count(right) == 1
    (line,) = told(tmp_path, GOOD.replace(right, wrong))
    assert line.startswith(says) or (says.startswith("全角") and says in line)


def test_a_list_of_ids_is_parted_by_half_width_commas(tmp_path: Path) -> None:
    third = "  - {id: li, name: 李某, role: owner}\nclaims:"
    form = GOOD.replace("claims:", third).replace("against: [chen]", "against: [chen，li]")
    (line,) = told(tmp_path, form)
    assert line.startswith("第 9 行第 30 列：全角的“，”不能用来分隔")


def test_chinese_punctuation_in_words_is_left_alone(tmp_path: Path) -> None:
    words = GOOD.replace("欠费，减免两说", "'on：的意思；id：x'")
    words = words.replace("value: 1.8}", "value: 很多}  # 单价：元，value：待查")
    (line,) = told(tmp_path, words)
    assert line.startswith("第 11 行，第 2 条事实的 value")


MARKS = [found.start() for found in re.finditer(r"(?<=[a-z_]): |, (?=[a-z_]+: )", GOOD)]


@given(st.sets(st.sampled_from(MARKS), min_size=1))
def test_whichever_marks_are_full_width_their_lines_are_named_and_no_others(
    tmp_path_factory: pytest.TempPathFactory, chosen: set[int]
) -> None:
    form = GOOD
    for at in sorted(chosen, reverse=True):
        form = form[:at] + {":": "：", ",": "，"}[form[at]] + form[at + 2 :]
    named = [int(re.match(r"第 (\d+) 行", line)[1]) for line in told(tmp_path_factory.mktemp("表"), form)]  # type: ignore[index]
    assert named == sorted({GOOD[:at].count("\n") + 1 for at in chosen})
