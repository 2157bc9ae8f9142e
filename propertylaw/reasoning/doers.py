"""Under which heads of a claim a person answers: as what he is, and for what he is said to have done, whatever he is.

Who throws a thing out of a window mostly lives behind it; he answers for his act (民法典 1165, 1254), and not as one of
those who might have done it.
"""

from __future__ import annotations

from collections.abc import Collection

from propertylaw.model import Claim, Fact, Participant, Respondent
from propertylaw.rulebook import Rules


def heads_of(claim: Claim, person: Participant, facts: Collection[Fact], rules: Rules) -> tuple[Respondent, ...]:
    """The heads under which a person answers; where his deed is disputed and not proved, also those of his role.

    Args:
        claim: the claim.
        person: who answers.
        facts: what the form states.
        rules: the rules that the claim belongs to.
    """
    as_role = tuple(head for head in claim.respondents if person.role in head.role)
    deeds = [fact for fact in facts if fact.value is True and _can_be_his(fact, person, rules)]
    for_deed = tuple(head for head in claim.respondents if any(deed.id in head.doer for deed in deeds))
    if not for_deed:
        return as_role
    done = any(_stands(deed, person) for deed in deeds if any(deed.id in head.doer for head in for_deed))
    return for_deed if done else tuple(dict.fromkeys((*for_deed, *as_role)))


def answers_as(claim: Claim, person: Participant, facts: Collection[Fact], rules: Rules) -> frozenset[str]:
    """The roles in which a person may answer: his own, and those of the heads that name his deed."""
    return frozenset({person.role, *(role for head in heads_of(claim, person, facts, rules) for role in head.role)})


def stands_as(claim: Claim, person: Participant, facts: Collection[Fact], rules: Rules) -> frozenset[str]:
    """What a person is, and what else he is by his deed: the roles of a head under which he answers with all others of
    his own are not his."""
    by_deed = (head for head in heads_of(claim, person, facts, rules) if person.role not in head.role)
    return frozenset({person.role, *(role for head in by_deed for role in head.role)})


def _can_be_his(fact: Fact, person: Participant, rules: Rules) -> bool:
    """Whether a fact is told of a person, or of nobody by name where it could be his."""
    return fact.of == person.id or (fact.of is None and person.role in rules.facts[fact.id].of)


def _stands(deed: Fact, person: Participant) -> bool:
    return bool(deed.evidence) or not deed.denied_by or person.id in deed.admitted_by
