"""A certificate of ownership that the buyer of a flat gets late: the day it was due, the agreed penalty, else interest.

商品房买卖解释 14: the agreed day, else ninety days from delivery (of a flat sold unbuilt) or from the contract;
without an agreed penalty the price paid bears interest by the standard of overdue loans. The developer first registers
the building; what is agreed for that is a term of its own (民法典 577, 585 I), with its own day, end and penalty.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Money, Step

from .delay_penalty import Agreed, last_free_day, penalty_for_delay, settled_sum
from .inputs import Inputs, MissingFactsError, Period, UndecidedError, required_day, required_number
from .interest import DAYS_A_YEAR, interest_on, prime_rates_of, times_prime, unrounded
from .lasting_harm import delay_in_time
from .limitation import course, months_after
from .running_from import Running, Start, left_open, running
from .still_running import Lasting
from .sums import cents, exactly

_BY_LAW = timedelta(days=90)
_HAD = "certificate_date"
_LATE = Start("harm_known_date", "harm_demand_date")
_PENALTY, _FIRST_PENALTY = "certificate_penalty_agreed", "first_registration_penalty_agreed"


class _Time(NamedTuple):
    """The facts that tell by when a duty to register was due, and what tells that it was done: who has his certificate
    has the building registered."""

    due: str
    days: str
    """Days from the handover in which it is due."""
    months: str
    delay: Lasting


class _Duty(NamedTuple):
    """A duty to register with what is agreed for its delay."""

    time: _Time
    once: str
    """A penalty paid once for all."""
    agreed: Agreed


def _obtained(inputs: Inputs) -> bool | None:
    """Whether the certificate is had, by what is told beside its day."""
    return inputs.truth("certificate_obtained")


_CERTIFICATE_TIME = _Time(
    due="certificate_due_date",
    days="certificate_term_days",
    months="certificate_term_months",
    delay=Lasting(ended=(_HAD,), over=_obtained, end="取得不动产权证书的日期", goes_on="还没有取得"),
)
_FIRST_TIME = _Time(
    due="first_registration_due_date",
    days="first_registration_term_days",
    months="first_registration_term_months",
    delay=Lasting(
        ended=("first_registration_date", _HAD),
        over=lambda inputs: _obtained(inputs) or None,
        end="办好首次登记的日期",
        goes_on="还没有办好",
    ),
)
_CERTIFICATE = _Duty(
    time=_CERTIFICATE_TIME,
    once="certificate_penalty_sum",
    agreed=Agreed(
        rate="certificate_penalty_rate",
        monthly="certificate_penalty_monthly_rate",
        prime_multiple="certificate_penalty_prime_multiple",
        daily_sum="certificate_penalty_daily_sum",
        base="certificate_penalty_base",
        cap="certificate_penalty_cap",
        on_price="certificate_penalty_on_price",
        nth="certificate_penalty_from_nth",
        loss="certificate_loss",
    ),
)
_FIRST = _Duty(
    time=_FIRST_TIME,
    once="first_registration_penalty_sum",
    agreed=Agreed(
        rate="first_registration_penalty_rate",
        monthly="first_registration_penalty_monthly_rate",
        prime_multiple=None,
        daily_sum="first_registration_penalty_daily_sum",
        base=None,
        cap="first_registration_penalty_cap",
        on_price="first_registration_penalty_on_price",
        nth="first_registration_penalty_from_nth",
        loss="certificate_loss",
    ),
)
_OVERDUE = (Decimal("1.3"), Decimal("1.5"))
"""Between so many times the rate of a loan lies the rate of one that is overdue."""


def certificate_days_late(inputs: Inputs) -> Decimal:
    """Days from the day by which the certificate was due to the day it was had, or to the day of the form."""
    return Decimal(max((_CERTIFICATE_TIME.delay.last_day(inputs) - _due(inputs)).days, 0))


def first_registration_days_late(inputs: Inputs) -> Decimal:
    """Days from the day agreed for the first registration to the day it was done, or to the day of the form; nothing is
    asked for them where no penalty is told that is agreed for it."""
    if not inputs.truth(_FIRST_PENALTY):
        raise MissingFactsError
    return Decimal(max((_FIRST_TIME.delay.last_day(inputs) - _first_due(inputs)).days, 0))


def certificate_penalty(inputs: Inputs) -> Money:
    """The agreed penalty: once for all, or for each day or month of delay."""
    return _penalty(_CERTIFICATE, _due(inputs), inputs)


def first_registration_penalty(inputs: Inputs) -> Money:
    """The penalty agreed for the first registration, to the day it was done."""
    return _penalty(_FIRST, _first_due(inputs), inputs)


def certificate_penalty_reckoned(inputs: Inputs) -> Decimal:
    """What is reckoned as penalty: for the certificate, for the first registration where that alone has one."""
    alone = _claimed(inputs) is _FIRST
    return settled_sum(first_registration_penalty(inputs) if alone else certificate_penalty(inputs))


def first_registration_overlap(inputs: Inputs) -> Money:
    """The penalty for the first registration of the days for which that for the certificate runs as well."""
    due = _first_due(inputs)
    meet = max(due, last_free_day(inputs, _CERTIFICATE.agreed, _due(inputs)))
    whole, alone = _penalty(_FIRST, due, inputs), _penalty(_FIRST, due, inputs, until=meet)
    off = max(whole.high - alone.high, Decimal(0))
    since = meet + timedelta(days=1)
    return exactly(off, Step(says=f"{since} 起两项都逾期的日子，首次登记的违约金", amount=off))


def penalties_overlap(inputs: Inputs) -> bool:
    """Whether some days of delay bear both penalties."""
    return first_registration_overlap(inputs).high > 0


def certificate_interest(inputs: Inputs) -> Money:
    """Interest on the price paid, where no penalty is agreed: that of a loan overdue, between its bounds.

    Where nobody spoke of a penalty it stands only as long as none is shown.
    """
    money = _interest_to_its_end(_due(inputs), inputs)
    if inputs.truth(_PENALTY) is not None:
        return money
    return money.model_copy(update={"wanting": (_PENALTY, *money.wanting)})


def certificate_interest_due(inputs: Inputs) -> bool:
    """Whether interest stands for the loss: no penalty is agreed, as far as anybody told, and no other loss shown. One
    agreed for the first registration is what the parties made of its delay: the law fills no gap there.

    Raises:
        UndecidedError: it is disputed whether a penalty is agreed.
    """
    if (inputs.number("certificate_loss") or 0) > 0 or inputs.truth(_FIRST_PENALTY):
        return False
    agreed = inputs.truth(_PENALTY)
    if agreed is None and inputs.tellers(_PENALTY):
        raise UndecidedError(_PENALTY)
    return not agreed


def certificate_excused_part(inputs: Inputs) -> Money:
    """What is not owed for the days that are not the seller's fault: they put off the day by which it was due."""
    if inputs.truth(_PENALTY):
        return _put_off(_due(inputs), inputs, lambda due: _penalty(_CERTIFICATE, due, inputs))
    return _put_off(_due(inputs), inputs, lambda due: _interest_to_its_end(due, inputs))


