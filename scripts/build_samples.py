"""Set the sample documents, written in Markdown, as Word files and print each of them to PDF.

    python scripts/build_samples.py [FOLDER]

Needs python-docx, LibreOffice (`soffice`) and the fonts Noto Serif CJK SC and Noto Sans CJK SC.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples"
WRITTEN = datetime(2024, 1, 1)
SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"
NUMBER = re.compile(r"第[一二三四五六七八九十百]+条(?=[ \u3000])|[一二三四五六七八九十]+、")
FIELD = re.compile(
    r"(?:[甲乙丙]方(?:（[^）]+）)?|住所|合同编号|备案机关|签订地点|签订日期|签署日期|\S{2,12}（签字）)：|\d{4}年\d{1,2}月\d{1,2}日$"
)
SIGNING = re.compile(r"（以下为《\S+》签署栏）|\S+业主大会（业主委员会代章）")
DATED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日 \S+")

# Word names the fonts every Chinese office has; the printer here has others of the same kind.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <match target="pattern"><test name="family"><string>宋体</string></test>
    <edit name="family" mode="assign" binding="same"><string>Noto Serif CJK SC</string></edit></match>
  <match target="pattern"><test name="family"><string>黑体</string></test>
    <edit name="family" mode="assign" binding="same"><string>Noto Sans CJK SC</string></edit></match>
  <match target="pattern"><test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="same"><string>Noto Serif CJK SC</string></edit></match>
</fontconfig>
"""


@dataclass(frozen=True)
class Block:
    """A piece of the document: a title, a heading, a paragraph or a table of rows of cells."""

    kind: Literal["title", "chapter", "section", "paragraph", "table"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(markdown: str) -> Iterator[Block]:
    """Read the few forms the samples use: `#` headings, paragraphs of one line, tables with bars."""
    kinds: dict[str, Literal["title", "chapter", "section"]] = {"#": "title", "##": "chapter", "###": "section"}
    rows: list[tuple[str, ...]] = []
    for line in [*markdown.splitlines(), ""]:
        if line.startswith("|"):
            if not set(line) <= set("|-: "):
                rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Block("table", rows=tuple(rows))
            rows = []
        mark, _, rest = line.partition(" ")
        if mark in kinds:
            yield Block(kinds[mark], rest)
        elif line and not line.startswith("<!--"):
            yield Block("paragraph", line)


def dress(style: ParagraphStyle, family: str, size: float) -> None:
    """Give a style its Chinese and Latin fonts, its size, and black ink."""
    font = style.font
    font.name, font.size, font.color.rgb = LATIN, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), family)


def new_document(title: str) -> Word:
    """Open an A4 document with the styles of a Chinese official text and page numbers."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.subject = title, "虚构样例，仅供软件演示"
    properties.author, properties.comments, properties.created, properties.modified = "", "", WRITTEN, WRITTEN

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.8)
    page.top_margin, page.bottom_margin = Cm(3), Cm(2.6)

    for name, family, size, before, after in (
        ("Normal", SONG, 12, 0, 0),
        ("Title", HEI, 20, 12, 18),
        ("Heading 1", HEI, 15, 16, 10),
        ("Heading 2", HEI, 13, 10, 6),
    ):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        dress(style, family, size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = Pt(size * 1.75)
        if name != "Normal":
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
            style.font.bold = False
            for border in style.element.findall(f".//{qn('w:pBdr')}"):
                border.getparent().remove(border)

    number_pages(page.footer.paragraphs[0])
    return document


def number_pages(footer: Paragraph) -> None:
    """Put the page number into the footer."""
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer.add_run("— ")
    footer._p.append(field)
    footer.add_run(" —")


def add_paragraph(document: Word, text: str) -> None:
    """Set one paragraph: clauses are indented by two characters, their numbers in bold."""
    paragraph = document.add_paragraph()
    if DATED.match(text):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(6)
    elif FIELD.match(text) or SIGNING.fullmatch(text):
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(24 if SIGNING.fullmatch(text) else 2)
        paragraph.paragraph_format.space_after = Pt(4)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Pt(24)
    number = NUMBER.match(text)
    cut = number.end() if number else 0
    if number:
        paragraph.paragraph_format.space_before = Pt(4)
        paragraph.add_run(text[:cut]).bold = True
    paragraph.add_run(text[cut:])


def add_table(document: Word, rows: tuple[tuple[str, ...], ...]) -> None:
    """Set a ruled table whose columns are as wide as their longest cell asks, with the head repeated on each page."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    wanted = [min(24, 4 + max(map(len, column))) for column in zip(*rows, strict=True)]
    widths = [Cm(15.4 * share / sum(wanted)) for share in wanted]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for words, row in zip(rows, table.rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for text, cell, width in zip(words, row.cells, widths, strict=True):
            cell.width, cell.vertical_alignment = width, WD_ALIGN_VERTICAL.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.line_spacing = Pt(16)
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(10.5), words is rows[0]
    document.add_paragraph().paragraph_format.line_spacing = Pt(8)


def build_docx(source: Path) -> Path:
    """Write the Word file of a Markdown sample beside it."""
    document = new_document(source.stem)
    for block in blocks(source.read_text(encoding="utf-8")):
        if block.kind == "table":
            add_table(document, block.rows)
        elif block.kind == "paragraph":
            add_paragraph(document, block.text)
        else:
            style = {"title": "Title", "chapter": "Heading 1", "section": "Heading 2"}[block.kind]
            document.add_paragraph(block.text, style=style)
    target = source.with_suffix(".docx")
    document.save(str(target))
    return target


def build_pdf(words: list[Path], folder: Path) -> None:
    """Print Word files to PDF with a LibreOffice profile of its own and the font substitutions above."""
    with tempfile.TemporaryDirectory() as scratch:
        fonts = Path(scratch) / "fonts.conf"
        fonts.write_text(FONTS, encoding="utf-8")
        profile = f"-env:UserInstallation=file://{scratch}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, words)],
            check=True,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )


def main() -> None:
    """Build every sample of the folder given, or of corpus/samples."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    build_pdf([build_docx(source) for source in sorted(folder.glob("*.md"))], folder)


if __name__ == "__main__":
    main()
