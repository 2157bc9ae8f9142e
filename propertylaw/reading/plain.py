"""Plain text and Markdown: the text *is* the decoded file, less a byte order mark, carriage returns and HTML tags."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import Literal

from propertylaw.errors import EmptyFileError, EncodingError, WrongFormatError
from propertylaw.model import Source

from .doubts import CUT_OFF, doubt
from .markup import unmarked
from .pipe_tables import pipe_tables

TextFormat = Literal["md", "txt"]

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_INCOMPLETE = ("unexpected end of data", "incomplete multibyte sequence", "truncated data")
_SAVE_AS_UTF8 = "请用文本编辑器另存为 UTF-8 编码的文本"
_CUT_OFF = "文件末尾的一个字不完整，没有读入；文件可能没有传完"
_SAMPLE = 20_000
_COMMON_SHARE = 0.6
_LAST_COMMON_LEAD = 0xD7
_LAST_COMMON_LEAD_OF_BIG5 = 0xC6
_COMMON_SHARE_OF_BIG5 = 0.9


def read_plain(data: bytes, path: str, name: str, format: TextFormat) -> Source:
    """Decode the bytes of a text file.

    Args:
        data: the whole file.
        path: the path as the user gave it.
        name: file name without folder and suffix.
        format: which of the two text formats it is.

    Raises:
        EmptyFileError: there is nothing but white space.
        WrongFormatError: the bytes are no text.
        EncodingError: the text is neither UTF-8 nor GB18030 nor UTF-16 nor Big5.
    """
    decoded, is_whole = _decoded(data, path)
    text = _normalised(decoded)
    _refuse_blank(text, path)
    source = _source(text, name, path, format)
    end = len(source.text)
    doubts = () if is_whole else (doubt(CUT_OFF, _CUT_OFF, span=(end, end), file=path),)
    return source.model_copy(update={"diagnostics": doubts}) if doubts else source


def read_text(text: str, name: str, format: TextFormat = "md") -> Source:
    """Make a `Source` of text that is in memory already.

    Args:
        text: the words; a byte order mark is dropped, and line ends become `\\n`.
        name: what to call the document, like a file name without suffix.
        format: which of the two text formats it is.

    Raises:
        EmptyFileError: there is nothing but white space.
        EncodingError: the text holds half characters (lone surrogates), which no file can hold.
    """
    normal = _normalised(text)
    _refuse_blank(normal, name)
    try:
        normal.encode()
    except UnicodeEncodeError as problem:
        place = f"第 {normal[: problem.start].count(chr(10)) + 1} 行"
        raise EncodingError("文本里有不完整的字符", file=name, place=place, advice="请检查文本的来源") from None
    return _source(normal, name, "", format)


def _source(text: str, name: str, path: str, format: TextFormat) -> Source:
    if format == "txt":
        return Source(name=name, path=path, format=format, text=text)
    plain = unmarked(text)
    _refuse_blank(plain.text, path or name)
    tables = sorted((*plain.tables, *pipe_tables(plain.text)), key=lambda table: table.text_span)
    return Source(name=name, path=path, format=format, text=plain.text, runs=plain.runs, tables=tuple(tables))


def _decoded(data: bytes, path: str) -> tuple[str, bool]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, path)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return unmarked, True
    _refuse_binary(data, path)
    try:
        return _decoded_as("utf-8", data)
    except UnicodeDecodeError:
        return _gb18030(data, path)


def _decoded_as(encoding: str, data: bytes) -> tuple[str, bool]:
    """The text, and whether its last character is whole."""
    try:
        return data.decode(encoding), True
    except UnicodeDecodeError as problem:
        if problem.start and problem.reason in _INCOMPLETE:
            return data[: problem.start].decode(encoding), False
        raise


def _utf16(data: bytes, path: str) -> tuple[str, bool]:
    try:
        text, is_whole = _decoded_as("utf-16", data)
    except UnicodeDecodeError:
        raise EncodingError("开头标明是 UTF-16，内容却不是", file=path, advice=_SAVE_AS_UTF8) from None
    _refuse_binary(text.encode(), path)
    return text, is_whole


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark: every line end holds a zero byte, which no other text does; empty if it is none."""
    if b"\0" not in data or len(data) % 2:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if not text.isascii() and not _CONTROL.search(text.encode()) and _reads_as_chinese(text):
                return text
    return ""


def _gb18030(data: bytes, path: str) -> tuple[str, bool]:
    try:
        text, is_whole = _decoded_as("gb18030", data)
    except UnicodeDecodeError as problem:
        place = f"第 {data[: problem.start].count(10) + 1} 行"
        raise EncodingError("既不是 UTF-8 也不是 GB18030 编码", file=path, place=place, advice=_SAVE_AS_UTF8) from None
    if _reads_as_chinese(text):
        return text, is_whole
    traditional = _big5(data)
    if traditional:
        return traditional, True
    raise EncodingError("编码无法识别，按 GB18030 读出来是乱码", file=path, advice=_SAVE_AS_UTF8)


def _big5(data: bytes) -> str:
    """Text in traditional script, whose common characters stand first in the table; empty if it is none."""
    try:
        text = data.decode("big5")
    except UnicodeDecodeError:
        return ""
    leads = [char.encode("big5")[0] for char in text if not char.isascii()][:_SAMPLE]
    common = sum(lead <= _LAST_COMMON_LEAD_OF_BIG5 for lead in leads)
    return text if common >= _COMMON_SHARE_OF_BIG5 * len(leads) else ""


def _reads_as_chinese(text: str) -> bool:
    """Whether most characters are the common ones of GB 2312; wrongly decoded bytes give mostly rare ones."""
    foreign = [char for char in text if not char.isascii()][:_SAMPLE]
    return sum(map(_is_common, foreign)) >= _COMMON_SHARE * len(foreign)


def _is_common(char: str) -> bool:
    try:
        return char.encode("gb2312")[0] <= _LAST_COMMON_LEAD
    except UnicodeEncodeError:
        return False


def _normalised(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _refuse_binary(data: bytes, path: str) -> None:
    """Control characters are no text; in UTF-8 and GB18030 alike their bytes are never part of another character."""
    control = _CONTROL.search(data)
    if control:
        place = f"第 {data[: control.start()].count(10) + 1} 行"
        advice = "请确认文件没有损坏，后缀没有写错"
        raise WrongFormatError("内容像是二进制数据，不是文本", file=path, place=place, advice=advice)


def _refuse_blank(text: str, file: str) -> None:
    if not text.strip():
        raise EmptyFileError("文件里没有文字", file=file, advice="请检查是不是选错了文件")
