"""What a calculation may ask of a dispute."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, Protocol

Denier = Literal["claimant", "respondent", "third"]
"""Who denies something: one of the two parties of a claim, or somebody else."""


Teller = Literal[Denier, "nobody"]
"""Who tells something: one of these, or the form in no one's name."""


class MissingFactsError(Exception):
    """Facts without which the calculation cannot be done; caught by the reasoning room, never shown as an error."""

    def __init__(self, *facts: str) -> None:
        self.facts = facts
        super().__init__(", ".join(facts))


class UndecidedError(MissingFactsError):
    """Everything was told that brings the point up; which way it goes hangs on these facts: it stays open."""


class Period(NamedTuple):
    """A number that holds from a day to a day, both included; None: open on that side."""

    value: Decimal
    since: date | None
    until: date | None


class Inputs(Protocol):
    """The facts of one claim between two parties."""

    @property
    def on(self) -> date:
        """The day of the dispute form."""

    def number(self, fact: str) -> Decimal | None:
        """The established number, or None."""

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """The bounds between which the number is known to lie, equal where it is known; or None."""

    def truth(self, fact: str) -> bool | None:
        """The established truth value, or None."""

    def choice(self, fact: str) -> str | None:
        """The established choice, or None."""

    def day(self, fact: str) -> date | None:
        """The established date, or None; the last when several are stated."""

    def days(self, fact: str) -> tuple[date, ...]:
        """All established dates, in order."""

    def periods(self, fact: str) -> tuple[Period, ...]:
        """The established numbers with the time for which each holds, in order."""

    def deniers(self, fact: str) -> frozenset[Denier]:
        """Who denies what is told of the fact, whatever is named to prove it."""

    def tellers(self, fact: str) -> frozenset[Teller]:
        """Who tells the fact, as so or as not known to be so."""

    def people_of(self, fact: str) -> frozenset[str]:
        """Those of whom a true-or-false fact stands; empty for one who is not named."""

    def taken_off(self, start: date) -> Decimal:
        """What defences take off the fee of the instalment that begins on a day."""

    @property
    def set_off(self) -> tuple[Period, ...]:
        """What was set off against the fees, each with the day on which the notice arrived."""


def required_number(inputs: Inputs, fact: str) -> Decimal:
    """The number, or MissingFactsError."""
    value = inputs.number(fact)
    if value is None:
        raise MissingFactsError(fact)
    return value


def required_day(inputs: Inputs, fact: str) -> date:
    """The date, or MissingFactsError."""
    value = inputs.day(fact)
    if value is None:
        raise MissingFactsError(fact)
    return value
