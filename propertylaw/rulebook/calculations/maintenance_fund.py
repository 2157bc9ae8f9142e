"""The maintenance fund: an owner's contribution, by rate and area or as a share of what is raised; who signed a payout.

民法典 283: by agreement, else in the proportion of the areas owned exclusively. What was paid at first is no payment of
what is raised anew (民法典 278 I item 6).
"""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, UndecidedError, required_number
from .sums import cents, exactly

_RAISED = ("fund_levy_decided", "special_vote_reached", "fund_levy_by_local_rule")
"""What says that more is raised."""


def fund_due(inputs: Inputs) -> Money:
    """What the owner has to pay in, less what was paid of it in part."""
    due, step = _whole(inputs)
    steps = [step]
    first = _first_due(inputs)
    paid = inputs.number("fund_paid_sum" if first else "fund_levy_paid_sum") or Decimal(0)
    if paid:
        steps.append(Step(says="首期已交的部分" if first else "这一次已交的部分", amount=-cents(paid)))
    return exactly(max(due - paid, Decimal(0)), *steps)


def only_signed_payout(inputs: Inputs) -> bool:
    """Whether it is not told of a committee member that he took the money himself: then who signed pays for his fault.

    Raises:
        UndecidedError: it is told and not proved.
    """
    taken = inputs.truth("fund_taken_by_respondent")
    if taken is None and inputs.tellers("fund_taken_by_respondent"):
        raise UndecidedError("fund_taken_by_respondent")
    return not taken


def _first_due(inputs: Inputs) -> bool:
    """Whether the first payment is asked for, not one that is raised anew."""
    stated = inputs.truth("first_fund_due")
    return not any(map(inputs.truth, _RAISED)) if stated is None else stated


def _whole(inputs: Inputs) -> tuple[Decimal, Step]:
    """The sum stated as due; else rate × area; else the owner's share of what is raised."""
    stated = inputs.number("fund_due_sum")
    if stated is not None:
        return stated, Step(says="应交的专项维修资金", amount=cents(stated))
    first = _first_due(inputs)
    area, rate = inputs.number("floor_area"), inputs.number("fund_rate") if first else None
    if area is not None and rate is not None:
        due = rate * area
        says = f"首期标准 {rate.normalize():f} 元/平方米 × 面积 {area.normalize():f} 平方米"
        return due, Step(says=says, amount=cents(due))
    raised, whole = inputs.number("fund_levy_total"), inputs.number("fund_levy_area")
    if raised is None or not whole:
        levied = not first or raised is not None or whole is not None
        wanted = ("fund_levy_total", "fund_levy_area") if levied else ("fund_rate", "floor_area")
        raise MissingFactsError(*(id for id in wanted if not inputs.number(id)))
    area = required_number(inputs, "floor_area")
    due = raised * area / whole
    says = f"筹集总额 {raised.normalize():f} 元 × 面积 {area.normalize():f} ÷ 分摊总面积 {whole.normalize():f} 平方米"
    return due, Step(says=says, amount=cents(due))
