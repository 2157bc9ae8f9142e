"""Periods that run from a day of the dispute."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .inputs import Inputs, MissingFactsError


def days_since_end(inputs: Inputs) -> Decimal:
    """Days from the end of the contract to the day of the form; negative before it."""
    return Decimal((inputs.on - contract_end(inputs)).days)


def contract_end(inputs: Inputs) -> date:
    """The day on which the contract ended: as stated, or with its agreed term where it ended by that.

    Raises:
        MissingFactsError: neither is known.
    """
    day = inputs.day("contract_end_date")
    if day is None and inputs.truth("term_ended"):
        day = inputs.day("agreed_term_end")
    if day is None:
        raise MissingFactsError("contract_end_date")
    return day
