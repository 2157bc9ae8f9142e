"""Periods of limitation before 1 October 2017, from `rules/earlier_limitation.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Literal

from propertylaw.model.base import Model
from propertylaw.model.locator import Locator

from .shipped import shipped

Kind = Literal["general", "body", "deposit"]
"""What is claimed: anything, compensation for harm to the body, for what was given into custody."""


class EarlierPeriod(Model):
    """One period."""

    id: Kind
    years: int
    says: str
    """In Chinese, with its source."""
    basis: tuple[Locator, ...]


class EarlierLimitation(Model):
    """All of them, and what became of those that were over."""

    says: str
    basis: tuple[Locator, ...]
    periods: tuple[EarlierPeriod, ...]

    def of(self, kind: Kind) -> EarlierPeriod:
        """The period for what is claimed."""
        return next(period for period in self.periods if period.id == kind)


@cache
def earlier_limitation() -> EarlierLimitation:
    """The periods that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("earlier_limitation", EarlierLimitation)
