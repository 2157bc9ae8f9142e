"""Income from common parts: gross less reasonable cost belongs to the owners (民法典 282; 区分所有权解释 14)."""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, required_number
from .sums import cents, exactly


def common_income(inputs: Inputs) -> Money:
    """The gross income; costs and agreed shares come off as the respondent's defences."""
    gross = required_number(inputs, "common_income_gross")
    return exactly(gross, Step(says="经营共有部分的总收入", amount=cents(gross)))


def income_cost(inputs: Inputs) -> Money:
    """The cost that the operator has proved."""
    cost = required_number(inputs, "common_income_cost")
    return exactly(cost, Step(says="已举证的合理成本", amount=cents(cost)))


def provider_share(inputs: Inputs) -> Money:
    """The share that the owners' decision leaves to the operator."""
    share, base = required_number(inputs, "provider_income_share"), required_number(inputs, "common_income_gross")
    if not inputs.truth("share_covers_cost"):
        # What is shared out is the income after cost (民法典 282), unless the share stands for the cost itself.
        base -= inputs.number("common_income_cost") or Decimal(0)
    kept = base * share
    return exactly(kept, Step(says=f"约定由经营者提取 {(share * Decimal(100)).normalize():f}%", amount=cents(kept)))
