"""Markdown and plain text, from files and from memory."""

from __future__ import annotations

import codecs
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propertylaw.errors import EmptyFileError, EncodingError, PropertyLawError, WrongFormatError
from propertylaw.reading import read, read_text
from propertylaw.structure import outline

ARTICLE = "第一条　业主应当按照约定向物业服务人支付物业费。\n（一）按季交纳；\n"
WORDS = ("业主", "应当", "1.80元", "，", "。\n", "\t", "abc ", "物业")
SENTENCES = st.lists(st.sampled_from(WORDS)).map(lambda words: "第一条" + "".join(words))
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("suffix", [".md", ".markdown", ".txt", ".TXT"])
def test_text_is_the_decoded_file(tmp_path: Path, encoding: str, suffix: str) -> None:
    file = tmp_path / f"合同{suffix}"
    file.write_bytes(ARTICLE.encode(encoding))
    source = read(file)
    assert (source.text, source.runs, source.diagnostics) == (ARTICLE, (), ())
    assert (source.name, source.path) == ("合同", str(file))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("甲\r\n乙\r\n", "甲\n乙\n"),
        ("甲\n乙", "甲\n乙"),
        ("\ufeff甲", "甲"),
        ("# 标题\n\n| 甲 | 乙 |\n", "# 标题\n\n| 甲 | 乙 |\n"),
        ("　　甲  \n", "　　甲  \n"),
    ],
)
def test_only_byte_order_mark_and_carriage_returns_go(written: str, read_as: str) -> None:
    assert read_text(written, "文本").text == read_as


def test_text_from_memory_has_a_name_and_no_path() -> None:
    source = read_text("第一条", "规约", "txt")
    assert (source.name, source.path, source.format) == ("规约", "", "txt")


@pytest.mark.parametrize("blank", ["", " \n\t", "\ufeff", "　\n"])
def test_blank_text_is_empty(blank: str) -> None:
    with pytest.raises(EmptyFileError, match=r"文本.*没有文字"):
        read_text(blank, "文本")


def test_half_characters_are_named_by_line() -> None:
    with pytest.raises(EncodingError, match="第 2 行"):
        read_text("甲\n\ud800", "文本")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "big5"])
def test_unmarked_encodings_of_other_systems_are_recognised(tmp_path: Path, encoding: str) -> None:
    words = "第一條 業主應當交納物業服務費。\n第二條 物業公司不得停水停電。\n"
    (tmp_path / "規約.txt").write_bytes(words.encode(encoding))
    assert read(tmp_path / "規約.txt").text == words


def test_line_ends_of_old_systems_are_line_ends(tmp_path: Path) -> None:
    (tmp_path / "合同.txt").write_bytes("第一条 甲。\r第二条 乙。\r".encode())
    assert read(tmp_path / "合同.txt").text == "第一条 甲。\n第二条 乙。\n"


TABLE = """第一条 收费标准如下：

| 类型 | 单价 |
| --- | ---: |
| 住宅 | 1.80元 |
| 车位 | |

第二条 乙。
"""


def test_a_table_of_markdown_is_a_table_of_its_clause(tmp_path: Path) -> None:
    (tmp_path / "合同.md").write_text(TABLE, encoding="utf-8")
    source = read(tmp_path / "合同.md")
    (table,) = source.tables
    assert [[source.text[slice(*cell)] for cell in row] for row in table.rows] == [
        ["类型", "单价"],
        ["住宅", "1.80元"],
        ["车位", ""],
    ]
    assert [str(placed.locator) for placed in outline(source).tables] == ["doc:合同/1/1"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"\x00\x01\x02binary\xff", WrongFormatError),
        (b"text\x00with zero", WrongFormatError),
        (ARTICLE.encode()[:30] + b"\xff" + ARTICLE.encode()[30:], EncodingError),
        ("Café, forêt, où, déjà".encode("latin-1"), EncodingError),
        (codecs.BOM_UTF16_LE + b"\x00\xd8A\x00", EncodingError),
        (b"\x89PNG\r\n\x1a\n", WrongFormatError),
    ],
)
def test_what_is_no_chinese_text_is_refused(tmp_path: Path, data: bytes, error: type[PropertyLawError]) -> None:
    file = tmp_path / "合同.txt"
    file.write_bytes(data)
    with pytest.raises(error, match=r"合同\.txt"):
        read(file)


def test_half_a_character_at_the_end_is_left_out_with_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "合同.txt"
    file.write_bytes(ARTICLE.encode() + "完".encode()[:2])
    source = read(file)
    assert source.text == ARTICLE
    assert "末尾" in source.diagnostics[0].message


@given(ANY_TEXT.filter(lambda text: bool(text.removeprefix("\ufeff").strip())))
def test_text_from_memory_comes_back(text: str) -> None:
    back = read_text(text, "文本", "txt").text
    assert back == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@given(ANY_TEXT.filter(lambda text: bool(text.removeprefix("\ufeff").strip()) and not {"<", "&"} & set(text)))
def test_markdown_without_tags_and_entities_comes_back(text: str) -> None:
    assert read_text(text, "文本").text == read_text(text, "文本", "txt").text


def test_markdown_that_shows_nothing_is_empty() -> None:
    with pytest.raises(EmptyFileError, match="文本"):
        read_text("<p></p>", "文本")


@settings(max_examples=150)
@given(SENTENCES, st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16")))
def test_chinese_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "合同.md")
        file.write_bytes(text.encode(encoding))
        assert read(file).text == text


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_clear_error(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "合同.txt")
        file.write_bytes(data)
        _reads_or_explains(file)


@settings(max_examples=150)
@given(st.data(), st.sampled_from(("utf-8", "gb18030", "utf-16")))
def test_a_text_cut_anywhere_is_text_or_a_clear_error(data: st.DataObject, encoding: str) -> None:
    whole = ARTICLE.encode(encoding)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "合同.txt")
        file.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
        _reads_or_explains(file)


def _reads_or_explains(file: Path) -> None:
    try:
        assert read(file).text.strip()
    except PropertyLawError as error:
        assert "合同.txt" in str(error)
        assert "\n" not in str(error)
