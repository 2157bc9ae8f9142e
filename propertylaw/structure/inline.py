"""Lists printed within one line (应当：（一）…；（二）…) become lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .headings import BLANK, recognise
from .lines import Line
from .numerals import CHINESE_CHARS, parse_numeral

_FORMS = (
    re.compile(rf"(?<=[：:；;。，,])[{BLANK}]*(?P<label>[（(](?P<number>[{CHINESE_CHARS}]+)[）)])"),
    re.compile(rf"(?<=[：:；;。，,])[{BLANK}]*(?P<label>[（(](?P<number>\d{{1,2}})[）)])"),
    re.compile(rf"(?<=[：:；;。，,])[{BLANK}]*(?P<label>(?P<number>[①-⑳]))"),
    re.compile(rf"(?<=[：:；;。])[{BLANK}]*(?P<label>(?P<number>\d{{1,2}})[.．、](?!\d))"),
)
_HINT = re.compile(r"[：:；;。，,]\s*[（(①\d]")
"""A number behind a mark; most lines have none and need no closer look."""


def split_lists(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that hold a counted list cut at its numbers."""
    found: list[Line] = []
    for line in lines:
        marks = () if line.in_table or not _HINT.search(line.text) else _cuts(line)
        if marks:
            found += _parts(line, marks)
        else:
            found.append(line)
    return found


def _parts(line: Line, marks: tuple[int, ...]) -> Iterator[Line]:
    """A line cut at the marks within it."""
    for start, end in pairwise([0, *marks, len(line.text)]):
        words = line.text[start:end].rstrip()
        mark = recognise(words) if start else line.mark
        yield Line(line.start + start, line.start + start + len(words), words, mark)


def _cuts(line: Line) -> tuple[int, ...]:
    return next((marks for form in _FORMS if (marks := _list(line, form))), ())


def _list(line: Line, form: re.Pattern[str]) -> tuple[int, ...]:
    """Where the numbers of a list stand that is counted without gap: from one, or on from the number of the line."""
    found = [(mark.start("label"), parse_numeral(mark["number"])) for mark in form.finditer(line.text)]
    if not found:
        return ()
    numbers = [number for _, number in found]
    first = numbers[0] or 0
    own = line.mark.number if line.mark and form.search("：" + line.mark.label) else None
    lead = line.text[: found[0][0]].rstrip()
    begins = first == 1 and len(found) > 1 and lead.endswith(("：", ":"))
    counted = numbers == list(range(first, first + len(numbers)))
    return tuple(start for start, _ in found) if counted and (begins or own == first - 1) else ()
