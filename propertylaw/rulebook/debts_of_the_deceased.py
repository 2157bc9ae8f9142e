"""What heirs answer against claims for money that the deceased owed, from `rules/debts_of_the_deceased.yaml`."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Claim, Defence, PartyId, Respondent
from propertylaw.model.base import Model

from .shipped import shipped


class DebtsOfTheDeceased(Model):
    """The defences of an heir, and the claims in which they may be raised."""

    roles: tuple[PartyId, ...]
    """Who may have inherited a debt: heads of a claim that name none of these roles have no such defence."""
    renounced: Defence
    """He did not inherit."""
    estate: Defence
    """He owes no more than he received."""
    claims: tuple[str, ...]


@cache
def debts_of_the_deceased() -> DebtsOfTheDeceased:
    """The rules that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("debts_of_the_deceased", DebtsOfTheDeceased)


def with_heirs(claim: Claim) -> Claim:
    """The claim with what an heir of the debtor answers, where it is for a debt that outlives him."""
    rule = debts_of_the_deceased()
    if claim.id not in rule.claims:
        return claim
    heads = (_with_heirs(head, claim, rule) for head in claim.respondents)
    return claim.model_copy(update={"respondents": tuple(heads)})


def _with_heirs(head: Respondent, claim: Claim, rule: DebtsOfTheDeceased) -> Respondent:
    """The head with the defences against its sums; orders are not what the deceased owed, but what the heir owes."""
    if set(rule.roles).isdisjoint(head.role):
        return head
    sums = tuple(remedy.id for remedy in (*claim.remedies, *head.remedies) if remedy.calc)
    added = (one.model_copy(update={"touches": sums}) for one in (rule.renounced, rule.estate))
    return head.model_copy(update={"defences": (*head.defences, *added)})
