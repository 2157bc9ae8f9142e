"""What a file really is, by its first bytes: a suffix promises, the bytes tell."""

from __future__ import annotations

import zipfile
from enum import Enum
from io import BytesIO

_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_HEADER_WITHIN = 1024


class Content(Enum):
    """What bytes can be; the value names it in a message."""

    PDF = "PDF 文件"
    WORD = "Word 文档（.docx）"
    ENCRYPTED_OFFICE = "设有密码的 Office 文件"
    OLD_OFFICE = "旧版 Office 文件（.doc 等）"
    EXCEL = "Excel 表格（.xlsx）"
    POWERPOINT = "演示文稿（.pptx）"
    OPEN_DOCUMENT = "OpenDocument 文件（.odt 等）"
    ARCHIVE = "压缩包"
    RICH_TEXT = "RTF 文件"
    WEB_PAGE = "网页（HTML）"
    PICTURE = "图片"
    OTHER = "纯文本或其他内容"


_STARTS = (
    (b"%PDF-", Content.PDF),
    (b"{\\rtf", Content.RICH_TEXT),
    (b"\x89PNG", Content.PICTURE),
    (b"\xff\xd8\xff", Content.PICTURE),
    (b"GIF8", Content.PICTURE),
    (b"II*\x00", Content.PICTURE),
    (b"MM\x00*", Content.PICTURE),
    (b"Rar!", Content.ARCHIVE),
    (b"7z\xbc\xaf", Content.ARCHIVE),
    (b"\x1f\x8b", Content.ARCHIVE),
)


def content_of(data: bytes) -> Content:
    """What the bytes are; a ZIP container that cannot be opened counts as a Word file, which is then found damaged."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Content.ENCRYPTED_OFFICE if _OLE_ENCRYPTED in data else Content.OLD_OFFICE
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _container(data)
    for start, content in _STARTS:
        if data.startswith(start):
            return content
    if data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return Content.WEB_PAGE
    return Content.OTHER


def holds_pdf_header(data: bytes) -> bool:
    """Whether a PDF header stands near the beginning; programs put bytes before it, and readers accept them."""
    return b"%PDF-" in data[:_PDF_HEADER_WITHIN]


def _container(data: bytes) -> Content:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return Content.WORD
    if any(name.startswith("xl/") for name in names):
        return Content.EXCEL
    if any(name.startswith("ppt/") for name in names):
        return Content.POWERPOINT
    if "META-INF/manifest.xml" in names:
        return Content.OPEN_DOCUMENT
    return Content.WORD if "[Content_Types].xml" in names else Content.ARCHIVE
