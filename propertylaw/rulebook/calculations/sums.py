"""Money: rounding to the cent, and sums that a party simply claims."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, required_number

CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    """Rounded half up to 0.01 yuan."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def exactly(amount: Decimal, *steps: Step) -> Money:
    """A sum without a range."""
    return Money(low=cents(amount), high=cents(amount), steps=steps)


def claimed(fact: str, title: str) -> Callable[[Inputs], Money]:
    """A calculation that takes the established number as it is."""

    def calculation(inputs: Inputs) -> Money:
        amount = required_number(inputs, fact)
        return exactly(amount, Step(says=title, amount=cents(amount)))

    return calculation
