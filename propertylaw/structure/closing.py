"""Recognises what follows the last article: annexes, signatures, dates of signing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .headings import BLANK
from .lines import Line
from .numerals import NUMERAL_CHARS

_ANNEX = re.compile(
    rf"[#*{BLANK}]*附[{BLANK}]*[件表录图][{BLANK}]*[{NUMERAL_CHARS}]{{0,3}}[{BLANK}]*(?:[：:.．、{BLANK}《（(*].*)?$"
)
_GLUED_ANNEX = re.compile(
    rf"附[件表录图][{NUMERAL_CHARS}]{{1,3}}(?![是为的之中所与和及或应由并规载约列])[^。；，：、]{{2,24}}$"
)
"""The title of an annex that lost the space after its number, as in recognised text."""
_SIGNATURE = re.compile(
    rf"[（(]?(?:[{BLANK}]*(?:盖章|签章|签字|签名|公章|印章|按印|手印)[{BLANK}]*(?:或者?|、|/|及|并)?)+[）)]?[{BLANK}]*[：:_＿{BLANK}]|"
    rf"[（(](?:盖章|签章|签字|签名|公章)[）)]"
)
_SIGNATORY = re.compile(
    rf"(?:[甲乙丙丁]方|(?:法定代表人|负责人|(?:委托)?代理人|授权代表|经办人)(?:[（(][^）)]*[）)])?)[{BLANK}]*[：:]"
)
_SIGNING_DATE = re.compile(rf"(?:签订|签署|签约)?[{BLANK}]*(?:日[{BLANK}]*期|时间|地点)[{BLANK}]*[：:]")
_FAREWELL = re.compile(
    rf"特此(?:通知|通告|公告|公示|函告|告知|说明)[。！]?$|联[{BLANK}]*系[{BLANK}]*(?:电话|人|方式)[{BLANK}]*[：:]"
)
_DATE = re.compile(
    rf"[{NUMERAL_CHARS}_＿{BLANK}]*年[{NUMERAL_CHARS}_＿{BLANK}]*月[{NUMERAL_CHARS}_＿{BLANK}]*日[（(]?.{{0,6}}$"
)
_LONGEST_SIGNATORY = 30
_LONGEST_LINE = 120


def closes(line: Line) -> bool:
    """Whether a line can only stand after the last article: title of an annex, signature, date of signing."""
    text = line.text
    if line.mark is not None or len(text) > _LONGEST_LINE:
        return False
    if _FAREWELL.match(text):
        return True
    if text.endswith(("。", "；", ";")):
        return False
    return any(form.match(text) for form in (_ANNEX, _GLUED_ANNEX, _SIGNATORY, _SIGNING_DATE, _DATE)) or bool(
        _SIGNATURE.search(text)
    )


def is_annex(line: Line) -> bool:
    """Whether a line is the title of an annex."""
    return closes(line) and any(form.match(line.text) for form in (_ANNEX, _GLUED_ANNEX))


def body_length(lines: Sequence[Line]) -> int:
    """How many of the lines of the last article belong to it; the first always does."""
    for index in range(1, len(lines)):
        if closes(lines[index]):
            return _before_name(lines, index) if _DATE.match(lines[index].text) else index
    return len(lines)


def _before_name(lines: Sequence[Line], index: int) -> int:
    """Before a date often stands the name of who signs; it is no part of the article."""
    while index > 1 and _is_name(lines[index - 1]):
        index -= 1
    return index


def _is_name(line: Line) -> bool:
    return line.mark is None and len(line.text) <= _LONGEST_SIGNATORY and re.search(r"[。；：，]", line.text) is None
