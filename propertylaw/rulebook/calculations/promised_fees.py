"""Fees that a developer promised to bear for a time: for the months inside that time, whether or not it is over.

民法典 509 I: he performs as promised. What the buyer paid himself of those months he gets back, the rest goes to the
provider.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from propertylaw.model import Money, Step

from .fees import fees_by_month
from .inputs import Inputs, MissingFactsError, required_day, required_number
from .ownership import buyer_bears_since
from .sums import cents, exactly

_MONTHLY = "waived_monthly_fee"


def promised_time(inputs: Inputs) -> tuple[date, date]:
    """The first and the last day of the time, of what is over on the day of the form. Nothing is promised of days whose
    fee the buyer does not bear: those before the handover, and after it until fees begin.

    Raises:
        MissingFactsError: one of them is not told.
    """
    since, until = _whole_time(inputs)
    return since, min(until, inputs.on)


def promised_fees(inputs: Inputs, since: date, until: date) -> Decimal:
    """What was promised for the days between two days of the time, where its sum is told.

    Raises:
        MissingFactsError: it is not told.
    """
    return fees_by_month(since, until, required_number(inputs, _MONTHLY))


def promised_unpaid(inputs: Inputs) -> Money:
    """What was promised for the time, less what the buyer paid of it himself."""
    _require(inputs, "waiver_from", "waiver_to", _MONTHLY)
    since, until = promised_time(inputs)
    monthly = required_number(inputs, _MONTHLY)
    whole, paid = promised_fees(inputs, since, until), _paid_inside(inputs)
    steps = [Step(says=f"{since} 至 {until}，每月 {monthly.normalize():f} 元", amount=cents(whole))]
    if paid:
        steps.append(Step(says="其中业主已经自己交了的", amount=-cents(paid)))
    return exactly(max(whole - paid, Decimal(0)), *steps)


def outside_promise(inputs: Inputs) -> Money:
    """What the buyer paid for months outside the time; where nobody told it, what he paid above all that was
    promised."""
    told = inputs.number("fees_outside_waiver_sum")
    off = max(_paid(inputs) - _promised(inputs), Decimal(0)) if told is None else told
    return exactly(off, Step(says="承诺的免费期以外的物业费", amount=cents(off)))


def paid_beyond_promise(inputs: Inputs) -> bool:
    """Whether the buyer paid more than all that was promised."""
    return _paid(inputs) > _promised(inputs)


def promised_all_paid(inputs: Inputs) -> bool:
    """Whether the buyer paid what was promised himself, as far as is told."""
    if not inputs.truth("paid_for_other"):
        return False
    try:
        return promised_unpaid(inputs).high == 0
    except MissingFactsError:
        return True


def _paid_inside(inputs: Inputs) -> Decimal:
    """What the buyer paid for months inside the time."""
    if not inputs.truth("developer_promised_waiver") or inputs.truth("fee_before_delivery"):
        return Decimal(0)
    return max(_paid(inputs) - (inputs.number("fees_outside_waiver_sum") or Decimal(0)), Decimal(0))


def _paid(inputs: Inputs) -> Decimal:
    return sum((one.value for one in inputs.periods("paid_for_other_sum")), Decimal(0))


def _promised(inputs: Inputs) -> Decimal:
    """What was promised for the whole time, over or not."""
    since, until = _whole_time(inputs)
    return promised_fees(inputs, since, until)


def _whole_time(inputs: Inputs) -> tuple[date, date]:
    _require(inputs, "waiver_from", "waiver_to")
    since, borne = required_day(inputs, "waiver_from"), buyer_bears_since(inputs)
    return max(since, borne or since), required_day(inputs, "waiver_to")


def _require(inputs: Inputs, *facts: str) -> None:
    """All that is missing at once."""
    missing = [id for id in facts if inputs.day(id) is None and inputs.number(id) is None]
    if missing:
        raise MissingFactsError(*missing)
