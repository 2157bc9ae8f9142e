"""A sheet as a web page and as a Word document."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from io import BytesIO

from .sheet import Entry, Sheet, Words
from .word_document import new_document


def sheet_html(sheet: Sheet, note: str) -> str:
    """The page, self-contained.

    Args:
        sheet: what it says.
        note: what is told at its foot.
    """
    page = files("propertylaw.report").joinpath("templates/sheet.html").read_text(encoding="utf-8")
    body: list[str] = []
    for section in sheet.sections:
        body += [f"<h2>{escape(section.title)}</h2>", *map(_entry, section.entries)]
    parts = {
        "__TITLE__": escape(sheet.title),
        "__DATA__": "".join(f"<p><b>{escape(label)}</b>　{escape(_plain(said))}</p>" for label, said in sheet.data),
        "__BODY__": "\n".join(body),
        "__NOTE__": escape(note),
    }
    for name, content in parts.items():
        page = page.replace(name, content)
    return page


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
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _entry(entry: Entry) -> str:
    if not entry.lines:
        return f"<p>{escape(_plain(entry.head))}</p>"
    lines = "".join(f"<li>{escape(_plain(line))}</li>" for line in entry.lines)
    return f"<article><h3>{escape(_plain(entry.head))}</h3><ul>{lines}</ul></article>"


def _plain(said: Words) -> str:
    return "".join(piece if isinstance(piece, str) else piece.title for piece in said)
