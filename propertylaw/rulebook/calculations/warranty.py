"""The warranty of a building: its least length by the kind of work, from acceptance (建设工程质量管理条例 40).

For what was sold as a dwelling it is argued that it runs from the day of handing over; that day is reckoned beside it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, required_day, required_number
from .limitation import years_after
from .sums import cents, exactly, told_sum

_LEAST_YEARS = {"waterproofing": Decimal(5), "pipes_and_fitout": Decimal(2)}
"""Years fixed by the regulation; the structure has its design life, heating two seasons, the rest what was agreed."""


def warranty_running(inputs: Inputs) -> bool:
    """Whether the defect showed within the warranty that runs from acceptance."""
    return _found(inputs) <= _last_day(inputs, required_day(inputs, "accepted_date"))


def warranty_running_from_handover(inputs: Inputs) -> bool:
    """Whether it showed within the same time counted from the handing over of the dwelling."""
    return _found(inputs) <= _last_day(inputs, required_day(inputs, "delivered_date"))


def agreed_warranty_too_short(inputs: Inputs) -> bool:
    """Whether a time is told as agreed that is shorter than the least for the kind of work."""
    agreed = inputs.number("agreed_warranty_years")
    return agreed is not None and agreed < _least(inputs, agreed)


def defect_only_in_common_part(inputs: Inputs) -> bool:
    """Whether the defect is in common parts and not told to be in the owner's own part too."""
    return inputs.truth("defect_in_common_part") is True and inputs.truth("defect_in_own_part") is not True


def cost_of_common_repair(inputs: Inputs) -> Decimal:
    """What it costs to repair common parts: where the defect is in no other, the one cost that is told is that."""
    beside = inputs.number("common_repair_cost_sum")
    if beside is None and defect_only_in_common_part(inputs):
        return told_sum(inputs, "repair_cost_sum")
    return required_number(inputs, "common_repair_cost_sum")


def common_repair_cost(inputs: Inputs) -> Money:
    """The same as a sum that is claimed."""
    amount = cost_of_common_repair(inputs)
    return exactly(amount, Step(says="修复共有部分的费用", amount=cents(amount)))


def _found(inputs: Inputs) -> date:
    """The day the defect was reported, or else seen."""
    return inputs.day("defect_reported_date") or required_day(inputs, "defect_found_date")


def _last_day(inputs: Inputs, start: date) -> date:
    """The last day of the longer of the least and the agreed time."""
    agreed = inputs.number("agreed_warranty_years") or Decimal(0)
    return years_after(start, int(max(agreed, _least(inputs, agreed))))


def _least(inputs: Inputs, agreed: Decimal) -> Decimal:
    kind = inputs.choice("defect_kind")
    if kind is None:
        raise MissingFactsError("defect_kind")
    if kind == "structure":
        return required_number(inputs, "design_life_years")
    if kind == "heating":
        return required_number(inputs, "heating_warranty_years")
    if kind == "other" and not agreed:
        raise MissingFactsError("agreed_warranty_years")
    return _LEAST_YEARS.get(kind, agreed)
