"""Fees that were paid late: the agreed penalty, interest where none is agreed, and what a penalty exceeds the loss by.

民法典 577, 584, 585; 合同编通则解释 65. Each late sum is stated with the days from the first day overdue to the day of
payment; the loss as a rate a year, for want of other evidence the one-year loan prime rate of that time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Money, Step
from propertylaw.rulebook.rates import prime_rates

from .excess import USUAL_LIMIT, above_loss
from .fees import (
    between_days,
    daily_rates,
    from_supposed_start,
    late_fee,
    late_fee_by_prime,
    late_fee_multiple,
    late_fee_rate,
    overdue,
    penalty_by_prime,
)
from .inputs import Inputs, MissingFactsError, Period, required_number
from .instalments import Overdue
from .interest import DAYS_A_YEAR, Rate, interest_on, prime_rates_of, times_prime, told_rates, unrounded
from .limitation import Acts, acts_of_creditor, out_of_time
from .penalty_start import DEMANDS, agreed_in_words, agreed_start, course_in_words, never_begins, supposed_of_agreed
from .running_from import left_open
from .sums import cents, exactly, in_all, yuan

_PROTECTED = 4
"""How many times the one-year prime rate a private loan may cost at most (民间借贷规定 25 I, text not at hand)."""


def late_fee_on_paid(inputs: Inputs) -> Money:
    """The agreed daily penalty on each sum for the days it was late, up to the agreed cap."""
    return _from_agreed_start(_late_fee_on_paid(inputs), inputs)


def _from_agreed_start(money: Money, inputs: Inputs) -> Money:
    """What is reckoned by days of delay, with what the agreed first day of the penalty supposes."""
    supposed, agreed = supposed_of_agreed(inputs), agreed_in_words(inputs)
    steps = (Step(says=f"违约金{agreed}起计"), *money.steps) if agreed else money.steps
    low = None if supposed else money.low
    return money.model_copy(update={"low": low, "steps": steps, "supposing": (*money.supposing, *supposed)})


def _late_fee_on_paid(inputs: Inputs) -> Money:
    late, multiple = _late_sums(inputs), late_fee_multiple(inputs)
    if not late:
        early = Step(says="交晚的，在违约金起算以前已经交清", amount=Decimal(0))
        return exactly(Decimal(0), early if inputs.periods("late_principal") else _late_step(late))
    if multiple is not None:
        by_prime = penalty_by_prime(inputs, late, multiple)
        return by_prime.model_copy(update={"steps": (_late_step(late), *by_prime.steps)})
    rated = [(one, late_fee_rate(inputs, one.since or inputs.on)) for one in late]
    penalty = sum((one.value * rate * _days(one) for one, rate in rated), Decimal(0))
    steps = [_late_step(late), Step(says=daily_rates(rate for _, rate in rated), amount=cents(penalty))]
    cap = inputs.number("late_fee_cap")
    limit = None if cap is None else sum((one.value for one in late), Decimal(0)) * cap
    if limit is not None and penalty > limit:
        penalty = limit
        steps.append(Step(says="约定的上限", amount=cents(penalty)))
    return exactly(penalty, *steps)


def overdue_interest(inputs: Inputs) -> Money:
    """Loss of the use of the money on each late sum; an agreed penalty stands for it."""
    if inputs.number("late_fee_rate") or late_fee_by_prime(inputs):
        return _penalty_instead()
    late = _late_sums(inputs)
    found = in_all(interest_on(late, _rates(inputs)), "利息")
    return found.model_copy(update={"steps": (_late_step(late), *found.steps)})


def _rates(inputs: Inputs) -> tuple[Rate, ...]:
    """What the use of the money costs: the rate that is told, else the one-year loan prime rate of that time."""
    return (*told_rates(inputs, "late_loss_rate", "所填的年率 "), *prime_rates_of(inputs))


def _penalty_instead() -> Money:
    return exactly(Decimal(0), Step(says="已约定违约金，不另计利息"))


def penalty_against_loss(inputs: Inputs) -> tuple[Step, ...]:
    """The agreed penalty beside the loss and the usual limit: figures for whoever has to judge, no judgement.

    The loss is the one stated, else interest at the one-year loan prime rate; days of which no rate is known are left
    out, and it is told.
    """
    paid = bool(inputs.periods("late_principal"))
    penalty = late_fee_on_paid(inputs).high if paid else late_fee(inputs).high
    late, stated = _delayed(inputs), bool(inputs.periods("late_loss_rate"))
    prime = prime_rates_of(inputs)
    loss = _loss(inputs) if stated else unrounded(late, prime)
    least, most = ("至少", "至多") if not stated and interest_on(late, prime).wanting else ("", "")
    whence = "按所填的年率" if stated else "没有另行证明的，按一年期 LPR 推算的资金占用损失"
    left_out = f"；{_outside_the_table()}" if least else ""
    limit = loss * USUAL_LIMIT
    above = penalty > limit
    return (
        Step(says="约定的违约金合计", amount=cents(penalty)),
        Step(says=f"损失（{whence}{left_out}）{least}", amount=cents(loss)),
        Step(says=f"损失的 1.3 倍，一般以此为限{least and '，' + least}", amount=cents(limit)),
        Step(says=f"超出一般限度{most}" if above else "未超出一般限度", amount=cents(abs(penalty - limit))),
    )


def penalty_guide(inputs: Inputs) -> tuple[Step, ...]:
    """The same figures in one line each; none where the sums that are late are not known."""
    try:
        found = penalty_against_loss(inputs)
    except MissingFactsError:
        return ()
    return tuple(Step(says=f"{step.says}：{yuan(step.amount)}") for step in found if step.amount is not None)


def _unpaid(inputs: Inputs) -> list[Period]:
    """The instalments that are still unpaid, each with its time of delay."""
    return [_delay(one) for one in overdue(inputs)]


def _delay(one: Overdue) -> Period:
    return Period(one.fee, one.since, one.until)


def _delayed(inputs: Inputs) -> Sequence[Period]:
    """The sums paid late, else the instalments still unpaid, each with its time of delay."""
    return _late_sums(inputs) if inputs.periods("late_principal") else _unpaid(inputs)


def _outside_the_table() -> str:
    """That the loss leaves out days of which no prime rate is known."""
    table = prime_rates()
    return f"利率表载有 {table.rows[0].announced} 至 {table.known_until} 的，此外的日子不推算、没有计入"


def arrears_interest(inputs: Inputs) -> Money:
    """Loss of the use of fees still unpaid, each instalment from the day after it fell due to the day of the form."""
    if inputs.number("late_fee_rate") or late_fee_by_prime(inputs):
        return _penalty_instead()
    rates = _rates(inputs)
    most = interest_on(_unpaid(inputs), rates)
    since = Step(says=course_in_words(inputs), amount=most.high)
    most = most.model_copy(update={"steps": (*most.steps, since)})
    delays = (_delay(one) for one in overdue(inputs, at_most=False))
    return from_supposed_start(between_days(most, lambda: interest_on([*delays], rates), inputs), inputs)


def penalty_above_loss(inputs: Inputs) -> Money:
    """What a court may take off an excessive penalty: at most down to the loss, how much is for the court to say."""
    return above_loss(late_fee_on_paid(inputs).high, _loss_on(_late_sums(inputs), inputs))


def unpaid_penalty_above_loss(inputs: Inputs) -> Money:
    """The same of the penalty on fees that are still unpaid."""
    penalty, loss = late_fee(inputs).high, _loss_on(_unpaid(inputs), inputs)
    return above_loss(penalty, loss)


def usual_penalty(inputs: Inputs) -> Money:
    """What is generally left of an excessive penalty at most: the loss and three tenths (合同编通则解释 65 II)."""
    return _usual(_late_sums(inputs), inputs)


def usual_unpaid_penalty(inputs: Inputs) -> Money:
    """The same of the penalty on fees that are still unpaid."""
    return _usual(_unpaid(inputs), inputs)


def _usual(late: Sequence[Period], inputs: Inputs) -> Money:
    """Of the loss that is told, else of interest at the one-year loan prime rate; where days after the last of the
    table are left out, with the day up to which it goes; none where others are, or all."""
    rates = _rates(inputs)
    limit, found = unrounded(late, rates) * USUAL_LIMIT, interest_on(late, rates)
    if not limit or (found.wanting and not found.known_until):
        raise MissingFactsError("late_loss_rate")
    money = exactly(limit, Step(says="损失的 1.3 倍", amount=cents(limit)))
    return money.model_copy(update={"known_until": found.known_until})


def penalty_beyond_comparison(inputs: Inputs) -> bool:
    """Whether the agreed rate is over three tenths above the highest price of a loan that courts protect, and so above
    any loss of money by delay: no loss besides is told.

    Raises:
        MissingFactsError: some days lie before the table of prime rates, or a cap lessens the penalty.
    """
    if inputs.periods("late_loss_rate"):
        return False
    table = prime_rates()
    if inputs.number("late_fee_cap") is not None or any(
        one.since is None or one.since < table.rows[0].announced for one in _delayed(inputs)
    ):
        raise MissingFactsError("late_loss_rate")
    highest = max(row.one_year for row in table.rows)
    multiple = late_fee_multiple(inputs)
    if multiple is not None:
        return multiple > _PROTECTED * USUAL_LIMIT
    return required_number(inputs, "late_fee_rate") * DAYS_A_YEAR > highest * _PROTECTED * USUAL_LIMIT


def penalty_over_limit(inputs: Inputs) -> bool:
    """Whether the penalty exceeds the loss by over three tenths: by the sums, or by the rates where there is no cap."""
    if inputs.periods("late_principal"):
        return late_fee_on_paid(inputs).high > _loss(inputs) * USUAL_LIMIT
    if late_fee_by_prime(inputs) or inputs.number("late_fee_cap") is not None:
        if not late_fee_by_prime(inputs):
            required_number(inputs, "late_fee_rate")
        _loss_rates(inputs)
        return late_fee(inputs).high > _loss(inputs) * USUAL_LIMIT
    return required_number(inputs, "late_fee_rate") * DAYS_A_YEAR > max(_loss_rates(inputs)) * USUAL_LIMIT


def penalty_within_limit(inputs: Inputs) -> bool:
    """Whether the penalty exceeds the loss by no more than three tenths at any rate; a cap only lowers it."""
    if inputs.periods("late_principal"):
        return late_fee_on_paid(inputs).high <= cents(_loss(inputs) * USUAL_LIMIT)
    if late_fee_by_prime(inputs):
        _loss_rates(inputs)
        return late_fee(inputs).high <= cents(_loss(inputs) * USUAL_LIMIT)
    return required_number(inputs, "late_fee_rate") * DAYS_A_YEAR <= min(_loss_rates(inputs)) * USUAL_LIMIT


@left_open
def late_fee_not_begun(inputs: Inputs) -> bool:
    """Whether the agreed penalty runs for nothing: what it begins with did not come, or not early enough."""
    if never_begins(inputs):
        return True
    if not agreed_in_words(inputs):
        return False
    if inputs.periods("late_principal"):
        return not (_late_sums(inputs) or (inputs.day("unpaid_from") is not None and any(overdue(inputs))))
    return not any(overdue(inputs))


@left_open
def late_fee_barred(inputs: Inputs) -> bool:
    """Whether three years went by without an act of the creditor since the last late sum was paid."""
    reckoned = inputs.day("unpaid_from") is not None and not inputs.periods("late_principal")
    late = [*overdue(inputs)] if reckoned else []
    if any(not one.paid for one in late):
        return False  # what is still unpaid bears a penalty day by day, with the debt
    days = [one.until for one in late] or [one.until for one in _paid_late(inputs) if one.until]
    return out_of_time(max(days), acts_of_creditor(inputs, *DEMANDS))


@left_open
def late_days_barred(inputs: Inputs) -> bool:
    """Whether days of delay of unpaid fees are out of time, each counted by itself (民法典 188 II)."""
    return inputs.day("unpaid_from") is not None and any(_out_of_time(_unpaid(inputs), inputs))


@left_open
def paid_late_days_barred(inputs: Inputs) -> bool:
    """The same of fees that were paid late."""
    return any(_out_of_time(_late_sums(inputs), inputs))


def barred_late_fee(inputs: Inputs) -> Money:
    """The penalty, or else the interest, for the days of delay of unpaid fees that are out of time, each by itself."""
    return _barred(_unpaid(inputs), inputs)


def barred_late_fee_on_paid(inputs: Inputs) -> Money:
    """The same of fees that were paid late."""
    return _barred(_late_sums(inputs), inputs)


def excess_in_time(calc: str, inputs: Inputs) -> Decimal:
    """What an excessive penalty is above the loss, both for the days alone that are not out of time.

    Args:
        calc: the calculation of it for all days.
        inputs: the facts.
    """
    late = _unpaid(inputs) if calc == "unpaid_penalty_above_loss" else _late_sums(inputs)
    return above_loss(_penalty_in_time(late, inputs), _loss_on(_in_time(late, inputs), inputs)).high


def _barred(late: Sequence[Period], inputs: Inputs) -> Money:
    if not (inputs.number("late_fee_rate") or late_fee_by_prime(inputs)):
        barred = interest_on([*_out_of_time(late, inputs)], _rates(inputs)).high
    else:
        whole, cap = _uncapped(late, inputs), _cap_on(late, inputs)
        barred = (whole if cap is None else min(whole, cap)) - _penalty_in_time(late, inputs)
    return exactly(barred, Step(says="逐日计算，满三年没有主张的各天", amount=cents(barred)))


def _penalty_in_time(late: Sequence[Period], inputs: Inputs) -> Decimal:
    """The penalty for the days that are not out of time, up to the agreed cap on the whole."""
    penalty = _uncapped(late, inputs) - _uncapped([*_out_of_time(late, inputs)], inputs)
    cap = _cap_on(late, inputs)
    return penalty if cap is None else min(penalty, cap)


def _uncapped(late: Sequence[Period], inputs: Inputs) -> Decimal:
    multiple = late_fee_multiple(inputs)
    if multiple is not None:
        return interest_on(late, times_prime(inputs, multiple)).high
    return sum((one.value * late_fee_rate(inputs, one.since or inputs.on) * _days(one) for one in late), Decimal(0))


def _cap_on(late: Iterable[Period], inputs: Inputs) -> Decimal | None:
    cap = inputs.number("late_fee_cap")
    return None if cap is None else cap * sum((one.value for one in late), Decimal(0))


def _out_of_time(late: Iterable[Period], inputs: Inputs) -> Iterator[Period]:
    """The sums with their first days of delay, those out of time."""
    acts = acts_of_creditor(inputs, *DEMANDS)
    return (one._replace(until=_day(one, days - 1)) for one in late if (days := _barred_days(one, acts)))


def _in_time(late: Iterable[Period], inputs: Inputs) -> Iterator[Period]:
    """The sums with their other days of delay."""
    acts = acts_of_creditor(inputs, *DEMANDS)
    return (one._replace(since=_day(one, days)) for one in late if (days := _barred_days(one, acts)) < _days(one))


def _barred_days(one: Period, acts: Acts) -> int:
    """How many of the first days of a delay are out of time, each from its own day."""
    return bisect_left(range(_days(one)), True, key=lambda number: not out_of_time(_day(one, number), acts))


def _day(one: Period, number: int) -> date:
    """The day so many days after the first."""
    return (one.since or date.min) + timedelta(days=number)


def _loss_rates(inputs: Inputs) -> list[Decimal]:
    rates = [rate.value for rate in inputs.periods("late_loss_rate")]
    if not rates:
        raise MissingFactsError("late_loss_rate")
    return rates


def _late_sums(inputs: Inputs) -> tuple[Period, ...]:
    """The sums paid late, each with the days that bear a penalty, where one is agreed."""
    late = _paid_late(inputs)
    if not late or not (inputs.number("late_fee_rate") or late_fee_by_prime(inputs)):
        return late
    start = agreed_start(inputs)
    bearing = (one._replace(since=start.of(one.since - timedelta(days=1))) for one in late if one.since)
    return tuple(one for one in bearing if one.since and one.until and one.since <= one.until)


def _paid_late(inputs: Inputs) -> tuple[Period, ...]:
    """The same with all days of delay."""
    late = inputs.periods("late_principal")
    if not late and _shown_by_payments(inputs):
        return ()
    if not late or any(one.since is None or one.until is None for one in late):
        raise MissingFactsError("late_principal")
    return late


def _shown_by_payments(inputs: Inputs) -> bool:
    """Whether the payments of the fees claimed for show what was paid late: it is reckoned with what is unpaid."""
    return inputs.day("unpaid_from") is not None and any(one.paid for one in overdue(inputs))


def _late_step(late: tuple[Period, ...]) -> Step:
    if not late:
        return Step(says="欠费期间里交晚的，已按所填的交款日期算在另一项里", amount=Decimal(0))
    parts = "；".join(f"{one.since} 至 {one.until} 逾期 {_days(one)} 日" for one in late)
    return Step(says=f"逾期交付的金额：{parts}", amount=cents(sum((one.value for one in late), Decimal(0))))


def _loss(inputs: Inputs) -> Decimal:
    """The loss on what was paid late, else on what is still unpaid."""
    return _loss_on(_delayed(inputs), inputs)


def _loss_on(late: Iterable[Period], inputs: Inputs) -> Decimal:
    """Each late sum × rate a year × days, the rate of each day by its own time.

    Raises:
        MissingFactsError: for some of the days no rate is told.
    """
    rates = inputs.periods("late_loss_rate")
    total = Decimal(0)
    for one in late:
        parts = [(rate.value, _overlap(one, rate)) for rate in rates]
        if sum(days for _, days in parts) != _days(one):
            raise MissingFactsError("late_loss_rate")
        total += sum((one.value * rate * days / DAYS_A_YEAR for rate, days in parts), Decimal(0))
    return total


def _days(one: Period) -> int:
    return _overlap(one, one)


def _overlap(one: Period, other: Period) -> int:
    """Days of the first period, which is closed, that lie in the second."""
    if one.since is None or one.until is None:
        return 0
    since, until = max(one.since, other.since or one.since), min(one.until, other.until or one.until)
    return max((until - since).days + 1, 0)
