"""Periods that run from a day of the dispute."""

from __future__ import annotations

from decimal import Decimal

from .inputs import Inputs, required_day


def days_since_end(inputs: Inputs) -> Decimal:
    """Days from the end of the contract to the day of the form; negative before it."""
    return Decimal((inputs.on - required_day(inputs, "contract_end_date")).days)
