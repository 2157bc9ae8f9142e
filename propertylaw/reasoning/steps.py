"""Steps of one side (a suit, a demand, a plea, an acknowledgement): who speaks of them tells whose they are.

Only the debtor may plead limitation, and only the creditor's own suit or demand, or the debtor's own acknowledgement,
interrupts it (民法典 192, 193, 195). Where both sides claim from each other, the step of one is nothing to the claim of
the other.
"""

from __future__ import annotations

from collections.abc import Iterable

from propertylaw.model import Dispute, Fact, Participant
from propertylaw.rulebook import Rules

from .looked_at import facts_of
from .unattributed import Pair


def attributed(dispute: Dispute, pairs: Iterable[Pair], rules: Rules) -> Dispute:
    """The dispute with each step that names nobody put down to the one who took it, where its speaker tells him.

    Args:
        dispute: the form.
        pairs: the claims that are examined, each between two parties.
        rules: the rules.
    """
    if not any(_nameless(fact, rules) for fact in dispute.facts):
        return dispute
    between = list(pairs)
    return dispute.model_copy(update={"facts": tuple(_attributed(fact, between, rules) for fact in dispute.facts)})


def _nameless(fact: Fact, rules: Rules) -> bool:
    return fact.of is None and fact.said_by is not None and rules.facts[fact.id].told_by is not None


def _attributed(fact: Fact, between: Iterable[Pair], rules: Rules) -> Fact:
    if not _nameless(fact, rules):
        return fact
    definition = rules.facts[fact.id]
    takers: dict[str, Participant] = {}
    for part, claimant, respondent in between:
        sides = {"claimant": claimant, "respondent": respondent}
        told_by, taker = sides[definition.told_by or "claimant"], sides[definition.whose or "claimant"]
        if told_by.id == fact.said_by and taker.id not in takers and fact.id in facts_of(part, rules):
            takers[taker.id] = taker
    return fact.model_copy(update={"of": next(iter(takers))}) if len(takers) == 1 else fact
