"""Whose a fact is, of the two parties of a claim: what is stated of one is never taken for the other's."""

from __future__ import annotations

from collections.abc import Collection

from propertylaw.model import FactDefinition
from propertylaw.model.claim import Side


def side_of(fact: FactDefinition, claimant: Collection[str], respondent: Collection[str]) -> Side | None:
    """The side whose fact it is; None for a fact of the whole dispute or of a third party.

    Args:
        fact: the fact.
        claimant: the role of the claimant, or the roles a claim admits.
        respondent: the same of the respondent.
    """
    named, always = set(fact.of), None if fact.whose == "either" else fact.whose
    if always and not named:
        return always
    if named.isdisjoint(claimant) and named.isdisjoint(respondent):
        return None
    if always:
        return always
    sides: tuple[tuple[Side, Collection[str]], ...] = (("claimant", claimant), ("respondent", respondent))
    first, last = sides if fact.whose == "either" else sides[::-1]
    return last[0] if named.isdisjoint(first[1]) else first[0]


def could_be_either(fact: FactDefinition, claimant: str, respondent: str) -> bool:
    """Whether only its meaning, and not the roles of the two, says whose the fact is."""
    if fact.whose and not fact.of:
        return True
    return claimant in fact.of and respondent in fact.of


def is_of_a_third(fact: FactDefinition, answers_as: Collection[str]) -> bool:
    """Whether a fact that is of neither party is told of a third one whom the claim is about.

    A claim that a person in a role of the fact could answer as well asks for it of the one who answers: what is told of
    another one is that one's defence, and not his. Nor is one that is always of a party of the claim a third one's.

    Args:
        fact: the fact, of which the two parties have no role.
        answers_as: the roles in which the claim may be answered.
    """
    return bool(fact.of) and fact.whose is None and set(fact.of).isdisjoint(answers_as)
