"""The ledger of two people who owe each other: how much of each debt a set-off takes, never more than the other owes.

民法典 568 I, 合同编通则解释 55: when the notice arrives, both debts end to the same amount, and the rest stays owed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Truth

_ZERO = Decimal(0)


class Range(NamedTuple):
    """A sum between two bounds."""

    low: Decimal
    high: Decimal | None
    """None: nobody knows how much it may be."""

    def limited(self, other: Range) -> Range:
        """The smaller of two sums."""
        return Range(min(self.low, other.low), _least(self.high, other.high))


NOTHING = Range(_ZERO, _ZERO)
UNKNOWN = Range(_ZERO, None)


class Debt(NamedTuple):
    """One debt, before anything is set off."""

    owed: Range
    meant: Truth
    """Whether what was set off was set off with it, or against it."""


def taken_off(told: Range, meant: Truth, beside: Collection[Debt], others: Collection[Debt]) -> Range:
    """How much a set-off takes of a debt, if the debt is as high: first of those that are meant, and of one of which
    that is open only what those leave.

    Args:
        told: how much is said to be set off.
        meant: whether this debt is.
        beside: other debts of the same debtor to the same creditor that may be meant as well.
        others: the debts the other way that may be meant.
    """
    off = told.limited(_together(others)) if others else told
    for debt in beside:
        if meant is Truth.TRUE and debt.meant is not Truth.TRUE:
            continue
        taken = _least(debt.owed.high, off.high)
        low = _ZERO if taken is None else max(off.low - taken, _ZERO)
        first = meant is not Truth.TRUE and debt.meant is Truth.TRUE
        high = max(off.high - debt.owed.low, _ZERO) if first and off.high is not None else off.high
        off = Range(low, high)
    return off


def left_of(told: Range, first: Iterable[Debt], others: Collection[Debt]) -> Range:
    """What is left of a set-off for a debt once those that go before it are paid.

    Args:
        told: how much is said to be set off.
        first: the debts that go before it.
        others: the debts the other way that may be meant.
    """
    off = told.limited(_together(others)) if others else told
    for debt in first:
        low = _ZERO if debt.owed.high is None else max(off.low - debt.owed.high, _ZERO)
        high = None if off.high is None else max(off.high - debt.owed.low, _ZERO)
        off = Range(low, high)
    return off


def one_debt(claims: Iterable[Debt]) -> Debt:
    """Several claims for the same money, of which only one can be had."""
    found = list(claims)
    highs = [one.owed.high for one in found]
    high = None if None in highs else max(one for one in highs if one is not None)
    meant = Truth.TRUE if any(one.meant is Truth.TRUE for one in found) else Truth.UNKNOWN
    return Debt(Range(max(one.owed.low for one in found), high), meant)


def _together(debts: Collection[Debt]) -> Range:
    """How much there is to be set off with: while it is open which debt is meant, it may be another one yet."""
    meant = [one.owed for one in debts if one.meant is Truth.TRUE]
    if not meant:
        return Range(min(one.owed.low for one in debts), None)
    highs = [one.owed.high for one in debts]
    low = sum((one.low for one in meant), _ZERO)
    return Range(low, None if None in highs else sum((one for one in highs if one is not None), _ZERO))


def _least(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
