"""Which words of its sentence are a norm's own: what its topics and quantities are looked for in."""

from __future__ import annotations

import re

from propertylaw.model import Span

from .draft import Draft

_STOPS = "，。；：,;:\n"
_TIME = re.compile(r"(?:起|以?内|之?前|以?后|届满|期满)$")
_FURTHEST = 60


def own_words(text: str, draft: Draft, lead: Span) -> tuple[Span, ...]:
    """The runs of a paragraph that a norm consists of, in reading order; what only a stop keeps apart is one run.

    Its action with the rest of the clause in front of it, its subject, condition, exception and deadline; for an item
    the lead-in that introduces it.
    """
    start, end = draft.action
    runs = [
        (_clause_start(text, start, draft.sentence[0]), end),
        draft.subject.span,
        draft.condition,
        draft.exception,
        draft.deadline,
        *draft.cites_from,
        lead if draft.item is not None else None,
    ]
    return tuple(_merged(sorted(run for run in runs if run is not None and run[0] < run[1])))


def _clause_start(text: str, position: int, earliest: int) -> int:
    """Where the clause begins that has `position` in it, with the times set before it (自催告期满之日起，支付…)."""
    earliest = max(min(earliest, position), position - _FURTHEST)
    while position > earliest:
        position -= 1
        if text[position] in _STOPS and not (text[position] in "，," and _TIME.search(text, earliest, position)):
            return position + 1
    return earliest


def _merged(runs: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in runs:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
