"""What the victim may still ask for where his own insurer paid: what nobody made good, up to what the respondent owes.

The insurer takes over the claim for what it paid, and that does not touch the victim's claim for the rest. So its
payment is not taken off what the respondent owes, but off the loss. Where he owes a part only, it is open whether the
victim comes first with all of the rest, or the rest too is made good for that part only.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from propertylaw.model import Money, Step
from propertylaw.rulebook.calculations.sums import cents, yuan

from .reductions import Cut, less

_ZERO = Decimal(0)


def still_asked(owed: Money, whole: Money, cuts: Collection[Cut]) -> Money:
    """What the respondent owes, so far as the insurer of the victim has not paid it.

    Args:
        owed: what he owes of the loss.
        whole: the loss.
        cuts: what defences take off it.
    """
    insured = [cut for cut in cuts if cut.insures and cut.possible]
    if not insured:
        return owed
    loss = less(whole, [cut for cut in cuts if cut.of_the_loss])
    rest = less(loss, insured)
    most = min(owed.high, rest.high)
    least = _in_proportion(owed, loss, rest)
    steps = [*owed.steps, Step(says=f"{insured[0].says}：没有赔到的损失至多 {yuan(rest.high)}", amount=most)]
    if least is not None and least < min(owed.low or _ZERO, rest.low or _ZERO):
        says = "只负一部分责任的，没有赔到的损失是先全部补足，还是也只按这一部分赔，没有定论；按后一种至少为"
        steps.append(Step(says=says, amount=least))
    return owed.model_copy(update={"low": least, "high": most, "usual": None, "steps": tuple(steps)})


def _in_proportion(owed: Money, loss: Money, rest: Money) -> Decimal | None:
    """The same part of what is not made good as he owes of the loss."""
    if not rest.high:
        return _ZERO
    if owed.low is None or rest.low is None or not loss.high:
        return None
    return min(cents(rest.low * owed.low / loss.high), rest.low)
