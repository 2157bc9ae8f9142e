"""Whether words are said or forbidden: 可以停水 is one thing, 不得以停水方式催费 another."""

from __future__ import annotations

from propertylaw.model import Modality

from .sentence import Clause, Sentence
from .stops import between_stops
from .words import pattern

_STEP = "，。；,;\n"
_FORBIDS = "{denial_before}|{not_so_before}"
_WITHIN = "{strict_denial}|{not_so_within}"
_PERMITS = "{permission_before}"
_AFTER = "{denial_after}|{not_so_after}"


def is_denied(clause: Clause, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a prohibition or a denial governs the words between two places of a sentence."""
    words = sentence.masked
    return (
        _governed(words, start)
        or _forbids(words[start:end], _WITHIN)
        or pattern(_AFTER).match(words, end) is not None
        or bool(sentence.lead and _forbids(sentence.lead))
        or _is_no_condition(words, start, end)
        or _listed_as_forbidden(clause, sentence.span[0] + start)
    )


def is_breach(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words say what a party is liable for (甲方不按时移交资料的，承担违约责任), not what it may do."""
    words = sentence.masked
    begin, stop = between_stops(words, start, end, _STEP)
    while pattern("{goes_on}").match(words, stop + 1):  # 转由他人承担，或者拆分后交由多家承担的
        stop = between_stops(words, stop + 1, stop + 1, _STEP)[1]
    case = words[begin:stop]
    if not case.endswith("的"):
        return False
    liable = pattern("{breach}").search(case) and pattern("{liable}").match(words, stop)
    return bool(liable or pattern("{liable_next}").match(words, stop))


def _governed(words: str, start: int) -> bool:
    """The words before, in the same step and in steps that this one continues (不得停水、断电，或者限制出入)."""
    begin = start
    while True:
        begin = max((words.rfind(stop, 0, begin) for stop in _STEP), default=-1)
        step = words[begin + 1 : start]
        if _forbids(step) or step.endswith("不"):
            return True
        if begin <= 0 or not pattern("^{goes_on}").search(step):
            return False


def _forbids(step: str, words: str = _FORBIDS) -> bool:
    """Whether the last word on permission in a step denies it."""
    denied = [found.end() for found in pattern(words).finditer(step)]
    allowed = [found.start() for found in pattern(_PERMITS).finditer(step)]
    return bool(denied) and not any(position >= denied[-1] for position in allowed)


def _is_no_condition(words: str, start: int, end: int) -> bool:
    """Whether the words are said to be no condition (不以乙方同意为条件)."""
    found = pattern("{no_condition}").finditer(words)
    return any(match.start() < end and start < match.end() for match in found)


def _listed_as_forbidden(clause: Clause, position: int) -> bool:
    return any(
        norm.modality is Modality.PROHIBITION and norm.locator.item is not None for norm in clause.norms_at(position)
    )
