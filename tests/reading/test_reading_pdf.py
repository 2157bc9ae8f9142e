"""PDF files: paragraphs from lines, and the place of every run."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from handmade_pdf import Words, column, grid, pdf

from propertylaw.errors import DamagedFileError
from propertylaw.model import PageOrigin, Source
from propertylaw.reading import read
from propertylaw.reading.glyphs import glyphs_of
from propertylaw.reading.lines import Line, blocks_of
from propertylaw.reading.plain_page import plain_lines
from propertylaw.reading.symbols import character_of
from propertylaw.structure import outline

Reader = Callable[[bytes], Source]
SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
FULL = "住户每季首月把当季费用交到服务中心前台由值班人员开具收据并当面核对清楚"  # 35 characters of 12 points
RIGHT = FULL[:-2]  # fills a line that is indented by two characters


@pytest.fixture
def paper(tmp_path: Path) -> Reader:
    def write_and_read(data: bytes) -> Source:
        (tmp_path / "合同.pdf").write_bytes(data)
        return read(tmp_path / "合同.pdf")

    return write_and_read


def lines(source: Source) -> list[str]:
    return source.text.split("\n")


@pytest.mark.parametrize(
    ("written", "paragraphs"),
    [
        (["　　" + RIGHT, FULL, "的义务。", "　　" + RIGHT, "二款。"], [RIGHT + FULL + "的义务。", RIGHT + "二款。"]),
        ([FULL, "应当交费。", "第二条 业主"], [FULL + "应当交费。", "第二条 业主"]),
        ([FULL[:-1] + "。", "第二条 业主", FULL], [FULL[:-1] + "。", "第二条 业主", FULL]),
        ([FULL, "第五条规定的除外。", FULL], [FULL + "第五条规定的除外。", FULL]),
        ([FULL[:-1] + "：", "（一）停车费；", FULL], [FULL[:-1] + "：", "（一）停车费；", FULL]),
        ([FULL[:-1] + "；", "二、电梯费", FULL], [FULL[:-1] + "；", "二、电梯费", FULL]),
        ([FULL[:-1] + "；", "1.1 电梯费", FULL], [FULL[:-1] + "；", "1.1 电梯费", FULL]),
        ([FULL, "1.80元", FULL], [FULL + "1.80元", FULL]),
        (["（一）" + FULL[3:], "　　　接着写", "（二）短", FULL], ["（一）" + FULL[3:] + "接着写", "（二）短", FULL]),
        ([FULL[:10], "另起一行", FULL], [FULL[:10], "另起一行", FULL]),
        ([FULL[:-1], "，标点不能在行首", FULL], [FULL[:-1] + "，标点不能在行首", FULL]),
        (["标题" + FULL[2:], "　" * 16 + "的结尾"], ["标题" + FULL[2:] + "的结尾"]),
        ([FULL, "", "", "隔开的一段", FULL], [FULL, "隔开的一段", FULL]),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(paper: Reader, written: list[str], paragraphs: list[str]) -> None:
    body = [line for _ in range(3) for line in ("　　" + RIGHT, FULL, "止。")]
    text = paper(pdf(column(*body, *written))).text
    assert text.split("\n")[3:] == paragraphs


def test_a_paragraph_goes_on_across_pages(paper: Reader) -> None:
    first = [*column("　　" + RIGHT, FULL, FULL), Words("- 1 -", 280, 30)]
    second = [*column("接着写完。", "　　另一款。"), Words("- 2 -", 280, 30)]
    assert lines(paper(pdf(first, second))) == [RIGHT + FULL + FULL + "接着写完。", "另一款。"]


def test_a_blank_page_ends_a_paragraph_and_is_no_warning(paper: Reader) -> None:
    source = paper(pdf(column("　　" + RIGHT, FULL), [], column("接着写完。"), []))
    assert lines(source) == [RIGHT + FULL, "接着写完。"]
    assert source.diagnostics == ()


def test_a_page_that_draws_its_words_is_named_where_nothing_recognises_them(
    paper: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("propertylaw.reading.pdf.is_available", lambda: False)
    source = paper(pdf(column("第一条 甲。"), [], drawn="0 0 m 9 9 l S"))
    assert [(said.code, "第 2 页没有横排的文字" in said.message) for said in source.diagnostics] == [("SRC002", True)]


@pytest.mark.parametrize(
    "number", ["{}", "第 {} 页", "- {} -", "— {} —", "第{}页 共9页", "{}/9", "{} / 9", "第{}页，共9页"]
)
@pytest.mark.parametrize("up", [30, 810])
def test_page_numbers_are_left_out(paper: Reader, number: str, up: int) -> None:
    pages = [[*column("第一条 业主交费。"), Words(number.format(page), 280, up)] for page in (1, 2)]
    assert lines(paper(pdf(*pages))) == ["第一条 业主交费。"] * 2


def test_a_number_within_the_text_stays(paper: Reader) -> None:
    assert lines(paper(pdf(column("面积", "120", "平方米")))) == ["面积", "120", "平方米"]


def test_heads_and_feet_of_most_pages_are_left_out(paper: Reader) -> None:
    pages = [
        [Words("枫林苑合同" if page % 2 else "（示范文本）", 72, 800), *column(f"正文{page}"), Words("制", 72, 30)]
        for page in range(1, 7)
    ]
    assert lines(paper(pdf(*pages))) == [f"正文{page}" for page in range(1, 7)]


def test_what_stands_at_the_edge_of_one_page_stays(paper: Reader) -> None:
    pages = [[Words("附件一", 72, 800), *column("甲")], column("乙"), column("丙")]
    assert lines(paper(pdf(*pages))) == ["附件一", "甲", "乙", "丙"]


def test_a_ruled_table_reads_row_by_row(paper: Reader) -> None:
    words = [
        Words("收费标准：", 72, 700),
        Words("项目", 80, 660), Words("标准", 200, 660),
        Words("住宅", 80, 632), Words("每月每平方", 200, 640), Words("米1.80元", 200, 624),
        Words("以上含税。", 72, 590),
    ]  # fmt: skip
    source = paper(pdf(words, drawn=grid((72, 190, 400), (616, 654, 680))))
    assert lines(source) == ["收费标准：", "项目\t标准", "住宅\t每月每平方米1.80元", "以上含税。"]


def test_a_frame_around_the_page_is_no_table(paper: Reader) -> None:
    source = paper(pdf(column("第一条 甲", "第二条 乙"), drawn=grid((50, 540), (50, 800))))
    assert lines(source) == ["第一条 甲", "第二条 乙"]


def test_words_filled_in_afterwards_join_their_line(paper: Reader) -> None:
    words = [
        Words("甲方：", 72, 700),
        Words("第一条 业主", 72, 680),
        Words("枫林苑", 120, 700),
        Words("盖章", 400, 700),
    ]
    assert lines(paper(pdf(words))) == ["甲方： 枫林苑\t盖章", "第一条 业主"]


def test_letters_broken_between_lines_keep_a_space(paper: Reader) -> None:
    full = "a" * 38
    source = paper(pdf(column(*[FULL + "。"] * 3, FULL[:17] + " " + full[:36], "bcd 完。")))
    assert "aaa bcd" in source.text


def test_radicals_in_place_of_characters_are_put_right(paper: Reader) -> None:
    assert paper(pdf(column("⺠法典第⼀条⾏为"))).text == "民法典第一条行为"


def test_a_watermark_across_the_page_is_left_out(paper: Reader) -> None:
    mark = Words("示范文本", 200, 300, 60, "0.7 0.7 -0.7 0.7")
    assert paper(pdf([*column("第一条 业主"), mark])).text == "第一条 业主"


def test_a_pale_watermark_behind_the_words_is_left_out(paper: Reader) -> None:
    mark = Words("仅供参考", 150, 500, 60, "1 0 0 1 ")
    text = column("第一条 业主应当按时交纳物业服务费。", "第二条 乙方应当公示。")
    assert lines(paper(pdf([*text, mark]))) == [*(words.text for words in text), "仅供参考"]
    assert lines(paper(pdf([*text], drawn=pale(mark)))) == [words.text for words in text]


def pale(mark: Words) -> str:
    drawn = mark.text.encode("utf-16-be").hex()
    return f"0.85 g BT /F1 {mark.size} Tf 1 0 0 1 {mark.left} {mark.up} Tm <{drawn}> Tj ET 0 g"


LEFT = ["　　" + FULL[:15], FULL[:17], "的义务。", "　　（一）" + FULL[:12], "二款。", "　　" + FULL[:15], FULL[:17]]


@pytest.mark.parametrize("interleaved", [False, True])
def test_columns_are_read_one_after_the_other(paper: Reader, interleaved: bool) -> None:
    left, right = column(*LEFT, top=600), column("接着写。", *LEFT, top=600, left=320)
    head = [Words("云溪市住宅物业管理条例（征求意见稿）的说明和逐条解释", 110, 650)]
    both = [words for pair in zip(left, right, strict=False) for words in pair] + right[len(left) :]
    read_lines = lines(paper(pdf([*head, *(both if interleaved else [*left, *right])])))
    first = [FULL[:15] + FULL[:17] + "的义务。", "（一）" + FULL[:12] + "二款。", FULL[:15] + FULL[:17] + "接着写。"]
    assert read_lines == [head[0].text, *first, *first[:2], FULL[:15] + FULL[:17]]


def test_short_words_side_by_side_are_no_columns(paper: Reader) -> None:
    names = [Words(f"项目{at}", 72, 700 - 20 * at) for at in range(8)]
    rates = [Words(f"{at}元", 320, 700 - 20 * at) for at in range(8)]
    assert lines(paper(pdf([*names, *rates]))) == [f"项目{at}\t{at}元" for at in range(8)]


def test_a_font_that_does_not_say_its_characters_is_a_warning(paper: Reader) -> None:
    data = pdf(column("第一条 业主")).replace(b"/UniGB-UCS2-H", b"/Identity-H   ").replace(b"(GB1)", b"(???)")
    assert paper(data).diagnostics[0].message.startswith("第 1 页的字体没有编码表")


def test_a_form_is_a_warning(paper: Reader) -> None:
    form = "/AcroForm << /Fields [<< /T (a) /FT /Tx /V (b) >>] >>"
    assert "表单" in paper(pdf(column("第一条 业主"), catalog=form)).diagnostics[0].message


def test_a_broken_page_is_named(paper: Reader) -> None:
    data = pdf(column("第一条"), column("第二条"))
    with pytest.raises(DamagedFileError, match="第 2 页：这一页已损坏"):
        paper(data.replace(b"9 0 R]", b"3 0 R]"))


@pytest.mark.parametrize(
    ("code", "char"),
    [
        (0x4E00, "一"),
        (0x2F00, "一"),
        (0x2ED3, "长"),
        (0xF9E7, "裏"),
        (0xF0FE, "☑"),
        (0xF06C, ""),
        (0, ""),
        (0xD800, ""),
    ],
)
def test_codes_are_the_characters_they_mean(code: int, char: str) -> None:
    assert character_of(code) == char


@pytest.mark.parametrize(
    ("page", "words", "box"),
    [
        ("", Words("业主", 100, 700), (100, 131.4, 124, 143.6)),
        ("/CropBox [50 50 500 800]", Words("业主", 100, 700), (50, 89.4, 74, 101.6)),
        ("/Rotate 90", Words("业主", 100, 100, turn="0 1 -1 0"), (100, 89.4, 124, 101.6)),
    ],
)
def test_boxes_are_those_of_the_displayed_page(
    paper: Reader, page: str, words: Words, box: tuple[float, float, float, float]
) -> None:
    (run,) = paper(pdf([words], page=page)).runs
    assert run.origin == PageOrigin(page=1, box=run.origin.box)
    assert run.origin.box == pytest.approx(box, abs=0.5)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.pdf")), ids=lambda file: file.stem)
def test_samples_read_the_same_from_pdf_word_and_markdown(sample: Path) -> None:
    written = plain(read(sample.with_suffix(".md")).text)
    assert plain(read(sample.with_suffix(".docx")).text) == written
    assert plain(read(sample).text) == written


def measures(line: Line) -> list[float]:
    return [line.left, line.right, line.head, line.edge]


def test_plain_pages_have_the_lines_of_their_glyphs() -> None:
    compared = 0
    with closing(pypdfium2.PdfDocument(SAMPLES / "云溪市住宅物业管理条例.pdf")) as file:
        for number, page in enumerate(file, 1):
            textpage = page.get_textpage()
            plain = plain_lines(page, textpage, number)
            by_glyph = blocks_of(number, glyphs_of(page, textpage, number).glyphs, ())
            if plain is None:
                continue
            compared += 1
            for one, other in zip(plain, by_glyph, strict=True):
                assert isinstance(other, Line)
                assert one.text == other.text
                assert measures(one) == pytest.approx(measures(other), abs=0.3)
                assert len(one.text) < 8 or one.em == pytest.approx(other.em, rel=0.05)
    assert compared > 3


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.pdf")), ids=lambda file: file.stem)
def test_the_box_of_every_run_holds_its_words(sample: Path) -> None:
    source = read(sample)
    with pypdfium2.PdfDocument(sample) as file:
        pages = [(page.get_textpage(), page.get_height()) for page in file]
        for run in source.runs:
            assert isinstance(run.origin, PageOrigin)
            left, top, right, bottom = run.origin.box
            textpage, height = pages[run.origin.page - 1]
            seen = textpage.get_text_bounded(left - 0.5, height - bottom - 0.5, right + 0.5, height - top + 0.5)
            assert "".join(seen.split()) == "".join(source.text[slice(*run.span)].split())


def plain(text: str) -> list[str]:
    """Lines without Markdown signs and spaces."""
    without_signs = re.sub(r"^#+|\*\*|^<!--.*-->$|^\|[\s:|-]+\|$", "", text, flags=re.MULTILINE)
    return [re.sub(r"[|\s]", "", line) for line in without_signs.split("\n") if line.strip()]


def side_by_side(*rows: tuple[str, ...], lefts: tuple[float, ...] = (72, 200, 340)) -> list[Words]:
    return [
        Words(word, left, 640 - 20 * at)
        for at, row in enumerate(rows)
        for word, left in zip(row, lefts, strict=True)
        if word
    ]


def cells(source: Source) -> list[list[list[str]]]:
    return [[[source.text[slice(*cell)] for cell in row] for row in table.rows] for table in source.tables]


def test_words_in_columns_without_rules_are_a_table_of_their_clause(paper: Reader) -> None:
    rates = side_by_side(
        ("类型", "楼层", "单价"), ("住宅", "低层", "1.80元"), ("", "高层", "2.10元"), ("商铺", "", "5元")
    )
    source = paper(pdf([*column("第一条 收费标准如下：", top=700), *rates, *column("第二条 乙方开票。", top=540)]))
    assert cells(source) == [
        [["类型", "楼层", "单价"], ["住宅", "低层", "1.80元"], ["", "高层", "2.10元"], ["商铺", "", "5元"]]
    ]
    assert [str(one.locator) for one in outline(source).tables] == ["doc:合同/1/1"]


@pytest.mark.parametrize(
    "rows",
    [
        (("甲方（盖章）：", "", "乙方（盖章）："), ("代表人：", "", "代表人："), ("日期：", "", "日期：")),
        (("第一章 总则", "", "1"), ("第二章 费用", "", "3"), ("第三章 责任", "", "12")),
        (("住宅", "", "1.80元"), ("商铺", "", "5元")),
    ],
    ids=["signatures", "contents", "two lines"],
)
def test_what_only_looks_like_a_table_stays_as_it_is(paper: Reader, rows: tuple[tuple[str, ...], ...]) -> None:
    source = paper(pdf([*column("第一条 甲。", top=700), *side_by_side(*rows)]))
    assert source.tables == ()
    assert lines(source)[1:] == ["\t".join(word for word in row if word) for row in rows]
