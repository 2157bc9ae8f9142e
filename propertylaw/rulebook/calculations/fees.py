"""Property fees: instalments and their due days, arrears, late fee, reductions, the part out of time.

民法典 944, 585, 188, 189, 195; the price and the day of payment come from the contract.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from propertylaw.model import Money, Step, Supposition

from .due_days import calendar_periods, due_by_now, instalments, out_of_time_for_sure, supposed_of_due_days
from .inputs import Inputs, MissingFactsError, Period, UndecidedError, required_day, required_number
from .instalments import Instalment, Overdue, late_steps
from .interest import DAYS_A_YEAR, interest_on, times_prime
from .limitation import acts_of_creditor, out_of_time
from .ownership import supposed_of_handover
from .payments import paid_first, paid_in_all, some_undated, supposed_for_first, with_payments
from .penalty_start import DEMANDS, DUE_DAY, Began, began, course_in_words, owed_since, supposed_of_start
from .periods import contract_end
from .running_from import left_open
from .sums import cents, exactly, in_all, in_per_cent, shown

_DAY = timedelta(days=1)
BY_MONTH = "fee_parts_by_days"
"""Whether prepaid fees go by the month, and parts of months by the days of that month: so unless agreed otherwise."""


def arrears(inputs: Inputs) -> Money:
    """Fees that have fallen due and are unpaid: rate × area, month by month, less what was paid."""
    due = due_by_now(inputs)
    rates, area = _rates(inputs), required_number(inputs, "floor_area")
    total = sum((_fee(i.start, i.end, rates, area) for i in due), Decimal(0))
    how = "，不满一个月的按当月天数折算" if inputs.truth(BY_MONTH) else ""
    steps = [_rate_step(rates, area, how)]
    if due:
        steps.append(Step(says=f"{due[0].start} 至 {due[-1].end}，已到期 {len(due)} 期", amount=cents(total)))
    paid = paid_in_all(inputs)
    if paid:
        steps.append(Step(says=f"已付{_before_interest(inputs)}", amount=-paid))
    owed = exactly(max(total - paid, Decimal(0)), *steps)
    undue = () if all(one.latest <= inputs.on for one in due) else supposed_of_due_days(inputs)
    return owed.model_copy(update={"supposing": (*supposed_of_handover(inputs), *undue)})


def _before_interest(inputs: Inputs) -> str:
    """That what was paid is taken off the fees first, where interest or a penalty is asked for as well (民法典 561)."""
    asked = any(inputs.truth(id) for id in ("late_fee_requested", "late_interest_requested"))
    return "（这里先抵本金；没有约定而不够付清的，对方可以主张先抵费用和利息，再抵本金）" if asked else ""


def late_fee(inputs: Inputs) -> Money:
    """The agreed daily penalty on each instalment, from the day after it fell due to the day of the form.

    Where the contract lets it run only from a later day, from that.
    """
    most = _penalty(inputs, list(overdue(inputs)))
    between = between_days(most, lambda: _penalty(inputs, list(overdue(inputs, at_most=False))), inputs)
    return from_supposed_start(between, inputs)


def late_fee_rate(inputs: Inputs, since: date) -> Decimal:
    """The agreed rate a day on what is late since a day: of several, each of a time of its own, the one of that day.

    Raises:
        MissingFactsError: none is told for it, or two are.
    """
    told = inputs.periods("late_fee_rate")
    if all(one.since is None and one.until is None for one in told):
        return required_number(inputs, "late_fee_rate")
    found = [one.value for one in told if (one.since or since) <= since <= (one.until or since)]
    if len(found) != 1:
        raise MissingFactsError("late_fee_rate")
    return found[0]


def daily_rates(rates: Iterable[Decimal]) -> str:
    """Rates a day in words, each with what it comes to in a year: by that a court explains that a penalty is high
    (合同编通则解释 66), and parties see what they agreed on."""
    told = (f"{in_per_cent(rate)}（折合一年 {in_per_cent(rate * DAYS_A_YEAR)}）" for rate in dict.fromkeys(rates))
    return f"每日 {'、'.join(told)}"


def late_fee_multiple(inputs: Inputs) -> Decimal | None:
    """How many times the loan prime rate is agreed for what is late, where no rate a day is."""
    return None if inputs.number("late_fee_rate") else inputs.number("late_fee_prime_multiple") or None


def late_fee_by_prime(inputs: Inputs) -> bool:
    """Whether the penalty is agreed as a multiple of the loan prime rate."""
    return late_fee_multiple(inputs) is not None


def penalty_by_prime(inputs: Inputs, late: Sequence[Period], multiple: Decimal) -> Money:
    """The penalty at so many times the one-year loan prime rate of each day, up to the agreed cap."""
    found, cap = interest_on(late, times_prime(inputs, multiple)), inputs.number("late_fee_cap")
    limit = None if cap is None else cents(sum((one.value for one in late), Decimal(0)) * cap)
    if limit is None or found.high <= limit:
        return in_all(found, "违约金")
    return exactly(limit, *found.steps, Step(says="约定的上限", amount=limit))


def between_days(most: Money, least: Callable[[], Money], inputs: Inputs) -> Money:
    """What is reckoned by days of delay, between bounds where some of the days are not told."""
    supposed = supposed_of_days(inputs)
    low = least().high if supposed else most.high
    return most if low == most.high else most.model_copy(update={"low": low, "supposing": supposed})


def supposed_of_days(inputs: Inputs) -> tuple[Supposition, ...]:
    """What is supposed of days that nobody told: of when an instalment fell due, of when something was paid."""
    paid = Supposition(fact="amount_paid", says="已付的钱是在到期日至填表日之间付的")
    return (*supposed_of_due_days(inputs), *((paid,) if some_undated(inputs) else ()))


def _penalty(inputs: Inputs, late: list[Overdue]) -> Money:
    multiple = late_fee_multiple(inputs)
    if multiple is not None:
        return penalty_by_prime(inputs, [Period(one.fee, one.since, one.until) for one in late], multiple)
    rated = [(one, late_fee_rate(inputs, one.since)) for one in late]
    principal = sum((one.fee for one in late), Decimal(0))
    interest = sum((one.fee * rate * one.days for one, rate in rated), Decimal(0))
    steps = list(late_steps(rated))
    rates = [rate for _, rate in rated] or [late_fee_rate(inputs, inputs.on)]
    steps.append(Step(says=f"{daily_rates(rates)}，{course_in_words(inputs)}", amount=cents(interest)))
    cap = inputs.number("late_fee_cap")
    if cap is not None and interest > principal * cap:
        interest = principal * cap
        steps.append(Step(says=f"约定上限：欠费额的 {in_per_cent(cap)}", amount=cents(interest)))
    return exactly(interest, *steps)


def from_supposed_start(money: Money, inputs: Inputs) -> Money:
    """What is reckoned by days of delay, with what its first day supposes.

    Where a demand gave no time that is stated, a reasonable one has to go by before anything is late (民法典 944 II):
    how long it is, and so how little the sum may be, is open.
    """
    supposed = supposed_of_start(inputs)
    low = None if any(one.fact != DUE_DAY for one in supposed) else money.low
    return money.model_copy(update={"low": low, "supposing": (*money.supposing, *supposed)})


def overdue(inputs: Inputs, *, at_most: bool = True) -> Iterator[Overdue]:
    """What is late of the instalments, with what defences leave of their fees: what was paid late, and what is unpaid.

    Args:
        inputs: the facts.
        at_most: take an instalment of which it is not told when it fell due as due as early as it may be, and a payment
            whose day is not told as made today; else as late as it may be, and as made in time.
    """
    return _overdue(inputs, began(inputs), at_most=at_most)


def _overdue(inputs: Inputs, start: Began, *, at_most: bool) -> Iterator[Overdue]:
    return with_payments(_owing(inputs, start, at_most=at_most), inputs, at_most=at_most)


def _owing(inputs: Inputs, start: Began, *, at_most: bool) -> Iterator[tuple[Instalment, Decimal, date]]:
    """The instalments, each with what defences leave of its fee and its first day late."""
    for instalment in instalments(inputs):
        fee = max(fee_of(inputs, instalment) - inputs.taken_off(instalment.start), Decimal(0))
        due = instalment.due if at_most else instalment.latest
        yield instalment, fee, start.of(due)


def fees_overdue(inputs: Inputs) -> bool:
    """Whether some of the fees that are claimed for became late, paid since or not.

    Raises:
        UndecidedError: that hangs on a day of payment that is not told.
    """
    if inputs.day("unpaid_from") is None:
        return False
    late, surely = (any(_overdue(inputs, owed_since(inputs), at_most=one)) for one in (True, False))
    if late and not surely:
        raise UndecidedError(*(one.fact for one in supposed_of_days(inputs)))
    return late


def fee_of(inputs: Inputs, instalment: Instalment) -> Decimal:
    """The whole fee of an instalment."""
    return _fee(instalment.start, instalment.end, _rates(inputs), required_number(inputs, "floor_area"))


def empty_flat_reduction(inputs: Inputs) -> Money:
    """What an agreed or local reduction for empty flats takes off the fees of the empty period."""
    least, most = _share(inputs, "empty_flat_share")
    fees = fees_between(inputs, inputs.day("empty_from"), inputs.day("empty_to"))
    return _lessened(fees, (1 - most, 1 - least), f"空置期间按 {shown((least, most))} 交纳，减收")


def developer_part(inputs: Inputs) -> Money:
    """What the contract takes off the fees for what the developer has not sold or handed over."""
    least, most = _share(inputs, "developer_fee_share")
    says = f"约定建设单位按收费标准的 {shown((least, most))} 交，少交"
    return _lessened(fees_between(inputs, None, None), (1 - most, 1 - least), says)


def agreed_defect_reduction(inputs: Inputs) -> Money:
    """What the contract takes off the fees of the period of poor service."""
    share = _share(inputs, "defect_reduction_share")
    fees = fees_between(inputs, required_day(inputs, "defect_from"), inputs.day("defect_to"))
    return _lessened(fees, share, "服务不达标期间减收")


def reduction_share_told(inputs: Inputs) -> bool:
    """Whether the form itself tells what the contract takes off, and not only a clause of a document."""
    return bool(inputs.tellers("defect_reduction_share"))


def _share(inputs: Inputs, fact: str) -> tuple[Decimal, Decimal]:
    """A share as its two bounds, equal where it is known."""
    bounds = inputs.bounds(fact)
    if bounds is None:
        raise MissingFactsError(fact)
    return bounds


def _lessened(fees: Decimal, share: tuple[Decimal, Decimal], says: str) -> Money:
    """What a share takes off fees."""
    low, high = (cents(fees * bound) for bound in share)
    return Money(low=low, high=high, steps=(Step(says=f"{says} {shown(share)}", amount=high),))


def after_end_part(inputs: Inputs) -> Money:
    """Fees for the time after the contract ended."""
    off = fees_between(inputs, contract_end(inputs) + _DAY, None)
    return exactly(off, Step(says="合同终止之后的物业费", amount=cents(off)))


def after_takeover_part(inputs: Inputs) -> Money:
    """Fees for the time after somebody took over; where nobody told when, for all the time after the contract ended."""
    since, taken = contract_end(inputs) + _DAY, inputs.day("takeover_date")
    off = fees_between(inputs, since if taken is None else max(since, taken), None)
    return exactly(off, Step(says=f"{taken or '合同终止'} 以后、不在接管之前的物业费", amount=cents(off)))


def before_end_part(inputs: Inputs) -> Money:
    """Fees for the time to the end of the contract."""
    end = contract_end(inputs)
    off = fees_between(inputs, None, end)
    return exactly(off, Step(says=f"到 {end} 合同终止为止的物业费，在“支付拖欠的物业费”里主张", amount=cents(off)))


def barred_part(inputs: Inputs) -> Money:
    """Fees of the instalments whose limitation has run out, instalment by instalment, whether or not paid in part."""
    off, least = _barred(inputs), _barred(inputs, at_most=False)
    barred = exactly(off, Step(says="逐期起算时，诉讼时效已届满各期的物业费", amount=cents(off)))
    if not off:
        return barred
    untold = supposed_of_due_days(inputs) if least < off else ()
    return barred.model_copy(update={"low": cents(least), "supposing": (*untold, *supposed_for_first(inputs))})


def barred_sum(inputs: Inputs) -> Decimal:
    """What of them is unpaid: what was paid went to what fell due first, and is not paid once more by limitation.

    Raises:
        UndecidedError: whether there is anything hangs on a day of payment that is not told.
    """
    paid = paid_first(inputs)
    most, least = (max(_barred(inputs, at_most=one) - paid, Decimal(0)) for one in (True, False))
    if most and not least:
        raise UndecidedError(*(one.fact for one in supposed_of_due_days(inputs)))
    return cents(most)


@left_open
def last_instalment_barred(inputs: Inputs) -> bool:
    """Whether even the instalment that fell due last is out of time."""
    schedule = instalments(inputs)
    return bool(schedule) and out_of_time_for_sure(schedule[-1], acts_of_creditor(inputs, *DEMANDS))


def instalments_due(inputs: Inputs) -> Decimal:
    """How many unpaid instalments had fallen due on the day of the form.

    Raises:
        UndecidedError: whether any had hangs on a day of payment that is not told.
    """
    due = due_by_now(inputs)
    if due and all(one.latest > inputs.on for one in due):
        raise UndecidedError(due[0].untold)
    return Decimal(len(due))


def next_due_day(inputs: Inputs) -> tuple[Step, ...]:
    """Where none has fallen due: when the first of them does, in words."""
    schedule = instalments(inputs)
    if not schedule or due_by_now(inputs):
        return ()
    first = schedule[0]
    return (Step(says=f"{first.start} 至 {first.end} 的一期 {first.due} 到期，过了这一天才可以请求", ahead=True),)


def months_due(inputs: Inputs) -> Iterator[tuple[date, date]]:
    """The service of the instalments that have fallen due, month by month."""
    for instalment in due_by_now(inputs):
        for first, last in calendar_periods(instalment.start, instalment.end, 1):
            yield max(first, instalment.start), min(last, instalment.end)


def _rates(inputs: Inputs) -> tuple[Period, ...]:
    rates = inputs.periods("fee_rate")
    if not rates:
        raise MissingFactsError("fee_rate")
    return rates


@lru_cache(maxsize=4096)  # what is supposed of one number after another leaves most instalments as they were
def _fee(start: date, end: date, rates: tuple[Period, ...], area: Decimal) -> Decimal:
    """Rate × area for the months from `start` to `end`; parts of months by calendar days.

    Raises:
        MissingFactsError: for some of the days no rate is known.
    """
    total, priced = Decimal(0), 0
    for first, last in calendar_periods(start, end, 1):
        for rate in rates:
            since = max(first, start, rate.since or first)
            until = min(last, end, rate.until or last)
            days = (until - since).days + 1
            if days > 0:
                priced += days
                total += rate.value * area * days / monthrange(first.year, first.month)[1]
    if priced < (end - start).days + 1:
        raise MissingFactsError("fee_rate")
    return total


def fees_by_month(start: date, end: date, monthly: Decimal) -> Decimal:
    """So much a month from `start` to `end`; parts of months by calendar days."""
    return _fee(start, end, (Period(monthly, None, None),), Decimal(1)) if start <= end else Decimal(0)


def fees_between(inputs: Inputs, since: date | None, until: date | None) -> Decimal:
    """Fees of the instalments due, for the part of the service between two days."""
    rates, area = _rates(inputs), required_number(inputs, "floor_area")
    total = Decimal(0)
    for instalment in due_by_now(inputs):
        start = max(instalment.start, since or instalment.start)
        end = min(instalment.end, until or instalment.end)
        total += _fee(start, end, rates, area)
    return total


def _barred(inputs: Inputs, *, at_most: bool = True) -> Decimal:
    """The fees of the instalments out of time, each due as early as it may be, or as late."""
    rates, area = _rates(inputs), required_number(inputs, "floor_area")
    acts = acts_of_creditor(inputs, *DEMANDS)
    due = ((i, i.due if at_most else i.latest) for i in instalments(inputs))
    barred = (i for i, day in due if day < inputs.on and out_of_time(day, acts))
    return sum((_fee(i.start, i.end, rates, area) for i in barred), Decimal(0))


def _dated(rate: Period) -> str:
    """A price, with the days between which it holds."""
    days = "".join((f"{rate.since}起" if rate.since else "", f"至{rate.until}" if rate.until else ""))
    return f"{rate.value.normalize():f}{f'（{days}）' if days else ''}"


def _rate_step(rates: tuple[Period, ...], area: Decimal, how: str) -> Step:
    prices = "、".join(_dated(rate) for rate in rates)
    return Step(says=f"标准 {prices} 元/平方米·月 × 面积 {area.normalize():f} 平方米{how}")
