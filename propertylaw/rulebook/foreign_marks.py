"""Marks that look like those of YAML and are none: full-width punctuation, a colon without its space, tabs.

Who types Chinese types them without noticing, and what YAML then complains of is something else: an indentation, a
missing key. They are looked for only where a file is wrong anyway, and only where a key that is known stands beside
them, so that a sentence keeps its commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from .complaints import Complaint

_WIDE = {
    "：": ": ",
    "，": ", ",
    "、": ", ",
    "；": ", ",
    ";": ", ",
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
}
_TYPED = "换成英文输入法下的半角符号，冒号、逗号后空一格"
_ITEM = "列表的各项以半角“- ”开头"
_NOT_TEXT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?:^|(?<=\s))#.*$")
"""Quoted words and remarks: what stands in them is nobody's punctuation."""
_PLAIN_LIST = re.compile(r"\[[A-Za-z0-9_.\s,，、；-]*\]")
"""A list of ids."""


class Mark(NamedTuple):
    """One of them: where it stands (from 0), what is written there, and what was meant."""

    line: int
    column: int
    written: str
    meant: str
    problem: str
    advice: str


def foreign_marks(text: str, names: Iterable[str]) -> list[Mark]:
    """Every such mark of a text, in its order.

    Args:
        text: a file that is wrong somewhere.
        names: the keys that it may hold.
    """
    patterns = _patterns("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    lines, found = text.split("\n"), []
    for number, line in enumerate(lines):
        for at, written, problem, advice in _in_line(line, patterns):
            meant = _meant(written, line[at + len(written) :], lines[:number])
            found.append(Mark(number, at, written, meant, problem, advice))
    return found


def complaints_of(marks: Iterable[Mark]) -> list[Complaint]:
    """One complaint for each line and each kind of mark."""
    found = []
    for (line, problem, advice), group in groupby(
        sorted(marks, key=lambda one: (one.line, one.problem)), key=lambda one: (one.line, one.problem, one.advice)
    ):
        own = list(group)
        written = "".join(f"“{one}”" for one in dict.fromkeys(one.written for one in own))
        many = f"，共 {len(own)} 处" if len(own) > 1 else ""
        said = problem.format(written=written) + many
        found.append(Complaint(said, advice=advice, line=line + 1, column=min(one.column for one in own) + 1))
    return found


def repaired(text: str, marks: Iterable[Mark]) -> str:
    """The text with what was meant, line for line, so that the rest of it can be looked at."""
    lines = text.split("\n")
    for mark in sorted(marks, key=lambda one: (one.line, one.column), reverse=True):
        line, end = lines[mark.line], mark.column + len(mark.written)
        lines[mark.line] = line[: mark.column] + mark.meant + line[end:]
    return "\n".join(lines)


def _patterns(key: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """For each kind of mark: the pattern whose `mark` it is, what is wrong, and what to do."""
    before = r"(?:^|[-{,，、；;｛－—–•·])\s*"
    wide, spaced = "全角的{written}不能用来分隔", "“:”后面缺一个空格"
    return (
        (re.compile(rf"{before}(?:{key})\s*(?P<mark>：)"), wide, _TYPED),
        (re.compile(rf"(?P<mark>[，、；;])(?=\s*(?:{key})\s*[:：])"), wide, _TYPED),
        (re.compile(r"[-:：－]\s*(?P<mark>[｛［【])"), wide, _TYPED),
        (re.compile(r"(?P<mark>[｝］】])(?=\s*(?:$|[,，}｝]))"), wide, _TYPED),
        (re.compile(rf"{before}(?:{key})(?P<mark>:)(?=[^\s:：])"), spaced, "冒号后空一格，写成“名称: 值”"),
        (re.compile(r"^(?P<mark>[\t 　]*[\t　][\t 　]*)"), "行首用了制表符或全角空格", "行首只用半角空格"),
        (
            re.compile(rf"^[\s　]*(?P<mark>[－—–•·])(?=\s*(?:[{{｛]|(?:{key})\s*[:：]))"),
            "{written}不能用来开头",
            _ITEM,
        ),
        (re.compile(r"^\s*(?P<mark>-)(?=[{｛])"), "“-”后面缺一个空格", _ITEM),
    )


def _in_line(line: str, patterns: tuple[tuple[re.Pattern[str], str, str], ...]) -> Iterator[tuple[int, str, str, str]]:
    """The marks of a line: where, what is written, what is wrong, what to do."""
    bare = _NOT_TEXT.sub(lambda found: "\0" * len(found[0]), line)
    found = {}
    for pattern, problem, advice in patterns:
        for match in pattern.finditer(bare):
            found[match.start("mark")] = (match["mark"], problem, advice)
    for ids in _PLAIN_LIST.finditer(bare):
        for match in re.finditer("[，、；]", ids[0]):
            found[ids.start() + match.start()] = (match[0], patterns[0][1], _TYPED)
    return ((at, *mark) for at, mark in sorted(found.items()))


def _meant(written: str, after: str, before: list[str]) -> str:
    """What a mark stands for.

    Args:
        written: the mark.
        after: what follows it on its line.
        before: the lines above.
    """
    if not written.strip():
        return _indent(after, before)
    if written in _WIDE:
        return _WIDE[written]
    sign = ":" if written == ":" else "-"
    return sign if after.startswith(" ") else f"{sign} "


def _indent(after: str, before: list[str]) -> str:
    """The spaces that a line probably begins with: those of the last entry, or those of the key above it."""
    above = [line for line in before if line.strip()]
    if after.startswith(("- ", "-{", "－")):
        above = [line for line in above if line.lstrip().startswith("- ")] or above
        return _spaces(above[-1]) if above else ""
    if not above:
        return ""
    inside = 2 if above[-1].lstrip().startswith("- ") or above[-1].rstrip().endswith(":") else 0
    return _spaces(above[-1]) + " " * inside


def _spaces(line: str) -> str:
    return " " * (len(line) - len(line.lstrip()))
