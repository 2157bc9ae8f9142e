"""PDF files with a text layer: paragraphs and table rows, one a line, each stretch with its page and box."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from propertylaw.errors import DamagedFileError, EncryptedFileError, NoTextLayerError
from propertylaw.model import Diagnostic, Source

from .doubts import UNCLEAR_FONT, UNREAD_FORM, UNREAD_PAGE, doubt
from .glyphs import PageGlyphs, glyphs_of
from .pages import Assembled, Page, assembled
from .recognition import INSTALL, LONGEST_SIDE, Picture, Progress, is_available
from .tables import TableFinder

_END = b"%%EOF"
_END_WITHIN = 4096
_UNKNOWN_SHARE = 0.2
_FEW_GLYPHS = 60
_DOTS_AN_INCH = 200
_GET_AGAIN = "请重新取得文件，或用阅读器打开后另存"


def read_pdf(data: bytes, path: str, name: str, progress: Progress | None = None) -> Source:
    """Read a `.pdf` file; pages without text go through character recognition where it is installed.

    Args:
        data: the whole file.
        path: the path as the user gave it.
        name: file name without folder and suffix.
        progress: told of each recognised page.

    Raises:
        EncryptedFileError: it asks for a password.
        DamagedFileError: it is truncated or broken.
        NoTextLayerError: none of its pages holds text, and recognition is not installed or found none.
    """
    if _END not in data[-_END_WITHIN:]:
        raise DamagedFileError("文件不完整，缺少结尾", file=path, advice=_GET_AGAIN)
    with closing(_opened(data, path)) as pdf, TableFinder(data) as finder:
        pages = [_page(pdf, number, finder, path) for number in range(1, len(pdf) + 1)]
        pictured = [number for number, page in enumerate(pages, 1) if _is_picture(pdf[number - 1], page.glyphs)]
        if is_available():
            pages = _recognised(pdf, pages, pictured, progress)
        has_form = bool(pdf.get_formtype())
    result = assembled(pages, path)
    if not result.text:
        raise NoTextLayerError("除页码和页眉页脚外没有文字，可能是扫描件", file=path, advice=INSTALL)
    doubts = (*_doubts(pages, result, has_form, path), *result.doubts)
    return Source(name=name, path=path, format="pdf", text=result.text, runs=result.runs, diagnostics=doubts)


def _opened(data: bytes, path: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        reason = str(problem).lower()
    if "password" in reason or "security" in reason:
        raise EncryptedFileError("文件设有密码", file=path, advice="请去掉密码后再读")
    raise DamagedFileError("文件不完整或已损坏，打不开", file=path, advice=_GET_AGAIN)


def _page(pdf: Any, number: int, finder: TableFinder, path: str) -> Page:
    import pypdfium2

    try:
        with closing(pdf[number - 1]) as page:
            glyphs = glyphs_of(page, number)
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        place = f"第 {number} 页"
        raise DamagedFileError("这一页已损坏，读不出来", file=path, place=place, advice=_GET_AGAIN) from None
    return Page(glyphs, finder.tables(number) if glyphs.ruled and glyphs.glyphs else ())


def _is_picture(page: Any, shown: PageGlyphs) -> bool:
    """Whether a page draws its words instead of holding them; a scanner may stamp a word or two on it."""
    from pypdfium2 import raw

    with closing(page):
        if not shown.glyphs:
            return bool(raw.FPDFPage_CountObjects(page))
        if len(shown.glyphs) > _FEW_GLYPHS:
            return False
        pictures = [drawn.get_bounds() for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in pictures)
    return bool(covered > shown.width * shown.height / 2)


def _recognised(pdf: Any, pages: list[Page], pictured: list[int], progress: Progress | None) -> list[Page]:
    if not pictured:
        return pages
    from .scan import scan_of

    tell = progress or (lambda done, of: None)
    tell(0, len(pictured))
    result = list(pages)
    for done, number in enumerate(pictured, 1):
        with closing(pdf[number - 1]) as page:
            scan = scan_of(_rendered(page), number, pages[number - 1].glyphs.width)
            result[number - 1] = Page(scan.page, scan.tables, scan, _dots_an_inch(page))
        tell(done, len(pictured))
    return result


def _rendered(page: Any) -> Picture:
    width, height = page.get_size()
    scale = min(_DOTS_AN_INCH / 72, LONGEST_SIDE / max(width, height))
    picture: Picture = page.render(scale=scale).to_numpy()[:, :, :3].copy()
    return picture


def _dots_an_inch(page: Any) -> float | None:
    """The resolution of the largest picture on a page."""
    from pypdfium2 import raw

    found = []
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, _, right, _ = drawn.get_bounds()
        if right > left:
            found.append((right - left, drawn.get_px_size()[0] * 72 / (right - left)))
    return max(found)[1] if found else None


def _doubts(pages: list[Page], result: Assembled, has_form: bool, path: str) -> Iterator[Diagnostic]:
    read = zip(pages, result.blocks, strict=True)
    empty = [page.glyphs.number for page, blocks in read if not blocks and not page.scan]
    unclear = [shown.number for shown, *_ in pages if shown.unknown > _UNKNOWN_SHARE * len(shown.glyphs)]
    if empty:
        words = f"第 {_numbers(empty)} 页没有横排的文字，可能是扫描图片，没有读入"
        yield doubt(UNREAD_PAGE, words, advice=INSTALL, file=path)
    if unclear:
        words = f"第 {_numbers(unclear)} 页的字体没有编码表，读出来可能是乱码"
        yield doubt(UNCLEAR_FONT, words, advice="请先做文字识别（OCR），再读识别后的文件", file=path)
    if has_form:
        yield doubt(UNREAD_FORM, "文件含有可填写的表单，填入的内容没有读入", advice="请先打印为 PDF 再读", file=path)


def _numbers(pages: list[int]) -> str:
    return "、".join(map(str, pages))
