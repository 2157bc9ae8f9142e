"""Word files: order, tables, automatic numbers, and the place of every run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from propertylaw.model import Source, WordOrigin
from propertylaw.reading import read
from propertylaw.reading.counting import counted

Build = Callable[[Any], object]
Reader = Callable[[Build], Source]


@pytest.fixture
def word(tmp_path: Path) -> Reader:
    """Builds a Word file and reads it."""

    def build_and_read(build: Build) -> Source:
        document = docx.Document()
        build(document)
        document.save(tmp_path / "合同.docx")
        source = read(tmp_path / "合同.docx")
        assert_runs_are_in_place(source, tmp_path / "合同.docx")
        return source

    return build_and_read


def assert_runs_are_in_place(source: Source, file: Path) -> None:
    """Each run's words stand where its origin says, counted as `python-docx` counts."""
    paragraphs = list(docx.Document(str(file)).element.iter(qn("w:p")))
    for run in source.runs:
        origin = run.origin
        assert isinstance(origin, WordOrigin)
        words = source.text[slice(*run.span)]
        text = list(paragraphs[origin.paragraph].iter(qn("w:r")))[origin.run].text
        assert text[origin.offset : origin.offset + len(words)] == words


def add(document: Any, xml: str) -> None:
    """Put a block before the section properties."""
    document.element.body.insert(-1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def table(*rows: tuple[str, ...]) -> Build:
    def build(document: Any) -> None:
        made = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, words in zip(made.rows, rows, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word

    return build


def test_paragraphs_headings_and_tables_come_in_order(word: Reader) -> None:
    def build(document: Any) -> None:
        document.add_heading("物业服务合同", 0)
        document.add_paragraph("")
        document.add_heading("第一章　总则", 1)
        table(("项目", "标准"), ("住宅", "1.80元"))(document)
        document.add_paragraph("　　以上标准含税。")
        document.sections[0].header.paragraphs[0].text = "页眉"
        document.sections[0].footer.paragraphs[0].text = "页脚"

    source = word(build)
    assert source.text == "物业服务合同\n第一章　总则\n项目\t标准\n住宅\t1.80元\n　　以上标准含税。"
    assert (source.name, source.format, source.diagnostics) == ("合同", "docx", ())


def test_every_run_keeps_its_place(word: Reader) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("甲方：")
        paragraph.add_run("枫林苑").bold = True
        paragraph.add_run("\t业主委员会").add_break(WD_BREAK.LINE)
        paragraph.add_run("乙方")

    source = word(build)
    assert source.text == "甲方：枫林苑\t业主委员会\n乙方"
    assert [source.text[slice(*run.span)] for run in source.runs] == [
        "甲方：", "枫林苑", "\t", "业主委员会", "\n", "乙方",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("甲", "", "丙"), "甲\t\t丙"),
        (("甲\n乙", "丙"), "甲 乙\t丙"),
        (("一\t二", "丙"), "一 二\t丙"),
        (("整份合同\n写在一格里",), "整份合同\n写在一格里"),
    ],
)
def test_a_table_row_is_a_line(word: Reader, cells: tuple[str, ...], line: str) -> None:
    assert word(table(cells)).text == line


def test_a_table_in_a_cell_reads_as_its_paragraphs(word: Reader) -> None:
    def build(document: Any) -> None:
        outer = document.add_table(rows=1, cols=2)
        outer.cell(0, 0).text = "费用"
        outer.cell(0, 1).add_table(1, 1).cell(0, 0).text = "1.80元"

    assert word(build).text == "费用\t1.80元"


