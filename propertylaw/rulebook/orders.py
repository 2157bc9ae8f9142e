"""Facts whose values stand in an order, from `rules/orders.yaml`: no more agree than take part, no notice of a decision
before it."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from propertylaw.errors import RuleError
from propertylaw.model.base import Model

from .data import data_folder
from .store import kept
from .yaml_file import read_yaml


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
    file = data_folder("rules") / "orders.yaml"
    return kept("orders", [file], lambda: read_yaml(file, tuple[Order, ...], RuleError))
