"""The terminal: one console for all pages, and how places in the law are printed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme

from propertylaw.model import Locator, Result

from .document_titles import placed, title_of
from .line_breaks import PageConsole
from .text_marks import TextMarks, marking, sign

COMMAND = "command"
"""The style of words for those who type: ids and commands. Pages to print leave them out."""
_THEME = Theme(
    {
        "head": "bold",
        "good": "green",
        "bad": "red",
        "open": "yellow",
        "law": "cyan",
        "quiet": "dim",
        COMMAND: "dim",
    }
)
RESULT_STYLES = {
    Result.SUPPORTED: "good",
    Result.PARTLY_SUPPORTED: "good",
    Result.SET_OFF: "good",
    Result.NOT_SUPPORTED: "bad",
    Result.PREMATURE: "open",
    Result.DEPENDS: "open",
}
"""The style of each result."""
_WIDEST = 110


def page(draw: Callable[[Console], None]) -> str:
    """What `draw` prints, as text: with colours where standard output is a terminal that wants them."""
    colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)
    buffer = StringIO()
    console = PageConsole(
        file=buffer, force_terminal=colours, width=width, theme=_THEME, highlight=False, emoji=False, markup=False
    )
    draw(console)
    return buffer.getvalue()


def with_marks(draw: Callable[[], str], marks: TextMarks) -> str:
    """A page whose citations carry these marks, and below it what they mean."""
    with marking(marks):
        drawn = draw()
    legend = [Text(line, style="open") for line in marks.legend()]
    return drawn + page(lambda console: console.print(*legend, sep="\n", end="\n" if legend else ""))


class Indented:
    """A part of a page some columns in from the margin.

    Rich's own padding fills every line up to the right edge, and draws each level of what is nested all over again.
    """

    def __init__(self, part: RenderableType, columns: int) -> None:
        self.part, self.columns = part, columns

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        margin, end = Segment(" " * self.columns), Segment.line()
        for line in _lines(self.part, self.columns, console, options):
            if line:
                yield margin
                yield from line
            yield end


class Point:
    """A mark with its text beside it: long text goes on below its own beginning and never leaves the mark alone.

    A grid of two columns looks the same; it takes several times as long, and a page has hundreds of points.
    """

    def __init__(self, mark: str, said: Text, style: str) -> None:
        self.mark, self.said, self.style = mark, said, style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        columns = cell_len(self.mark)
        before, end = Segment(self.mark, console.get_style(self.style)), Segment.line()
        for line in _lines(self.said, columns, console, options):
            yield before
            yield from line
            yield end
            before = Segment(" " * columns)


def _lines(part: RenderableType, columns: int, console: Console, options: ConsoleOptions) -> Iterable[list[Segment]]:
    """The lines of a part beside which so many columns are taken."""
    width = max(1, options.max_width - columns)
    return Segment.split_lines(console.render(part, options.update(width=width, overflow="fold")))


def point(mark: str, said: Text | str, style: str = "") -> Point:
    """A mark with its text beside it.

    Args:
        mark: such as `· `.
        said: the text.
        style: of the mark.
    """
    return Point(mark, said if isinstance(said, Text) else Text(said), style)


def cited(places: Iterable[Locator], most: int = 8) -> str:
    """Places in the law as people print them, an instrument's title once for all its places; the rest counted."""
    listed = list(dict.fromkeys(places))
    groups: dict[str, list[Locator]] = {}
    for place in listed[:most]:
        groups.setdefault(title_of(place.instrument), []).append(place)
    more = f" 等 {len(listed)} 处" if len(listed) > most else ""
    return "；".join(_group(title, among) for title, among in groups.items()) + more


def all_cited(places: Iterable[Locator]) -> str:
    """Every place, none counted away."""
    return cited(places, most=99)


def _group(title: str, places: list[Locator]) -> str:
    """The title and the numbers with their marks; a text as a whole among single provisions is 全文. A text that only
    is known to have ruled a matter before is called by its title alone: there is no article to look up."""
    numbers = [(place, placed(place, title).removeprefix(f"《{title}》")) for place in places]
    if not all(number for _, number in numbers):
        from propertylaw.rulebook.predecessors import known_without_article  # few pages cite a text as a whole

        if title in known_without_article():
            numbers = [(place, number) for place, number in numbers if number]
        elif len(numbers) > 1:
            numbers = [(place, number or "全文") for place, number in numbers]
    return f"《{title}》" + "、".join(number + sign(place) for place, number in numbers)
