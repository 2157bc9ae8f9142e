"""`read`: a file of the user's becomes a `Source`, or an error that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

from propertylaw.errors import EmptyFileError, EncryptedFileError, MissingFileError, ReadingError, WrongFormatError
from propertylaw.model import FileFormat, Source

from .office import read_office
from .pdf import read_pdf
from .plain import read_plain
from .recognition import Progress
from .signature import Content, content_of, holds_pdf_header
from .web import read_web
from .word import read_word

_FORMATS: dict[str, FileFormat] = {
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".docx": "docx",
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "doc"),
    ".pdf": "pdf",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"), "image"),
    ".html": "html",
    ".htm": "html",
}
_EXPECTED = {
    "md": (Content.OTHER, Content.WEB_PAGE),
    "txt": (Content.OTHER, Content.WEB_PAGE),
    "html": (Content.OTHER, Content.WEB_PAGE),
    "docx": (Content.WORD,),
    "doc": (Content.OLD_OFFICE, Content.RICH_TEXT, Content.OPEN_DOCUMENT),
    "pdf": (Content.PDF,),
    "image": (Content.PICTURE,),
}
_SAVE_AS_DOCX = "请用 Word 或 LibreOffice 另存为 .docx"
_SAVE_AS_PICTURE = "请另存为 .png 或 .jpg"
_REMOVE_PASSWORD = "请在 Word 或 WPS 里去掉密码后再读"
_ADVICE_BY_SUFFIX = {
    **dict.fromkeys((".dot", ".docm"), _SAVE_AS_DOCX),
    **dict.fromkeys((".gif", ".heic", ".webp"), _SAVE_AS_PICTURE),
}
_ADVICE_BY_CONTENT = {
    Content.PDF: "请把后缀改为 .pdf",
    Content.WORD: "请把后缀改为 .docx",
    Content.OLD_OFFICE: _SAVE_AS_DOCX,
    Content.OPEN_DOCUMENT: _SAVE_AS_DOCX,
    Content.RICH_TEXT: _SAVE_AS_DOCX,
    Content.WEB_PAGE: "请把后缀改为 .html",
    Content.PICTURE: "请把后缀改为 .png、.jpg、.tif 或 .bmp",
    Content.ARCHIVE: "请解压后读里面的文件",
    Content.OTHER: "如果是纯文本，请把后缀改为 .txt",
}
_READABLE = f"可以读的后缀：{'、'.join(_FORMATS)}"
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_LARGEST = 50 * 1024 * 1024
_MOST_CHARACTERS = 3_000_000
"""Thirty times the Civil Code; no document of this field comes near it."""
_MOST_BYTES: dict[FileFormat, int] = {"md": 4 * _MOST_CHARACTERS, "txt": 4 * _MOST_CHARACTERS, "html": 20 * 1024 * 1024}
"""No character takes more than four bytes; a web page has its tags besides."""


def read(path: str | Path, progress: Progress | None = None) -> Source:
    """Read a `.md`, `.markdown`, `.txt`, `.html`, `.htm`, `.docx` or `.pdf` file; through LibreOffice also
    `.doc`, `.wps`, `.rtf` and `.odt`; by character recognition (the extra `[ocr]`) pages without text and
    `.png`, `.jpg`, `.jpeg`, `.tif`, `.tiff` and `.bmp`.

    Args:
        path: the file; messages name it as it is given here.
        progress: told how many pages are recognised, and of how many: it takes seconds a page.

    Returns:
        The text, the origin of each run of it (Word and PDF), and what the reader was not sure of.

    Raises:
        MissingFileError: there is no such file, it is a folder, or it may not be opened.
        EmptyFileError: it holds no text.
        WrongFormatError: the suffix is not supported, or the bytes are not what it promises.
        EncryptedFileError: it is protected by a password.
        DamagedFileError: it is truncated or broken.
        NoTextLayerError: pictures only, and recognition is not installed or found no text.
        EncodingError: a text file in an unknown encoding.
        ReadingError: it is too large: more than 50 MB, or than three million characters.
    """
    file, shown = Path(path), _shown(path)
    name = Path(shown).stem
    format = _format(file, shown)
    data = _bytes(file, shown)
    _check_content(data, format, shown)
    _refuse_endless(data, format, shown)
    source = _read_as(format, data, shown, name, progress)
    if len(source.text) > _MOST_CHARACTERS:
        problem = f"文本有 {len(source.text) / 10_000:.0f} 万字，超过 {_MOST_CHARACTERS // 10_000} 万字的上限"
        raise ReadingError(problem, file=shown, advice="请拆分后再读")
    return source


def _refuse_endless(data: bytes, format: FileFormat, shown: str) -> None:
    """What can only be too long is refused before it is unpacked: parsing takes ten times the room of the file."""
    most = _MOST_BYTES.get(format)
    if most and len(data) > most:
        problem = (
            f"文件有 {len(data) / 1024 / 1024:.0f} MB，{Path(shown).suffix} 文件的上限是 {most / 1024 / 1024:.0f} MB"
        )
        raise ReadingError(problem, file=shown, advice="请拆分后再读")


def _read_as(format: FileFormat, data: bytes, shown: str, name: str, progress: Progress | None) -> Source:
    match format:
        case "pdf":
            return read_pdf(data, shown, name, progress)
        case "image":
            from .picture import read_picture

            return read_picture(data, shown, name, progress)
        case "docx":
            return read_word(data, shown, name)
        case "doc":
            return read_office(data, shown, name, Path(shown).suffix.lower())
        case "html":
            return read_web(data, shown, name)
        case "md" | "txt":
            return read_plain(data, shown, name, format)
        case _:
            raise WrongFormatError("不支持这种格式", file=shown, advice=_READABLE)


def _shown(path: str | Path) -> str:
    """The path on one line; bytes of a file name that are no UTF-8 become replacement characters."""
    text = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _CONTROL.sub("?", text)


def _format(file: Path, shown: str) -> FileFormat:
    _refuse_absent(file, shown)
    suffix = file.suffix.lower()
    if suffix in _FORMATS:
        return _FORMATS[suffix]
    problem = f"不支持后缀 {suffix}" if suffix else "文件名没有后缀"
    raise WrongFormatError(problem, file=shown, advice=_ADVICE_BY_SUFFIX.get(suffix, _READABLE))


def _refuse_absent(file: Path, shown: str) -> None:
    try:
        if file.is_file():
            return
        problem = "是文件夹，不是文件" if file.is_dir() else "不是普通文件" if file.exists() else "没有这个文件"
    except (OSError, ValueError):
        problem = "没有这个文件，或者没有权限查看"
    raise MissingFileError(problem, file=shown, advice="请检查路径")


def _bytes(file: Path, shown: str) -> bytes:
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= _LARGEST else b""
    except PermissionError:
        raise MissingFileError("没有读取这个文件的权限", file=shown, advice="请检查文件的权限") from None
    except OSError:
        raise MissingFileError("打不开这个文件", file=shown, advice="请检查文件是否被占用、磁盘是否正常") from None
    if size > _LARGEST:
        problem = f"文件有 {size / 1024 / 1024:.0f} MB，超过 50 MB 的上限"
        raise ReadingError(problem, file=shown, advice="请拆分文件，或压缩其中的图片后再读")
    if not data:
        raise EmptyFileError("文件是空的", file=shown, advice="请检查是不是选错了文件，或者没有传完")
    return data


def _check_content(data: bytes, format: FileFormat, shown: str) -> None:
    content = content_of(data)
    if content in _EXPECTED[format] or (format == "pdf" and content is Content.OTHER and holds_pdf_header(data)):
        return
    if format in ("docx", "doc") and content is Content.ENCRYPTED_OFFICE:
        raise EncryptedFileError("文件设有密码", file=shown, advice=_REMOVE_PASSWORD)
    advice = _ADVICE_BY_CONTENT.get(content, _READABLE)
    raise WrongFormatError(f"后缀是 {Path(shown).suffix}，内容却是{content.value}", file=shown, advice=advice)
