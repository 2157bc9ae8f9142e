"""PDF files with a text layer: paragraphs and table rows, one a line, each stretch with its page and box."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from propertylaw.errors import DamagedFileError, EncryptedFileError, NoTextLayerError
from propertylaw.model import Diagnostic, Source

from .assembly import assemble
from .doubts import UNCLEAR_FONT, UNREAD_FORM, UNREAD_PAGE, doubt
from .furniture import without_furniture
from .glyphs import PageGlyphs, glyphs_of
from .lines import Block, blocks_of
from .paragraphs import paragraphs_of
from .tables import TableFinder

_END = b"%%EOF"
_END_WITHIN = 4096
_UNKNOWN_SHARE = 0.2
_GET_AGAIN = "请重新取得文件，或用阅读器打开后另存"
_RECOGNISE = "请先做文字识别（OCR），再读识别后的文件"


def read_pdf(data: bytes, path: str, name: str) -> Source:
    """Read a `.pdf` file.

    Args:
        data: the whole file.
        path: the path as the user gave it.
        name: file name without folder and suffix.

    Raises:
        EncryptedFileError: it asks for a password.
        DamagedFileError: it is truncated or broken.
        NoTextLayerError: none of its pages holds text.
    """
    if _END not in data[-_END_WITHIN:]:
        raise DamagedFileError("文件不完整，缺少结尾", file=path, advice=_GET_AGAIN)
    with closing(_opened(data, path)) as pdf, TableFinder(data) as finder:
        shown = [_page(pdf, number, path) for number in range(1, len(pdf) + 1)]
        blocks = [_blocks(page, finder) for page in shown]
        has_form = bool(pdf.get_formtype())
    if not any(blocks):
        raise NoTextLayerError("各页都没有文字，可能是扫描件", file=path, advice=_RECOGNISE)
    kept = without_furniture(blocks, [page.height for page in shown])
    if not any(kept):
        raise NoTextLayerError("除页码和页眉页脚外没有文字，可能是扫描件", file=path, advice=_RECOGNISE)
    text, runs = assemble(paragraphs_of(kept, [page.width for page in shown]))
    doubts = _doubts(shown, kept, has_form, path)
    return Source(name=name, path=path, format="pdf", text=text, runs=runs, diagnostics=doubts)


def _opened(data: bytes, path: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        reason = str(problem).lower()
    if "password" in reason or "security" in reason:
        raise EncryptedFileError("文件设有密码", file=path, advice="请去掉密码后再读")
    raise DamagedFileError("文件不完整或已损坏，打不开", file=path, advice=_GET_AGAIN)


def _page(pdf: Any, number: int, path: str) -> PageGlyphs:
    import pypdfium2

    try:
        with closing(pdf[number - 1]) as page:
            return glyphs_of(page, number)
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        place = f"第 {number} 页"
        raise DamagedFileError("这一页已损坏，读不出来", file=path, place=place, advice=_GET_AGAIN) from None


def _blocks(page: PageGlyphs, finder: TableFinder) -> tuple[Block, ...]:
    tables = finder.tables(page.number) if page.ruled and page.glyphs else ()
    return blocks_of(page.number, page.glyphs, tables)


def _doubts(
    shown: list[PageGlyphs], kept: tuple[tuple[Block, ...], ...], has_form: bool, path: str
) -> tuple[Diagnostic, ...]:
    empty = [page.number for page, blocks in zip(shown, kept, strict=True) if not blocks]
    unclear = [page.number for page in shown if page.unknown > _UNKNOWN_SHARE * len(page.glyphs)]
    said = (
        (UNREAD_PAGE, empty, f"第 {_numbers(empty)} 页没有横排的文字，可能是扫描图片，没有读入", _RECOGNISE),
        (UNCLEAR_FONT, unclear, f"第 {_numbers(unclear)} 页的字体没有编码表，读出来可能是乱码", _RECOGNISE),
        (UNREAD_FORM, has_form, "文件含有可填写的表单，填入的内容没有读入", "请先打印为 PDF 再读"),
    )
    return tuple(doubt(code, words, advice=advice, file=path) for code, applies, words, advice in said if applies)


def _numbers(pages: list[int]) -> str:
    return "、".join(map(str, pages))
