"""What is left to pay of a loss after what was paid on it before: the respondent owes his part less what he paid
himself, and nobody owes more than is left of the whole after what all of them paid (民法典 557 I (1), 520 I)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from propertylaw.model import Money, Participant, Step

from .casefile import PairFacts
from .reductions import Cut, less

_PAID, _LOSS, _OF_DAMAGE = "paid_before_sum", "damage_amount", "damage"
_ZERO = Decimal(0)


def still_to_pay(owed: Money, whole: Money, cuts: Collection[Cut], facts: PairFacts, claim: str) -> Money:
    """What the respondent owes after what was paid before.

    Args:
        owed: his part of the loss.
        whole: the same of one who answers for all of it.
        cuts: what defences take off it.
        facts: as they stand between the two.
        claim: the id of the claim.
    """
    his = less(owed, [cut for cut in cuts if cut.paid_before])
    others = _by_others(facts, claim)
    if not others:
        return his
    rest = less(less(whole, [cut for cut in cuts if cut.paid_before]), others)
    most = min(his.high, rest.high)
    least = None if his.low is None else min(his.low, rest.high if rest.low is None else rest.low)
    if (least, most) == (his.low, his.high):
        return his
    steps = (*his.steps, *(Step(says=f"{cut.says}，全部损失还剩 {rest.high:,} 元", amount=most) for cut in others[-1:]))
    return his.model_copy(update={"low": least, "high": most, "usual": None, "steps": steps})


def _by_others(facts: PairFacts, claim: str) -> list[Cut]:
    """What others paid to the claimant on the same loss."""
    found: list[Cut] = []
    for one in _answering(facts, claim):
        told = facts.between(one).bounds(_PAID)
        if told and told[1] > _ZERO:
            says = f"{one.name}已经赔付、垫付的 {told[1]:,} 元不再赔一次"
            found.append(Cut((), None, told[0], told[1], says))
    return found


def _answering(facts: PairFacts, claim: str) -> Iterator[Participant]:
    """Those who may have paid on the same loss: whom the claimant claims nothing else from."""
    named = {fact.of for fact in facts.file.said.get(_PAID, ())} - {facts.claimant.id, facts.respondent.id}
    of_this_claim = any(fact.claim == claim for fact in facts.told(_LOSS))
    for person in facts.file.dispute.parties:
        if person.id not in named:
            continue
        raised = {one.claim for one in facts.file.dispute.claims if one.by == facts.claimant.id and person.id in one.against}
        if not raised or claim in raised or not of_this_claim:
            yield person
