"""Word documents in which Chinese looks as it should: titles, coloured words, tables."""

from __future__ import annotations

from io import BytesIO
from typing import Any

_FONT = "宋体"
_HEAD_SHADE = "F1F5F9"


def new_document(title: str) -> Any:
    """An empty document with a title, margins of two centimetres and close lines."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2)
    for style, size in (("Normal", 10.5), ("Title", 16), ("Heading 1", 13), ("Heading 2", 11)):
        _font(document.styles[style], Pt(size))
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    document.add_paragraph(title, style="Title")
    return document


def saved(document: Any) -> bytes:
    """The document as a file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_run(paragraph: Any, text: str, colour: str | None = None) -> Any:
    """Words at the end of a paragraph, in a colour if one is given."""
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return run


def add_table(document: Any, rows: int, columns: int) -> Any:
    """An empty table with lines, whose rows stay whole at the end of a page."""
    from docx.oxml import OxmlElement

    table = document.add_table(rows=rows, cols=columns, style="Table Grid")
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return table


def mark_head(table: Any) -> None:
    """Make the first row the head: bold, shaded, kept with the row below."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for cell in table.rows[0].cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), _HEAD_SHADE)
        cell._tc.get_or_add_tcPr().append(shade)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
            for run in paragraph.runs:
                run.bold = True


def _font(style: Any, size: Any) -> None:
    from docx.oxml.ns import qn

    style.font.name, style.font.size = _FONT, size
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
