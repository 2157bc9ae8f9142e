"""A comparison as a Word document: the table of effects, then each change with old and new words side by side."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from propertylaw.compare import Comparison, Direction

from .change_words import KINDS, Group, counts, groups, marked, place, renumbered_words, standing_rows
from .word_document import new_document

_COLOURS = {Direction.BETTER: "166534", Direction.WORSE: "B91C1C", Direction.OPEN: "A16207"}
_OLD, _NEW = "B91C1C", "166534"


def changes_word(comparison: Comparison) -> bytes:
    """The document."""
    document = new_document(f"{comparison.before} → {comparison.after}")
    document.add_paragraph(counts(comparison))
    _standings(document, comparison)
    told = groups(comparison)
    for kind, name in KINDS.items():
        _section(document, name, [one for one in told if one.kind == kind])
    _rest(document, comparison)
    document.add_paragraph("本工具不提供法律意见；判断依据各条所列规则，说不清的须对照原文。")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _standings(document: Any, comparison: Comparison) -> None:
    if not comparison.standings:
        return
    document.add_paragraph("对谁有什么影响（改动的条数）", style="Heading 1")
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    for row in (("谁", "变好", "变差", "说不清"), *standing_rows(comparison)):
        cells = table.rows[0].cells if row[0] == "谁" else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text


def _section(document: Any, name: str, told: Sequence[Group]) -> None:
    if not told:
        return
    document.add_paragraph(f"{name}（{len(told)}）", style="Heading 1")
    for one in told:
        head = document.add_paragraph()
        head.paragraph_format.keep_with_next = True
        head.add_run(one.places).bold = True
        head.add_run(f"　{one.fields}" if one.fields else "")
        for norm in one.norms:
            document.add_paragraph(norm)
        if one.before and one.after:
            _both(document, one.before, one.after)
        for effect in one.effects:
            _coloured(document.add_paragraph(style="List Bullet"), effect.words, _COLOURS[effect.direction])


def _both(document: Any, before: str, after: str) -> None:
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("原", "今"), strict=True):
        cell.text = text
    old, new = marked(before, after)
    for cell, pieces, colour in zip(table.rows[1].cells, (old, new), (_OLD, _NEW), strict=True):
        for text, differs in pieces:
            if differs:
                _coloured(cell.paragraphs[0], text, colour)
            else:
                cell.paragraphs[0].add_run(text)
    document.add_paragraph()


def _coloured(paragraph: Any, text: str, colour: str) -> None:
    from docx.shared import RGBColor

    paragraph.add_run(text).font.color.rgb = RGBColor.from_string(colour)


def _rest(document: Any, comparison: Comparison) -> None:
    if comparison.renumbered:
        document.add_paragraph(f"条号改变（{len(comparison.renumbered)}）", style="Heading 1")
        moved = renumbered_words(comparison)
        document.add_paragraph(moved)
    if comparison.passages:
        document.add_paragraph(f"其他文字改动（{len(comparison.passages)}）", style="Heading 1")
    for one in comparison.passages:
        document.add_paragraph().add_run(place(one.after or one.before)).bold = True
        _both(document, one.before_text, one.after_text)
