"""Lines of a PDF page that holds nothing but running text: a few boxes a line instead of one a character.

Asking for the box of every character costs ten times as much as the text itself. Where anything on the page is
unusual - turned, out of order, side by side, of unclear characters - its glyphs decide (`glyphs`, `lines`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .glyphs import LARGE
from .lines import Line, Segment, edge_length, head_length, is_wide

_UNUSUAL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2e80-\u2fdf\ud800-\uf8ff\uf900-\ufaff\ufffc-\uffff]")
_LINE = re.compile(r"[^\r\n]+")
_SPACE = re.compile(r" +")
_SAMPLED = 20
_WIDEST_SPACE = 2.5
_NARROW_GAP, _WIDE_GAP = 0.2, 0.7
_SAME_HEIGHT = 0.4
_TURNED = 0.05


class _Mark(NamedTuple):
    """A character's box in points from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


class _UnusualError(Exception):
    """The page is not as plain as that."""


def plain_lines(page: Any, textpage: Any, number: int) -> tuple[Line, ...] | None:
    """The lines of a `pypdfium2` page, from top to bottom; None where it holds more than running text.

    Args:
        page: the open page; it stays open.
        textpage: its open text page; it stays open.
        number: its number, counted from 1.
    """
    left, bottom, right, top = page.get_bbox() if page.get_rotation() == 0 else (0.0, 0.0, 0.0, 0.0)
    width, height = page.get_size()
    if abs(right - left - width) > 0.5 or abs(top - bottom - height) > 0.5:
        return None
    try:
        return tuple(_PlainPage(textpage, number, (left, top)).lines())
    except _UnusualError:
        return None


class _PlainPage:
    def __init__(self, textpage: Any, number: int, corner: tuple[float, float]) -> None:
        from pypdfium2 import raw

        self._page, self._number, self._corner, self._raw = textpage, number, corner, raw
        self._handle = textpage.raw
        self._rect = raw.FS_RECTF()

    def lines(self) -> Iterator[Line]:
        text = self._page.get_text_range()
        if len(text) != self._page.count_chars() or _UNUSUAL.search(text) or self._is_unclear(len(text)):
            raise _UnusualError
        height = -math.inf
        for found in _LINE.finditer(text):
            words = found[0].strip()
            if not words:
                continue
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            first, last = self._mark(start), self._mark(start + len(words) - 1)
            em = self._em(words, start, first, last)
            if first.bottom - first.top > LARGE:
                raise _UnusualError
            if first.bottom - height < _SAME_HEIGHT * em or self._is_turned(start):
                raise _UnusualError
            height = first.bottom
            yield self._line(words, start, first, last, em)

    def _line(self, words: str, start: int, first: _Mark, last: _Mark, em: float) -> Line:
        text = self._spaced(words, start, em) if " " in words else words
        dense = "".join(words.split())
        places = range(len(words)) if dense == words else [at for at, char in enumerate(words) if not char.isspace()]
        beginning = head_length(dense)
        head = (self._mark(start + places[beginning - 1]) if beginning > 1 else first).right - first.left
        edge = edge_length(dense)
        right = last.right if edge == len(dense) else self._mark(start + places[edge - 1]).right
        box = (first.left, min(first.top, last.top), last.right, max(first.bottom, last.bottom))
        return Line(self._number, (Segment(text, box),), em, head, right)

    def _spaced(self, words: str, start: int, em: float) -> str:
        """The words with the file's own spaces, and with one where the page shows white that the file does not hold.

        Raises:
            _UnusualError: the white is as wide as between columns.
        """
        parts: list[str] = []
        at = 0
        for gap in _SPACE.finditer(words):
            white = self._mark(start + gap.end()).left - self._mark(start + gap.start() - 1).right
            if not -em < white < _WIDEST_SPACE * em:
                raise _UnusualError
            own = sum(self._raw.FPDFText_IsGenerated(self._handle, start + one) != 1 for one in range(*gap.span()))
            wide = is_wide(words[gap.start() - 1]) or is_wide(words[gap.end()])
            shown = white > (_WIDE_GAP if wide else _NARROW_GAP) * em
            parts.append(words[at : gap.start()] + " " * (own or shown))
            at = gap.end()
        return "".join((*parts, words[at:]))

    def _em(self, words: str, start: int, first: _Mark, last: _Mark) -> float:
        """Width of a full character: of two, since one may have been set apart to fill its line."""
        at = next((at for at, char in enumerate(words) if is_wide(char) and not char.isspace()), 0)
        size = _size(self._mark(start + at) if at else first)
        if is_wide(words[-1]):
            size = min(size, _size(last))
        return max(size, 1.0)

    def _mark(self, index: int) -> _Mark:
        rect, (left, top) = self._rect, self._corner
        self._raw.FPDFText_GetLooseCharBox(self._handle, index, rect)
        return _Mark(rect.left - left, top - rect.top, rect.right - left, top - rect.bottom)

    def _is_turned(self, index: int) -> bool:
        angle = self._raw.FPDFText_GetCharAngle(self._handle, index)
        return bool(_TURNED < angle < 2 * math.pi - _TURNED)

    def _is_unclear(self, count: int) -> bool:
        """Whether a font does not say which characters it draws, by a sample of them."""
        step = max(1, count // _SAMPLED)
        return any(self._raw.FPDFText_HasUnicodeMapError(self._handle, index) == 1 for index in range(0, count, step))


def _size(mark: _Mark) -> float:
    return max(mark.right - mark.left, 0.8 * (mark.bottom - mark.top))
