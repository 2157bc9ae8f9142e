"""A page for the terminal becomes a web page and a Word document that say the same."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from rich.console import Group
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.text import Text

from propertylaw import analyze
from propertylaw.report.analysis_files import analysis_html, analysis_word
from propertylaw.report.analysis_page import analysis_text
from propertylaw.report.page_blocks import Line, blocks
from propertylaw.report.page_files import page_html
from propertylaw.report.terminal import point

SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "disputes" / "欠费与停水.yaml"


def _letters(text: str) -> str:
    return "".join(re.findall(r"[\w《》（）：；，、。°✓✗]", text)).replace("_", "")


def test_a_mark_and_its_words_are_one_line_with_its_depth_and_styles() -> None:
    part = Padding(Group(point("✓ ", Text.assemble("要件", ("　依据", "law")))), (0, 0, 0, 2))
    assert list(blocks([part])) == [Line("text", 1, "✓ ", (("要件", ""), ("　依据", "law")))]


def test_a_part_that_no_page_has_used_is_refused() -> None:
    with pytest.raises(TypeError, match="ProgressBar"):
        list(blocks([ProgressBar()]))


def test_words_of_a_page_are_escaped_in_html() -> None:
    assert "&lt;b&gt;甲&amp;乙" in page_html(blocks([Text("<b>甲&乙")]))


def test_the_web_page_and_the_word_document_say_what_the_terminal_says() -> None:
    analysis = analyze(SAMPLE)
    drawn = _letters(analysis_text(analysis))
    page = analysis_html(analysis)
    assert "━" not in page
    assert "<table>" in page
    assert not re.search(r"(src|href)=", page)
    document = Document(BytesIO(analysis_word(analysis)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = "".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for text in (re.sub(r"<style>.*?</style>|<title>.*?</title>|<[^>]*>", "", page, flags=re.S), words):
        assert sorted(_letters(text)) == sorted(drawn)
