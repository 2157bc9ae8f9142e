"""PDF files with a text layer: paragraphs and table rows, one a line, each stretch with its page and box."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from propertylaw.errors import DamagedFileError, EncryptedFileError, NoTextLayerError
from propertylaw.model import Diagnostic, Source

from .doubts import SCANNED_TEXT, UNCLEAR_FONT, UNREAD_FORM, UNREAD_PAGE, doubt
from .glyphs import Drawn, drawn_on, glyphs_of
from .lines import blocks_of
from .pages import Assembled, Page, assembled, scanned_page
from .plain_page import plain_lines
from .recognition import INSTALL, LONGEST_SIDE, Picture, Progress, is_available
from .tables import TableFinder

_END = b"%%EOF"
_END_WITHIN = 4096
_UNKNOWN_SHARE = 0.2
_FEW_CHARACTERS = 60
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
        if is_available():
            pages = _recognised(pdf, pages, progress)
        has_form = bool(pdf.get_formtype())
    result = assembled(pages, path)
    if not result.text:
        raise NoTextLayerError("除页码和页眉页脚外没有文字，可能是扫描件", file=path, advice=INSTALL)
    doubts = tuple(_doubts(pages, result, has_form, path))
    return result.source(name, path, "pdf", doubts)


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
        with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as textpage:
            return _shown(page, textpage, number, finder)
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        place = f"第 {number} 页"
        raise DamagedFileError("这一页已损坏，读不出来", file=path, place=place, advice=_GET_AGAIN) from None


def _shown(page: Any, textpage: Any, number: int, finder: TableFinder) -> Page:
    """The page by its lines if it is plain text, else by its glyphs, which may stand in the cells of tables."""
    drawn = drawn_on(page)
    lines = None if drawn.ruled else plain_lines(page, textpage, number)
    if lines:
        width, height = page.get_size()
        pictured = _is_picture(page, drawn, sum(len(line.text) for line in lines))
        return Page(number, width, height, lines, pictured=pictured, layered=drawn.invisible)
    shown = glyphs_of(page, textpage, number)
    blocks = blocks_of(number, shown.glyphs, finder.tables(number) if drawn.ruled and shown.glyphs else ())
    unclear = shown.unknown > _UNKNOWN_SHARE * len(shown.glyphs)
    pictured = _is_picture(page, drawn, len(shown.glyphs))
    return Page(number, shown.width, shown.height, blocks, unclear, pictured, drawn.invisible)


def _is_picture(page: Any, drawn: Drawn, characters: int) -> bool:
    """Whether a page draws its words instead of holding them; a scanner may stamp a word or two on it."""
    from pypdfium2 import raw

    if not characters:
        return bool(raw.FPDFPage_CountObjects(page))
    return drawn.pictured and characters <= _FEW_CHARACTERS


def _recognised(pdf: Any, pages: list[Page], progress: Progress | None) -> list[Page]:
    pictured = [page.number for page in pages if page.pictured]
    if not pictured:
        return pages
    from .scan import scan_of

    tell = progress or (lambda done, of: None)
    tell(0, len(pictured))
    result = list(pages)
    for done, number in enumerate(pictured, 1):
        with closing(pdf[number - 1]) as page:
            result[number - 1] = scanned_page(
                scan_of(_rendered(page), number, pages[number - 1].width), _dots_an_inch(page)
            )
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
    empty = [page.number for page, blocks in read if not blocks and page.pictured and not page.scan]
    unclear = [page.number for page in pages if page.unclear]
    if empty:
        words = f"第 {_numbers(empty)} 页没有横排的文字，可能是扫描图片，没有读入"
        yield doubt(UNREAD_PAGE, words, advice=INSTALL, file=path)
    if unclear:
        words = f"第 {_numbers(unclear)} 页的字体没有编码表，读出来可能是乱码"
        yield doubt(UNCLEAR_FONT, words, advice="请先做文字识别（OCR），再读识别后的文件", file=path)
    layered = [page.number for page in pages if page.layered and not page.scan]
    if layered:
        words = f"第 {_numbers(layered)} 页的文字是扫描时识别的，没有记下把握，可能有错字、漏行"
        yield doubt(SCANNED_TEXT, words, advice="请对照页面图像核对", file=path)
    if has_form:
        yield doubt(UNREAD_FORM, "文件含有可填写的表单，填入的内容没有读入", advice="请先打印为 PDF 再读", file=path)


def _numbers(pages: list[int]) -> str:
    return "、".join(map(str, pages))
