"""Agreed penalties for each day or month of a seller's delay: reckoned by which base and unit, up to which cap.

民法典 585 I: the parties agree on a sum, or on how it is reckoned. Which it is they say; a penalty by the month leaves
open whether a month begun counts, so that it lies between whole months and months begun.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, Period, UndecidedError, required_number
from .interest import interest_on, times_prime
from .sums import cents, exactly, in_per_cent, yuan

_DAY = timedelta(days=1)
_ZERO = Decimal(0)
_MONTHS = 12
_PRICE = "sale_price"


class Agreed(NamedTuple):
    """The facts of a penalty for delay."""

    rate: str
    """Share of the base for each day."""
    monthly: str
    """Share of the base for each month."""
    prime_multiple: str | None
    """How many times the one-year loan prime rate it is a year; None: no fact tells it."""
    daily_sum: str
    base: str | None
    """What it is a share of, where that is not the price paid; None: no fact tells it."""
    cap: str
    """Share of the base."""
    on_price: str
    """Whether it is a share of the whole price."""
    nth: str
    """With which day of delay it begins, where that is not the first."""
    loss: str
    """What the delay cost besides."""

    @property
    def ways(self) -> tuple[str, ...]:
        """How it may be agreed, one of them."""
        ways = (self.rate, self.monthly, self.prime_multiple, self.daily_sum)
        return tuple(way for way in ways if way)


def penalty_told(inputs: Inputs, agreed: Agreed) -> bool:
    """Whether a penalty for each day or month is told.

    Raises:
        MissingFactsError: nobody told of any.
    """
    told = [value for value in map(inputs.number, agreed.ways) if value is not None]
    if not told:
        raise MissingFactsError(agreed.rate)
    return any(value > 0 for value in told)


def settled_sum(money: Money) -> Decimal:
    """A sum as a number.

    Raises:
        UndecidedError: it lies between bounds.
    """
    if money.low != money.high:
        raise UndecidedError
    return money.high


def penalty_for_delay(inputs: Inputs, agreed: Agreed, due: date, end: date, *, after: date = date.min) -> Money:
    """The penalty from the day after one on which something was due to another, both counted, no more than the cap.

    Where a later day of the delay is agreed, it runs from that.

    Args:
        inputs: the facts.
        agreed: how the penalty is agreed.
        due: the last day in time.
        end: the last day of the delay.
        after: a day up to which none is reckoned.
    """
    free = max(last_free_day(inputs, agreed, due), after)
    money = _beside_loss(_by_its_unit(inputs, agreed, free, max(end, free)), inputs, agreed)
    if free > max(due, after):
        begins = Step(says=f"按约定自逾期的第 {(free - due).days + 1} 日（{free + _DAY}）起计，以前的日子不计")
        money = money.model_copy(update={"steps": (begins, *money.steps)})
    share = inputs.number(agreed.cap)
    if share is None:
        return money
    base = _base(inputs, agreed)
    most = cents(base * share)
    if money.high <= most:
        return money
    low = None if money.low is None else min(money.low, most)
    step = Step(says=f"约定的上限：{yuan(base)}的 {in_per_cent(share)}", amount=most)
    return money.model_copy(update={"low": low, "high": most, "steps": (*money.steps, step)})


def last_free_day(inputs: Inputs, agreed: Agreed, due: date) -> date:
    """The last day that bears no penalty: the one in time, or a later one where it is agreed to run from the next."""
    return due + timedelta(days=int(inputs.number(agreed.nth) or 1) - 1)


def _beside_loss(money: Money, inputs: Inputs, agreed: Agreed) -> Money:
    """The same with a word on a loss that is told as well: the penalty stands for it (民法典 585 II)."""
    if not inputs.tellers(agreed.loss):
        return money
    says = "另外所说的损失已由违约金填补，不再相加；证明损失高于违约金的，可以请求增加到损失"
    return money.model_copy(update={"steps": (*money.steps, Step(says=says))})


def _by_its_unit(inputs: Inputs, agreed: Agreed, due: date, end: date) -> Money:
    days = (end - due).days
    from_to = f"{days} 天（自 {due} 的次日至 {end}）"
    if inputs.number(agreed.daily_sum) is not None:
        a_day = required_number(inputs, agreed.daily_sum)
        owed = a_day * days
        return exactly(owed, Step(says=f"每日 {a_day:,f} 元 × {from_to}", amount=cents(owed)))
    if inputs.number(agreed.monthly) is not None:
        return _by_the_month(inputs, agreed, due, end)
    multiple = inputs.number(agreed.prime_multiple) if agreed.prime_multiple else None
    if multiple is not None:
        late = Period(_base(inputs, agreed), due + _DAY, end)
        return interest_on((late,), times_prime(inputs, multiple))
    base = _base(inputs, agreed)
    steps, total = [], _ZERO
    for rate, since, until in _stages(inputs, agreed, due + _DAY, end):
        stretch = (until - since).days + 1
        owed = base * rate * stretch
        total += owed
        when = from_to if stretch == days else f"{stretch} 天（{since} 至 {until}）"
        says = f"{_base_in_words(inputs, agreed)} × 日 {(rate * 10000).normalize():f}‱ × {when}"
        steps.append(Step(says=says, amount=cents(owed)))
    if len(steps) > 1:
        steps.append(Step(says="各段合计", amount=cents(total)))
    return exactly(total, *steps)


def _by_the_month(inputs: Inputs, agreed: Agreed, due: date, end: date) -> Money:
    share, base = required_number(inputs, agreed.monthly), _base(inputs, agreed)
    whole, begun = months_between(due, end)
    low, high = cents(base * share * whole), cents(base * share * begun)
    says = f"{_base_in_words(inputs, agreed)} × 每月 {in_per_cent(share)} × {whole} 个月（自 {due} 的次日至 {end}）"
    steps = [Step(says=says, amount=low)]
    if begun != whole:
        steps.append(Step(says="不满一个月的零头按一个月算的（约定怎样算没有说明）", amount=high))
    return Money(low=low, high=high, steps=tuple(steps))


def months_between(due: date, end: date) -> tuple[int, int]:
    """The months after a day that are over at the end of another, and those that have begun."""
    whole = (end.year - due.year) * _MONTHS + end.month - due.month
    last = min(due.day, monthrange(end.year, end.month)[1])
    if end.day < last:
        whole -= 1
        return whole, whole + 1
    return whole, whole + (end.day > last)


def _stages(inputs: Inputs, agreed: Agreed, since: date, until: date) -> Iterator[tuple[Decimal, date, date]]:
    """The days of delay by the rates that hold for them; one told without days holds for all.

    Raises:
        MissingFactsError: some days have no rate, or two.
    """
    rates = inputs.periods(agreed.rate) or (Period(required_number(inputs, agreed.rate), None, None),)
    parts = ((one.value, max(since, one.since or since), min(until, one.until or until)) for one in rates)
    found = [(rate, first, last) for rate, first, last in parts if first <= last]
    if sum((last - first).days + 1 for _, first, last in found) != (until - since).days + 1:
        raise MissingFactsError(agreed.rate)
    return iter(found)


def _base(inputs: Inputs, agreed: Agreed) -> Decimal:
    told = _told_base(inputs, agreed)
    if told is not None:
        return told
    return required_number(inputs, _PRICE if inputs.truth(agreed.on_price) else "price_paid")


def _told_base(inputs: Inputs, agreed: Agreed) -> Decimal | None:
    return inputs.number(agreed.base) if agreed.base else None


def _base_in_words(inputs: Inputs, agreed: Agreed) -> str:
    if _told_base(inputs, agreed) is not None:
        words = "约定的计算基数"
    else:
        words = "房屋总价" if inputs.truth(agreed.on_price) else "已付房款"
    return f"{words} {yuan(_base(inputs, agreed))}"
