"""What a Word file holds beside its text: comments, notes, changes, hidden words, tables and grids, boxes to tick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from propertylaw.model import Annotation, Source
from propertylaw.reading import read
from propertylaw.reading.layout import is_layout
from propertylaw.report.outline_page import outline_text
from propertylaw.structure import outline

Build = Callable[[Any], object]
SIGNED = 'w:author="王某" w:date="2024-03-01T09:00:00Z"'


@pytest.fixture
def word(tmp_path: Path) -> Callable[[Build], Source]:
    def build_and_read(build: Build) -> Source:
        document = docx.Document()
        build(document)
        document.save(tmp_path / "合同.docx")
        return read(tmp_path / "合同.docx")

    return build_and_read


def add(document: Any, xml: str) -> None:
    document.element.body.insert(-1, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w', 'w14')}>", 1)))


def grid(document: Any, *rows: tuple[str, ...]) -> Any:
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(made.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    return made


def seen(source: Source, one: Annotation) -> tuple[str, str, str, str, date | None]:
    return one.kind, source.text[slice(*one.text_span)], one.words, one.author, one.on


def test_a_comment_belongs_to_its_words(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("乙方按")
        rate = paragraph.add_run("每日千分之三")
        paragraph.add_run("支付违约金。")
        document.add_comment(rate, text="约定过高，建议调低", author="李律师")

    source = word(build)
    (comment,) = source.annotations
    assert seen(source, comment)[:4] == ("comment", "每日千分之三", "约定过高，建议调低", "李律师")
    (said,) = source.diagnostics
    assert (said.code, said.span) == ("SRC006", comment.text_span)
    assert "1 处" in said.message


def test_the_page_shows_notes_and_changes(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        run = document.add_paragraph("第一条 ").add_run("每日千分之三")
        document.add_comment(run, text="过高", author="李律师")

    source = word(build)
    assert "批注（李律师，" in outline_text(source, outline(source), ())
    assert "“每日千分之三”：过高" in outline_text(source, outline(source), ())


def test_changes_are_listed_and_read_as_accepted(word: Callable[[Build], Source]) -> None:
    changed = (
        f"<w:p><w:r><w:t>期限</w:t></w:r><w:del {SIGNED}><w:r><w:delText>一年</w:delText></w:r></w:del>"
        f"<w:ins {SIGNED}><w:r><w:t>三</w:t></w:r><w:r><w:t>年</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>"
    )
    source = word(lambda document: add(document, changed))
    assert source.text == "期限三年。"
    assert [seen(source, one) for one in source.annotations] == [
        ("deletion", "", "一年", "王某", date(2024, 3, 1)),
        ("insertion", "三年", "三年", "王某", date(2024, 3, 1)),
    ]
    assert [(d.code, "2 处" in d.message) for d in source.diagnostics] == [("SRC005", True)]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        add(document, f"<w:p><w:pPr><w:rPr><w:del {SIGNED}/></w:rPr></w:pPr><w:r><w:t>乙方应当</w:t></w:r></w:p>")
        add(document, "<w:p><w:r><w:t>按时公示。</w:t></w:r></w:p>")

    assert word(build).text == "乙方应当按时公示。"


def test_hidden_words_are_not_read_but_told(word: Callable[[Build], Source]) -> None:
    source = word(
        lambda document: add(
            document, "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>免除责任</w:t></w:r></w:p>"
        )
    )
    assert source.text == "甲"
    (said,) = source.diagnostics
    assert said.code == "SRC010" and "免除责任" in said.message and "4 字" in said.message


@pytest.mark.parametrize(("state", "box"), [("<w:checked/>", "☑"), ('<w:checked w:val="0"/>', "□"), ("", "□")])
def test_a_form_box_is_ticked_or_not(word: Callable[[Build], Source], state: str, box: str) -> None:
    field = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar>'
    source = word(lambda document: add(document, f"<w:p><w:r>{field}</w:r><w:r><w:t>包干制</w:t></w:r></w:p>"))
    assert source.text == f"{box}包干制"


def test_a_table_of_data_is_a_table(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("第一条 收费标准：")
        made = grid(document, ("类型", "楼层", "单价"), ("住宅", "低层", "1.80元"), ("", "高层", "2.10元"))
        made.cell(1, 0).merge(made.cell(2, 0))
        document.add_paragraph("第二条 乙。")

    source = word(build)
    (table,) = source.tables
    assert [[source.text[slice(*cell)] for cell in row] for row in table.rows] == [
        ["类型", "楼层", "单价"],
        ["住宅", "低层", "1.80元"],
        ["高层", "2.10元"],
    ]
    assert [str(placed.locator) for placed in outline(source).tables] == ["doc:合同/1/1"]


PLAIN = ["第一条 服务内容", "甲方委托乙方管理。", "第二条 费用", "（一）住宅2元；", "（二）商铺3元。"]


@pytest.mark.parametrize(
    "rows",
    [
        [("\n".join(PLAIN),)],
        [("\n".join(PLAIN[:2]), ""), ("", "\n".join(PLAIN[2:]))],
        [("第一条", "服务内容\n甲方委托乙方管理。"), ("第二条", "费用\n（一）住宅2元；\n（二）商铺3元。")],
    ],
)
def test_a_contract_typed_into_a_grid_has_the_outline_of_the_contract(
    word: Callable[[Build], Source], rows: list[tuple[str, ...]]
) -> None:
    def plain(document: Any) -> None:
        for line in PLAIN:
            document.add_paragraph(line)

    typed = word(lambda document: grid(document, *rows))
    expected = outline(word(plain))
    assert not typed.tables
    assert [(a.label, a.heading, [len(p.items) for p in a.paragraphs]) for a in outline(typed).articles] == [
        (a.label, a.heading, [len(p.items) for p in a.paragraphs]) for a in expected.articles
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("项目", "标准"), ("保洁", "1.楼道每日清扫；\n2.电梯每日消毒。")], False),
        ([("序号", "设备"), ("1", "电梯40台"), ("2", "水泵8台")], False),
        ([("甲方：云溪公司", "乙方：安和公司")], True),
        ([("序号", "内容"), ("1", "乙方应当公示。"), ("2", "甲方应当协助。")], True),
        ([("一、服务期限三年。", "二、费用按月交纳。")], True),
        ([("依据", "第九条第二款"), ("金额", "100元")], False),
    ],
)
def test_what_only_arranges_the_page_is_no_table(rows: list[tuple[str, ...]], expected: bool) -> None:
    assert is_layout(rows) is expected
