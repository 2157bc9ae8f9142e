"""A sheet as a web page and as a Word document."""

from __future__ import annotations

from html import escape

from .sheet import Entry, Sheet, Words
from .web_page import web_page
from .word_document import new_document, saved


def sheet_html(sheet: Sheet, note: str) -> str:
    """The page, self-contained.

    Args:
        sheet: what it says.
        note: what is told at its foot.
    """
    body: list[str] = []
    for section in sheet.sections:
        body += [f"<h2>{escape(section.title)}</h2>", *map(_entry, section.entries)]
    parts = {
        "DATA": "".join(f"<p><b>{escape(label)}</b>　{escape(_plain(said))}</p>" for label, said in sheet.data),
        "BODY": "\n".join(body),
        "NOTE": escape(note),
    }
    return web_page("sheet", sheet.title, parts)


def sheet_word(sheet: Sheet, note: str) -> bytes:
    """The document.

    Args:
        sheet: what it says.
        note: what is told at its end.
    """
    document = new_document(sheet.title)
    for label, said in sheet.data:
        document.add_paragraph(f"{label}：{_plain(said)}")
    for section in sheet.sections:
        document.add_paragraph(section.title, style="Heading 1")
        for entry in section.entries:
            paragraph = document.add_paragraph(style=None if entry.lines else "List Bullet")
            paragraph.paragraph_format.keep_with_next = bool(entry.lines)
            paragraph.add_run(_plain(entry.head)).bold = bool(entry.lines)
            for line in entry.lines:
                document.add_paragraph(_plain(line), style="List Bullet")
    document.add_paragraph(note)
    return saved(document)


def _entry(entry: Entry) -> str:
    if not entry.lines:
        return f"<p>{escape(_plain(entry.head))}</p>"
    lines = "".join(f"<li>{escape(_plain(line))}</li>" for line in entry.lines)
    return f"<article><h3>{escape(_plain(entry.head))}</h3><ul>{lines}</ul></article>"


def _plain(said: Words) -> str:
    return "".join(piece if isinstance(piece, str) else piece.title for piece in said)
