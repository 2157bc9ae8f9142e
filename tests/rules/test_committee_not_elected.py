"""In every claim that a committee may raise for the owners: that nobody elected it keeps the claim off, and no more."""

from __future__ import annotations

import pytest
from worked_cases import BOOK, DISPUTES

from propertylaw.model import ClaimFinding, Dispute, Fact, Result
from propertylaw.reasoning import analyze

COMMITTEE = "owners_committee"
DEFENCE = "committee_not_elected"
RAISED = [
    claim.id
    for claim in BOOK.claims.values()
    if any(one.id in (DEFENCE, "not_elected") for head in (claim, *claim.respondents) for one in head.defences)
]
AUTHORISED = Fact(id="assembly_authorised_suit", value=True, evidence=("业主大会决定",))
"""Who may sue for the owners is disputed unless the assembly has decided it."""
OWN_NAME = ["governance.no_assembly_help", "persons.reputation", "public.report_not_acted"]
"""Claims that a committee raises for itself, not for the owners."""


def raised_by_a_committee(claim: str) -> Dispute:
    """The first worked case of a claim that does not fail where a committee raises it."""
    for dispute in DISPUTES:
        (first, *rest) = dispute.claims
        if first.claim != claim or rest:
            continue
        people = [one.model_copy(update={"role": COMMITTEE}) if one.id == first.by else one for one in dispute.parties]
        facts = (*(one for one in dispute.facts if one.id != AUTHORISED.id), AUTHORISED)
        by_committee = dispute.model_copy(update={"parties": tuple(people), "facts": facts})
        if told(by_committee).result in (Result.SUPPORTED, Result.PARTLY_SUPPORTED, Result.DEPENDS):
            return by_committee
    raise LookupError(claim)


def told(dispute: Dispute) -> ClaimFinding:
    return analyze(dispute).claims[0]


def test_every_claim_of_a_committee_for_the_owners_can_be_met_so() -> None:
    its_claims = {claim.id for claim in BOOK.claims.values() if COMMITTEE in claim.claimant}
    assert its_claims - set(RAISED) == set(OWN_NAME)


@pytest.mark.parametrize("claim", RAISED)
def test_a_committee_that_nobody_elected_claims_nothing_yet(claim: str) -> None:
    dispute = raised_by_a_committee(claim)
    fact = Fact(id=DEFENCE, value=True, said_by=dispute.claims[0].against[0], evidence=("撤销选举结果的决定",))
    found = told(dispute.model_copy(update={"facts": (*dispute.facts, fact)}))
    assert found.result is Result.PREMATURE or (found.result is Result.DEPENDS and found.scenarios)
    assert Result.SUPPORTED not in [one.result for one in found.scenarios]
