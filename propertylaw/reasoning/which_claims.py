"""Which claims are examined: those the form raises, else every claim that its facts touch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.model import Claim, ClaimRequest, Dispute
from propertylaw.rulebook import Rules

from .doers import heads_of
from .program import Part
from .unattributed import Pair


class Wanted(NamedTuple):
    """A claim to examine."""

    request: ClaimRequest
    pair: Pair
    """The claim against the kind of respondent, and between whom."""


def wanted_claims(dispute: Dispute, rules: Rules) -> Iterator[Wanted]:
    """The claims to examine.

    Args:
        dispute: the form.
        rules: the rules that its claims belong to.
    """
    people = {participant.id: participant for participant in dispute.parties}
    for request in dispute.claims or _all_requests(dispute, rules):
        claim = rules.claims[request.claim]
        for other in request.against:
            respondent = people[other]
            for head in heads_of(claim, respondent, dispute.facts, rules):
                yield Wanted(request, (Part(claim, head, orders=request.orders), people[request.by], respondent))


def _all_requests(dispute: Dispute, rules: Rules) -> Iterator[ClaimRequest]:
    stated = [fact.id for fact in dispute.facts if fact.value is not None]
    for claim in map(rules.claims.__getitem__, rules.asking(stated)):
        yield from requests_of(claim, dispute, rules)


def requests_of(claim: Claim, dispute: Dispute, rules: Rules) -> Iterator[ClaimRequest]:
    """A claim between all parties that can raise it and answer, as what they are or for what they did.

    Args:
        claim: the claim.
        dispute: the form.
        rules: the rules that the claim belongs to.
    """
    for claimant in dispute.parties:
        others = [p.id for p in dispute.parties if p != claimant and heads_of(claim, p, dispute.facts, rules)]
        if claimant.role in claim.claimant and others:
            yield ClaimRequest(by=claimant.id, against=tuple(others), claim=claim.id)
