"""A page drawn for the terminal as a self-contained web page to print, and as a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from .page_blocks import Block, Line, Piece, Rows
from .web_page import web_page
from .word_document import add_run, add_table, mark_head, new_document, saved

_COLOURS = {"good": "166534", "bad": "B91C1C", "open": "A16207", "law": "0F766E", "quiet": "64748B"}
_TAGS = {"title": "h1", "heading": "h2", "text": "p"}


def page_html(page: Iterable[Block]) -> str:
    """The page for a browser; it asks for nothing from elsewhere."""
    listed = list(page)
    title = next((_plain(one) for one in listed if isinstance(one, Line) and one.kind == "title"), "")
    body = "\n".join(_table_html(one) if isinstance(one, Rows) else _line_html(one) for one in listed)
    return web_page("page", title, {"BODY": body})


def _line_html(line: Line) -> str:
    tag = _TAGS[line.kind]
    inside = _html(line.pieces)
    if line.kind != "text":
        return f"<{tag}>{inside}</{tag}>"
    mark = f"<b>{escape(line.mark.strip())}</b>" if line.mark else ""
    hung = ' class="point"' if line.mark else ""
    depth = f' style="--depth:{line.depth}"' if line.depth else ""
    return f"<p{hung}{depth}>{mark}<span>{inside}</span></p>"


def _table_html(table: Rows) -> str:
    heads, *body = table.rows
    rows = ["<tr>" + "".join(f"<th>{_html(cell)}</th>" for cell in heads) + "</tr>"]
    # On a narrow screen each cell stands below the other and says what it is.
    named = [escape("".join(said for said, _ in cell), quote=True) for cell in heads]
    for row in body:
        cells = (f'<td data-head="{name}">{_html(cell)}</td>' for name, cell in zip(named, row, strict=True))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<h2>{escape(table.title)}</h2>\n<table>{''.join(rows)}</table>"


def _html(pieces: Iterable[Piece]) -> str:
    return "".join(f'<span class="{style}">{escape(said)}</span>' if style else escape(said) for said, style in pieces)


def page_word(page: Iterable[Block]) -> bytes:
    """The Word document."""
    listed = list(page)
    title = next((_plain(one) for one in listed if isinstance(one, Line) and one.kind == "title"), "")
    document = new_document(title)
    for one in listed:
        if isinstance(one, Rows):
            _table_word(document, one)
        elif one.kind != "title":
            _line_word(document, one)
    return saved(document)


def _line_word(document: Any, line: Line) -> None:
    from docx.shared import Pt

    if line.kind == "heading":
        document.add_paragraph(_plain(line), style="Heading 1")
        return
    paragraph = document.add_paragraph()
    hanging = 14 if line.mark else 0
    paragraph.paragraph_format.left_indent = Pt(16 * line.depth + hanging)
    paragraph.paragraph_format.first_line_indent = Pt(-hanging)
    if line.mark:
        paragraph.add_run(line.mark)
    _runs(paragraph, line.pieces)


def _table_word(document: Any, table: Rows) -> None:
    document.add_paragraph(table.title, style="Heading 1")
    made = add_table(document, len(table.rows), len(table.rows[0]))
    for row, cells in zip(made.rows, table.rows, strict=True):
        for cell, pieces in zip(row.cells, cells, strict=True):
            _runs(cell.paragraphs[0], pieces)
    mark_head(made)


def _runs(paragraph: Any, pieces: Iterable[Piece]) -> None:
    for said, style in pieces:
        names = style.split()
        colour = next((_COLOURS[name] for name in names if name in _COLOURS), None)
        run = add_run(paragraph, said, colour)
        run.bold = "head" in names or "bold" in names


def _plain(line: Line) -> str:
    return "".join(said for said, _ in line.pieces)
