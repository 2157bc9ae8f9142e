"""A text is shown clause by clause, with its headings and tables, and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from propertylaw import read
from propertylaw.model import Source
from propertylaw.report.findings_html import findings_html
from propertylaw.report.text_blocks import sections
from propertylaw.structure import outline


def source(text: str, format: str = "txt") -> Source:
    return Source.model_validate({"name": "合同", "path": "合同.txt", "format": format, "text": text})


def shown(one: Source) -> list[list[tuple[str, str]]]:
    """The blocks of each section: what they are, and their words."""
    return [
        [(block.kind, one.text[slice(*block.span)]) for block in section.blocks]
        for section in sections(one, outline(one))
    ]


def test_a_text_without_headings_is_shown_clause_by_clause() -> None:
    text = "物业服务合同\n甲方：云水苑业主委员会\n一、乙方每日清扫。\n每周消毒。\n二、物业费按季交纳。\n"

    assert shown(source(text)) == [
        [("heading", "物业服务合同"), ("line", "甲方：云水苑业主委员会")],
        [("line", "一、乙方每日清扫。"), ("line", "每周消毒。")],
        [("line", "二、物业费按季交纳。")],
    ]


def test_the_printed_number_of_a_clause_stands_out() -> None:
    page = findings_html([], {"合同.txt": source("物业服务合同\n第一条　乙方每日清扫。\n")}, "审查")

    assert "<b>第一条　</b>乙方每日清扫。" in page


def test_signs_of_markdown_are_not_shown() -> None:
    text = "# 物业服务合同\n\n**第一条**　乙方每日清扫。\n\n---\n"
    page = findings_html([], {"合同.txt": source(text, "md")}, "审查")

    assert "<h3>物业服务合同</h3>" in page
    assert "**" not in page and "# 物业" not in page and "---" not in page


def test_a_table_of_a_text_is_a_table_of_the_page(tmp_path: Path) -> None:
    file = tmp_path / "合同.md"
    file.write_text("# 物业服务合同\n\n第一条　标准\n\n| 项目 | 元 |\n| --- | --- |\n| 住宅 | 2 |\n", encoding="utf-8")

    page = findings_html([], {str(file): read(file)}, "审查")

    assert "<table><tr><td>项目</td><td>元</td></tr><tr><td>住宅</td><td>2</td></tr></table>" in page


@given(lines=st.lists(st.text("第一二条、甲乙1. 　（）费。", max_size=9), max_size=8))
def test_no_words_are_lost_and_none_are_shown_twice(lines: list[str]) -> None:
    one = source("\n".join(["物业服务合同", *lines]))

    words = "".join(words for blocks in shown(one) for _, words in blocks)

    assert "".join(words.split()) == "".join(one.text.split())


def test_comments_of_markdown_are_not_shown() -> None:
    assert shown(source("# 条例\n<!-- 版本 -->\n第一条　略。\n", "md")) == [
        [("heading", "条例")],
        [("line", "第一条　略。")],
    ]
