"""From which day limitation runs where nobody told it: between the earliest and the latest day that it may be.

Before harm was done nobody knows of it, and who demands money back knows that it is owed. Where both days lead to the
same, that is so whatever the day in between; else it is open. It is for the debtor to plead limitation, and once he has
(`left_open`), silence about the day decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from .inputs import Inputs, MissingFactsError, UndecidedError
from .limitation import Acts, acts_of_creditor, out_of_time, with_reports

if TYPE_CHECKING:
    from propertylaw.rulebook.earlier_limitation import Kind

_T = TypeVar("_T")


class Start(NamedTuple):
    """Which facts tell from when the limitation of a claim runs, and what interrupts it."""

    known: str
    """The day itself."""
    demands: str
    not_before: tuple[str, ...] = ()
    """Facts whose earliest day, or the beginning of the time for which they hold, it does not precede."""
    not_after: tuple[str, ...] = ()
    """Facts whose earliest day it does not follow."""


class Running(NamedTuple):
    """The days between which the limitation of a claim begins to run, the same where it is told; None: untold."""

    earliest: date | None
    latest: date | None
    acts: Acts
    start: Start

    def barred(self, kind: Kind = "general") -> bool:
        """Whether the claim is out of time.

        Raises:
            UndecidedError: that hangs on the day from which it runs, and nobody told it.
        """
        if self.earliest is not None and not out_of_time(self.earliest, self.acts.at_least, kind):
            return False
        if self.latest is not None and out_of_time(self.latest, self.acts, kind):
            return True
        raise UndecidedError(*(() if self.told else (self.start.known,)), *self.acts.untold)

    def late(self, day: date | None) -> bool | None:
        """Whether what arose on a day (None: as early as may be) is out of time.

        None where that hangs on the day from which it runs, or on days off that nobody knows yet.
        """
        first = max(filter(None, (self.earliest, day)), default=None)
        if first is not None and (late := self._late(first)) is not True:
            return late
        return (self._late(max(self.latest, day or self.latest)) or None) if self.latest is not None else None

    @property
    def told(self) -> bool:
        """Whether the day is told from which it runs."""
        return self.latest is not None and self.earliest == self.latest

    def _late(self, since: date) -> bool | None:
        try:
            return out_of_time(since, self.acts)
        except MissingFactsError:
            return None


def running(inputs: Inputs, start: Start) -> Running:
    """From when limitation runs as the facts tell it."""
    first = min(_days(inputs, start.not_before), default=None)
    last = min(_days(inputs, start.not_after), default=None)
    known = inputs.day(start.known)
    if known is not None:
        first = last = known if last is None else min(known, last)
    return Running(first, last, acts_of_creditor(inputs, start.demands), start)


def reported(inputs: Inputs, start: Start) -> Running:
    """The same where reports to the police count too."""
    found = running(inputs, start)
    return found._replace(acts=with_reports(found.acts, inputs))


def barred_by(start: Start, runs: Callable[[Inputs, Start], Running] = running) -> Callable[[Inputs], bool]:
    """The calculation that says whether a claim is out of time."""

    def calculation(inputs: Inputs) -> bool:
        return runs(inputs, start).barred()

    return calculation


def asked(fact: str) -> Callable[[Inputs], bool]:
    """The calculation that takes a fact as it is told, and leaves it open where nobody told it."""

    def calculation(inputs: Inputs) -> bool:
        told = inputs.truth(fact)
        if told is None:
            raise UndecidedError(fact)
        return told

    return calculation


def left_open(calculation: Callable[[Inputs], _T]) -> Callable[[Inputs], _T]:
    """The calculation that leaves open what it cannot tell because nobody told the facts that it reads."""

    def asking(inputs: Inputs) -> _T:
        try:
            return calculation(inputs)
        except UndecidedError:
            raise
        except MissingFactsError as missing:
            if missing.facts:
                raise UndecidedError(*missing.facts) from None
            raise

    return asking


def _days(inputs: Inputs, facts: tuple[str, ...]) -> Iterator[date]:
    for fact in facts:
        yield from inputs.days(fact)
        yield from (period.since for period in inputs.periods(fact) if period.since)
