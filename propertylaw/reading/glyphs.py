"""The characters of a PDF page with their boxes, as the page is displayed."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from .symbols import character_of

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, origin at the top left corner of the displayed page."""

_SCALE = 100
_REACH = 1000.0
LARGE = 30.0
"""Points: what is higher than this may be a watermark."""
_PALE, _THIN = 160, 128
_LONGEST_DOT = 8
_INVISIBLE = 3
"""Text render mode of ISO 32000, table 104."""


class Glyph(NamedTuple):
    """A character and its box; white space that stands in the file itself is a glyph too."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    """Height at which the character stands; boxes of marks may be low or high."""


class PageGlyphs(NamedTuple):
    """What a page shows."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    unknown: int
    """Characters whose font does not say what they are."""


class _Display(NamedTuple):
    """How points of the file's page become points of the displayed page: turned, cropped, top down."""

    x: tuple[float, float, float]
    y: tuple[float, float, float]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        xs = [self.x[0] + self.x[1] * x + self.x[2] * y for x, y in ((left, bottom), (right, top))]
        ys = [self.height(x, y) for x, y in ((left, bottom), (right, top))]
        return min(xs), min(ys), max(xs), max(ys)

    def height(self, x: float, y: float) -> float:
        """How far below the upper edge a point is."""
        return self.y[0] + self.y[1] * x + self.y[2] * y

    def is_upright(self, angle: float) -> bool:
        """Whether text turned clockwise by this angle reads from left to right; watermarks across the page do not."""
        along_x, along_y = math.cos(angle), -math.sin(angle)
        return self.x[1] * along_x + self.x[2] * along_y > 0.95


def glyphs_of(page: Any, textpage: Any, number: int) -> PageGlyphs:
    """The glyphs of a `pypdfium2` page.

    Args:
        page: the open page; it stays open.
        textpage: its open text page; it stays open.
        number: its number, counted from 1.
    """
    glyphs = tuple(_glyphs(textpage, _display(page)))
    width, height = page.get_size()
    return PageGlyphs(number, width, height, glyphs, _unknown(textpage))


def _display(page: Any) -> _Display:
    from pypdfium2 import raw

    width, height = page.get_size()
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(at_x: float, at_y: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page, 0, 0, round(width * _SCALE), round(height * _SCALE), 0, at_x, at_y, x, y)
        return x.value / _SCALE, y.value / _SCALE

    origin, right, up = shown(0, 0), shown(_REACH, 0), shown(0, _REACH)
    return _Display(
        (origin[0], (right[0] - origin[0]) / _REACH, (up[0] - origin[0]) / _REACH),
        (origin[1], (right[1] - origin[1]) / _REACH, (up[1] - origin[1]) / _REACH),
    )


def _glyphs(textpage: Any, display: _Display) -> Iterator[Glyph]:
    from pypdfium2 import raw

    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(textpage.count_chars()):
        char = character_of(raw.FPDFText_GetUnicode(textpage, index))
        if not char or raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if not display.is_upright(raw.FPDFText_GetCharAngle(textpage, index)):
            continue
        raw.FPDFText_GetLooseCharBox(textpage, index, rect)
        if rect.top - rect.bottom > LARGE and _is_pale(textpage, index):
            continue
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        box = display.box(rect.left, rect.bottom, rect.right, rect.top)
        yield Glyph(char, *box, display.height(x.value, y.value))


def _is_pale(textpage: Any, index: int) -> bool:
    """Whether a character is drawn so faintly that words are meant to be read over it: a watermark."""
    from pypdfium2 import raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) > _PALE or alpha.value < _THIN


def _unknown(textpage: Any) -> int:
    from pypdfium2 import raw

    return sum(raw.FPDFText_HasUnicodeMapError(textpage, index) == 1 for index in range(textpage.count_chars()))


class Drawn(NamedTuple):
    """What a page shows beside words."""

    ruled: bool
    """Lines or frames, as in a table."""
    pictured: bool
    """Pictures that cover most of it."""
    invisible: bool
    """Its words are not drawn at all: a scanner laid what it recognised under the picture."""


def drawn_on(page: Any) -> Drawn:
    """What is drawn on a `pypdfium2` page, which stays open."""
    from pypdfium2 import raw

    handle, get, kind = page.raw, raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    ruled, pictures, text = False, [], None
    for index in range(raw.FPDFPage_CountObjects(handle)):
        drawn = get(handle, index)
        what = kind(drawn)
        if what == raw.FPDF_PAGEOBJ_TEXT:
            text = text or drawn
        elif what == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_bounds(drawn))
        elif what == raw.FPDF_PAGEOBJ_PATH and not ruled:
            _, low, _, high = _bounds(drawn)
            ruled = high - low > _LONGEST_DOT
    width, height = page.get_size() if pictures else (0.0, 0.0)
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in pictures)
    pictured = bool(pictures) and covered > width * height / 2
    invisible = pictured and text is not None and raw.FPDFTextObj_GetTextRenderMode(text) == _INVISIBLE
    return Drawn(ruled, pictured, invisible)


def _bounds(drawn: Any) -> Box:
    """Left, lower, right and upper edge in points of the file's page; nothing where the file is broken."""
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    return left.value, bottom.value, right.value, top.value
