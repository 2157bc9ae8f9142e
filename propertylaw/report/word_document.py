"""A new Word document in which Chinese looks as it should."""

from __future__ import annotations

from typing import Any

_FONT = "宋体"


def new_document(title: str) -> Any:
    """An empty document with a title, margins of two centimetres and close lines."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2)
    for style, size in (("Normal", 10.5), ("Title", 16), ("Heading 1", 13)):
        _font(document.styles[style], Pt(size))
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    document.add_paragraph(title, style="Title")
    return document


def _font(style: Any, size: Any) -> None:
    from docx.oxml.ns import qn

    style.font.name, style.font.size = _FONT, size
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
