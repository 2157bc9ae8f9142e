"""Which sentences of a text get suggested wording: those that exactly one finding touches, and it has a wording."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from propertylaw.model import Diagnostic, Span

_SENTENCE_ENDS = "。；！？\n"
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百]+条|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、"
    r"|\d+(?:[.．]\d+)+(?=[\s　])|\d+[.．、](?!\d))[\s　]*"
)
ENTANGLED = "这一句还有其他问题，没有写入修订，请合并修改。"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """New wording for a sentence."""

    span: Span
    wording: str


def suggestions(text: str, findings: Sequence[Diagnostic]) -> tuple[Suggestion, ...]:
    """New wording for the sentences that one finding touches and no other."""
    return tuple(
        Suggestion(span, found[0].replacement)
        for span, found in sorted(_by_sentence(text, findings).items())
        if len(found) == 1 and found[0].replacement
    )


def entangled(text: str, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings with wording that is not written into the text, since others touch the same sentence."""
    return tuple(
        one for found in _by_sentence(text, findings).values() if len(found) > 1 for one in found if one.replacement
    )


def _by_sentence(text: str, findings: Sequence[Diagnostic]) -> dict[Span, list[Diagnostic]]:
    """The findings that touch each sentence which a finding touches."""
    placed = [one for one in findings if one.span]
    sentences = {_sentence(text, one.span) for one in placed if one.span}
    touching: dict[Span, list[Diagnostic]] = defaultdict(list)
    for start, end in sentences:
        touching[start, end] = [one for one in placed if one.span and one.span[0] < end and start < one.span[1]]
    return touching


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a place, without its number, with its stop."""
    start = max(text.rfind(stop, 0, span[0]) for stop in _SENTENCE_ENDS) + 1
    ends = [at for at in (text.find(stop, span[1]) for stop in _SENTENCE_ENDS) if at >= 0]
    end = min(ends, default=len(text))
    number = _NUMBERED.match(text, start, end)
    return number.end() if number else start, end + (text[end : end + 1] not in ("", "\n"))
