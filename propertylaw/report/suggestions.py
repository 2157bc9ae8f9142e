"""Suggested wording as changes of a text: no more words go than differ, from one stop to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from propertylaw.model import Diagnostic, Span

_STOPS = "，。；：！？\n"
ANOTHER = "这一句的建议文本写在另一处问题之下；改后请再看这一处是否还需要修改。"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """New words for others."""

    span: Span
    wording: str


def suggestions(text: str, findings: Sequence[Diagnostic]) -> tuple[Suggestion, ...]:
    """The changes that findings suggest, each once, in the order of the text."""
    sentences = {(one.replaces, one.replacement) for one in findings if one.replaces and one.replacement is not None}
    return tuple(_what_differs(text, span, wording) for span, wording in sorted(sentences))


def rewritten_for_another(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings without wording of their own about words that get the wording of another."""
    spans = [(one.file, one.replaces) for one in findings if one.replaces]
    without = (one for one in findings if one.span and one.replacement is None)
    return tuple(one for one in without if any(_meet(one, file, span) for file, span in spans))


def _meet(one: Diagnostic, file: str | None, span: Span) -> bool:
    return one.file == file and one.span is not None and one.span[0] < span[1] and span[0] < one.span[1]


def _what_differs(text: str, span: Span, wording: str) -> Suggestion:
    old = text[slice(*span)]
    first = _whole_steps(_shared(old, wording), old)
    rest, new = old[first:], wording[first:]
    last = _whole_steps_back(_shared(rest[::-1], new[::-1]), rest)
    return Suggestion((span[0] + first, span[1] - last), new[: len(new) - last])


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _whole_steps(shared: int, old: str) -> int:
    """Of the shared beginning, what ends with a stop."""
    return max(old.rfind(stop, 0, shared) for stop in _STOPS) + 1


def _whole_steps_back(shared: int, old: str) -> int:
    """Of the shared end, what begins with a stop."""
    places = [at for at in (old.find(stop, len(old) - shared) for stop in _STOPS) if at >= 0]
    return len(old) - min(places) if places and shared else 0
