"""A page for the terminal becomes a web page and a Word document that say the same."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from rich.console import Group
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from propertylaw import analyze
from propertylaw.report.analysis_files import analysis_html, analysis_word
from propertylaw.report.analysis_page import analysis_text
from propertylaw.report.page_blocks import Line, blocks
from propertylaw.report.page_files import page_html
from propertylaw.report.terminal import COMMAND, Indented, point

SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "disputes" / "欠费与停水.yaml"


def _letters(text: str) -> str:
    return "".join(re.findall(r"[\w《》（）：；，、。°✓✗]", text)).replace("_", "")


def test_a_mark_and_its_words_are_one_line_with_its_depth_and_styles() -> None:
    part = Indented(Group(point("✓ ", Text.assemble("要件", ("　依据", "law")))), 2)
    assert list(blocks([part])) == [Line("text", 1, "✓ ", (("要件", ""), ("　依据", "law")))]


def test_a_part_that_no_page_has_used_is_refused() -> None:
    with pytest.raises(TypeError, match="ProgressBar"):
        list(blocks([ProgressBar()]))


def test_words_of_a_page_are_escaped_in_html() -> None:
    assert "&lt;b&gt;甲&amp;乙" in page_html(blocks([Text("<b>甲&乙")]))


def test_the_cells_of_a_table_name_their_columns_for_screens_too_narrow_for_it() -> None:
    table = Table(title="结论")
    for name in ("请求", "金额"):
        table.add_column(name)
    table.add_row("支付<物业费>", "600 元")
    page = page_html(blocks([table]))
    assert '<td data-head="请求">支付&lt;物业费&gt;</td><td data-head="金额">600 元</td>' in page
    assert "@media screen and (max-width: 640px)" in page


def test_how_far_a_line_stands_in_is_left_to_the_style_of_the_page() -> None:
    page = page_html(blocks([Indented(Text("要件"), 4)]))
    assert '<p style="--depth:2">' in page


_TYPED = re.compile(
    r"（[a-z]+）|（[A-Z]{3}\d{3}）|另见：[^：]*：rulesshow[a-z]+|更多提示：rulesshow[a-z、]+（一次一个）|（rulesshow[a-z]+）"
)
"""Ids, codes and commands on the page for the terminal."""


def test_ids_and_commands_are_left_out_and_empty_lines_stay() -> None:
    asked = point("1. ", Text.assemble("欠了几个月？", ("（months）", COMMAND)))
    page = list(blocks([asked, Text("见 rules show", style=COMMAND), Text("")]))
    assert page == [Line("text", 0, "1. ", (("欠了几个月？", ""),)), Line("text", 0, "", ())]


def test_the_web_page_and_the_word_document_say_what_the_terminal_says_but_for_ids_and_commands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("propertylaw.report.questions._MOST", 100)
    analysis = analyze(SAMPLE)
    drawn = _TYPED.sub("", _letters(analysis_text(analysis)))
    page = analysis_html(analysis)
    assert "━" not in page
    assert "<table>" in page
    assert not re.search(r"(src|href)=", page)
    document = Document(BytesIO(analysis_word(analysis)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = "".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for text in (re.sub(r"<style>.*?</style>|<title>.*?</title>|<[^>]*>", "", page, flags=re.S), words):
        assert sorted(_letters(text)) == sorted(drawn)
        assert not re.search("rules show|[a-z]_[a-z]", text)
