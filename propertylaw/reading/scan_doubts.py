"""What recognition was not sure of, at the words concerned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from propertylaw.model import Diagnostic, PageOrigin, Run, Span

from .doubts import COARSE_PICTURE, DOUBTFUL_LINE, MISSING_LINE, doubt
from .glyphs import Box

if TYPE_CHECKING:
    from .pages import Page
    from .scan import Scan, ScannedLine

_QUOTED = 16
_FINE = 20.0
"""Pixels a character needs: below, wrong characters score as high as right ones, as measured at 100 dots an inch."""
_COMPARE = "请对照原件核对"


def scan_doubts(pages: Sequence[Page], text: str, runs: Sequence[Run], path: str) -> Iterator[Diagnostic]:
    """The doubts about recognised pages.

    Args:
        pages: every page of the file, in order.
        text: the text of all pages.
        runs: its runs, with their boxes on the levelled pages.
        path: the path as the user gave it.
    """
    for page in pages:
        if page.scan:
            yield from _doubts_of(page.scan, text, runs, path)
    yield from _doubts_of_all(pages, path)


def _doubts_of(scan: Scan, text: str, runs: Sequence[Run], path: str) -> Iterator[Diagnostic]:
    """Lines with unsure characters, and places where a line may be missing."""
    number = scan.page.number
    here = [(run.span, box) for run in runs if (box := _box_on(run, number))]
    before = max((run.span[1] for run in runs if _page_of(run) < number), default=0)
    for line in scan.lines:
        span = next((span for span, box in here if _meet(box, line.box)), None)
        if line.unsure and span:
            yield doubt(DOUBTFUL_LINE, _unsure(line, scan, text[slice(*span)]), span=span, advice=_COMPARE, file=path)
    for at in dict.fromkeys(_position(gap, here, before) for gap in scan.gaps):
        words = f"第 {number} 页{_beside(at, here, text)}有没有认出的字迹，可能漏了一行，也可能是印章或签名"
        yield doubt(MISSING_LINE, words, span=(at, at), advice=_COMPARE, file=path)


def _box_on(run: Run, number: int) -> Box | None:
    origin = run.origin
    return origin.box if isinstance(origin, PageOrigin) and origin.page == number else None


def _doubts_of_all(pages: Sequence[Page], path: str) -> Iterator[Diagnostic]:
    colons = sum(line.colons for page in pages if page.scan for line in page.scan.lines)
    if colons:
        words = f"有 {colons} 处冒号识别没有把握，其中可能有分号"
        yield doubt(DOUBTFUL_LINE, words, advice=_COMPARE, file=path)
    coarse = [(page.number, height) for page in pages if (height := _pixels(page)) < _FINE]
    if coarse:
        numbers, least = "、".join(str(number) for number, _ in coarse), min(height for _, height in coarse)
        words = f"第 {numbers} 页的图像太粗，字高约 {least:.0f} 像素，错字可能没有列出"
        yield doubt(COARSE_PICTURE, words, advice="请用每英寸 200 点以上重新扫描", file=path)


def _pixels(page: Page) -> float:
    """Height of a recognised page's characters in pixels of the picture as it was taken."""
    return page.scan.em * page.dots / 72 if page.scan and page.dots else _FINE


def _page_of(run: Run) -> int:
    return run.origin.page if isinstance(run.origin, PageOrigin) else 0


def _unsure(line: ScannedLine, scan: Scan, words: str) -> str:
    place = f"第 {scan.page.number} 页“{_short(words)}”"
    return f"{place}中的“{line.unsure}”识别没有把握（最低 {line.confidence:.2f}）"


def _position(gap: Box, here: Sequence[tuple[Span, Box]], before: int) -> int:
    """Where in the text the words of a gap would stand: before the first line below its middle."""
    middle = (gap[1] + gap[3]) / 2
    below = [span[0] for span, box in here if box[1] > middle]
    return min(below) if below else max((span[1] for span, _ in here), default=before)


def _beside(at: int, here: Sequence[tuple[Span, Box]], text: str) -> str:
    after = next((span for span, _ in here if span[0] == at), None)
    if after:
        return f"“{_short(text[slice(*after)])}”之前"
    before = next((span for span, _ in here if span[1] == at), None)
    return f"“{_short(text[slice(*before)])}”之后" if before else ""


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"


def _meet(one: Box, other: Box) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return one[0] - 1 <= x <= one[2] + 1 and one[1] - 1 <= y <= one[3] + 1
