"""Files that are not what they seem: each refused in one line that names the file and says what to do."""

from __future__ import annotations

import os
import struct
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from handmade_pdf import Words, column, pdf
from hypothesis import given, settings
from hypothesis import strategies as st

from propertylaw.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    MissingFileError,
    NoTextLayerError,
    PropertyLawError,
    ReadingError,
    WrongFormatError,
)
from propertylaw.reading import read

linux = pytest.mark.skipif(sys.platform != "linux", reason="pipes, and file names of any bytes")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TYPES = ("[Content_Types].xml", b"<Types/>")


def word_file(*paragraphs: str) -> bytes:
    document, file = docx.Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def archive(*entries: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in entries:
            package.writestr(name, data)
    return file.getvalue()


def with_declared_size(data: bytes, size: int) -> bytes:
    """The archive with another uncompressed size of its last entry in the directory."""
    entry = data.rindex(b"PK\x01\x02")
    return data[: entry + 24] + struct.pack("<I", size) + data[entry + 28 :]


def with_flag(data: bytes, flag: int) -> bytes:
    """The archive with general flags set in every entry of the directory."""
    parts = data.split(b"PK\x01\x02")
    return b"PK\x01\x02".join([parts[0], *(part[:4] + struct.pack("<H", flag) + part[6:] for part in parts[1:])])


PDF = pdf(column("第一条　业主应当交费。"))
WORD = word_file("第一条　业主应当交费。")
DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'
NESTED = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000

REFUSED = [
    ("旧.dot", OLE, WrongFormatError, "另存为 .docx"),
    ("扫描.webp", b"RIFF", WrongFormatError, "另存为 .png"),
    ("扫描.jpg", PDF, WrongFormatError, "改为 .pdf"),
    ("表.xlsx", b"PK", WrongFormatError, r"\.md、\.markdown、\.txt、\.docx"),
    ("没有后缀", b"abc", WrongFormatError, "没有后缀.*可以读的后缀"),
    ("空.docx", b"", EmptyFileError, "空的"),
    ("空.pdf", b"", EmptyFileError, "空的"),
    ("空.md", b"", EmptyFileError, "空的"),
    ("空白.txt", b" \r\n\t\n", EmptyFileError, "没有文字"),
    ("空白.docx", word_file("", " "), EmptyFileError, "没有文字"),
    ("假.docx", PDF, WrongFormatError, "内容却是PDF 文件.*改为 .pdf"),
    ("假.docx", OLE, WrongFormatError, "旧版 Office.*另存为 .docx"),
    ("假.docx", b"{\\rtf1}", WrongFormatError, "RTF.*另存为 .docx"),
    ("假.docx", b"<html><body>", WrongFormatError, "网页"),
    ("假.docx", "第一条".encode(), WrongFormatError, "改为 .txt"),
    ("假.docx", archive(TYPES, ("xl/workbook.xml", b"")), WrongFormatError, "Excel"),
    ("假.docx", archive(TYPES, ("ppt/presentation.xml", b"")), WrongFormatError, "演示文稿"),
    ("假.docx", archive(("META-INF/manifest.xml", b"")), WrongFormatError, "OpenDocument"),
    ("假.docx", archive(("合同.txt", b"")), WrongFormatError, "压缩包.*解压"),
    ("假.pdf", WORD, WrongFormatError, "Word 文档.*改为 .docx"),
    ("假.pdf", b"\xff\xd8\xff\xe0", WrongFormatError, "图片.*改为 .png"),
    ("假.pdf", "第一条".encode(), WrongFormatError, "纯文本"),
    ("假.md", PDF, WrongFormatError, "PDF"),
    ("假.txt", WORD, WrongFormatError, "Word"),
    ("加密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError, "密码"),
    ("加密.docx", with_flag(WORD, 1), EncryptedFileError, "密码"),
    ("加密.pdf", pdf(column("第一条"), locked=True), EncryptedFileError, "密码"),
    ("残.docx", WORD[: len(WORD) // 2], DamagedFileError, "不完整"),
    ("残.docx", archive(TYPES), DamagedFileError, "没有正文"),
    ("残.docx", archive(TYPES, ("word/document.xml", b"<w:doc")), DamagedFileError, "word/document.xml"),
    ("残.docx", archive(TYPES, ("word/document.xml", DOCUMENT.format(NESTED).encode())), DamagedFileError, "读不下去"),
    (
        "残.docx",
        archive(TYPES, ("word/document.xml", b"<w:p/>")).replace(b"<w:p/>", b"<w:q/>"),
        DamagedFileError,
        "解不开",
    ),
    ("怪.docx", archive(TYPES, ("word/document.xml", b"<html/>")), WrongFormatError, "另存为 .docx"),
    ("弹.docx", with_declared_size(archive(TYPES, ("a.bin", b"")), 201 << 20), ReadingError, "201 MB.*200 MB"),
    ("弹.docx", with_declared_size(archive(TYPES, ("word/document.xml", b"")), 41 << 20), ReadingError, "41 MB"),
    ("残.pdf", PDF[: len(PDF) // 2], DamagedFileError, "不完整"),
    ("残.pdf", b"%PDF-1.4\n%%EOF", DamagedFileError, "损坏"),
    ("图.pdf", pdf([]), NoTextLayerError, "文字识别"),
    ("图.pdf", pdf([Words("1", 290, 30)], [Words("2", 290, 30)]), NoTextLayerError, "除页码.*文字识别"),
]


@pytest.mark.parametrize(("name", "data", "error", "says"), REFUSED)
def test_a_file_that_cannot_be_read_is_refused_clearly(
    tmp_path: Path, name: str, data: bytes, error: type[ReadingError], says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(error, match=says) as raised:
        read(file)
    assert type(raised.value) is error
    assert str(raised.value).startswith(str(file))
    assert "\n" not in str(raised.value)
    assert raised.value.advice
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


@pytest.mark.parametrize(
    ("name", "says"), [("没有.md", "没有这个文件"), ("", "文件夹"), ("a\0b.md", "没有"), ("长" * 300 + ".md", "没有")]
)
def test_what_is_no_file_is_missing(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(MissingFileError, match=says):
        read(tmp_path / name)


@linux
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    with pytest.raises(MissingFileError, match="不是普通文件"):
        read(tmp_path / "管道.txt")


@pytest.mark.parametrize(
    ("error", "says"), [(PermissionError(13, "denied"), "没有读取"), (OSError(5, "i/o"), "打不开")]
)
def test_a_file_that_may_not_be_opened_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, says: str
) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    (tmp_path / "合同.md").write_text("第一条")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(MissingFileError, match=says):
        read(tmp_path / "合同.md")


def test_a_file_over_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "大.pdf"
    with file.open("wb") as out:
        out.truncate(51 << 20)
    with pytest.raises(ReadingError, match="51 MB，超过 50 MB"):
        read(file)


@linux
def test_a_file_name_that_is_no_utf8_is_shown_with_replacements(tmp_path: Path) -> None:
    file = os.fsdecode(os.fsencode(tmp_path) + b"/" + "合同.txt".encode("gbk"))
    Path(file).write_text("第一条", encoding="utf-8")
    assert "\ufffd" in read(file).name


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from([(PDF, ".pdf"), (WORD, ".docx")]))
def test_a_file_cut_or_altered_anywhere_is_read_or_refused_clearly(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, whole: tuple[bytes, str]
) -> None:
    content, suffix = bytearray(whole[0]), whole[1]
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    file = tmp_path_factory.getbasetemp() / f"改动{suffix}"
    file.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        assert read(file).text.strip()
    except PropertyLawError as error:
        assert "改动" in str(error)
        assert "\n" not in str(error)
