"""Several who each answer alone for one loss, though nobody told whether it came from all of them: it is left open.

Where each of several acts would not by itself have caused the whole, each owes his share and no more (民法典 1172).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from propertylaw.model import ClaimFinding, Fact
from propertylaw.rulebook.expression import Name, parse

from .case import Case
from .finding import Examined, examined
from .program import FAILS
from .which_claims import Wanted


def shares_left_open(case: Case, found: Sequence[Examined]) -> list[Examined]:
    """The claims as they came out; those of several respondents who would each owe the whole anew, with what divides
    the loss between them taken as unknown."""
    pairs = list(zip(found, case.wanted, strict=True))
    untold = [tuple(_untold(one.answered.finding, wanted, case)) for one, wanted in pairs]
    answering = Counter(_side(one) for one, facts in zip(found, untold, strict=True) if facts)
    return [
        examined(_not_known(case, facts), wanted) if facts and answering[_side(one)] > 1 else one
        for (one, wanted), facts in zip(pairs, untold, strict=True)
    ]


def _side(one: Examined) -> tuple[str, str]:
    """The claim and who raises it: those who answer to both answer beside each other."""
    return one.answered.finding.id, one.answered.finding.claimant


def _untold(finding: ClaimFinding, wanted: Wanted, case: Case) -> Iterator[str]:
    """The facts of which nobody spoke and by which one who owes a sum alone would owe his share of it."""
    if finding.result in FAILS or finding.capacity != "sole" or finding.amount is None:
        return
    part, claimant, respondent = wanted.pair
    facts = case.bench(claimant.id, respondent.id).inside(part.claim.id).facts
    for condition in (parse(way.when) for way in part.head.capacities if way.kind == "several" and way.share):
        if isinstance(condition, Name) and facts.known(condition.id).proof == "silent":
            yield condition.id


def _not_known(case: Case, facts: tuple[str, ...]) -> Case:
    """The dispute in which these facts are said to be unknown."""
    told = (*case.file.dispute.facts, *(Fact(id=id) for id in facts))
    file = replace(case.file, dispute=case.file.dispute.model_copy(update={"facts": told}))
    return case._replace(file=file)
