"""The facts of a claim with some of its numbers changed: what would be owed at another price or rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .inputs import Inputs, Period


@dataclass(frozen=True, slots=True)
class Supposed:
    """Facts as they stand, except for the numbers named here; an empty tuple: the number is not there."""

    inputs: Inputs
    numbers: Mapping[str, tuple[Period, ...]]

    @property
    def on(self) -> date:
        """The day of the form."""
        return self.inputs.on

    def number(self, fact: str) -> Decimal | None:
        """The supposed number, or the established one."""
        if fact not in self.numbers:
            return self.inputs.number(fact)
        return self.numbers[fact][-1].value if self.numbers[fact] else None

    def truth(self, fact: str) -> bool | None:
        """The established truth value."""
        return self.inputs.truth(fact)

    def day(self, fact: str) -> date | None:
        """The established date."""
        return self.inputs.day(fact)

    def days(self, fact: str) -> tuple[date, ...]:
        """All established dates."""
        return self.inputs.days(fact)

    def periods(self, fact: str) -> tuple[Period, ...]:
        """The supposed numbers, or the established ones."""
        return self.numbers[fact] if fact in self.numbers else self.inputs.periods(fact)
