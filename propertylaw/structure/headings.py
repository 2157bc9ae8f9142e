"""Recognises the number a line begins with: 第三章, 第八条, 一、, （一）, 1., （1）, 1.1, ①, a)."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from .numerals import CHINESE_CHARS, NUMERAL_CHARS, parse_numeral

BLANK = r"\s\u200b-\u200d\u2060\ufeff"
"""White space and the invisible characters that web pages leave behind, for use inside a character class."""


class Form(Enum):
    """Ways to number a line."""

    PART = auto()
    """第一编, and 第一部分 of a contract."""
    SUBPART = auto()
    CHAPTER = auto()
    SECTION = auto()
    ARTICLE = auto()
    COUNT = auto()
    """一、"""
    BRACKET_COUNT = auto()
    """（一）"""
    DIGIT = auto()
    """1. or 1、"""
    BRACKET_DIGIT = auto()
    """（1） or 1）"""
    DECIMAL = auto()
    """1.1"""
    CIRCLE = auto()
    """①"""
    LETTER = auto()
    """a) or A."""
    BARE_DIGIT = auto()
    """1 and a blank; a number only where nothing else numbers the clauses."""


DIVISIONS = frozenset({Form.PART, Form.SUBPART, Form.CHAPTER, Form.SECTION})


class Mark(NamedTuple):
    """The number at the head of a line."""

    form: Form
    number: int
    label: str
    """As printed: 第八条, 八、, （三）, 1., 2.1."""
    start: int
    """Where the label begins in the line."""
    end: int
    """Where the words after the label begin in the line."""
    firm: bool = True
    """Whether what follows the label sets it off (blank, stop, bracket, end of line)."""
    depth: int = 1
    """Number of components; more than one for 1.1.1."""


_NUMERAL = rf"[{NUMERAL_CHARS}](?:[ \u3000]*[{NUMERAL_CHARS}])*"
_MARKUP = rf"(?:[#>*]+[{BLANK}]*)?"
_AFTER = rf"\**[{BLANK}]*"

_NUMBERED = re.compile(
    rf"""{_MARKUP}(?P<label>第[{BLANK}]*(?P<number>{_NUMERAL})[{BLANK}]*(?P<unit>分编|编|章|节|条|部分)
        (?:之[{NUMERAL_CHARS}]+)?)(?P<stop>\**[{BLANK}：:、.．]+|\**$|\**(?=[【〔（(\[]))?""",
    re.VERBOSE,
)
_LISTED = re.compile(
    rf"""{_MARKUP}(?:
      (?P<COUNT>(?P<count>[{CHINESE_CHARS}]+)[{BLANK}]?[、．.])
    | (?P<BRACKET_COUNT>[（(][{BLANK}]*(?P<bracket_count>[{CHINESE_CHARS}]+)[{BLANK}]*[）)])
    | (?P<DECIMAL>(?P<decimal>\d+(?:[.．]\d+)+)[.．、]?)(?!\d|\s?[%％‰元米倍平㎡万亿]|[年月日个天])
    | (?P<DIGIT>(?P<digit>\d+)[{BLANK}]?[.．、])(?!\d)
    | (?P<BRACKET_DIGIT>[（(]?[{BLANK}]*(?P<bracket_digit>\d+)[{BLANK}]*[）)])
    | (?P<CIRCLE>(?P<circle>[①-⑳]))
    | (?P<LETTER>[（(]?(?P<letter>[a-zA-Z])(?:[）)]|[、．]|\.(?=[{BLANK}])))
    | (?P<BARE_DIGIT>(?P<bare_digit>\d{{1,3}})(?=[{BLANK}]))
    ){_AFTER}""",
    re.VERBOSE,
)
_BEGINNING = re.compile(rf"[#>*第（(①-⑳a-zA-Z\d{NUMERAL_CHARS}{BLANK}]")
"""What a line begins with that may have a mark."""
_POINT = re.compile("[.．]")
_UNITS = {
    "编": Form.PART,
    "部分": Form.PART,
    "分编": Form.SUBPART,
    "章": Form.CHAPTER,
    "节": Form.SECTION,
    "条": Form.ARTICLE,
}
_HEADING_LENGTH = 40
_REFERENCE = re.compile(
    rf"""[{BLANK}]*第[{NUMERAL_CHARS}]+[款项]|[、和或与至及]者?第[{NUMERAL_CHARS}]+[条款项]|以及第|规定|所列|所称|所述|的"""
)
_SENTENCE = re.compile(r"[。；;，]")


def recognise(line: str) -> Mark | None:
    """The mark at the head of a line without surrounding blanks, or None.

    A line that goes on like a reference (第八条规定的…, 第三条、第四条…) or, for a division, like a sentence, has none.
    """
    return (_numbered(line) or _listed(line)) if _BEGINNING.match(line) else None


def _numbered(line: str) -> Mark | None:
    match = _NUMBERED.match(line)
    if match is None:
        return None
    number = parse_numeral(match["number"])
    form = _UNITS[match["unit"]]
    rest = line[match.end("label") :]
    if not number or _REFERENCE.match(rest) or (form in DIVISIONS and _is_sentence(rest)):
        return None
    return Mark(form, number, match["label"], match.start("label"), match.end(), match["stop"] is not None)


def _is_sentence(rest: str) -> bool:
    return len(rest) > _HEADING_LENGTH or _SENTENCE.search(rest) is not None


def _listed(line: str) -> Mark | None:
    match = _LISTED.match(line)
    if match is None or match.lastgroup is None:
        return None
    name = match.lastgroup
    form, written = Form[name], match[name.lower()]
    parts = _POINT.split(written) if form is Form.DECIMAL else [written]
    number = ord(written.lower()) - ord("a") + 1 if form is Form.LETTER else parse_numeral(parts[-1])
    if not number:
        return None
    label = written if form is Form.DECIMAL else match[name]
    return Mark(form, number, label, match.start(name), match.end(), True, len(parts))
