"""Income from common parts: gross less reasonable cost belongs to the owners (民法典 282; 区分所有权解释 14)."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, Period, required_day, required_number
from .limitation import acts_of_creditor, out_of_time
from .sums import cents, exactly


def common_income(inputs: Inputs) -> Money:
    """The gross income; costs and agreed shares come off as the respondent's defences."""
    dated = _dated(inputs)
    steps = [Step(says=f"{p.since} 至 {p.until} 的收入", amount=cents(p.value)) for p in dated if len(dated) > 1]
    gross = _gross(inputs)
    return exactly(gross, *steps, Step(says="经营共有部分的总收入", amount=cents(gross)))


def income_cost(inputs: Inputs) -> Money:
    """The cost that the operator has proved."""
    cost = required_number(inputs, "common_income_cost")
    return exactly(cost, Step(says="已举证的合理成本", amount=cents(cost)))


def provider_share(inputs: Inputs) -> Money:
    """The share that the owners' decision leaves to the operator: of the income after cost (民法典 282)."""
    share = required_number(inputs, "provider_income_share")
    kept = (_gross(inputs) - _allowed_cost(inputs)) * share
    return exactly(kept, Step(says=f"约定由经营者提取 {(share * Decimal(100)).normalize():f}%", amount=cents(kept)))


def income_claim_barred(inputs: Inputs) -> bool:
    """Whether limitation has run out for the income of any period."""
    return bool(_barred(inputs))


def barred_income(inputs: Inputs) -> Money:
    """Income of the periods out of time, less the part of cost and agreed share that falls on them."""
    gross = _gross(inputs)
    barred = sum((period.value for period in _barred(inputs)), Decimal(0))
    kept = _allowed_cost(inputs)
    if inputs.number("provider_income_share"):
        kept += provider_share(inputs).high
    off = barred * (gross - kept) / gross if gross > kept else Decimal(0)
    return exactly(off, Step(says="已过诉讼时效各期的净收入", amount=cents(off)))


def _allowed_cost(inputs: Inputs) -> Decimal:
    """The cost that comes off by itself: none where the share stands for it, or its reasonableness is not shown."""
    refused = inputs.truth("cost_challenged") and not inputs.truth("cost_justified")
    if refused or inputs.truth("share_covers_cost"):
        return Decimal(0)
    return inputs.number("common_income_cost") or Decimal(0)


def _dated(inputs: Inputs) -> tuple[Period, ...]:
    """The income period by period, where every statement of it names its period.

    Raises:
        MissingFactsError: two statements are about the same days, so that it is not known which holds.
    """
    dated = [(p.since, p.until, p) for p in inputs.periods("common_income_gross") if p.since and p.until]
    if len(dated) < len(inputs.periods("common_income_gross")):
        return ()
    dated.sort(key=lambda period: period[0])
    if any(following[0] <= before[1] for before, following in pairwise(dated)):
        raise MissingFactsError("common_income_gross")
    return tuple(period for _, _, period in dated)


def _gross(inputs: Inputs) -> Decimal:
    dated = _dated(inputs)
    return sum((p.value for p in dated), Decimal(0)) if dated else required_number(inputs, "common_income_gross")


def _barred(inputs: Inputs) -> list[Period]:
    """Periods out of time: each runs from its end, but not before the owners knew."""
    known, acts = required_day(inputs, "income_known_date"), acts_of_creditor(inputs, "income_demand_date")
    periods = _dated(inputs) or (Period(required_number(inputs, "common_income_gross"), None, None),)
    return [period for period in periods if out_of_time(max(period.until or known, known), acts)]
