"""The facts as they stand between two parties of a dispute: values for expressions, inputs for calculations."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from propertylaw.model import (
    Fact,
    FactDefinition,
    FactUse,
    FactValue,
    Locator,
    Participant,
    PartyId,
    Proof,
    Step,
)
from propertylaw.rulebook.calculations import FIGURES, Denier, Period, Teller

from .derived import rivals
from .fact_use import fact_use
from .found import find, told
from .known import NOT_PROVED, SAID_ALONE, SILENCE, Known, Supposed
from .relied_on import ReliedOn
from .rests_on import ANYTHING, RestsOn
from .statements import Statements
from .truth import OPEN, SILENT, UNPROVED, Code

if TYPE_CHECKING:
    from .casefile import CaseFile

_GAPS: dict[Proof, Code] = {"silent": SILENT, "unread": SILENT, **dict.fromkeys((*NOT_PROVED, "void"), UNPROVED)}
"""What a fact without a value counts as; OPEN where it stands in no other way."""


class PairFacts:
    """The facts between a claimant and a respondent; made by `CaseFile.between`."""

    def __init__(
        self,
        file: CaseFile,
        claimant: Participant,
        respondent: Participant,
        answers_as: Collection[PartyId] = (),
        relied: Callable[[], ReliedOn] = ReliedOn,
    ) -> None:
        self.file, self.claimant, self.respondent = file, claimant, respondent
        self._answers_as, self._relied = answers_as, relied
        self.statements = Statements(self, answers_as, relied)
        self.rests_on = RestsOn()
        self._known: dict[str, tuple[Known, ...]] = {}
        self._used: dict[str, FactUse] = {}
        self._before: PairFacts | None = None
        self._supposed: Collection[str] = ()

    @property
    def on(self) -> date:
        """The day of the form."""
        return self.file.dispute.on

    def all(self, fact: str) -> tuple[Known, ...]:
        """Every standing statement of the fact, in order of time; never empty."""
        if fact not in self._known:
            self._known[fact] = (SILENCE,)  # a derived fact that needs itself stays silent
            found = self._unmoved(fact) or self.rests_on.while_finding(fact, find, self)
            self._known[fact] = found
        if self.rests_on.being_found:
            self.rests_on.read(fact)
        return self._known[fact]

    def supposing(self, facts: Collection[str], before: PairFacts) -> None:
        """Take over from the same two parties, as they stand without it, what does not hang on what is supposed."""
        self._before, self._supposed = before, facts

    def _unmoved(self, fact: str) -> tuple[Known, ...] | None:
        """The fact as it stands before anything is supposed; None where it may hang on that."""
        if self._before is None or fact in self._supposed or not self._before.rests_on.leaves_room(fact):
            return None
        found = self._before.all(fact)
        rests = self._before.rests_on.of(fact)
        if not ANYTHING.isdisjoint(rests) or any(one in rests for one in self._supposed):
            return None
        self.rests_on.as_before(fact, rests)
        return found

    def known(self, fact: str) -> Known:
        """The fact as it stands; of several in time the last."""
        return self.all(fact)[-1]

    def value(self, fact: str) -> FactValue | None:
        """The established value, or None."""
        return self.known(fact).value

    def gap(self, fact: str) -> Code:
        """Why the fact has no value."""
        return _GAPS.get(self.known(fact).proof, OPEN)

    def use(self, fact: str) -> FactUse:
        """The fact for the report."""
        if fact not in self._used:
            self._used[fact] = fact_use(fact, self)
        return self._used[fact]

    def figures(self, definition: FactDefinition) -> tuple[Step, ...]:
        """The steps that show a fact, or are told beside it, where it holds; with the days that are still to come."""
        value = self.value(definition.id)
        if definition.figures is None or value is None or value is False:
            return ()
        return FIGURES[definition.figures](self)

    def number(self, fact: str) -> Decimal | None:
        """The established number, or None."""
        value = self.value(fact)
        return value if isinstance(value, Decimal) else None

    def bounds(self, fact: str) -> tuple[Decimal, Decimal] | None:
        """The bounds between which the number is known to lie, equal where it is known; or None."""
        known = self.known(fact)
        return (known.value, known.value) if isinstance(known.value, Decimal) else known.bounds

    def truth(self, fact: str) -> bool | None:
        """The established truth value, or None."""
        value = self.value(fact)
        return value if isinstance(value, bool) else None

    def choice(self, fact: str) -> str | None:
        """The established choice, or None."""
        value = self.value(fact)
        return value if isinstance(value, str) else None

    def day(self, fact: str) -> date | None:
        """The established date, or None."""
        value = self.value(fact)
        return value if isinstance(value, date) else None

    def days(self, fact: str) -> tuple[date, ...]:
        """All established dates, in order."""
        return tuple(sorted(known.value for known in self.all(fact) if isinstance(known.value, date)))

    def periods(self, fact: str) -> tuple[Period, ...]:
        """The established numbers with the time for which each holds."""
        return tuple(
            Period(known.value, known.since, known.until)
            for known in self.all(fact)
            if isinstance(known.value, Decimal)
        )

    def deniers(self, fact: str) -> frozenset[Denier]:
        """Who denies what is told of the fact, whatever is named to prove it."""
        sides: dict[str, Denier] = {self.claimant.id: "claimant", self.respondent.id: "respondent"}
        return frozenset(sides.get(one, "third") for fact_told in self.told(fact) for one in fact_told.denied_by)

    def tellers(self, fact: str) -> frozenset[Teller]:
        """Who tells the fact, as so or as not known to be so."""
        sides: dict[str | None, Teller] = {
            None: "nobody",
            self.claimant.id: "claimant",
            self.respondent.id: "respondent",
        }
        return frozenset(sides.get(one.said_by, "third") for one in self.told(fact) if one.value is not False)

    def people_of(self, fact: str) -> frozenset[str]:
        """Those of whom a true-or-false fact stands; empty for one who is not named."""
        told = self.file.said.get(fact, ())
        return frozenset(one.of or "" for one in told if self.statements.standing(one).value is True)

    def between(self, person: Participant) -> PairFacts:
        """The facts as they stand between the same claimant and somebody else."""
        return PairFacts(self.file, self.claimant, person, self._answers_as, self._relied)

    def taken_off(self, start: date) -> Decimal:
        """Nothing: what defences take off is supposed where a sum is reckoned on what they leave."""
        return Decimal(0)

    @property
    def set_off(self) -> tuple[Period, ...]:
        """Nothing: the same holds of what was set off."""
        return ()

    def disputed(self, fact: Fact) -> bool:
        """Whether a statement counts between the two, and is denied and not proved."""
        return self.statements.proof(fact) in SAID_ALONE and fact in self.statements.of(self.file.facts[fact.id])

    def in_form(self, fact: str) -> tuple[FactValue, ...]:
        """The values that the form states, whether they stand or not."""
        return tuple(one.value for one in self.told(fact) if one.value is not None)

    def told(self, fact: str) -> tuple[Fact, ...]:
        """The statements of the form that count between the two; none of what is derived, or of a role."""
        definition = self.file.facts.get(fact)
        return () if definition is None or definition.calc else tuple(self.statements.of(definition))

    def stands_of_anybody(self, fact: str) -> bool:
        """Whether a true-or-false fact stands of anybody of the dispute."""
        return bool(self.people_of(fact))

    def unproved(self, fact: Fact) -> bool:
        """Whether a statement, of whomever it is told, is denied and not proved."""
        return self.statements.proof(fact) in SAID_ALONE

    def beside(self, fact: str) -> tuple[Known, ...]:
        """What documents state of a fact, where the form says something else, or one of several things."""
        definition, stated = self.file.facts[fact], self.in_form(fact)
        if not stated:
            return ()
        found = self.file.documents.state(definition, self.value)
        told = tuple(one for one in found if one.proof in ("document", "several"))
        in_steps = any(one.proof == "several" for one in told) and len(stated) > 1
        return () if in_steps or all(one.value in stated for one in told) else told

    def by_itself(self, fact: str) -> Known:
        """A fact as the form, the documents and other facts tell it, whatever excludes it."""
        self.rests_on.also(fact)
        return told(self.file.facts[fact], self)[-1]

    def said_to_be(self, fact: str) -> bool:
        """Whether the form says what a fact is, and not only that it is unknown."""
        return any(one.value is not None or one.low is not None for one in self.told(fact))

    def spares(self, definition: FactDefinition) -> bool:
        """Whether what both sides agree on leaves nothing of a fact to ask."""
        spared = definition.spared_by
        return bool(spared) and all(self.known(one).proof == "admitted" for one in spared)

    def one_of_each_clause(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Of facts of which clauses speak that were not understood, one of each clause: who tells it has read that."""
        by_clause: dict[tuple[Locator, ...], str] = {}
        for id in facts:
            by_clause.setdefault(self.known(id).stated_at, id)
        return tuple(by_clause.values())

    def _under(self, file: CaseFile) -> PairFacts:
        """The same two parties under another form of the dispute."""
        return PairFacts(file, self.claimant, self.respondent, self._answers_as, self._relied)

    def rivals(self, fact: str) -> tuple[Supposed, ...]:
        """The days, or the least and the most of the numbers, of which both sides have evidence, where that leaves the
        fact without a value."""
        return rivals(fact, self)

    def under(self, file: CaseFile, changed: Collection[str]) -> PairFacts:
        """The same two parties under a form of the dispute that differs in these facts alone."""
        there = PairFacts(file, self.claimant, self.respondent, self._answers_as, self._relied)
        there.supposing(changed, self)
        return there

    def question(self, definition: FactDefinition) -> str:
        """The question for a fact, as it is put of what happened, or of the party that it is about."""
        fitting = (words for fact, words in definition.asked_where.items() if self.value(fact) is True)
        about = self.statements.holder(definition) or self.respondent
        return next(fitting, "") or definition.asked_of.get(about.role, definition.question)
