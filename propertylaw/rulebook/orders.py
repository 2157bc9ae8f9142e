"""Facts whose values stand in an order, from `rules/orders.yaml`: no more agree than take part, no notice of a decision
before it."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from propertylaw.model.base import Model

from .shipped import shipped


class Order(Model):
    """Facts, the least or the first first: none is greater or later than one behind it."""

    facts: tuple[str, ...] = Field(min_length=2)
    says: str
    """Why it cannot be otherwise, in Chinese."""
    advice: str


@cache
def orders() -> tuple[Order, ...]:
    """The orders that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("orders", tuple[Order, ...])
