"""Several who each answer alone for one loss, though nobody told whether it came from all of them: it is left open.

Where each of several acts would not by itself have caused the whole, each owes his share and no more (民法典 1172).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from propertylaw.model import ClaimFinding, Fact
from propertylaw.rulebook.expression import names, parse

from .case import Case
from .finding import Examined, examined
from .linked import linked
from .one_loss import loss_of, one_and_the_same
from .program import FAILS
from .which_claims import Wanted


def shares_left_open(case: Case, found: Sequence[Examined]) -> list[Examined]:
    """The claims as they came out; those of several respondents who would each owe the whole anew, with what divides
    the loss between them taken as unknown."""
    pairs = list(zip(found, case.wanted, strict=True))
    untold = [tuple(_untold(one.answered.finding, wanted, case)) for one, wanted in pairs]
    alone = [(place, found[place].answered.finding) for place, facts in enumerate(untold) if facts]
    beside = {
        place
        for group in linked(alone, lambda one, other: _for_one_loss(one[1], other[1], case))
        for place, _ in group
        if len({finding.respondent for _, finding in group}) > 1
    }
    return [
        examined(_not_known(case, facts), wanted) if place in beside else one
        for place, ((one, wanted), facts) in enumerate(zip(pairs, untold, strict=True))
    ]


def _for_one_loss(one: ClaimFinding, other: ClaimFinding, case: Case) -> bool:
    """Whether two claims ask for the same: who answers to both answers beside the other."""
    if one.claimant != other.claimant:
        return False
    losses = loss_of(one, case), loss_of(other, case)
    return one.id == other.id or (all(losses) and one_and_the_same(*losses, case))


def _untold(finding: ClaimFinding, wanted: Wanted, case: Case) -> Iterator[str]:
    """The facts of which nobody spoke and by which one who owes a sum alone would owe his share of it."""
    if finding.result in FAILS or finding.capacity != "sole" or finding.amount is None:
        return
    part, claimant, respondent = wanted.pair
    facts = case.bench(claimant.id, respondent.id).inside(part.claim.id).facts
    dividing = (way for way in part.head.capacities if way.kind == "several" and way.share)
    for id in (name for way in dividing for name in names(parse(way.when))):
        counts_as_not_so = id in case.law.rules.facts and case.law.rules.facts[id].default is False
        if counts_as_not_so and facts.known(id).proof == "silent":
            yield id


def _not_known(case: Case, facts: tuple[str, ...]) -> Case:
    """The dispute in which these facts are said to be unknown."""
    told = (*case.file.dispute.facts, *(Fact(id=id) for id in facts))
    file = replace(case.file, dispute=case.file.dispute.model_copy(update={"facts": told}))
    return case._replace(file=file)
