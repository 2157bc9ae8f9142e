"""What is left to pay of a loss after what was paid on it before: the respondent owes his part less what he paid
himself, and nobody owes more than is left of the whole after what all of them paid (民法典 557 I (1), 520 I)."""

from __future__ import annotations

from collections.abc import Collection

from propertylaw.model import Money, Step
from propertylaw.rulebook.calculations.sums import yuan

from .pair_facts import PairFacts
from .reductions import Cut, less
from .same_loss import of_others

_PAID = "paid_before_sum"


def still_to_pay(owed: Money, whole: Money, cuts: Collection[Cut], facts: PairFacts, claim: str) -> Money:
    """What the respondent owes after what was paid before.

    Args:
        owed: his part of the loss.
        whole: the same of one who answers for all of it.
        cuts: what defences take off it.
        facts: as they stand between the two.
        claim: the id of the claim.
    """
    own = [cut for cut in cuts if cut.paid_before]
    his = less(owed, own)
    others = _by_others(facts, claim)
    if not others:
        return his
    rest = less(less(whole, own), others)
    most = min(his.high, rest.high)
    least = None if his.low is None else min(his.low, rest.high if rest.low is None else rest.low)
    if (least, most) == (his.low, his.high):
        return his
    step = Step(says=f"{'，'.join(cut.says for cut in others)}，全部损失还剩 {yuan(rest.high)}", amount=most)
    steps = (*his.steps, step)
    return his.model_copy(update={"low": least, "high": most, "usual": None, "steps": steps})


def _by_others(facts: PairFacts, claim: str) -> list[Cut]:
    """What others paid to the claimant on the same loss."""
    found: list[Cut] = []
    for there in of_others(_PAID, facts, claim):
        told = there.bounds(_PAID)
        if told and told[1] > 0:
            says = f"{there.respondent.name}已经赔付、垫付的 {yuan(told[1])}不再赔一次"
            found.append(Cut((), None, told[0], told[1], says))
    return found
