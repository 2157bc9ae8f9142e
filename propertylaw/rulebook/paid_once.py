"""Debts that two may pay, from `rules/paid_once.yaml`: the debtor, and who promised him to pay the creditor."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Locator
from propertylaw.model.base import Model

from .shipped import shipped


class PaidOnce(Model):
    """A claim for a debt, and the debtor's claim that somebody else pays it."""

    debt: str
    promise: str
    says: str
    """What the one owes once the other has paid, in Chinese."""
    basis: tuple[Locator, ...]


@cache
def paid_once() -> tuple[PaidOnce, ...]:
    """The debts that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("paid_once", tuple[PaidOnce, ...])
