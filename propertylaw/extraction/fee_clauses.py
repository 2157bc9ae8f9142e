"""Clauses on fees that a contract tells by what they say and not by a figure: from which day they run, how a part of a
month is reckoned, whether who buys a flat is to pay what its owner before him owes, that a parking fee is for the space
alone."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import Locator, Span, Term

from .topics import topics_of

_TOLD = frozenset(
    {"fees_from_next_day", "fees_from_next_month", "fee_parts_by_days", "arrears_pass_on", "parking_space_only"}
)
_OTHERWISE = "fee_parts_otherwise"
"""A part of a month that is reckoned otherwise: no fact holds it."""
_INSTEAD_OF = "fee_parts_by_days"


def fee_clauses(text: str, span: Span, at: Locator, before: str) -> Iterator[Term]:
    """What a sentence says of the kind.

    Args:
        text: of the contract, folded.
        span: the sentence.
        at: where it stands.
        before: the heading or the sentence before it, which may say that it is about fees.
    """
    words = text[slice(*span)]
    about = _new(words, before)
    otherwise = _OTHERWISE in about
    told = tuple(one for one in about if one in _TOLD)
    topics = (*told, _INSTEAD_OF) if otherwise else told
    if topics:
        yield Term(
            locator=at,
            text_span=span,
            words=words.strip(),
            part=True,
            topics=tuple(dict.fromkeys(topics)),
            not_understood=(_INSTEAD_OF,) if otherwise else (),
        )


def _new(words: str, before: str) -> tuple[str, ...]:
    """The topics of a sentence; what it says itself, though not that it is about fees."""
    found = topics_of(words)
    beside = frozenset(topics_of(before)) if before else frozenset()
    return (*found, *(one for one in topics_of(f"{before}\n{words}") if before and one not in beside))
