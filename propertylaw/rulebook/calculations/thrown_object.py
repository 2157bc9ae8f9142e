"""Objects thrown by nobody knows whom: what falls on each household that may have done it, if all bear alike."""

from __future__ import annotations

from propertylaw.model import Step

from .inputs import Inputs
from .sums import cents, told_sum


def equal_part_of_throwers(inputs: Inputs) -> tuple[Step, ...]:
    """The whole loss divided by the number of households; nothing where the number is not told.

    民法典 1254 I leaves to the court how the compensation is divided: a figure to begin with, and no bound.
    """
    households = inputs.number("possible_throwers")
    if not households:
        return ()
    whole = told_sum(inputs, "damage_amount")
    says = f"全部损害 {cents(whole):,} 元平均到可能加害的 {households.normalize():f} 户，每户（怎样分由法院酌定）"
    return (Step(says=says, amount=cents(whole / households)),)
