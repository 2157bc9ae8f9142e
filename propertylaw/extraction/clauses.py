"""What a clause is in its sentence: condition, exception, modal clause, effect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from propertylaw.model import Modality

from .lexicon import lexicon
from .sentences import Clause


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal word in a clause."""

    start: int
    end: int
    modality: Modality


def modal(text: str, clause: Clause) -> Modal | None:
    """The first modal word of a clause that is not inside a relative clause (应当承担的责任)."""
    embedded = [match.span() for match in lexicon().clause["embedded"].finditer(text, clause.start, clause.end)]
    for match in _modals().finditer(text, clause.start, clause.end):
        if not any(start <= match.start() < end for start, end in embedded):
            return Modal(match.start(), match.end(), Modality(match.lastgroup or ""))
    return None


def effect(words: str) -> tuple[Modality, int] | None:
    """What words without a modal word do, and where in them the telling words begin."""
    for known, pattern in _effects():
        match = pattern.search(words)
        if match:
            return known, match.start()
    return None


def ends_condition(text: str, clause: Clause) -> bool:
    """Whether a clause closes a condition (…的, …时, …之日起)."""
    return bool(clause.stop) and marks("condition_end", text[clause.start : clause.end], search=True)


def begins_condition(text: str, clause: Clause) -> bool:
    """Whether a clause begins like a condition (因…, 未经…, 根据…)."""
    return marks("condition_start", text[clause.start : clause.end])


def marks(kind: str, words: str, *, search: bool = False) -> bool:
    """Whether words carry the marks of `kind`, at their start or (with `search`) anywhere."""
    pattern = lexicon().clause[kind]
    return bool(pattern.search(words) if search else pattern.match(words))


@cache
def _modals() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{group.modality}>{'|'.join(group.marks)})" for group in lexicon().modals))


@cache
def _effects() -> tuple[tuple[Modality, re.Pattern[str]], ...]:
    return tuple((known.modality, re.compile(known.text)) for known in lexicon().effects)