def first_registration_excused_part(inputs: Inputs) -> Money:
    """The same of the penalty for the first registration."""
    return _put_off(_first_due(inputs), inputs, lambda due: _penalty(_FIRST, due, inputs))


def _put_off(due: date, inputs: Inputs, owed: Callable[[date], Money]) -> Money:
    later = due + timedelta(days=int(required_number(inputs, "certificate_excused_days")))
    whole, left = owed(due), owed(later)
    off = whole.high - left.high
    step = Step(says=f"期限顺延到 {later}，少付", amount=off)
    least = off if whole.low is None or left.low is None else whole.low - left.low
    return Money(low=least, high=off, steps=(step,))


@left_open
def late_certificate_in_time(inputs: Inputs) -> bool:
    """Whether what grows from day to day reached into the time of limitation; a sum agreed once for all does not."""
    duty = _claimed(inputs)
    return not _once(duty, inputs) and delay_in_time(duty.time.delay, _delay_known)(inputs)


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


def _claimed(inputs: Inputs) -> _Duty:
    """The duty whose penalty is asked for: that of the buyer's certificate, unless one is agreed for the first
    registration alone."""
    return _FIRST if inputs.truth(_FIRST_PENALTY) and not inputs.truth(_PENALTY) else _CERTIFICATE


