"""Exceptions: 除…外 in front of a norm, 但…的除外 and 另有约定的，从其约定 behind it."""

from __future__ import annotations

import re

from .clauses import marks
from .state import Part

_OTHERWISE = re.compile(r"另有(?:规定|约定|要求|调整)的$")
_PREVAILS = re.compile(r"从其|依照其|按照其|除外")
_UNLESS = re.compile(r"除(?!外)")
_BESIDES = re.compile(r"除(?:应当|遵守|履行|执行|具备|符合|[^，。；]*(?:处罚|处分|追究))[^，。；]*外$")
"""What is asked or imposed besides: no exception (除遵守规约外，应当…)."""
_OUTSIDE = re.compile(r"(?:外|以外)$")
_TAKEN_OUT = "的除外"
"""What is excepted, whatever it says of it (依法可以不告知的除外)."""
_LIMITED = re.compile(r"不(?:超过|低于|少于)")


def take_exception(part: Part, index: int) -> int | None:
    """Take an exception that begins here; returns the index behind it, None when there is none."""
    words = part.words(index)
    if part.modals[index] is not None:
        return _close_exception(part, index, index) if words.endswith(_TAKEN_OUT) else None
    besides = words.startswith("除")
    if besides and _BESIDES.match(words):
        part.dropped += ((part.clauses[index].start, part.clauses[index].end),)
        return index + 1
    if words.endswith("的") and _OTHERWISE.search(words):
        prevails = index + 1 < len(part.clauses) and _PREVAILS.match(part.words(index + 1))
        return _close_exception(part, index, index + 1) if prevails and part.found else None
    if (besides and _UNLESS.match(words)) or marks("contrast", words):
        return _exception_from(part, index, words)
    return _close_exception(part, index, index) if words.endswith("除外") else None


def _exception_from(part: Part, index: int, words: str) -> int | None:
    for position in range(index, len(part.clauses)):
        tail = part.words(position)
        if tail.endswith("除外"):
            return _close_exception(part, index, position)
        if _UNLESS.match(words) and _OUTSIDE.search(tail):
            part.exception = (part.clauses[index].start, part.clauses[position].end)
            return position + 1
        if part.modals[position] is not None:
            break
    limited = marks("contrast", words) and _LIMITED.search(words) and part.found
    return _close_exception(part, index, index) if limited else None


def _close_exception(part: Part, first: int, last: int) -> int:
    span = (part.clauses[first].start, part.clauses[last].end)
    if part.found and part.found[-1].exception is None:
        part.found[-1] = part.found[-1]._replace(exception=span)
    return last + 1