@pytest.mark.parametrize(
    ("xml", "text", "warning"),
    [
        ("<w:p><w:ins><w:r><w:t>三十日</w:t></w:r></w:ins><w:del><w:r><w:delText>十日</w:delText></w:r></w:del></w:p>",
         "三十日", "修订"),
        ("<w:p><w:hyperlink><w:r><w:t>民法典</w:t></w:r></w:hyperlink></w:p>", "民法典", None),
        ("<w:p><w:r><w:t>收费</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>", "收费", "脚注"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>甲公司</w:t></w:r></w:p></w:sdtContent></w:sdt>", "甲公司", None),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>包干制</w:t></w:r></w:p>", "☑包干制", None),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='?'/><w:t>包干制</w:t></w:r></w:p>", "包干制", None),
        ("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>乙</w:t></w:r></w:p>",
         "甲乙", None),
        ("<w:p><w:r><w:t>正文</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
         "</w:pict></w:r></w:p>", "正文\n框内", None),
    ],
)  # fmt: skip
def test_words_are_read_as_they_stand_on_paper(word: Reader, xml: str, text: str, warning: str | None) -> None:
    source = word(lambda document: add(document, xml))
    assert source.text == text
    assert [warning for said in source.diagnostics if warning and warning in said.message] == (
        [warning] if warning else []
    )


def test_a_generated_table_of_contents_is_no_text(word: Reader) -> None:
    def build(document: Any) -> None:
        document.styles.add_style("toc 1", 1)
        document.add_paragraph("第一章 总则\t1", style="toc 1")
        document.add_paragraph("第一章 总则")

    assert word(build).text == "第一章 总则"


LEVELS = """
<w:abstractNum w:abstractNumId="90">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Article"/>
    <w:suff w:val="space"/><w:lvlText w:val="第%1条"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>
</w:abstractNum>"""
LISTS = """
<w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num>
<w:num w:numId="93"><w:abstractNumId w:val="404"/></w:num>"""


def with_lists(document: Any) -> None:
    numbering = document.part.numbering_part.element
    for xml in (LEVELS, *(f"<w:num {part}" for part in LISTS.split("<w:num ")[1:])):
        numbering.append(parse_xml(xml.strip().replace(" ", f" {nsdecls('w')} ", 1)))


def numbered(document: Any, words: str, depth: int, number: int = 91) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = depth, number


def test_automatic_numbers_are_written_out_and_belong_to_no_run(word: Reader) -> None:
    def build(document: Any) -> None:
        with_lists(document)
        for words, depth in (
            ("目的", 0),
            ("业主", 1),
            ("使用人", 1),
            ("范围", 0),
            ("住宅", 1),
            ("车位", 2),
            ("圆点", 3),
        ):
            numbered(document, words, depth)

    source = word(build)
    assert source.text.split("\n") == [
        "第一条 目的", "（一）业主", "（二）使用人", "第二条 范围", "（一）住宅", "2.1 车位", "圆点",
    ]  # fmt: skip
    assert source.text[slice(*source.runs[0].span)] == "目的"


def test_a_list_goes_on_or_starts_again_as_word_has_it(word: Reader) -> None:
    def build(document: Any) -> None:
        with_lists(document)
        for words, number in (("甲", 91), ("乙", 91), ("丙", 92), ("丁", 92), ("戊", 93), ("己", 0)):
            numbered(document, words, 0, number)

    assert word(build).text == "第一条 甲\n第二条 乙\n第一条 丙\n第二条 丁\n戊\n己"


def test_a_style_numbers_its_paragraphs(word: Reader) -> None:
    def build(document: Any) -> None:
        with_lists(document)
        style = document.styles.add_style("Article", 1)
        style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 91
        document.styles.add_style("Clause", 1).base_style = style
        document.add_paragraph("甲", style="Article")
        document.add_paragraph("乙", style="Clause")

    assert word(build).text == "第一条 甲\n第二条 乙"


@pytest.mark.parametrize(
    ("number", "style", "words"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千零五"),
        (10, "chineseLegalSimplified", "壹拾"),
        (23, "chineseLegalSimplified", "贰拾叁"),
        (10, "ideographDigital", "一〇"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "甲"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "decimalZero", "03"),
        (12, "decimalFullWidth", "１２"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (5, "none", ""),
        (5, "thaiCounting", "5"),
        (0, "chineseCounting", "0"),
    ],
)
def test_numbers_are_counted_as_word_counts(number: int, style: str, words: str) -> None:
    assert counted(number, style) == words
