"""A dwelling that is handed over late or not at all: the agreed penalty, and rooms owed but not built."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Money, Step

from .delay_penalty import Agreed, penalty_for_delay, penalty_told, settled_sum
from .excess import above_loss, beyond_penalty
from .inputs import Inputs, MissingFactsError, UndecidedError, required_day, required_number
from .lasting_harm import barred_loss, days_out_of_time, delay_in_time
from .limitation import course
from .running_from import Running, Start, asked, left_open, running
from .still_running import Lasting
from .sums import cents, exactly

_LATE = Start("harm_known_date", "harm_demand_date")
_DAY = timedelta(days=1)
_MAJEURE, _MAJEURE_DAYS, _AFTER_DELAY = "delay_by_force_majeure", "force_majeure_days", "force_majeure_after_delay"
_EXTENSION_DAYS = "extension_days"
_UNFIT_THEN = "unfit_when_delivered"
_AGREED = Agreed(
    rate="delivery_penalty_rate",
    monthly="delivery_penalty_monthly_rate",
    prime_multiple="delivery_penalty_prime_multiple",
    daily_sum="delivery_penalty_daily_sum",
    base="delivery_penalty_base",
    cap="delivery_penalty_cap",
    on_price="delivery_penalty_on_price",
    nth="delivery_penalty_from_nth",
    loss="delivery_loss",
)


def _handed_over(inputs: Inputs) -> bool | None:
    return inputs.truth("delivered") or None


DELAY = Lasting(ended=("delivered_date",), over=_handed_over, end="开发商实际交房的日期", goes_on="还没有交房")
"""The delay of a developer that hands over late."""


def unfit_still(inputs: Inputs) -> bool:
    """Whether what is or was handed over is not fit for it: a flat that was not on the day of the notice may have been
    by the later day on which it was taken over.

    Raises:
        UndecidedError: it was taken over later, and nobody told of that day.
    """
    told, notified = inputs.truth(_UNFIT_THEN), inputs.truth("not_fit_for_delivery")
    if told is not None and DELAY.is_over(inputs):
        return told
    if notified is None:
        raise MissingFactsError("not_fit_for_delivery")
    if notified and DELAY.is_over(inputs) and inputs.day("delivered_date") != inputs.day("handover_notice_date"):
        raise UndecidedError(_UNFIT_THEN)
    return notified


def delivery_day_ahead(inputs: Inputs) -> bool:
    """Whether the agreed day is still to come and nothing was handed over: what is not fit yet may be so by then."""
    due = inputs.day("delivery_due_date")
    return due is not None and due > inputs.on and not DELAY.is_over(inputs)


def days_late(inputs: Inputs) -> Decimal:
    """Days from the agreed day of handing over to the day it was done, or to the day of the form."""
    return Decimal(max((_end(inputs) - required_day(inputs, "delivery_due_date")).days, 0))


def delivery_penalty_told(inputs: Inputs) -> bool:
    """Whether a penalty for late delivery is agreed, for each day or month."""
    return penalty_told(inputs, _AGREED)


def delivery_penalty(inputs: Inputs) -> Money:
    """The agreed penalty for each day or month of delay."""
    due = required_day(inputs, "delivery_due_date")
    return DELAY.sum_to_its_end(inputs, lambda end: penalty_for_delay(inputs, _AGREED, due, _counted(end, inputs)))


def delivery_penalty_reckoned(inputs: Inputs) -> Decimal:
    """The same as a number."""
    return settled_sum(delivery_penalty(inputs))


def _end(inputs: Inputs) -> date:
    """The last day of the delay that counts; raises where the day of delivery is to be asked for."""
    return _counted(DELAY.last_day(inputs), inputs)


def _counted(end: date, inputs: Inputs) -> date:
    """The last day of the delay: that of delivery too, unless the contract counts to the day before it."""
    before = DELAY.day(inputs) is not None and inputs.truth("delivery_penalty_to_day_before")
    return end - _DAY if before else end


def delivery_penalty_above_loss(inputs: Inputs) -> Money:
    """What a court may take off a penalty that is excessive beside the loss by the delay."""
    loss = required_number(inputs, "delivery_loss")
    return above_loss(delivery_penalty(inputs).high, loss)


def barred_delivery_penalty(inputs: Inputs) -> Money:
    """The penalty for the days of delay that are out of time, each day counted by itself from the agreed day; where a
    cap holds the whole, it is open which days it leaves out. Days that put off the agreed day are among them."""
    due, days = required_day(inputs, "delivery_due_date"), _early_days(inputs)
    line, put_off = due + timedelta(days=days), due + timedelta(days=min(_surely_put_off(inputs), days))
    whole = delivery_penalty(inputs)
    not_owed = whole.high - penalty_for_delay(inputs, _AGREED, put_off, _end(inputs)).high
    early = not_owed + penalty_for_delay(inputs, _AGREED, put_off, line).high
    later = penalty_for_delay(inputs, _AGREED, put_off, _end(inputs), after=line).high
    step = Step(says=f"逐日计算，满三年没有主张的 {days} 天", amount=early)
    return Money(low=min(max(whole.high - later, Decimal(0)), early), high=early, steps=(step,))


def early_delivery_days(inputs: Inputs) -> bool:
    """Whether some days of delay are out of time, each counted by itself."""
    return _early_days(inputs) > 0


@left_open
def delivery_claim_barred(inputs: Inputs) -> bool:
    """Whether what follows from the delay is out of time, counted from the agreed day."""
    return delay_known(inputs).barred()


def delivery_limitation(inputs: Inputs) -> tuple[Step, ...]:
    """How limitation ran from the agreed day."""
    known = delay_known(inputs)
    return tuple(course(known.latest, known.acts)) if known.latest else ()


def delay_known(inputs: Inputs) -> Running:
    """Who is not given his flat on the agreed day knows it on the next, if not before; what puts off that day puts off
    the beginning of limitation."""
    found, due = running(inputs, _LATE), inputs.day("delivery_due_date")
    if due is None or days_late(inputs) == 0:
        return found
    since, late = min(filter(None, (found.latest, due + _DAY))), int(days_late(inputs))
    least, most = (timedelta(days=min(days, late)) for days in (_surely_put_off(inputs), _at_most_put_off(inputs)))
    return found._replace(earliest=since + least, latest=since + most)


late_delivery_in_time = delay_in_time(DELAY, delay_known)


def _early_days(inputs: Inputs) -> int:
    return days_out_of_time(required_day(inputs, "delivery_due_date") + _DAY, _end(inputs), delay_known(inputs))


def refused_penalty_part(inputs: Inputs) -> Money:
    """The penalty for the days from which the buyer was asked to take over and did not without reason."""
    notified, due = required_day(inputs, "handover_notice_date"), required_day(inputs, "delivery_due_date")
    until = max(min(notified, _end(inputs)), due)
    return _not_owed(inputs, due, until, f"{notified} 通知收房以后的 {(_end(inputs) - until).days} 天")


def force_majeure_part(inputs: Inputs) -> Money:
    """What is not owed for the days on which force majeure stopped the work: they put off the agreed day."""
    days = _put_off(inputs, _MAJEURE_DAYS)
    return _not_owed(inputs, _due_after(inputs, days), _end(inputs), f"不可抗力影响的 {days} 天")


def extension_part(inputs: Inputs) -> Money:
    """What is not owed for the days by which the contract itself puts off the agreed day, after those of force majeure.

    Under a cap it is more beside them than alone; where it is open whether they count, anything between.
    """
    days = _put_off(inputs, _EXTENSION_DAYS)
    befores = (_sure_majeure_days(inputs), _possible_majeure_days(inputs))
    alone, beside = (_further_off(inputs, before, days) for before in befores)
    found = (alone.low or Decimal(0), beside.low or Decimal(0), alone.high, beside.high)
    return Money(low=min(found), high=max(found), steps=alone.steps)


def _further_off(inputs: Inputs, before: int, days: int) -> Money:
    """What a number of days takes off when the agreed day is put off by others already."""
    since, until = _due_after(inputs, before), min(_due_after(inputs, before + days), _end(inputs))
    first, then = (penalty_for_delay(inputs, _AGREED, day, _end(inputs)) for day in (since, until))
    off = first.high - then.high
    least = off if first.low is None or then.low is None else min(off, first.low - then.low)
    return Money(low=least, high=max(off, least), steps=(Step(says=f"按合同顺延 {days} 天，到 {until}", amount=off),))


def _surely_put_off(inputs: Inputs) -> int:
    """By how many days the agreed day is put off for certain."""
    return _sure_majeure_days(inputs) + _extension_days(inputs)


def _at_most_put_off(inputs: Inputs) -> int:
    return _possible_majeure_days(inputs) + _extension_days(inputs)


def _sure_majeure_days(inputs: Inputs) -> int:
    return _possible_majeure_days(inputs) if inputs.truth(_AFTER_DELAY) is False else 0


def _possible_majeure_days(inputs: Inputs) -> int:
    came_before = inputs.truth(_MAJEURE) and not inputs.truth(_AFTER_DELAY)
    return int(inputs.number(_MAJEURE_DAYS) or 0) if came_before else 0


def _extension_days(inputs: Inputs) -> int:
    return int(inputs.number(_EXTENSION_DAYS) or 0) if inputs.truth("extension_agreed") else 0


def _put_off(inputs: Inputs, days: str) -> int:
    return int(min(required_number(inputs, days), days_late(inputs)))


def _due_after(inputs: Inputs, days: int) -> date:
    return min(required_day(inputs, "delivery_due_date") + timedelta(days=days), _end(inputs))


def _not_owed(inputs: Inputs, due: date, end: date, says: str) -> Money:
    """What comes off the penalty where only the delay from one day to another counts."""
    whole, left = delivery_penalty(inputs), penalty_for_delay(inputs, _AGREED, due, end)
    off = whole.high - left.high
    least = off if whole.low is None or left.low is None else min(off, whole.low - left.low)
    return Money(low=least, high=max(off, least), steps=(Step(says=says, amount=off),))


def documents_loss(inputs: Inputs) -> Money:
    """The loss by documents not handed over or late, above the penalty that is agreed for it (民法典 585 II)."""
    loss, penalty = required_number(inputs, "handover_loss"), inputs.number("documents_penalty_sum")
    whole = exactly(loss, Step(says="拒不移交、迟延移交造成的损失", amount=cents(loss)))
    return beyond_penalty(whole, exactly(penalty)) if penalty else whole


def rooms_equivalent(inputs: Inputs) -> Money:
    """The area of service rooms that is missing at the average price of the estate."""
    due, given = required_number(inputs, "rooms_area_due"), inputs.number("rooms_area_given") or Decimal(0)
    missing, price = max(due - given, Decimal(0)), required_number(inputs, "rooms_price")
    worth = missing * price
    return exactly(worth, Step(says=f"缺少 {missing:f} 平方米 × 每平方米 {price:f} 元", amount=cents(worth)))


force_majeure_late = asked("force_majeure_after_delay")
"""A derived fact: force majeure came after the delay began, left open until it is told."""

barred_delivery_loss = barred_loss("delivery_loss", delay_known)
"""What of the loss by late delivery arose too early."""
