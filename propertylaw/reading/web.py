"""Web pages of regulations: the main text, a block a line, without menus and buttons."""

from __future__ import annotations

import re
from typing import Any

from propertylaw.errors import EmptyFileError, EncodingError
from propertylaw.model import Source, Span, Table

from .assembly import Piece, assemble


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DROPPED = _names(
    "script style noscript template head nav header footer aside form button select input textarea iframe svg canvas "
    "object video audio map link meta rt rp"
)
_BLOCKS = _names(
    "address article blockquote body center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr html legend "
    "li main ol p pre section table tbody td tfoot th thead tr ul"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_ARTICLE = re.compile(r"第\s*[一二三四五六七八九十百千零〇\d]+\s*条")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BUTTONS = re.compile(
    r"(?:【?\[?(?:打印|关闭|收藏|分享|返回|下载|字体|字号|大|中|小|上一[篇条页]|下一[篇条页]|相关链接|责任编辑|扫一扫|微信|微博|我要纠错)"
    r"[^。；]{0,60}\]?】?)"
)
_BUTTON_LENGTH = 24
_NEARLY_ALL = 0.9
_SAMPLE = 4096
_DEEPEST = 400
_ROW, _CELL = "tr", ("td", "th")


def read_web(data: bytes, path: str, name: str) -> Source:
    """Read an `.html` file.

    Args:
        data: the whole file.
        path: the path as the user gave it.
        name: file name without folder and suffix.

    Returns:
        The text of the page's main part. It has no runs: a web page has no pages and boxes to point at.

    Raises:
        EmptyFileError: the page shows no text.
        EncodingError: the bytes are not in the encoding they claim, nor in UTF-8 or GB18030.
    """
    root = _parsed(_decoded(data, path))
    page = _Page()
    if root is not None:
        page.read(_main_part(root))
    text, tables = page.text()
    if not text.strip():
        raise EmptyFileError(
            "网页里没有文字", file=path, advice="网页可能要在浏览器里运行才有内容；请另存为完整网页后再读"
        )
    return Source(name=name, path=path, format="html", text=text, tables=tables)


def _decoded(data: bytes, path: str) -> str:
    """By byte order mark, by what the page says, else UTF-8 or GB18030; gb2312 means its superset."""
    said = _CHARSET.search(data[:_SAMPLE])
    claimed = said[1].decode("ascii", "replace").lower() if said else ""
    claimed = "gb18030" if claimed in ("gb2312", "gbk", "gb_2312-80", "x-gbk") else claimed
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        claimed = "utf-16"
    for encoding in (claimed, "utf-8-sig", "gb18030"):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise EncodingError("网页的编码无法识别", file=path, advice="请用浏览器另存为 UTF-8 编码的网页")


def _parsed(text: str) -> Any | None:
    """The tree of the page; the text is decoded already, so that what it says of its encoding no longer counts."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _main_part(root: Any) -> Any:
    """The innermost element that holds nearly all articles; without articles nearly all Chinese text."""
    weigh = _articles if _articles(root) >= 2 else _characters
    whole = weigh(root)
    part = root
    for _ in range(_DEEPEST):
        inner = max((child for child in part if _is_shown(child)), key=weigh, default=None)
        if inner is None or not whole or weigh(inner) < _NEARLY_ALL * whole:
            break
        if inner.tag in ("p", "table", "tbody", "tr", "ul", "ol"):
            break
        part = inner
    return part


def _articles(element: Any) -> int:
    return len(_ARTICLE.findall(_words(element)))


def _characters(element: Any) -> int:
    return len(_CHINESE.findall(_words(element)))


def _words(element: Any) -> str:
    return "".join(element.itertext())


def _is_shown(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return False
    return not (_HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None)


class _Page:
    """Lines and tables of a page, in the order in which a reader meets them."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = []
        self._open = [""]
        self._rows: list[list[int]] = []
        """For each table the numbers of its lines."""

    def read(self, element: Any) -> None:
        """Take in an element with all that is in it; iterative, since pages may be nested without sense."""
        todo: list[tuple[str, Any]] = [("open", element)]
        while todo:
            step, item = todo.pop()
            if step == "text":
                self._open[-1] += item
            elif step == "close":
                self._end_line()
            elif item.tag == "table" and _is_data(item):
                self._end_line()
                self._table(item)
                todo.append(("text", item.tail or ""))
            else:
                todo += self._opened(item)

    def _opened(self, element: Any) -> list[tuple[str, Any]]:
        """What to do for an element, last thing first."""
        tail = [("text", element.tail or "")]
        if not _is_shown(element):
            return tail
        if element.tag == "br":
            return [*tail, ("close", None)]
        is_block = element.tag in _BLOCKS
        if is_block:
            self._end_line()
        inner: list[tuple[str, Any]] = [("open", child) for child in reversed(list(element))]
        number = _number(element)
        return [*tail, *([("close", None)] if is_block else []), *inner, ("text", number + (element.text or ""))]

    def _end_line(self) -> None:
        words = " ".join(self._open[-1].split())
        if words and not (len(words) <= _BUTTON_LENGTH and _BUTTONS.fullmatch(words)):
            self._lines.append([words])
        self._open[-1] = ""

    def _table(self, table: Any) -> None:
        numbers = []
        for row in table.iter(_ROW):
            cells = [" ".join(_words(cell).split()) for cell in row if cell.tag in _CELL]
            if any(cells):
                numbers.append(len(self._lines))
                self._lines.append(cells)
        self._rows.append(numbers)

    def text(self) -> tuple[str, tuple[Table, ...]]:
        """All lines, cells divided by tabs, and the places of rows and cells."""
        self._end_line()
        text = assemble([[Piece("\t".join(cells))] for cells in self._lines]).text
        starts = [0]
        for cells in self._lines:
            starts.append(starts[-1] + len("\t".join(cells)) + 1)
        tables = []
        for numbers in filter(None, self._rows):
            rows = tuple(_cells(self._lines[number], starts[number]) for number in numbers)
            tables.append(Table(text_span=(rows[0][0][0], rows[-1][-1][1]), rows=rows))
        return text, tuple(tables)


def _cells(cells: list[str], start: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for cell in cells:
        spans.append((start, start + len(cell)))
        start += len(cell) + 1
    return tuple(spans)


def _is_data(table: Any) -> bool:
    """Whether a table shows data; pages are laid out with tables that hold whole articles or other tables."""
    if next(iter(table.iterfind(".//table")), None) is not None or _ARTICLE.search(_words(table)):
        return False
    return any(sum(1 for cell in row if cell.tag in _CELL) > 1 for row in table.iter(_ROW))


def _number(element: Any) -> str:
    """The number that a browser prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    items = [child for child in parent if child.tag == "li"]
    first = parent.get("start") or "1"
    return f"{(int(first) if first.isdigit() else 1) + items.index(element)}. "
