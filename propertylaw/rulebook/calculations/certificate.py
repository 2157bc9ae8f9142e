"""A certificate of ownership that the buyer of a flat gets late: the day it was due, the agreed penalty, else interest.

商品房买卖解释 14: the agreed day, else ninety days from delivery (of a flat sold unbuilt) or from the contract;
without an agreed penalty the price paid bears interest by the standard of overdue loans.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Money, Step

from .delay_penalty import Agreed, penalty_for_delay, settled_sum
from .inputs import Inputs, MissingFactsError, Period, UndecidedError, required_day, required_number
from .interest import DAYS_A_YEAR, interest_on, prime_rates_of
from .lasting_harm import delay_in_time
from .limitation import course, months_after
from .running_from import Running, Start, left_open, running
from .sums import cents, exactly

_BY_LAW = timedelta(days=90)
_LATE = Start("harm_known_date", "harm_demand_date")
_PENALTY = "certificate_penalty_agreed"
_AGREED = Agreed(
    rate="certificate_penalty_rate",
    monthly="certificate_penalty_monthly_rate",
    daily_sum="certificate_penalty_daily_sum",
    base="certificate_penalty_base",
    cap="certificate_penalty_cap",
    on_price="certificate_penalty_on_price",
    loss="certificate_loss",
)
_OVERDUE = Decimal("1.5")
"""At most so many times the rate of a loan is the rate of a loan that is overdue."""


def certificate_days_late(inputs: Inputs) -> Decimal:
    """Days from the day by which the certificate was due to the day it was had, or to the day of the form."""
    return Decimal(_days(_due(inputs), inputs))


def certificate_penalty(inputs: Inputs) -> Money:
    """The agreed penalty: once for all, or for each day or month of delay."""
    return _penalty(_due(inputs), inputs)


def certificate_penalty_reckoned(inputs: Inputs) -> Decimal:
    """The same as a number."""
    return settled_sum(certificate_penalty(inputs))


def certificate_interest(inputs: Inputs) -> Money:
    """Interest on the price paid, where no penalty is agreed: between the rate of a loan and that of one overdue.

    Where nobody spoke of a penalty it stands only as long as none is shown.
    """
    money = _interest(_due(inputs), inputs)
    if inputs.truth(_PENALTY) is not None:
        return money
    return money.model_copy(update={"wanting": (_PENALTY, *money.wanting)})


def certificate_interest_due(inputs: Inputs) -> bool:
    """Whether interest stands for the loss: no penalty is agreed, as far as anybody told, and no other loss shown.

    Raises:
        UndecidedError: it is disputed whether a penalty is agreed.
    """
    if (inputs.number("certificate_loss") or 0) > 0:
        return False
    agreed = inputs.truth(_PENALTY)
    if agreed is None and inputs.tellers(_PENALTY):
        raise UndecidedError(_PENALTY)
    return not agreed


def certificate_excused_part(inputs: Inputs) -> Money:
    """What is not owed for the days that are not the seller's fault: they put off the day by which it was due."""
    due, agreed = _due(inputs), inputs.truth(_PENALTY)
    later = due + timedelta(days=int(required_number(inputs, "certificate_excused_days")))
    owed = _penalty if agreed else _interest
    whole, left = owed(due, inputs), owed(later, inputs)
    off = whole.high - left.high
    step = Step(says=f"期限顺延到 {later}，少付", amount=off)
    least = off if whole.low is None or left.low is None else whole.low - left.low
    return Money(low=least, high=off, steps=(step,))


@left_open
def late_certificate_in_time(inputs: Inputs) -> bool:
    """Whether what grows from day to day reached into the time of limitation; a sum agreed once for all does not."""
    return not _once(inputs) and _GROWING(inputs)


@left_open
def certificate_claim_barred(inputs: Inputs) -> bool:
    """Whether the claim is out of time, counted from the last day on which the certificate was due."""
    return _delay_known(inputs).barred()


def certificate_limitation(inputs: Inputs) -> tuple[Step, ...]:
    """How limitation ran from the day on which the certificate was due."""
    known = _delay_known(inputs)
    return tuple(course(known.latest, known.acts)) if known.latest else ()


def _delay_known(inputs: Inputs) -> Running:
    """Who has no certificate on the day on which it was due knows it on the next, if not before; days that are not the
    seller's fault put off the beginning of limitation with the day."""
    found = running(inputs, _LATE)
    try:
        since = min(filter(None, (found.latest, _due(inputs) + timedelta(days=1)))) + _excused(inputs)
    except MissingFactsError:
        return found
    return found._replace(earliest=since, latest=since)


def _excused(inputs: Inputs) -> timedelta:
    """By how long the day is put off on which the certificate was due."""
    given = inputs.truth("certificate_own_papers_missing") or inputs.truth("certificate_authority_cause")
    return timedelta(days=int(inputs.number("certificate_excused_days") or 0) if given else 0)


_GROWING = delay_in_time("certificate_date", _delay_known)


def _due(inputs: Inputs) -> date:
    """The last day on which the certificate was in time."""
    agreed = inputs.day("certificate_due_date")
    if agreed is not None:
        return agreed
    days, months = inputs.number("certificate_term_days"), inputs.number("certificate_term_months")
    if days is not None or months is not None:
        handed_over = required_day(inputs, "delivered_date")
        return months_after(handed_over, int(months or 0)) if days is None else handed_over + timedelta(days=int(days))
    unbuilt = inputs.truth("bought_unbuilt")
    if unbuilt is None:
        raise MissingFactsError("certificate_due_date", "bought_unbuilt")
    return required_day(inputs, "delivered_date" if unbuilt else "sale_contract_date") + _BY_LAW


def _days(due: date, inputs: Inputs) -> int:
    return max(((inputs.day("certificate_date") or inputs.on) - due).days, 0)


def _penalty(due: date, inputs: Inputs) -> Money:
    once, end = _once(inputs), due + timedelta(days=_days(due, inputs))
    if once is None:
        return penalty_for_delay(inputs, _AGREED, due, end)
    return exactly(once if end > due else Decimal(0), Step(says="约定一次付清的违约金", amount=once))


def _once(inputs: Inputs) -> Decimal | None:
    """What is agreed to be paid once for all: nothing where a penalty for each day or month is."""
    by_time = any(inputs.number(fact) is not None for fact in _AGREED.ways)
    return None if by_time else inputs.number("certificate_penalty_sum")


def _interest(due: date, inputs: Inputs) -> Money:
    paid, days = required_number(inputs, "price_paid"), _days(due, inputs)
    rate = inputs.number("certificate_interest_rate")
    if rate is not None:
        owed = paid * rate * days / DAYS_A_YEAR
        says = f"已付房款 {paid:f} 元 × 年率 {rate.normalize():f} × {days} 天，一年按 365 日"
        return exactly(owed, Step(says=says, amount=cents(owed)))
    if not days:
        return exactly(Decimal(0), Step(says="没有逾期", amount=Decimal(0)))
    late = Period(paid, due + timedelta(days=1), due + timedelta(days=days))
    loan = interest_on((late,), prime_rates_of(inputs))
    most = cents(loan.high * _OVERDUE)
    above = Step(says="逾期贷款利息在借款利率上加收，至多加收五成", amount=most)
    return loan.model_copy(update={"high": most, "steps": (*loan.steps, above)})
