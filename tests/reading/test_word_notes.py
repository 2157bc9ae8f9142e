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
    assert "批注（李律师，" in outline_text(source, outline(source), (), ())
    assert "“每日千分之三”：过高" in outline_text(source, outline(source), (), ())


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


BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict></w:r>"
)
RUN = "<w:r><w:t>{}</w:t></w:r>"
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def test_the_words_of_a_change_are_told_with_those_of_a_text_box_in_it(word: Callable[[Build], Source]) -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>另见附件</w:t></w:r></w:p></w:txbxContent></w:pict>"
    whole = f"<w:p><w:ins {SIGNED}><w:r><w:t>按季交费</w:t>{box}</w:r></w:ins></w:p>"
    (insertion,) = word(lambda document: add(document, whole)).annotations
    assert insertion.words == "按季交费\n另见附件"


def test_the_end_of_a_change_is_that_of_its_last_run(word: Callable[[Build], Source]) -> None:
    inner = f"<w:del {SIGNED}><w:r><w:delText>每月</w:delText></w:r></w:del>"
    whole = f"<w:p><w:r><w:t>甲方</w:t></w:r><w:ins {SIGNED}>{inner}<w:r><w:t>每季</w:t></w:r>"
    whole += "<w:r><w:t>交费</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>"
    source = word(lambda document: add(document, whole))
    assert [seen(source, one)[:3] for one in source.annotations] == [
        ("deletion", "", "每月"),
        ("insertion", "每季交费", "每月每季交费"),
    ]


def test_hidden_words_in_a_text_box_are_told_once(word: Callable[[Build], Source]) -> None:
    inside = f"<w:p>{RUN.format('乙')}{HIDDEN.format('免除责任')}</w:p>"
    source = word(lambda document: add(document, f"<w:p>{RUN.format('甲')}{BOX.format(inside)}</w:p>"))
    assert source.text == "甲\n乙"
    assert [(said.code, "4 字" in said.message) for said in source.diagnostics] == [("SRC010", True)]


def test_a_change_in_a_text_box_stands_at_its_words(word: Callable[[Build], Source]) -> None:
    inside = f"<w:p>{RUN.format('乙')}<w:ins {SIGNED}>{RUN.format('三年')}</w:ins></w:p>"
    source = word(lambda document: add(document, f"<w:p>{BOX.format(inside)}{RUN.format('甲')}</w:p>"))
    (change,) = source.annotations
    assert (source.text, seen(source, change)[1]) == ("甲\n乙三年", "三年")


@pytest.mark.parametrize("of", ["run", "paragraph"])
def test_words_that_a_style_hides_are_not_read_but_told(word: Callable[[Build], Source], of: str) -> None:
    def build(document: Any) -> None:
        kinds = {"run": docx.enum.style.WD_STYLE_TYPE.CHARACTER, "paragraph": docx.enum.style.WD_STYLE_TYPE.PARAGRAPH}
        base = document.styles.add_style("底", kinds[of])
        base.font.hidden = True
        style = document.styles.add_style("隐", kinds[of])
        style.base_style = base
        document.add_paragraph("甲")
        if of == "run":
            document.add_paragraph("乙").add_run("免除责任", style=style)
        else:
            document.add_paragraph("免除责任", style=style)

    source = word(build)
    assert "免除责任" not in source.text
    assert [said.code for said in source.diagnostics] == ["SRC010"]


def test_the_code_of_a_field_is_no_text(word: Callable[[Build], Source]) -> None:
    nested = (
        FIELD.format("begin") + RUN.format("代码") + FIELD.format("separate") + RUN.format("值") + FIELD.format("end")
    )
    field = (
        FIELD.format("begin")
        + RUN.format("条件")
        + nested
        + FIELD.format("separate")
        + RUN.format("一年")
        + FIELD.format("end")
    )
    assert (
        word(lambda document: add(document, f"<w:p>{RUN.format('期限')}{field}{RUN.format('。')}</w:p>")).text
        == "期限一年。"
    )


def test_a_field_that_never_ends_hides_nothing(word: Callable[[Build], Source]) -> None:
    assert (
        word(lambda document: add(document, f"<w:p>{FIELD.format('begin')}{RUN.format('期限一年')}</w:p>")).text
        == "期限一年"
    )


@pytest.mark.parametrize("inline", [True, False])
def test_a_control_nobody_filled_in_is_a_blank(word: Callable[[Build], Source], inline: bool) -> None:
    words = RUN.format("单击此处") + RUN.format("输入文字")
    held = words if inline else f"<w:p>{words}</w:p>"
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>"

    def build(document: Any) -> None:
        if inline:
            add(document, f"<w:p>{RUN.format('期限')}{control}{RUN.format('年')}</w:p>")
        else:
            document.element.body.insert(-1, parse_xml(control.replace("<w:sdt>", f"<w:sdt {nsdecls('w')}>", 1)))

    source = word(build)
    assert source.text == ("期限____年" if inline else "____")
    assert len(outline(source).blanks) == 1


def test_a_font_of_pictures_draws_boxes(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph()
        for char, words in ("\u00fe", "包干制 "), ("\u00a8", "酬金制"):
            paragraph.add_run(char).font.name = "Wingdings"
            paragraph.add_run(words)

    source = word(build)
    assert source.text == "☑包干制 □酬金制"
    assert [one.chosen for one in outline(source).choices] == [True, False]


def test_a_deleted_row_is_told(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        made = grid(document, ("类型", "单价"), ("住宅", "1.80元"), ("商铺", "5.00元"))
        made.rows[2]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} {SIGNED}/>"))

    source = word(build)
    assert source.text == "类型\t单价\n住宅\t1.80元"
    (change,) = source.annotations
    assert seen(source, change)[:4] == ("deletion", "", "商铺\n5.00元", "王某")


def test_a_paragraph_deleted_whole_is_not_counted(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        for words in ("甲", "乙", "丙"):
            document.add_paragraph(words, style="List Number")
        gone = document.paragraphs[1]._p
        gone.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del {SIGNED}/></w:rPr>"))
        gone.remove(gone.r_lst[0])

    assert word(build).text == "1. 甲\n2. 丙"


def test_cells_of_many_tables_keep_their_places(word: Callable[[Build], Source]) -> None:
    def build(document: Any) -> None:
        for number in range(60):
            grid(document, ("类型", "单价"), ("住宅", f"{number}元"))
            document.add_paragraph("。")

    source = word(build)
    assert [source.text[slice(*table.rows[1][1])] for table in source.tables] == [f"{n}元" for n in range(60)]


@pytest.mark.parametrize(
    ("rows", "running"),
    [
        ([("违约情形", "依据"), ("逾期交费", "第九条"), ("停水停电", "第十二条")], False),
        ([("违约情形", "依据"), ("逾期交费", "第九条 交费"), ("停水停电", "第三条 禁止")], False),
        ([("第一条 服务\n保洁。", ""), ("第二条 费用\n两元。", "")], True),
        ([("甲方（盖章）：", "乙方（盖章）："), ("法定代表人：", "法定代表人："), ("日期：", "日期：")], True),
        ([("项目：", "频次："), ("保洁：", "每日一次")], False),
    ],
)
def test_a_table_of_citations_is_data_and_a_signature_block_is_none(rows: list[tuple[str, ...]], running: bool) -> None:
    assert is_layout(rows) is running
