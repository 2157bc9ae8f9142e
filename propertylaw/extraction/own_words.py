"""Which words of its sentence are a norm's own: what its topics and quantities are looked for in."""

from __future__ import annotations

from propertylaw.model import Span

from .draft import Draft

_STOPS = "，。；：,;:\n"
_TIMES = ("起", "内", "前", "后", "届满", "期满")
_FURTHEST = 60


def own_words(text: str, draft: Draft, lead: Span) -> tuple[Span, ...]:
    """The runs of a paragraph that a norm consists of, in reading order; what only a stop keeps apart is one run.

    Its action with the rest of the clause in front of it, its subject, condition, exception and deadline; for an item
    the lead-in that introduces it.
    """
    start, end = draft.action
    start = _clause_start(text, start, draft.sentence[0])
    more = draft.subject.span, draft.condition, draft.exception, draft.deadline, *draft.cites_from
    runs = [run for run in more if run is not None and run[0] < run[1] and not (start <= run[0] and run[1] <= end)]
    if draft.item is not None and lead[0] < lead[1]:
        runs.append(lead)
    return tuple(_merged([(start, end), *runs])) if runs else ((start, end),)


def _clause_start(text: str, position: int, earliest: int) -> int:
    """Where the clause begins that has `position` in it, with the times set before it (自催告期满之日起，支付…)."""
    earliest = max(min(earliest, position), position - _FURTHEST)
    while position > earliest:
        position -= 1
        if text[position] in _STOPS and not (text[position] in "，," and text.endswith(_TIMES, earliest, position)):
            return position + 1
    return earliest


def _merged(runs: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(runs):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
