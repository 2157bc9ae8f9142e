"""What the words of a clause mark: the end or the start of a condition, a sanction, a list, a policy."""

from __future__ import annotations

from .lexicon import lexicon
from .sentences import Clause


def marks(kind: str, words: str) -> bool:
    """Whether words carry the marks of `kind` (a field of `ClauseMarks`) anywhere; marks with `^` only at the start."""
    return lexicon().marks[kind](words) is not None


def ends_condition(text: str, clause: Clause) -> bool:
    """Whether a clause closes a condition (…的, …时, …之日起)."""
    return bool(clause.stop) and marks("condition_end", text[clause.start : clause.end])


def begins_condition(text: str, clause: Clause) -> bool:
    """Whether a clause begins like a condition (因…, 未经…, 根据…)."""
    return marks("condition_start", text[clause.start : clause.end])


def words_of(text: str, clause: Clause) -> str:
    """The words of a clause."""
    return text[clause.start : clause.end]
