"""Who else the form names for a loss: what another one paid on it, or for which share of it he answers."""

from __future__ import annotations

from collections.abc import Iterator

from .pair_facts import PairFacts

_LOSS = "damage_amount"


def of_others(fact: str, facts: PairFacts, claim: str) -> Iterator[PairFacts]:
    """The facts as they stand between the claimant and each other person of whom the fact may be told, for the same
    loss: not of those from whom he only claims another one.

    Args:
        fact: the id.
        facts: as they stand between the two parties of the claim.
        claim: its id.
    """
    dispute, two = facts.file.dispute, (facts.claimant.id, facts.respondent.id)
    of_this_claim = any(told.claim == claim for told in facts.told(_LOSS))
    for person in dispute.parties:
        if person.id in two:
            continue
        raised = {one.claim for one in dispute.claims if one.by == facts.claimant.id and person.id in one.against}
        named = any(told.of == person.id for told in facts.file.said.get(fact, ()))
        if (named and not raised) or claim in raised or (raised and not of_this_claim):
            yield facts.between(person)
