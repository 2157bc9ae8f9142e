"""Clauses of a contract that speak of a term and were not understood, and the facts that each of them may state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from propertylaw.model import FactDefinition, Locator
from propertylaw.rulebook import Rules

from .document import Document
from .supplied import norms_in, suits

_WITH_ANOTHER = ("on_price", "to_day_before", "month_of_period", "by_calendar")
"""What is read, or asked, with the rate of a penalty or the period of a payment."""


class ClauseNotUnderstood(NamedTuple):
    """A clause, for one of the terms of which it speaks."""

    place: Locator
    about: str
    """The topic, or the unit of a price."""
    words: str
    may_state: tuple[str, ...]
    """The facts that it may state: who tells one of them in the form has read it."""


def not_understood(documents: Iterable[Document], rules: Rules) -> Iterator[ClauseNotUnderstood]:
    """The clauses that were not, or not all, understood.

    Args:
        documents: of the dispute.
        rules: which say of each fact in what documents, and under which topics, it may be stated.
    """
    for document in documents:
        for term in document.terms:
            for about in term.not_understood:
                may_state = tuple(_stated_under(about, document, rules))
                read = any(about in norm.topics for norm in norms_in(term, document))
                if may_state and not (read and all(_without_figures(rules.facts[id], about) for id in may_state)):
                    yield ClauseNotUnderstood(term.locator.bare, about, term.words, may_state)


def _without_figures(fact: FactDefinition, about: str) -> bool:
    """Whether a clause states a fact by what it says alone, and was understood once a norm was read from it."""
    return all(supply.unit is None for supply in fact.stated_in if supply.topic == about)


def _stated_under(about: str, document: Document, rules: Rules) -> Iterator[str]:
    """The facts that a document of this kind may state under a topic; what is only told where something unusual was
    agreed is left out beside the others."""
    listed = map(rules.facts.__getitem__, rules.stated_under.get(about, ()))
    found = [one for one in listed if _may_state(document, one, about)]
    usual = [one.id for one in found if not one.exceptional]
    yield from usual or (one.id for one in found)


def _may_state(document: Document, fact: FactDefinition, about: str) -> bool:
    """Whether it may by itself."""
    return any(
        (supply.topic or supply.unit) == about and supply.take not in _WITH_ANOTHER and suits(document, supply)
        for supply in fact.stated_in
    )
