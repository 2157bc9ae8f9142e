"""Suggested wording, only where an issue's rule says that it suits the very sentence that it would replace."""

from __future__ import annotations

import re

from propertylaw.model import Span

from .issue import issues
from .view import Sentence
from .words import pattern

_MOST_STEPS_LOST = 2
"""How many steps beside the hit a sentence may have: what else a longer one settles would be lost."""
_NUMBER = re.compile(r"^(?:第[一二三四五六七八九十百]+条|[（(]?[一二三四五六七八九十\d]+(?:[）)]|[.．、]))?[\s　]*")
_STEP_END = re.compile(r"[，,：:]")


def fitting(issue: str, sentence: Sentence, span: Span) -> str | None:
    """The wording of an issue for the sentence around a hit; None where it does not surely suit it.

    Args:
        issue: name of a file in `rules/contract/issues`.
        sentence: where the hit lies; a semicolon parts it.
        span: of the hit, in the document.
    """
    wording = issues()[issue].wording
    if wording is None or sentence.lead:
        return None
    at = sentence.span[0]
    words = _part(sentence.masked, span[0] - at, span[1] - at)
    hit_steps = len(_STEP_END.findall(sentence.masked[span[0] - at : span[1] - at]))
    if len(_STEP_END.findall(words)) - hit_steps > _MOST_STEPS_LOST:
        return None
    if not pattern(wording.suits).match(words) or any(pattern(one).search(words) for one in wording.unless):
        return None
    return wording.text


def _part(words: str, start: int, end: int) -> str:
    """What the wording would take the place of: from stop to stop, without its number."""
    first = words.rfind("；", 0, start) + 1
    last = words.find("；", end)
    return _NUMBER.sub("", words[first : last if last >= 0 else len(words)])
