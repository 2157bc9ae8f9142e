"""The figures from which a sum follows: facts of the whole dispute, or told of one claim alone."""

from __future__ import annotations

from typing import NamedTuple

from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in

from .case import Case


class Figure(NamedTuple):
    """A fact that a sum is reckoned with."""

    fact: str
    claim: str | None
    """The claim that the form names beside it; None: it belongs to each that asks."""


def figures_of(calc: str, claim: str, case: Case) -> frozenset[Figure]:
    """What a sum of a claim is reckoned with.

    Args:
        calc: the calculation.
        claim: the claim.
        case: the dispute.
    """
    told = {fact.id for fact in case.dispute.facts if fact.claim == claim}
    read = (fact for fact in words_in(SUMS[calc]) if fact in case.law.rules.facts)
    return frozenset(Figure(fact, claim if fact in told else None) for fact in read)
