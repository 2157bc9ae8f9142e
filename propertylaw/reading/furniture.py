"""What a page carries beside the text: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from .lines import Block, Line

_PAGE_NUMBER = re.compile(
    r"[-—–－·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[一二三四五六七八九十百零〇]{1,5}(?=\s*页))\s*页?"
    r"(?:\s*[/／,，|]?\s*[（(]?(?:共|of)?\s*\d{1,4}\s*页?[)）]?)?[-—–－·•\s]*"
)
_DIGITS = re.compile(r"\d+")
_EDGE = 0.14
_BAND = 4.0
_SHARE = 0.4

Key = tuple[str, int]


def without_furniture(pages: Sequence[Sequence[Block]], heights: Sequence[float]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each page less page numbers and what stands at the same place of many pages.

    Args:
        pages: the blocks of each page.
        heights: the height of each page.
    """
    running = _running(pages, heights)
    return tuple(
        tuple(block for block in page if not _is_furniture(block, height, running))
        for page, height in zip(pages, heights, strict=True)
    )


def _running(pages: Sequence[Sequence[Block]], heights: Sequence[float]) -> frozenset[Key]:
    """Words at the edge of at least two pages, and of a good part of all: heads may differ on left and right pages."""
    seen = Counter(
        key
        for page, height in zip(pages, heights, strict=True)
        for key in {key for line in _edge_lines(page, height) for key in _keys(line)}
    )
    enough = max(2, _SHARE * sum(1 for page in pages if page))
    return frozenset(key for key, count in seen.items() if count >= enough)


def _edge_lines(page: Iterable[Block], height: float) -> list[Line]:
    return [block for block in page if isinstance(block, Line) and _is_at_edge(block, height)]


def _is_furniture(block: Block, height: float, running: frozenset[Key]) -> bool:
    if not isinstance(block, Line) or not _is_at_edge(block, height):
        return False
    return bool(_PAGE_NUMBER.fullmatch(block.text)) or any(key in running for key in _keys(block))


def _is_at_edge(line: Line, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _keys(line: Line) -> tuple[Key, Key]:
    """Words and height of a line; twice, so that lines on both sides of a band's border still meet."""
    words = _DIGITS.sub("#", line.text)
    return (words, round(line.top / _BAND)), (words, -1 - int(line.top / _BAND))
