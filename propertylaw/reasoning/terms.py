"""Which facts a calculation asked for: what of the documents a sum was computed with can then be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from propertylaw.model import FactUse
from propertylaw.rulebook.calculations import Denier, Inputs, Period, Teller

from .pair_facts import PairFacts


class Noted:
    """Facts as they stand; notes what was asked for."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._asked: dict[str, None] = {}

    def stated(self, facts: PairFacts) -> Iterator[FactUse]:
        """What was asked for and stands in a document."""
        return (use for use in self._uses(facts) if use.proof == "document")

    def denied(self, facts: PairFacts) -> Iterator[FactUse]:
        """What was asked for, has evidence and is denied: whether that proves it is for the court."""
        return (use for use in self._uses(facts) if use.denied_by)

    def _uses(self, facts: PairFacts) -> Iterator[FactUse]:
        return (facts.use(id) for id in self._asked if id in facts.file.facts)

    def left_by_clauses(self, facts: PairFacts) -> bool:
        """Whether something was asked for of which a clause speaks that was not understood."""
        return any(facts.known(id).proof == "not_understood" for id in self._asked if id in facts.file.facts)

    def untold(self, facts: PairFacts) -> Iterator[str]:
        """Numbers that were asked for and of which nobody spoke: a payment, a cap, another way to reckon."""
        for id in self._asked:
            definition = facts.file.facts.get(id)
            if definition is None or definition.type != "number" or definition.calc or definition.exceptional:
                continue
            if facts.known(id).proof == "silent":
                yield id

    def untold_days(self, facts: PairFacts) -> Iterator[str]:
        """Days that were asked for, of which nobody spoke and which another fact makes a question."""
        for id in self._asked:
            definition = facts.file.facts.get(id)
            if definition and definition.type == "date" and definition.asked_with and not facts.told(id):
                yield from (id,) if facts.truth(definition.asked_with) else ()

    @property
    def on(self) -> date:
        """The day of the form."""
        return self._inputs.on

    def number(self, fact: str) -> Decimal | None:
        """The number as it stands."""
        return self._noted(fact).number(fact)

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """Its bounds as they stand."""
        return self._noted(fact).bounds(fact)

    def truth(self, fact: str) -> bool | None:
        """The truth value as it stands."""
        return self._noted(fact).truth(fact)

    def choice(self, fact: str) -> str | None:
        """The choice as it stands."""
        return self._noted(fact).choice(fact)

    def day(self, fact: str) -> date | None:
        """The date as it stands."""
        return self._noted(fact).day(fact)

    def days(self, fact: str) -> tuple[date, ...]:
        """All dates as they stand."""
        return self._noted(fact).days(fact)

    def periods(self, fact: str) -> tuple[Period, ...]:
        """The numbers in time as they stand."""
        return self._noted(fact).periods(fact)

    def deniers(self, fact: str) -> frozenset[Denier]:
        """Who denies what is told of it."""
        return self._noted(fact).deniers(fact)

    def tellers(self, fact: str) -> frozenset[Teller]:
        """Who tells it."""
        return self._noted(fact).tellers(fact)

    def people_of(self, fact: str) -> frozenset[str]:
        """Those of whom a true-or-false fact stands."""
        return self._noted(fact).people_of(fact)

    def taken_off(self, start: date) -> Decimal:
        """What is taken off the instalment that begins on a day."""
        return self._inputs.taken_off(start)

    @property
    def set_off(self) -> tuple[Period, ...]:
        """What was set off against the fees."""
        return self._inputs.set_off

    def _noted(self, fact: str) -> Inputs:
        self._asked[fact] = None
        return self._inputs
