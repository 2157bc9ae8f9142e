"""Income from common parts: gross less reasonable cost belongs to the owners (民法典 282; 区分所有权解释 14)."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, Period, required_day, required_number
from .limitation import acts_of_creditor, out_of_time
from .sums import cents, exactly

_COMMON_PARTS = "common_income_gross"
_CIVIL_DEFENCE = "cd_income_sum"


def common_income(inputs: Inputs) -> Money:
    """The gross income; costs and agreed shares come off as the respondent's defences."""
    return _income(inputs, _COMMON_PARTS, "经营共有部分的总收入")


def cd_income(inputs: Inputs) -> Money:
    """The gross income from spaces in civil-defence basements; costs come off as a defence."""
    return _income(inputs, _CIVIL_DEFENCE, "人防车位的总收入")


def income_cost(inputs: Inputs) -> Money:
    """The cost that the operator has proved."""
    cost = required_number(inputs, "common_income_cost")
    return exactly(cost, Step(says="已举证的合理成本", amount=cents(cost)))


def provider_share(inputs: Inputs) -> Money:
    """The share that the owners' decision leaves to the operator: of the income after cost (民法典 282)."""
    share = required_number(inputs, "provider_income_share")
    kept = (_gross(inputs, _COMMON_PARTS) - _allowed_cost(inputs)) * share
    return exactly(kept, Step(says=f"约定由经营者提取 {(share * Decimal(100)).normalize():f}%", amount=cents(kept)))


def share_and_cost_claimed(inputs: Inputs) -> bool:
    """Whether the operator keeps a share and takes off costs besides."""
    return bool(inputs.number("provider_income_share") and inputs.number("common_income_cost"))


def income_claim_barred(inputs: Inputs) -> bool:
    """Whether limitation has run out for the income of any period."""
    return bool(_barred(inputs, _COMMON_PARTS))


def cd_claim_barred(inputs: Inputs) -> bool:
    """The same for spaces in civil-defence basements."""
    return bool(_barred(inputs, _CIVIL_DEFENCE))


def barred_income(inputs: Inputs) -> Money:
    """Income of the periods out of time, less the part of cost and agreed share that falls on them."""
    kept = _allowed_cost(inputs)
    if inputs.number("provider_income_share"):
        kept += provider_share(inputs).high
    return _barred_net(inputs, _COMMON_PARTS, kept)


def cd_barred_income(inputs: Inputs) -> Money:
    """Income from civil-defence spaces of the periods out of time, less the part of proved cost that falls on them."""
    return _barred_net(inputs, _CIVIL_DEFENCE, _proved(inputs, "cd_cost_sum"))


def _income(inputs: Inputs, fact: str, title: str) -> Money:
    dated = _dated(inputs, fact)
    steps = [Step(says=f"{p.since} 至 {p.until} 的收入", amount=cents(p.value)) for p in dated if len(dated) > 1]
    gross = _gross(inputs, fact)
    return exactly(gross, *steps, Step(says=title, amount=cents(gross)))


def _barred_net(inputs: Inputs, fact: str, kept: Decimal) -> Money:
    gross = _gross(inputs, fact)
    barred = sum((period.value for period in _barred(inputs, fact)), Decimal(0))
    off = barred * (gross - kept) / gross if gross > kept else Decimal(0)
    return exactly(off, Step(says="已过诉讼时效各期的净收入", amount=cents(off)))


def _allowed_cost(inputs: Inputs) -> Decimal:
    """The cost that comes off by itself: none where the share stands for it, or its reasonableness is not shown."""
    return Decimal(0) if inputs.truth("share_covers_cost") else _proved(inputs, "common_income_cost")


def _proved(inputs: Inputs, cost: str) -> Decimal:
    """The cost, unless the owners call it unreasonable and the operator has not shown the contrary."""
    refused = inputs.truth("cost_challenged") and not inputs.truth("cost_justified")
    return Decimal(0) if refused else inputs.number(cost) or Decimal(0)


def _dated(inputs: Inputs, fact: str) -> tuple[Period, ...]:
    """The income period by period, where every statement of it names its period.

    Raises:
        MissingFactsError: two statements are about the same days, so that it is not known which holds.
    """
    dated = [(p.since, p.until, p) for p in inputs.periods(fact) if p.since and p.until]
    if len(dated) < len(inputs.periods(fact)):
        return ()
    dated.sort(key=lambda period: period[0])
    if any(following[0] <= before[1] for before, following in pairwise(dated)):
        raise MissingFactsError(fact)
    return tuple(period for _, _, period in dated)


def _gross(inputs: Inputs, fact: str) -> Decimal:
    dated = _dated(inputs, fact)
    return sum((p.value for p in dated), Decimal(0)) if dated else required_number(inputs, fact)


def _barred(inputs: Inputs, fact: str) -> list[Period]:
    """Periods out of time: each runs from its end, but not before the owners knew."""
    known, acts = required_day(inputs, "income_known_date"), acts_of_creditor(inputs, "income_demand_date")
    periods = _dated(inputs, fact) or (Period(required_number(inputs, fact), None, None),)
    return [period for period in periods if out_of_time(max(period.until or known, known), acts)]
