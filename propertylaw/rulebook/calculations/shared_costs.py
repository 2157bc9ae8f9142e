"""What one owner bears of a cost that all owners bear: as agreed, else by area (民法典 283); and its limitation."""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, required_day, required_number
from .limitation import acts_of_creditor, out_of_time
from .running_from import left_open
from .sums import cents, exactly


def owners_cost_share(inputs: Inputs) -> Money:
    """The agreed share, or the cost times own area over all area; what was paid comes off."""
    share, how = _share(inputs)
    paid = inputs.number("shared_cost_paid") or Decimal(0)
    steps = [Step(says=how, amount=cents(share))]
    if paid:
        steps.append(Step(says="已经分担的", amount=-cents(paid)))
    return exactly(max(share - paid, Decimal(0)), *steps)


@left_open
def shared_cost_barred(inputs: Inputs) -> bool:
    """Whether the claim is out of time, counted from the day the share was due."""
    return out_of_time(
        required_day(inputs, "shared_cost_due_date"), acts_of_creditor(inputs, "shared_cost_demand_date")
    )


def _share(inputs: Inputs) -> tuple[Decimal, str]:
    agreed = inputs.number("shared_cost_agreed")
    if agreed is not None:
        return agreed, "约定（决定）由其分担的"
    total = required_number(inputs, "shared_cost_total")
    own, all_area = required_number(inputs, "floor_area"), required_number(inputs, "vote_area_total")
    if not all_area:
        raise MissingFactsError("vote_area_total")
    return total * own / all_area, f"{total:f} 元 × {own:f} ÷ {all_area:f} 平方米"
