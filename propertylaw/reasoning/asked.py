"""The sum that is asked for: nobody is given more, and what of it is still to be proved."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from propertylaw.model import FactUse, Money, RemedyFinding, Step
from propertylaw.rulebook.calculations.sums import cents

from .known import NOT_PROVED


def within(asked: Decimal | None, amount: Money | None) -> Money | None:
    """The sum, no greater than what was asked for.

    Args:
        asked: the sum, in yuan; None where the form names none.
        amount: what the facts and the law come to; None where that is not known.

    Source: 民事诉讼法 211 (11): a judgment beyond what was asked for is a ground for retrial.
    """
    if asked is None or amount is None or amount.high <= asked:
        return amount
    asked = cents(asked)
    low = None if amount.low is None else min(amount.low, asked)
    step = Step(says="不超过请求的数额", amount=asked)
    usual = None if amount.usual is None else min(amount.usual, asked)
    taken = {"low": low, "high": asked, "usual": usual, "together": False, "steps": (*amount.steps, step)}
    if low == asked:  # whatever was not counted in
        taken |= {"wanting": (), "known_until": None}
    return amount.model_copy(update=taken)


def proved_within(asked: Decimal | None, use: FactUse) -> FactUse:
    """What is to be proved, with the sum that it would lead to no greater than what was asked for; without it, where
    what is taken off leaves all of that."""
    if asked is None or use.then is None or use.then[1] < asked:
        return use
    least, _ = use.then
    then = None if use.bears_on == "less" else (None if least is None else min(least, asked), asked)
    return use.model_copy(update={"then": then})


def to_be_proved(remedy: RemedyFinding) -> tuple[FactUse, ...]:
    """What is disputed and not proved, without which a remedy cannot be computed."""
    return tuple(use for use in remedy.missing if use.proof in NOT_PROVED)


def orders_alone_sure(remedies: Collection[RemedyFinding]) -> bool:
    """Whether of what is asked for only orders are sure, and it is open if any money is had."""
    paying = [one for one in remedies if one.money or one.missing or one.unreckoned]
    return 0 < len(paying) < len(remedies) and all(one.conditional for one in paying)
