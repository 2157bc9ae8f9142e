"""Several who each answer alone for one loss, though nobody told whether it came from all of them: it is left open.

Where each of several acts would not by itself have caused the whole, each owes his share and no more (民法典 1172).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from propertylaw.model import ClaimFinding, Fact

from .case import Case
from .finding import Examined, examined
from .linked import linked
from .one_loss import loss_of, one_and_the_same
from .program import FAILS
from .which_claims import Wanted

_SEVERAL = "caused_by_several"
"""Fact: that the loss came from several, each of whom caused a part of it."""


def shares_left_open(case: Case, found: Sequence[Examined]) -> list[Examined]:
    """The claims as they came out; those of several respondents who would each owe the whole anew, with what divides
    the loss between them taken as unknown."""
    pairs = list(zip(found, case.wanted, strict=True))
    findings = [one.answered.finding for one in found]
    alone = [place for place, (_, wanted) in enumerate(pairs) if _untold(findings[place], wanted, case)]
    groups = linked(alone, lambda one, other: _for_one_loss(findings[one], findings[other], case))
    several = (group for group in groups if len({findings[place].respondent for place in group}) > 1)
    beside = {place for group in several for place in group}
    return [examined(_not_known(case), wanted) if place in beside else one for place, (one, wanted) in enumerate(pairs)]


def _for_one_loss(one: ClaimFinding, other: ClaimFinding, case: Case) -> bool:
    """Whether two claims ask for the same: who answers to both answers beside the other."""
    if one.claimant != other.claimant:
        return False
    losses = loss_of(one, case), loss_of(other, case)
    return one.id == other.id or (all(losses) and one_and_the_same(*losses, case))


def _untold(finding: ClaimFinding, wanted: Wanted, case: Case) -> bool:
    """Whether nobody spoke of what would make one who owes a sum alone owe his share of it."""
    if finding.result in FAILS or finding.capacity != "sole" or finding.amount is None:
        return False
    part, claimant, respondent = wanted.pair
    bench = case.bench(claimant.id, respondent.id).inside(part.claim.id)
    if bench.facts.known(_SEVERAL).proof != "silent":
        return False
    return bench.assuming({_SEVERAL: True}).examination(part).capacities[0].kind == "several"


def _not_known(case: Case) -> Case:
    """The dispute in which that is said to be unknown."""
    told = (*case.file.dispute.facts, Fact(id=_SEVERAL))
    file = replace(case.file, dispute=case.file.dispute.model_copy(update={"facts": told}))
    return case._replace(file=file)
