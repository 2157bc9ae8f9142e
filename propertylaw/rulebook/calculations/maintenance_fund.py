"""An owner's contribution to the maintenance fund: by rate and area, or by area as a share of what is raised.

民法典 283: by agreement, else in the proportion of the areas owned exclusively.
"""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, required_number
from .sums import cents, exactly


def fund_due(inputs: Inputs) -> Money:
    """What the owner has to pay in, less what was paid in part."""
    due, step = _whole(inputs)
    steps = [step]
    paid = inputs.number("fund_paid_sum") or Decimal(0)
    if paid:
        steps.append(Step(says="已交的部分", amount=-paid))
    return exactly(max(due - paid, Decimal(0)), *steps)


def _whole(inputs: Inputs) -> tuple[Decimal, Step]:
    """The sum stated as due; else rate × area; else the owner's share of what is raised."""
    stated = inputs.number("fund_due_sum")
    if stated is not None:
        return stated, Step(says="应交的专项维修资金", amount=cents(stated))
    area, rate = inputs.number("floor_area"), inputs.number("fund_rate")
    if area is not None and rate is not None:
        due = rate * area
        says = f"首期标准 {rate.normalize():f} 元/平方米 × 面积 {area.normalize():f} 平方米"
        return due, Step(says=says, amount=cents(due))
    raised, whole = inputs.number("fund_levy_total"), inputs.number("fund_levy_area")
    if raised is None or not whole:
        raise MissingFactsError("fund_due_sum")
    area = required_number(inputs, "floor_area")
    due = raised * area / whole
    says = f"筹集总额 {raised.normalize():f} 元 × 面积 {area.normalize():f} ÷ 分摊总面积 {whole.normalize():f} 平方米"
    return due, Step(says=says, amount=cents(due))
