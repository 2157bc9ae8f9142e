"""Instalments of fees: the stretch of service, the day of payment, and how what is late of them is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from propertylaw.model import Step

from .sums import cents, yuan


class Instalment(NamedTuple):
    """A stretch of service with one day of payment."""

    start: date
    end: date
    due: date
    """At the earliest, where it is not told for sure."""
    latest: date
    """The same at the latest."""
    untold: str = ""
    """The fact that would tell; empty where it is sure."""


class Overdue(NamedTuple):
    """What is late of an instalment, and for how long."""

    instalment: Instalment
    fee: Decimal
    since: date
    """The first day late."""
    until: date
    paid: str = ""
    """How it was paid, in words; empty where it is still unpaid."""

    @property
    def days(self) -> int:
        """Days late, both ends counted."""
        return (self.until - self.since).days + 1


def late_steps(late: Iterable[tuple[Overdue, Decimal]]) -> Iterator[Step]:
    """What is late and how long, instalment by instalment; those that follow each other with the same fee together.

    Args:
        late: what is late of each instalment, with its rate a day.
    """
    for (fee, paid, rate), told in groupby(late, key=lambda one: (one[0].fee, one[0].paid, one[1])):
        found = (one for one, _ in told)
        group = list(found)
        first, last = group[0], group[-1]
        count = f"共 {len(group)} 期，每期" if len(group) > 1 else "一期"
        days = f"{first.days} 至 {last.days}" if first.days != last.days else f"{first.days}"
        whole = cents(fee * len(group))
        together = "" if whole == cents(fee) * len(group) else f"（合计 {yuan(whole)}）"
        of = f"{first.instalment.start} 至 {last.instalment.end} {count}{paid}"
        says = f"{of} {yuan(fee)}{together}，逾期 {days} 日"
        yield Step(says=says, amount=cents(sum((one.fee * rate * one.days for one in group), Decimal(0))))
