"""Harm that goes on from day to day: which part of the loss is out of time (民法典 188 II).

Whether each day's loss runs by itself, or all of it from the end of the harm, is an open concept of the rules; here the
first is reckoned.
"""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, required_day, required_number
from .limitation import acts_of_creditor, out_of_time
from .sums import cents, exactly


def lasting_harm_barred(inputs: Inputs) -> bool:
    """Whether even the loss of the last day is out of time: the harm ended, and three years went by since."""
    since = max(required_day(inputs, "harm_end_date"), required_day(inputs, "harm_known_date"))
    return out_of_time(since, acts_of_creditor(inputs, "harm_demand_date"))


def barred_lasting_damage(inputs: Inputs) -> Money:
    """The loss less that of the last three years; where nobody told that part, anything up to the whole."""
    whole = required_number(inputs, "damage_amount")
    if _all_barred(inputs):
        return exactly(whole, Step(says="侵害结束已满三年，全部损失", amount=cents(whole)))
    recent = inputs.number("loss_within_time")
    if recent is None:
        says = "其中三年以内发生的损失没有说明，至多为全部"
        return Money(low=Decimal(0), high=cents(whole), steps=(Step(says=says, amount=cents(whole)),))
    early = max(whole - recent, Decimal(0))
    return exactly(early, Step(says=f"全部损失减去三年以内发生的 {cents(recent)} 元", amount=cents(early)))


def _all_barred(inputs: Inputs) -> bool:
    try:
        return lasting_harm_barred(inputs)
    except MissingFactsError:
        return False
