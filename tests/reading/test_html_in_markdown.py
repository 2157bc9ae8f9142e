"""Tags and entities in Markdown are read as what they show, and every word keeps its place in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw import outline, read
from propertylaw.checks import review
from propertylaw.errors import EmptyFileError
from propertylaw.model import FileOrigin, Source
from propertylaw.reading import read_text
from propertylaw.reading.places import Places
from propertylaw.report.sarif import sarif

PIECES = (
    "第一条　",
    "乙方",
    "<u>三</u>",
    "<u></u>",
    "日内\n",
    "&nbsp;",
    "<br>",
    "&lt;",
    "<b>",
    "</b>",
    "a < b",
    "<甲方>",
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("提前<u>三十</u>日", "提前三十日"),
        ("提前<u></u>日", "提前____日"),
        ("提前<u>　　</u>日", "提前____日"),
        ("提前<u>&nbsp;&nbsp;</u>日", "提前____日"),
        ("<b>第一条</b> 乙方<strong>每日</strong>清扫。", "第一条 乙方每日清扫。"),
        ("甲方：&emsp;乙方：", "甲方：　乙方："),
        ("A&amp;B 与 &lt;C&gt;", "A&B 与 <C>"),
        ("第一款。<br>第二款。", "第一款。\n第二款。"),
        ("| 甲<br/>乙 | 3元 |", "| 甲 乙 | 3元 |"),
        ('前<div align="center">合同</div>后', "前\n合同\n后"),
        ("甲<style>p {}</style>乙", "甲乙"),
    ],
)
def test_html_is_what_it_shows(written: str, shown: str) -> None:
    assert read_text(written, "合同").text == shown


@pytest.mark.parametrize("words", ["面积 5 < 6，a<b", "<甲方>", "&甲;", "<!-- 注 -->第一条", "<合同编号 3>", "甲&乙"])
def test_what_only_looks_like_html_stays(words: str) -> None:
    source = read_text(words, "合同")
    assert (source.text, source.runs) == (words, ())


def test_plain_text_has_no_tags() -> None:
    assert read_text("<u>三</u>", "合同", "txt").text == "<u>三</u>"


def test_a_table_of_tags_has_rows_and_cells() -> None:
    source = read_text(
        "第一条 如下：\n<table>\n<tr><th>项目</th><th>标准</th></tr>\n<tr><td>货梯\n通行</td><td><b>80</b>元</td></tr>"
        "\n</table>\n第二条 完。\n",
        "合同",
    )
    (table,) = source.tables
    assert [[source.text[slice(*cell)] for cell in row] for row in table.rows] == [
        ["项目", "标准"],
        ["货梯 通行", "80元"],
    ]
    assert [one.label for one in outline(source).articles] == ["第一条", "第二条"]


def test_a_table_that_never_ends_is_read_to_the_end() -> None:
    source = read_text("<table><tr><td>甲<td>乙<tr><td>丙<td>丁", "合同")
    assert [[source.text[slice(*cell)] for cell in row] for row in source.tables[0].rows] == [
        ["甲", "乙"],
        ["丙", "丁"],
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_word_is_where_its_place_in_the_file_says(file: str) -> None:
    try:
        source = read_text(file, "合同")
    except EmptyFileError:
        return  # nothing that shows
    for run in source.runs:
        origin = run.origin
        assert isinstance(origin, FileOrigin)
        words = source.text[slice(*run.span)]
        written = file[origin.offset : origin.offset + len(words)]
        assert written == words or file[origin.offset] == "&"
        assert origin.line == file.count("\n", 0, origin.offset) + 1
        assert origin.column == origin.offset - file.rfind("\n", 0, origin.offset)


def test_a_finding_points_into_the_file(tmp_path: Path) -> None:
    file = tmp_path / "合同.md"
    text = "# 云水苑物业服务合同\n\n第一条　乙方<u>每日</u>清扫。\n\n第二条　<b>业主欠费的</b>，乙方可以停止供水。\n"
    file.write_text(text, encoding="utf-8")
    source = read(file)
    found = review(source, outline(source)).findings
    results = json.loads(sarif(found, {str(file): source}))["runs"][0]["results"]
    region = next(one["locations"][0]["physicalLocation"]["region"] for one in results if one["ruleId"] == "CON001")
    assert region["startLine"] == 5
    start = region["charOffset"]
    assert text[start : start + region["charLength"]].endswith("乙方可以停止供水")


def test_places_of_one_character_are_its_own() -> None:
    source: Source = read_text("甲<u>乙</u>丙", "合同")
    (first, last) = Places(source).of((1, 2))
    assert first == last == FileOrigin(offset=4, line=1, column=5)
