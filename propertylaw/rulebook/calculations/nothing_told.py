"""Facts of which nobody told anything: what a calculation is tried on, and what examples fill in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .inputs import Denier, Period, Teller


class NothingTold:
    """The `Inputs` of a claim without any facts, but for its day; whatever is told is for who builds on it."""

    def number(self, fact: str) -> Decimal | None:
        """None."""
        return None

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """The number as both bounds."""
        number = self.number(fact)
        return None if number is None else (number, number)

    def truth(self, fact: str) -> bool | None:
        """None."""
        return None

    def choice(self, fact: str) -> str | None:
        """None."""
        return None

    def day(self, fact: str) -> date | None:
        """None."""
        return None

    def days(self, fact: str) -> tuple[date, ...]:
        """The day alone."""
        day = self.day(fact)
        return () if day is None else (day,)

    def periods(self, fact: str) -> tuple[Period, ...]:
        """None."""
        return ()

    def deniers(self, fact: str) -> frozenset[Denier]:
        """Nobody."""
        return frozenset()

    def tellers(self, fact: str) -> frozenset[Teller]:
        """Nobody."""
        return frozenset()

    def people_of(self, fact: str) -> frozenset[str]:
        """Nobody."""
        return frozenset()

    def taken_off(self, start: date) -> Decimal:
        """Nothing."""
        return Decimal(0)

    @property
    def set_off(self) -> tuple[Period, ...]:
        """Nothing."""
        return ()
