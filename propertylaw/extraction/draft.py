"""A norm as read from a paragraph, before it knows its place: spans and parties, no text of its own."""

from __future__ import annotations

from typing import NamedTuple

from propertylaw.model import Amount, Modality, PartyId, Span

Parties = tuple[PartyId, ...]


class Subject(NamedTuple):
    """Whom a clause speaks of."""

    parties: Parties
    span: Span | None
    """The words that name them; None where they are taken from elsewhere."""
    stated: bool = True
    """Whether this clause names them itself."""
    living: bool = True
    """False for things that stand as the subject of a duty (车位应当…)."""


NOBODY = Subject((), None, stated=False, living=False)


class Draft(NamedTuple):
    """What one norm consists of; spans count from the start of the paragraph's text."""

    modality: Modality
    subject: Subject
    action: Span
    sentence: Span
    condition: Span | None = None
    exception: Span | None = None
    deadline: Span | None = None
    authority: Parties = ()
    counterparty: Parties = ()
    amount: Amount | None = None
    item: int | None = None
    """Index of the list item it stands in, from 0."""
    cites_from: tuple[Span, ...] = ()
    """Further words whose citations belong to the norm (违反…规定)."""
