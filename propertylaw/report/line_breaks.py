"""Where lines of a page may end: never within an id or a number, before a closing mark or after an opening one.

The terminal's own rules know words between spaces only, and cut Chinese text wherever the line is full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

_OPENING = "（《〈“‘【［〔("
_CLOSING = "），。；：、？！》〉”’】］〕…°％%)"
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*"  # what opens stays with what follows
    r"(?:第[一二三四五六七八九十百千零〇]+[条款项目](?:之[一二三四五六七八九十]+)?"  # 第五百七十九条
    r"|[!-'*-~]+(?: [^\x00-\x7f])?|.)"  # a word or a number, with its measure: 9,000 元
    rf"[{re.escape(_CLOSING)}]*[ 　]*"
)


class PageConsole(Console):
    """A console that ends lines where Chinese typesetting does."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Segments of a renderable; its text has its lines already."""
        shown = options or self.options
        if isinstance(renderable, str):
            renderable = self.render_str(renderable, highlight=shown.highlight, markup=shown.markup)
        if isinstance(renderable, Text) and not (renderable.no_wrap or shown.no_wrap):
            renderable = broken(renderable, shown.max_width)
            if _has_its_lines(renderable, shown):
                return Text().join([renderable]).render(self, renderable.end)
        return super().render(renderable, options)


def _has_its_lines(text: Text, options: ConsoleOptions) -> bool:
    """Whether nothing is left to set: Rich would look for the ends of lines once more, which takes as long again."""
    plain_left = (text.justify or options.justify or "default") == "default"
    return plain_left and options.max_width > 1 and "\t" not in text.plain


def broken(text: Text, width: int) -> Text:
    """The text with an end of line wherever one is due.

    Args:
        text: as it was written.
        width: so many cells fit on a line.
    """
    if cell_len(text.plain) <= width or width < 1:
        return text
    ends = list(_ends(text.plain, width))
    if not ends:
        return text
    lines = text.divide(ends)
    for line in lines[:-1]:
        line.rstrip()
    return Text("\n", justify=text.justify, overflow=text.overflow, end=text.end).join(lines)


def _ends(plain: str, width: int) -> Iterator[int]:
    """The offsets at which a new line begins, but for those that are there already."""
    used = 0
    for unit in _UNIT.finditer(plain):
        for at, piece in _pieces(unit, width):
            if piece.startswith("\n"):
                used = 0
                continue
            if used and used + cell_len(piece.rstrip()) > width:
                yield at
                used = 0
            used += cell_len(piece)


def _pieces(unit: re.Match[str], width: int) -> Iterable[tuple[int, str]]:
    """A unit, or its characters where no line is long enough for it."""
    if cell_len(unit[0].rstrip()) <= width:
        return [(unit.start(), unit[0])]
    return [(unit.start() + number, character) for number, character in enumerate(unit[0])]
