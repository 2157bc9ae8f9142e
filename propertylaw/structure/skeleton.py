"""Finds where articles and divisions begin; what lies between them is sorted by `body`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from propertylaw.model import Division

from .closing import body_length, closes, is_annex
from .headings import DIVISIONS, Form, Mark
from .lines import Line, goes_on

Level = Literal["part", "subpart", "chapter", "section"]

_LEVELS: dict[Form, Level] = {
    Form.PART: "part",
    Form.SUBPART: "subpart",
    Form.CHAPTER: "chapter",
    Form.SECTION: "section",
}
_ORDER: tuple[Level, ...] = ("part", "subpart", "chapter", "section")
_MARKDOWN_LEVELS: tuple[Level, ...] = ("part", "chapter", "section")
_CONTENTS_ENTRY = re.compile(r"(?:[.…·]{3,}|…+|\t)\s*\d+$")
_SENTENCE = re.compile(r"[，。；：！？,;:!?]")
_DEEPEST = 2
"""Of clauses numbered 1.1 below headings without such numbers, 1.1.1 is an item."""
_LONGEST_HEADING = 20
_LONGEST_CONTENTS_ENTRY = 200


@dataclass(slots=True)
class Draft:
    """An article before its paragraphs are built."""

    lines: list[Line]
    """Its lines; the first begins with its number."""
    divisions: tuple[str, ...]

    @property
    def number(self) -> int:
        """The number as printed."""
        mark = self.lines[0].mark
        return mark.number if mark else 0

    @property
    def label(self) -> str:
        """The number as printed, in its own words."""
        mark = self.lines[0].mark
        return mark.label if mark else ""


@dataclass(slots=True)
class Skeleton:
    """Divisions and articles of a text, in order."""

    divisions: list[Division] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)


def skeleton(lines: Sequence[Line], form: Form, title: Line | None) -> Skeleton:
    """Sort lines into divisions and articles.

    Args:
        lines: all lines of the text.
        form: the form in which articles, or the clauses of a contract, are numbered.
        title: the line of the title, which is no division.
    """
    return _Scan(lines, form, title).run()


class _Scan:
    """One pass over the lines."""

    def __init__(self, lines: Sequence[Line], form: Form, title: Line | None) -> None:
        self.lines, self.form, self.title = lines, form, title
        self.found = Skeleton()
        self.open: dict[Level, str] = {}
        self.closed = False
        self.annexed = False
        """The title of an annex has been seen since the last article."""
        self.attached = False
        """Numbers began again below it: all that follows belongs to what is attached."""
        self.fresh = True
        """No article since the last division: numbers may begin again."""

    def run(self) -> Skeleton:
        """Read all lines, then take signature and annexes off the last article."""
        for index, line in enumerate(self.lines):
            if self._opens_article(index, line):
                self._start_article(line)
            elif not self.closed and (division := self._division(index, line)) is not None:
                self._start_division(division)
            else:
                self._keep(line)
        self._trim()
        return self.found

    def _opens_article(self, index: int, line: Line) -> bool:
        mark = line.mark
        if mark is None or mark.form is not self.form or mark.depth > _DEEPEST or _is_contents_entry(line):
            return False
        drafts = self.found.drafts
        if not drafts:
            return mark.firm or mark.number == 1
        if self.attached:
            return False
        if mark.number == drafts[-1].number + 1:
            return True
        return mark.firm and not self.closed and not goes_on(self.lines[index - 1].text, line.text)

    def _start_article(self, line: Line) -> None:
        self.found.drafts.append(Draft([line], tuple(self.open.values())))
        self.closed = self.fresh = self.annexed = False

    def _division(self, index: int, line: Line) -> Division | None:
        if line is self.title or _is_contents_entry(line) or closes(line):
            return None
        mark = line.mark
        if mark is not None and mark.form in DIVISIONS:
            return _numbered(line, mark, _LEVELS[mark.form])
        if mark is not None and mark.form is Form.COUNT and self._groups_articles(index, line):
            return _numbered(line, mark, "chapter")
        if mark is None and line.is_markdown_heading:
            return _named(line, _MARKDOWN_LEVELS[min(_hashes(line), 3) - 1])
        if mark is None and self._is_bare_heading(index, line):
            return _named(line, self._level_of_bare(index))
        return None

    def _groups_articles(self, index: int, line: Line) -> bool:
        """一、管辖 above 第一条 names a group of articles; below an article it is an item."""
        if line.is_markdown_heading:
            return True
        following = self._following(index)
        is_heading = len(line.text) <= 2 * _LONGEST_HEADING and not line.text.endswith(("。", "；", "：", ";", ":"))
        return is_heading and following is not None and self._begins_part(following)

    def _is_bare_heading(self, index: int, line: Line) -> bool:
        """A chapter that lost its number stands alone between a finished sentence and the next article."""
        if self.form is not Form.ARTICLE or not self.found.drafts:
            return False
        if len(line.text) > _LONGEST_HEADING or _SENTENCE.search(line.text):
            return False
        following = self._following(index)
        before = self.lines[index - 1]
        finished = before.text.endswith(("。", "；", "：")) or before.start in self._division_starts()
        return finished and following is not None and self._begins_part(following)

    def _division_starts(self) -> set[int]:
        return {self.found.divisions[-1].text_span[0]} if self.found.divisions else set()

    def _level_of_bare(self, index: int) -> Level:
        following = self._next_division[index]
        if following is None or following.form is not Form.CHAPTER:
            return "section"
        chapters = sum(1 for division in self.found.divisions if division.level == "chapter")
        return "chapter" if following.number == chapters + 2 else "section"

    @cached_property
    def _next_division(self) -> Sequence[Mark | None]:
        """For each line the mark of the first numbered division from there on."""
        found: list[Mark | None] = []
        following: Mark | None = None
        for line in reversed(self.lines):
            following = line.mark if line.mark and line.mark.form in DIVISIONS else following
            found.append(following)
        return found[::-1]

    def _begins_part(self, line: Line) -> bool:
        mark = line.mark
        return line.is_markdown_heading or (mark is not None and (mark.form is self.form or mark.form in DIVISIONS))

    def _following(self, index: int) -> Line | None:
        return self.lines[index + 1] if index + 1 < len(self.lines) else None

    def _start_division(self, division: Division) -> None:
        above = _ORDER[: _ORDER.index(division.level)]
        self.open = {level: label for level, label in self.open.items() if level in above}
        self.open[division.level] = division.label or division.heading
        self.found.divisions.append(division)
        self.fresh = True

    def _keep(self, line: Line) -> None:
        if not self.found.drafts:
            return
        self.closed = self.closed or closes(line)
        self.annexed = self.annexed or is_annex(line)
        mark = line.mark
        self.attached = self.attached or (
            self.annexed and mark is not None and (mark.form, mark.number) == (self.form, 1)
        )
        if not self.fresh:
            self.found.drafts[-1].lines.append(line)

    def _trim(self) -> None:
        if self.found.drafts:
            last = self.found.drafts[-1]
            del last.lines[body_length(last.lines) :]
        if self.found.drafts and self.found.divisions:
            self.found.divisions = _without_contents(self.found.divisions, self.found.drafts[0].lines[0].start)


def _without_contents(divisions: list[Division], first_article: int) -> list[Division]:
    """Leave out the table of contents: entries before the first article that come again later."""
    names = [(division.label, division.heading) for division in divisions]
    return [
        division
        for index, division in enumerate(divisions)
        if division.text_span[0] > first_article or names[index] not in names[index + 1 :]
    ]


def _is_contents_entry(line: Line) -> bool:
    if not line.text[-1:].isdigit() or len(line.text) > _LONGEST_CONTENTS_ENTRY:
        return False
    return _CONTENTS_ENTRY.search(line.text) is not None


def _numbered(line: Line, mark: Mark, level: Level) -> Division:
    heading = _squeeze(line.text[mark.end :])
    return Division(level=level, label=mark.label, heading=heading, text_span=(line.start, line.end))


def _named(line: Line, level: Level) -> Division | None:
    heading = _squeeze(line.text.lstrip("#"))
    if not heading or heading == "目录":
        return None
    return Division(level=level, label="", heading=heading, text_span=(line.start, line.end))


def _hashes(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip("#"))


def _squeeze(heading: str) -> str:
    """A heading without the blanks that pad two-character words (总　则)."""
    words = heading.strip("* \t\u3000\u2002").split()
    return "".join(words) if all(len(word) == 1 for word in words) else " ".join(words)
