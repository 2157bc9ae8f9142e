"""Money: rounding to the cent, and sums that a party simply claims."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, Period, required_number

CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    """Rounded half up to 0.01 yuan."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def yuan(amount: Decimal) -> str:
    """A sum as it is told: fen by two figures, thousands apart: 12,825.00 元."""
    return f"{cents(amount):,f} 元"


def yuan_range(least: Decimal, most: Decimal) -> str:
    """A range of sums: 503.20 至 1,004.16 元."""
    return f"{cents(least):,f} 至 {yuan(most)}"


def exactly(amount: Decimal, *steps: Step) -> Money:
    """A sum without a range."""
    return Money(low=cents(amount), high=cents(amount), steps=steps)


def in_all(money: Money, title: str) -> Money:
    """The same with the sum of its steps, where there are several."""
    if len(money.steps) < 2:
        return money
    return money.model_copy(update={"steps": (*money.steps, Step(says=f"{title}合计", amount=money.high))})


def part_of(whole: str, share: str, title: str) -> Callable[[Inputs], Money]:
    """A calculation that takes a share of a sum; a share between bounds gives a sum between bounds."""

    def calculation(inputs: Inputs) -> Money:
        amount, bounds = told_sum(inputs, whole), inputs.bounds(share)
        if bounds is None:
            raise MissingFactsError(share)
        low, high = (cents(amount * bound) for bound in bounds)
        return Money(low=low, high=high, steps=(Step(says=f"{title}（{shown(bounds)}）", amount=high),))

    return calculation


def in_per_cent(share: Decimal) -> str:
    """A share or a rate as people write it: 3.45%."""
    return f"{(share * 100).normalize():f}%"


def shown(bounds: tuple[Decimal, Decimal]) -> str:
    """A share as people write it: 30%, or 20% 至 40%."""
    low, high = map(in_per_cent, bounds)
    return low if low == high else f"{low} 至 {high}"


def claimed(fact: str, title: str) -> Callable[[Inputs], Money]:
    """A calculation that takes the established number as it is; several, each of a time of its own, are added up."""

    def calculation(inputs: Inputs) -> Money:
        amount, parts = told_sum(inputs, fact), told_parts(inputs, fact)
        told = [Step(says=time_in_words(part), amount=cents(part.value)) for part in parts if len(parts) > 1]
        return exactly(amount, *told, Step(says=title, amount=cents(amount)))

    return calculation


def assessed(fact: str, title: str) -> Callable[[Inputs], Money]:
    """A calculation of what a court assesses: something between nothing and what is asked for."""

    def calculation(inputs: Inputs) -> Money:
        most = cents(required_number(inputs, fact))
        return Money(low=Decimal(0), high=most, steps=(Step(says=title, amount=most),))

    return calculation


def told_sum(inputs: Inputs, fact: str) -> Decimal:
    """The established number, or the sum of those of times of their own."""
    parts = told_parts(inputs, fact)
    return sum((part.value for part in parts), Decimal(0)) if parts else required_number(inputs, fact)


def told_parts(inputs: Inputs, fact: str) -> tuple[Period, ...]:
    """The established numbers, where every one of them names its time."""
    parts = inputs.periods(fact)
    return parts if all(part.since and part.until for part in parts) else ()


def time_in_words(part: Period) -> str:
    """The time of a part: 2019-06-01 至 2021-02-28 的部分."""
    return f"{part.since} 至 {part.until} 的部分"
