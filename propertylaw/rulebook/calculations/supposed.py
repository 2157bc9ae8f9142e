"""The facts of a claim with some numbers or dates changed: what would be owed at another price, for less time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from .inputs import Denier, Inputs, Period, Teller

_NONE: Mapping[Any, Any] = MappingProxyType({})


class Supposed(NamedTuple):
    """Facts as they stand, except for those named here; an empty tuple: the number is not there."""

    inputs: Inputs
    numbers: Mapping[str, tuple[Period, ...]] = _NONE
    dates: Mapping[str, date] = _NONE
    off: Mapping[date, Decimal] = _NONE
    """What is taken off the fees, by the first day of the instalment."""
    against: tuple[Period, ...] = ()
    """What was set off against the fees, each with the day on which the notice arrived."""

    @property
    def on(self) -> date:
        """The day of the form."""
        return self.inputs.on

    def number(self, fact: str) -> Decimal | None:
        """The supposed number, or the established one."""
        if fact not in self.numbers:
            return self.inputs.number(fact)
        return self.numbers[fact][-1].value if self.numbers[fact] else None

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """The supposed number as both bounds, or the established bounds."""
        if fact not in self.numbers:
            return self.inputs.bounds(fact)
        number = self.number(fact)
        return None if number is None else (number, number)

    def truth(self, fact: str) -> bool | None:
        """The established truth value."""
        return self.inputs.truth(fact)

    def choice(self, fact: str) -> str | None:
        """The established choice."""
        return self.inputs.choice(fact)

    def day(self, fact: str) -> date | None:
        """The supposed date, or the established one."""
        return self.dates.get(fact) or self.inputs.day(fact)

    def days(self, fact: str) -> tuple[date, ...]:
        """The supposed date, or all established ones."""
        return (self.dates[fact],) if fact in self.dates else self.inputs.days(fact)

    def periods(self, fact: str) -> tuple[Period, ...]:
        """The supposed numbers, or the established ones."""
        return self.numbers[fact] if fact in self.numbers else self.inputs.periods(fact)

    def deniers(self, fact: str) -> frozenset[Denier]:
        """Who denies what is told of it."""
        return self.inputs.deniers(fact)

    def tellers(self, fact: str) -> frozenset[Teller]:
        """Who tells it."""
        return self.inputs.tellers(fact)

    def people_of(self, fact: str) -> frozenset[str]:
        """Those of whom a true-or-false fact stands."""
        return self.inputs.people_of(fact)

    def taken_off(self, start: date) -> Decimal:
        """The supposed deduction, or the established one."""
        return self.off.get(start, self.inputs.taken_off(start))

    @property
    def set_off(self) -> tuple[Period, ...]:
        """The supposed set-off, or that of the facts."""
        return self.against or self.inputs.set_off
