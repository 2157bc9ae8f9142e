"""A term of a clause that goes with its sentence, while the rest of the clause still speaks of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from propertylaw.model import Span

if TYPE_CHECKING:
    from propertylaw.extraction.contracts.sentence import Clause

    from .view import Contract

_SHORTEST, _LONGEST = 5, 12
_SPOKEN_OF_ONCE = "，。；：、（）“”\n　 的"


def left_behind(contract: Contract, clause: Clause, unit: Span, gone: Span, instead: str) -> str:
    """The longest words that only this clause has and that stand in the words that go and beside their sentence."""
    text = contract.source.text
    start, end = clause.article.text_span
    beside = text[start : unit[0]] + "\n" + text[unit[1] : end]
    elsewhere = text[:start] + "\n" + text[end:]
    found = (one for one in _terms(text[slice(*gone)]) if one in beside and one not in instead and one not in elsewhere)
    return next(found, "")


def _terms(words: str) -> Iterator[str]:
    """Stretches of words without a stop, the longest first."""
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        for at in range(len(words) - size + 1):
            term = words[at : at + size]
            if not any(stop in term for stop in _SPOKEN_OF_ONCE):
                yield term
