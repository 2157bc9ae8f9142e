"""A demand on one of several joint debtors, or what one of them acknowledged, interrupts limitation for all of them.

诉讼时效规定 15 II. Each then has the days of the others beside his own, in the claim for which they are joint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from propertylaw.model import Dispute, Fact
from propertylaw.rulebook import Rules

from .bench import Bench
from .casefile import CaseFile
from .which_claims import Wanted

_INTERRUPT = ("demand_date", "demand_letter_date", "acknowledged_date")
"""Days of acts that meet one debtor alone, or are his."""


def with_days_of_joint_debtors(file: CaseFile, wanted: Sequence[Wanted], rules: Rules) -> Dispute:
    """The dispute in which joint debtors have each other's days.

    Args:
        file: the facts as the form states them.
        wanted: the claims to examine.
        rules: the rules they belong to.
    """
    dispute = file.dispute
    general = [fact for fact in dispute.facts if not fact.claim]
    told = [fact for fact in general if fact.id in _INTERRUPT and fact.of]
    directed = any(fact.towards for fact in general)
    joint = [one for one in wanted if (told or directed) and _is_joint(one, file, rules)]
    rows = tuple(row for one in joint for row in _rows(one, joint, told))
    rows += tuple(_reaching_all(joint, general) if directed else ())
    return dispute.model_copy(update={"facts": (*dispute.facts, *rows)}) if rows else dispute


def _reaching_all(joint: Sequence[Wanted], told: Sequence[Fact]) -> Iterator[Fact]:
    """The steps of the creditor as one claim sees them: what reached one of its joint debtors reached them all."""
    debtors: dict[str, set[str]] = {}
    for one in joint:
        debtors.setdefault(one.pair[0].claim.id, set()).add(one.pair[2].id)
    for claim, people in debtors.items():
        gained = {(fact.id, fact.of) for fact in told if people.intersection(fact.towards)}
        for fact in told:
            if (fact.id, fact.of) in gained:
                reached = people if people.intersection(fact.towards) else ()
                yield fact.model_copy(update={"claim": claim, "towards": tuple(sorted({*fact.towards, *reached}))})


def _rows(one: Wanted, joint: Sequence[Wanted], told: Sequence[Fact]) -> Iterator[Fact]:
    """The days of a debtor and of those who owe with him, as days of his for this claim alone."""
    claim, me = one.pair[0].claim.id, one.pair[2].id
    others = {other.pair[2].id for other in joint if other.request == one.request} - {me}
    gained = {fact.id for fact in told if fact.of in others}
    for fact in told:
        if fact.id in gained and fact.of in {me, *others}:
            yield fact.model_copy(update={"of": me, "claim": claim})


def _is_joint(one: Wanted, file: CaseFile, rules: Rules) -> bool:
    """Whether the respondent owes jointly and in no other way."""
    part, claimant, respondent = one.pair
    ways = Bench(file, rules, claimant, respondent).examination(part).capacities
    return bool(ways) and all(way.kind == "joint" for way in ways)
