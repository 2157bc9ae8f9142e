"""Loan prime rates by the day, from `rules/rates/lpr.yaml`; what lies outside the table is unknown, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from propertylaw.model.base import Model

from .shipped import shipped

_DAY = timedelta(days=1)


class PrimeRate(Model):
    """The rates of one announcement, as fractions a year."""

    announced: date
    one_year: Decimal
    five_years: Decimal


class PrimeRates(Model):
    """All announcements that changed a rate, in order."""

    source: str
    known_until: date
    rows: tuple[PrimeRate, ...]

    def between(self, since: date, until: date) -> Iterator[tuple[date, date, PrimeRate]]:
        """The stretches of the time from `since` to `until` for which a rate is known, each with its rate."""
        for number, row in enumerate(self.rows):
            following = self.rows[number + 1].announced - _DAY if number + 1 < len(self.rows) else self.known_until
            first, last = max(since, row.announced), min(until, following)
            if first <= last:
                yield first, last, row


@cache
def prime_rates() -> PrimeRates:
    """The table that ships with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("rates/lpr", PrimeRates)