def _due(inputs: Inputs) -> date:
    """The last day on which the certificate was in time: what is agreed on registration, else as the law has it. A
    certificate follows the first registration, and is not late while that need not be there."""
    agreed = _agreed_due(_CERTIFICATE_TIME, inputs) or _agreed_due(_FIRST_TIME, inputs)
    if agreed is not None:
        return agreed
    unbuilt = inputs.truth("bought_unbuilt")
    if unbuilt is None:
        raise MissingFactsError("certificate_due_date", "bought_unbuilt")
    return required_day(inputs, "delivered_date" if unbuilt else "sale_contract_date") + _BY_LAW


def _first_due(inputs: Inputs) -> date:
    """The last day on which the first registration was in time, or MissingFactsError."""
    agreed = _agreed_due(_FIRST_TIME, inputs)
    if agreed is None:
        raise MissingFactsError(_FIRST_TIME.due)
    return agreed


def _agreed_due(time: _Time, inputs: Inputs) -> date | None:
    """The last day agreed for a duty, told as a day or counted from the handover."""
    told, days, months = inputs.day(time.due), inputs.number(time.days), inputs.number(time.months)
    if told is not None or (days is None and months is None):
        return told
    handed_over = required_day(inputs, "delivered_date")
    return months_after(handed_over, int(months or 0)) if days is None else handed_over + timedelta(days=int(days))


def _penalty(duty: _Duty, due: date, inputs: Inputs, *, until: date | None = None) -> Money:
    def reckoned(ended: date) -> Money:
        end = max(due, min(ended, until or date.max))
        if once is None:
            return penalty_for_delay(inputs, duty.agreed, due, end)
        return exactly(once if end > due else Decimal(0), Step(says="约定一次付清的违约金", amount=once))

    once = _once(duty, inputs)
    return duty.time.delay.sum_to_its_end(inputs, reckoned)


def _once(duty: _Duty, inputs: Inputs) -> Decimal | None:
    """What is agreed to be paid once for all: nothing where a penalty for each day or month is."""
    by_time = any(inputs.number(fact) is not None for fact in duty.agreed.ways)
    return None if by_time else inputs.number(duty.once)


def _interest_to_its_end(due: date, inputs: Inputs) -> Money:
    return _CERTIFICATE_TIME.delay.sum_to_its_end(inputs, lambda end: _interest(due, end, inputs))


def _interest(due: date, end: date, inputs: Inputs) -> Money:
    paid, days = required_number(inputs, "price_paid"), max((end - due).days, 0)
    rate = inputs.number("certificate_interest_rate")
    if rate is not None:
        owed = paid * rate * days / DAYS_A_YEAR
        says = f"已付房款 {paid:f} 元 × 年率 {rate.normalize():f} × {days} 天，一年按 365 日"
        return exactly(owed, Step(says=says, amount=cents(owed)))
    if not days:
        return exactly(Decimal(0), Step(says="没有逾期", amount=Decimal(0)))
    late = Period(paid, due + timedelta(days=1), due + timedelta(days=days))
    asked = inputs.number("certificate_interest_prime_multiple")
    if asked is not None:
        return interest_on((late,), times_prime(inputs, asked))
    rates = prime_rates_of(inputs)
    loan, whole = interest_on((late,), rates), unrounded((late,), rates)
    least, most = (cents(whole * times) for times in _OVERDUE)
    steps = (
        Step(says="逾期贷款利息在借款利率上加收三成到五成：至少", amount=least),
        Step(says="至多加收五成", amount=most),
    )
    return loan.model_copy(update={"low": least, "high": most, "steps": (*loan.steps, *steps)})
