"""Cuts a text into its lines, each with the number it begins with, and says where a line goes on in the next one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from propertylaw.model import Table

from .headings import BLANK, Form, Mark, recognise
from .numerals import NUMERAL_CHARS, parse_numeral


class Line(NamedTuple):
    """A line of the text without surrounding blanks."""

    start: int
    end: int
    text: str
    mark: Mark | None
    in_table: bool = False
    """Whether it is a row of a table, which has no number of its own."""

    @property
    def is_markdown_heading(self) -> bool:
        """Whether the line carries # marks."""
        return self.text.startswith("#")

    @property
    def body_start(self) -> int:
        """Where the words after the number begin."""
        return self.start + (self.mark.end if self.mark else 0)

    def rest(self, start: int) -> list[Line]:
        """What it holds from position `start` of the text on, as a line of its own; nothing, if it holds no more."""
        words = self.text[start - self.start :]
        return [Line(start, self.end, words, recognise(words))] if words else []


_LINE = re.compile(rf"[^\n{BLANK}](?:[^\n]*[^\n{BLANK}])?")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_RULE = re.compile(r"[#*=~_＿—─-]+")
"""A line drawn across the page, or Markdown marks without words."""
_TERMINATED = re.compile(r"(?:[。；：！？…;:!?.]|[）)”’」』》〉】\]])[*”’」』）)》〉】\]]*$")
_CLOSING = tuple("，。；：、！？）”’》〉】,;:!?)")
_PAUSES = ("，", "、", ",")
_TABLE_ROW = re.compile(r"\t|^\||\S(?:\u3000| {2,})\S.*\S(?:\u3000| {2,})\S")
_GLUED = re.compile(rf"(?<=[。；])[{BLANK}]*(?P<label>第(?P<number>[{NUMERAL_CHARS}]+)条(?=[{BLANK}]))")
_NARROWEST_PAGE = 15
"""No page is so narrow that a line broken by its margin has fewer characters."""


def lines_of(text: str, tables: Iterable[Table] = ()) -> list[Line]:
    """The lines of `text` that hold words, comments left out; the rows of tables are marked as such."""
    if "<!--" in text:
        text = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        words, (start, end) = match[0], match.span()
        if _RULE.fullmatch(words):
            continue
        line = Line(start, end, words, recognise(words))
        if _may_hold_several(line):
            lines += _articles_of(line)
        else:
            lines.append(line)
    spans = [table.text_span for table in tables]
    if not spans:
        return lines
    return [_row(line) if any(start <= line.start < end for start, end in spans) else line for line in lines]


def goes_on(line: str, following: str) -> bool:
    """Whether the sentence of `line` is cut off by a hard line break and goes on in the line after it."""
    if following.startswith(_CLOSING) or line.endswith(_PAUSES):
        return True
    return len(line) >= _NARROWEST_PAGE and _TERMINATED.search(line) is None and _TABLE_ROW.search(line) is None


def _may_hold_several(line: Line) -> bool:
    """Whether another article may begin within the line of one."""
    return line.mark is not None and line.mark.form is Form.ARTICLE and line.text.count("第") > 1


def _articles_of(line: Line) -> Iterator[Line]:
    """The line, cut where the next article begins within it (…。第三条 …): the breaks of a text may be lost."""
    while line.mark is not None and _may_hold_several(line):
        number = line.mark.number + 1
        cut = next((at for at in _GLUED.finditer(line.text) if parse_numeral(at["number"]) == number), None)
        if cut is None:
            break
        words = line.text[: cut.start()].rstrip()
        yield Line(line.start, line.start + len(words), words, line.mark)
        rest = line.text[cut.start("label") :]
        line = Line(line.start + cut.start("label"), line.end, rest, recognise(rest))
    yield line


def _row(line: Line) -> Line:
    return line._replace(mark=None, in_table=True)
