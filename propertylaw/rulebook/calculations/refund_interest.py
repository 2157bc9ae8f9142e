"""Interest on money to be given back: on each sum from its own day, to the day it is given back or of the form.

An agreed rate counts as agreed; without one, within what is asked for, the one-year loan prime rate of each day
(合同编通则解释 25 I says so where a contract is void; 民法典 584, 987 leave the loss to be shown). From when it runs
lies between two days: at most from when the money was had without ground, at least from when it was asked back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Money, Step

from .income import common_income
from .inputs import Inputs, MissingFactsError, Period, required_number
from .interest import Rate, interest_on, prime_rates_of, times_prime
from .refund import last_day_served, prepaid_refund
from .still_running import Lasting
from .sums import in_all, in_per_cent, told_sum

_DAY = timedelta(days=1)
_FROM, _TO = "refund_interest_from", "refund_interest_to"
_KEPT = Lasting(ended=(_TO,), over=lambda _: None, end="退钱（算到）的日期", goes_on="还没有退")
_AGREED, _ASKED = "agreed_refund_interest_rate", "asked_refund_interest_rate"


class _Had(NamedTuple):
    """A sum, with the days between which interest on it begins; None: not known."""

    value: Decimal
    earliest: date | None
    latest: date | None


_Sums = Callable[[Inputs], Sequence[_Had]]


def overcharge_interest(inputs: Inputs) -> Money:
    """On each sum charged in vain: from the day it was paid, at least from the first demand."""
    return _interest(inputs, _charged)


def deposit_interest(inputs: Inputs) -> Money:
    """On a deposit, from the day after it was due."""
    return _interest(inputs, _deposited)


def prepaid_interest(inputs: Inputs) -> Money:
    """On prepaid fees, from the day after the service ended, at least from the first demand after it."""
    return _interest(inputs, _prepaid)


def advance_interest(inputs: Inputs) -> Money:
    """On prepaid fees of a provider that is gone, from the day asked for, at least from the end of the service."""
    return _interest(inputs, _advanced)


def income_interest(inputs: Inputs) -> Money:
    """On income from common parts, from the day asked for, at least from the first demand."""
    return _interest(inputs, _earned)


def fund_interest(inputs: Inputs) -> Money:
    """On money taken out of the maintenance fund, from the day it was taken, at least from the first demand."""
    return _interest(inputs, _taken)


def price_interest(inputs: Inputs) -> Money:
    """On the price of a dwelling, on each part from the day it was paid."""
    return _interest(inputs, _price)


def space_price_interest(inputs: Inputs) -> Money:
    """On the price of a parking space, on each part from the day it was paid, else from the day asked for."""
    return _interest(inputs, _price_of_space)


def _charged(inputs: Inputs) -> Sequence[_Had]:
    demanded = _after_first(inputs, "refund_demand_date")
    paid = inputs.periods("overcharge_paid")
    if not paid:
        raise MissingFactsError("overcharge_paid")
    return [_Had(one.value, one.since or one.until, _both(demanded, one.until or one.since)) for one in paid]


def _deposited(inputs: Inputs) -> Sequence[_Had]:
    due = inputs.day("refund_known_date")
    if due is None and inputs.day(_FROM) is None:
        raise MissingFactsError("refund_known_date")
    since = due + _DAY if due else None
    return [_Had(required_number(inputs, "renovation_deposit_sum"), since, since)]


def _prepaid(inputs: Inputs) -> Sequence[_Had]:
    since = last_day_served(inputs) + _DAY
    return [_Had(prepaid_refund(inputs).high, since, _both(_after_first(inputs, "refund_demand_date"), since))]


def _advanced(inputs: Inputs) -> Sequence[_Had]:
    return [_Had(prepaid_refund(inputs).high, None, last_day_served(inputs) + _DAY)]


def _earned(inputs: Inputs) -> Sequence[_Had]:
    return [_Had(common_income(inputs).high, None, _after_first(inputs, "income_demand_date"))]


def _taken(inputs: Inputs) -> Sequence[_Had]:
    demanded = _after_first(inputs, "harm_demand_date")
    return [_Had(required_number(inputs, "fund_misused_sum"), inputs.day("act_date"), demanded)]


def _price(inputs: Inputs) -> Sequence[_Had]:
    paid = inputs.periods("price_paid")
    if all(one.since for one in paid) and paid:
        return [_Had(one.value, one.since, None) for one in paid]
    return [_Had(told_sum(inputs, "price_paid"), None, None)]


def _price_of_space(inputs: Inputs) -> Sequence[_Had]:
    paid, asked = inputs.periods("space_price_paid"), inputs.day(_FROM)
    if paid and all(one.since for one in paid):
        return [_Had(one.value, one.since, one.since) for one in paid]
    return [_Had(told_sum(inputs, "space_price_paid"), asked, asked)]


def _interest(inputs: Inputs, sums: _Sums) -> Money:
    return _KEPT.sum_to_its_end(inputs, lambda end: _interest_until(end, inputs, sums))


def _interest_until(end: date, inputs: Inputs, sums: _Sums) -> Money:
    had, asked = sums(inputs), inputs.day(_FROM)
    if asked is None and any(one.earliest is None for one in had):
        raise MissingFactsError(_FROM)
    rates = _rates(inputs)
    most = in_all(interest_on([_late(one.value, _later(one.earliest, asked), end) for one in had], rates), "利息")
    if any(one.latest is None for one in had):
        says = "从什么时候起算没有定论：对方知道或者应当知道没有根据、到期或者被要求退还之日"
        return most.model_copy(update={"low": None, "steps": (*most.steps, Step(says=says))})
    least = interest_on([_late(one.value, _later(one.latest, asked), end) for one in had], rates)
    if least.high == most.high:
        return most
    days = "、".join(dict.fromkeys(str(_later(one.latest, asked)) for one in had))
    step = Step(says=f"从 {days} 起算，至少为", amount=least.high)
    return most.model_copy(update={"low": least.high, "steps": (*most.steps, step)})


def _late(value: Decimal, since: date | None, until: date) -> Period:
    return Period(value, since, until if since and since <= until else None)


def _rates(inputs: Inputs) -> Sequence[Rate]:
    agreed, asked = inputs.number(_AGREED), inputs.number(_ASKED)
    if agreed is not None:
        return (Rate(agreed, None, None, f"约定的年利率 {in_per_cent(agreed)}"),)
    multiple = inputs.number("agreed_refund_prime_multiple")
    if multiple is not None:
        return times_prime(inputs, multiple)
    prime = prime_rates_of(inputs)
    return prime if asked is None else [_within(rate, asked) for rate in prime]


def _within(rate: Rate, asked: Decimal) -> Rate:
    """A rate that is no more than what is asked for."""
    if asked > rate.value:
        return rate._replace(says=f"{rate.says}（请求的 {in_per_cent(asked)} 没有约定，不超过 LPR）")
    if asked == rate.value:
        return rate
    return rate._replace(value=asked, says=f"请求的年利率 {in_per_cent(asked)}，低于 LPR")


def _after_first(inputs: Inputs, fact: str) -> date | None:
    days = inputs.days(fact)
    return days[0] + _DAY if days else None


def _later(one: date | None, other: date | None) -> date | None:
    """The later of two days, or the one that is known."""
    return max(one, other) if one and other else one or other


def _both(one: date | None, other: date | None) -> date | None:
    """The later of two days; None where one of them is not known."""
    return max(one, other) if one and other else None
