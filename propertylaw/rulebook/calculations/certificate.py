"""A certificate of ownership that the buyer of a flat gets late: the day it was due, the agreed penalty, else interest.

商品房买卖解释 14: the agreed day, else ninety days from delivery (of a flat sold unbuilt) or from the contract;
without an agreed penalty the price paid bears interest by the standard of overdue loans.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, required_day, required_number
from .lasting_harm import delay_in_time
from .late_payment import prime_interest
from .limitation import course
from .running_from import Running, Start, running
from .sums import cents, exactly

_BY_LAW = timedelta(days=90)
_LATE = Start("harm_known_date", "harm_demand_date")
_DAYS_A_YEAR = Decimal(365)
_OVERDUE = Decimal("1.5")
"""At most so many times the rate of a loan is the rate of a loan that is overdue."""


def certificate_days_late(inputs: Inputs) -> Decimal:
    """Days from the day by which the certificate was due to the day it was had, or to the day of the form."""
    return Decimal(_days(_due(inputs), inputs))


def certificate_penalty(inputs: Inputs) -> Money:
    """The agreed penalty: once for all, or for each day of delay by the price paid."""
    return _penalty(_due(inputs), inputs)


def certificate_interest(inputs: Inputs) -> Money:
    """Interest on the price paid, where no penalty is agreed: between the rate of a loan and that of one overdue."""
    return _interest(_due(inputs), inputs)


def certificate_excused_part(inputs: Inputs) -> Money:
    """What is not owed for the days that are not the seller's fault: they put off the day by which it was due."""
    due, agreed = _due(inputs), inputs.truth("certificate_penalty_agreed")
    later = due + timedelta(days=int(required_number(inputs, "certificate_excused_days")))
    owed = _penalty if agreed else _interest
    whole, left = owed(due, inputs), owed(later, inputs)
    off = whole.high - left.high
    step = Step(says=f"期限顺延到 {later}，少付", amount=off)
    least = off if whole.low is None or left.low is None else whole.low - left.low
    return Money(low=least, high=off, steps=(step,))


def late_certificate_in_time(inputs: Inputs) -> bool:
    """Whether what grows from day to day reached into the time of limitation; a sum agreed once for all does not."""
    return not _once(inputs) and _GROWING(inputs)


def certificate_claim_barred(inputs: Inputs) -> bool:
    """Whether the claim is out of time, counted from the last day on which the certificate was due."""
    return _delay_known(inputs).barred()


def certificate_limitation(inputs: Inputs) -> tuple[Step, ...]:
    """How limitation ran from the day on which the certificate was due."""
    known = _delay_known(inputs)
    return tuple(course(known.latest, known.acts)) if known.latest else ()


def _delay_known(inputs: Inputs) -> Running:
    """Who has no certificate on the day on which it was due knows it on the next, if not before."""
    found = running(inputs, _LATE)
    try:
        since = min(filter(None, (found.latest, _due(inputs) + timedelta(days=1))))
    except MissingFactsError:
        return found
    return found._replace(earliest=since, latest=since)


_GROWING = delay_in_time("certificate_date", _delay_known)


def _due(inputs: Inputs) -> date:
    """The last day on which the certificate was in time."""
    agreed = inputs.day("certificate_due_date")
    if agreed is not None:
        return agreed
    unbuilt = inputs.truth("bought_unbuilt")
    if unbuilt is None:
        raise MissingFactsError("certificate_due_date", "bought_unbuilt")
    return required_day(inputs, "delivered_date" if unbuilt else "sale_contract_date") + _BY_LAW


def _days(due: date, inputs: Inputs) -> int:
    return max(((inputs.day("certificate_date") or inputs.on) - due).days, 0)


def _penalty(due: date, inputs: Inputs) -> Money:
    days, once = _days(due, inputs), _once(inputs)
    if once is not None:
        return exactly(once if days else Decimal(0), Step(says="约定一次付清的违约金", amount=once))
    paid, rate = required_number(inputs, "price_paid"), required_number(inputs, "certificate_penalty_rate")
    owed = paid * rate * days
    says = f"已付房款 {paid:f} 元 × 日 {(rate * 10000).normalize():f}‱ × {days} 天（自 {due} 的次日）"
    return exactly(owed, Step(says=says, amount=cents(owed)))


def _once(inputs: Inputs) -> Decimal | None:
    """What is agreed to be paid once for all: nothing where a rate for each day is."""
    by_the_day = inputs.number("certificate_penalty_rate") is not None
    return None if by_the_day else inputs.number("certificate_penalty_sum")


def _interest(due: date, inputs: Inputs) -> Money:
    paid, days = required_number(inputs, "price_paid"), _days(due, inputs)
    rate = inputs.number("certificate_interest_rate")
    if rate is not None:
        owed = paid * rate * days / _DAYS_A_YEAR
        says = f"已付房款 {paid:f} 元 × 年率 {rate.normalize():f} × {days} 天，一年按 365 日"
        return exactly(owed, Step(says=says, amount=cents(owed)))
    if not days:
        return exactly(Decimal(0), Step(says="没有逾期", amount=Decimal(0)))
    try:
        loan = prime_interest(paid, due + timedelta(days=1), due + timedelta(days=days))
    except MissingFactsError:
        raise MissingFactsError("certificate_interest_rate") from None
    most = cents(loan.high * _OVERDUE)
    above = Step(says="逾期贷款利息在借款利率上加收，至多加收五成", amount=most)
    return Money(low=loan.high, high=most, steps=(*loan.steps, above))
