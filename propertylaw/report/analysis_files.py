"""The page of an analysis as files for people: for the browser and the printer, and for Word."""

from __future__ import annotations

from rich.text import Text

from propertylaw.model import Analysis

from .analysis_page import parts_of
from .document_titles import called
from .page_blocks import Block, blocks
from .page_files import page_html, page_word
from .questions import further_blocks
from .text_marks import TextMarks, marking


def analysis_html(analysis: Analysis) -> str:
    """The page of an analysis, for the browser and the printer."""
    return page_html(_blocks(analysis))


def analysis_word(analysis: Analysis) -> bytes:
    """The page of an analysis, as a Word document."""
    return page_word(_blocks(analysis))


def _blocks(analysis: Analysis) -> list[Block]:
    marks = TextMarks.of(analysis.texts)
    with called(analysis.documents, analysis.printed), marking(marks):
        further = ("没有列完的问题和各种答法", list(further_blocks(analysis)))
        found = list(blocks(parts_of(analysis, further)))
    return [*found, *blocks(Text(line, style="open") for line in marks.legend())]
