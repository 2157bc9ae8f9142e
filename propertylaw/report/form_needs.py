"""What a calculation cannot do without, and which numbers change what it comes to: found by trying it on nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import Inputs, MissingFactsError, Period
from propertylaw.rulebook.calculations.nothing_told import NothingTold

_FIRST_DAY = date(2024, 1, 1)
_LATER = timedelta(days=100)
_ONE = Decimal(1)


@cache
def needed_by(calculation: Callable[[Inputs], object], book: Rules) -> tuple[str, ...]:
    """The facts that a calculation misses one after the other, where nothing is told but what it missed before."""
    return tuple(_tried(calculation, book).told)


@cache
def numbers_used_by(calculation: Callable[[Inputs], object], book: Rules) -> tuple[str, ...]:
    """The numbers that it then looks at beside them, but for what is told only out of the usual."""
    tried = _tried(calculation, book)
    looked_at = (book.facts[id] for id in tried.numbers if id in book.facts and id not in tried.told)
    return tuple(fact.id for fact in looked_at if not (fact.calc or fact.exceptional))


def _tried(calculation: Callable[[Inputs], object], book: Rules) -> _Trial:
    trial = _Trial(book)
    while True:
        try:
            calculation(trial)
        except MissingFactsError as missing:
            if not trial.supply(missing.facts):
                return trial
        else:
            return trial


class _Trial(NothingTold):
    """A dispute of which nothing is told but what a calculation missed, each with a plain value.

    Args:
        book: the rules that say of which type a fact is.
    """

    def __init__(self, book: Rules) -> None:
        self._book = book
        self.told: dict[str, object] = {}
        self.numbers: dict[str, None] = {}

    def supply(self, missing: tuple[str, ...]) -> bool:
        """Tell what is missing; whether there was anything that was not told before."""
        new = [id for id in missing if id in self._book.facts and id not in self.told]
        self.told |= {id: self._plain(id, len(self.told) + at) for at, id in enumerate(new)}
        return bool(new)

    def _plain(self, id: str, at: int) -> object:
        fact = self._book.facts[id]
        plain = {"number": _ONE, "date": _FIRST_DAY + at * _LATER, "boolean": True}
        return plain.get(fact.type) or next(iter(fact.choices), None)

    @property
    def on(self) -> date:
        """A day long after everything."""
        return date(2026, 1, 1)

    def number(self, fact: str) -> Decimal | None:
        """The number, noted."""
        self.numbers[fact] = None
        value = self.told.get(fact)
        return value if isinstance(value, Decimal) else None

    def periods(self, fact: str) -> tuple[Period, ...]:
        """The number for all time."""
        value = self.number(fact)
        return () if value is None else (Period(value, None, None),)

    def truth(self, fact: str) -> bool | None:
        """The truth value."""
        value = self.told.get(fact)
        return value if isinstance(value, bool) else None

    def choice(self, fact: str) -> str | None:
        """The choice."""
        value = self.told.get(fact)
        return value if isinstance(value, str) else None

    def day(self, fact: str) -> date | None:
        """The day."""
        value = self.told.get(fact)
        return value if isinstance(value, date) else None
