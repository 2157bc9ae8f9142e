"""A comparison as a Word document: the table of effects, then each change with old and new words side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from propertylaw.compare import Comparison, Direction

from .change_words import (
    FOOT,
    KINDS,
    STANDINGS,
    Group,
    counts,
    groups,
    marked,
    only_words,
    others,
    place,
    renumbered_words,
    retold,
    standing_rows,
)
from .word_document import add_run, add_table, mark_head, new_document, saved

_COLOURS = {Direction.BETTER: "166534", Direction.WORSE: "B91C1C", Direction.OPEN: "A16207"}
_OLD, _NEW, _QUIET = "B91C1C", "166534", "64748B"


def changes_word(comparison: Comparison) -> bytes:
    """The document."""
    document = new_document(f"{comparison.before} → {comparison.after}")
    document.add_paragraph(counts(comparison))
    for note in comparison.notes:
        add_run(document.add_paragraph(), note, _QUIET)
    _standings(document, comparison)
    told = groups(comparison)
    for kind, name in KINDS.items():
        _section(document, name, [one for one in told if one.kind == kind])
    _rest(document, comparison)
    add_run(document.add_paragraph(), FOOT, _QUIET)
    return saved(document)


def _standings(document: Any, comparison: Comparison) -> None:
    if not comparison.standings:
        return
    document.add_paragraph(STANDINGS, style="Heading 1")
    rows = [("谁", "变好", "变差", "说不清"), *standing_rows(comparison)]
    table = add_table(document, len(rows), 4)
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    mark_head(table)


def _section(document: Any, name: str, told: Sequence[Group]) -> None:
    if not told:
        return
    document.add_paragraph(f"{name}（{len(told)}）", style="Heading 1")
    for one in told:
        head = document.add_paragraph(one.places, style="Heading 2")
        add_run(head, f"　{one.fields}" if one.fields else "", _QUIET).bold = False
        for norm in one.norms:
            document.add_paragraph(norm).paragraph_format.keep_with_next = True
        _words(document, one.before, one.after)
        for effect in one.effects:
            add_run(document.add_paragraph(style="List Bullet"), effect.words, _COLOURS[effect.direction])


def _words(document: Any, before: str, after: str) -> None:
    """Both texts side by side, or the one there is."""
    if not (before and after):
        for label, text in (("原", before), ("今", after)):
            if text:
                add_run(document.add_paragraph(), f"{label}　{text}", _QUIET)
        return
    table = add_table(document, 2, 2)
    for cell, text in zip(table.rows[0].cells, ("原", "今"), strict=True):
        cell.text = text
    mark_head(table)
    old, new = marked(before, after)
    for text, differs in old:
        add_run(table.rows[1].cells[0].paragraphs[0], text, _OLD if differs else None).font.strike = differs
    for text, differs in new:
        add_run(table.rows[1].cells[1].paragraphs[0], text, _NEW if differs else None).font.underline = differs
    document.add_paragraph()


def _rest(document: Any, comparison: Comparison) -> None:
    if comparison.renumbered:
        document.add_paragraph(f"条号改变（{len(comparison.renumbered)}）", style="Heading 1")
        document.add_paragraph(renumbered_words(comparison))
    if others(comparison):
        document.add_paragraph(f"其他文字改动（{others(comparison)}）", style="Heading 1")
    for one in retold(comparison):
        document.add_paragraph(place(one.after or one.before), style="Heading 2")
        _words(document, one.before_text, one.after_text)
    if told := only_words(comparison):
        document.add_paragraph(told)
