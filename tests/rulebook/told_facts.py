"""Facts for a calculation, each told by a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from propertylaw.rulebook.calculations import Teller
from propertylaw.rulebook.calculations.nothing_told import NothingTold


@dataclass
class Facts(NothingTold):
    """What is told of a dispute on a day, by kind of fact."""

    on: date = date(2025, 6, 30)
    numbers: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    truths: dict[str, bool] = field(default_factory=dict)

    def number(self, fact: str) -> Decimal | None:
        return Decimal(self.numbers[fact]) if fact in self.numbers else None

    def truth(self, fact: str) -> bool | None:
        return self.truths.get(fact)

    def choice(self, fact: str) -> str | None:
        return self.choices.get(fact)

    def day(self, fact: str) -> date | None:
        return self.dates.get(fact)

    def tellers(self, fact: str) -> frozenset[Teller]:
        return frozenset({"nobody"} if fact in self.truths else ())
