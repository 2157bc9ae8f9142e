"""A claim in the ledger of set-off, and what a set-off takes off it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import (
    ClaimFinding,
    DefenceFinding,
    Effect,
    Fact,
    Money,
    Truth,
)
from propertylaw.rulebook.calculations.sums import cents, told_parts
from propertylaw.rulebook.set_off import own_set_off, set_off_rule

from .bench import Bench
from .between_whom import MEANT
from .case import Case
from .finding import Examined
from .ledger import UNKNOWN, Debt, Range
from .one_sum import one_and_the_same
from .program import FAILS, Part
from .which_claims import Wanted

ZERO = Decimal(0)
SUM, AROSE = "setoff_sum", "setoff_debt_date"
"""Facts: how much is set off, and since when the debt is there."""


class Entry(NamedTuple):
    """A claim in the ledger."""

    number: int
    """Its place among the claims of the dispute."""
    wanted: Wanted
    case: Case
    """The dispute as this claim sees it."""
    first: Examined
    """How it came out before the ledger was looked at."""

    @property
    def finding(self) -> ClaimFinding:
        """The same."""
        return self.first.answered.finding

    @property
    def ways(self) -> tuple[str, str]:
        """Who asks, and of whom."""
        return self.finding.claimant, self.finding.respondent

    @property
    def part(self) -> Part:
        """The claim itself."""
        return self.wanted.pair[0]

    @property
    def bench(self) -> Bench:
        """Its two parties, with the facts as it sees them."""
        return self.case.bench(*self.ways).inside(self.part.claim.id)

    @property
    def answer(self) -> DefenceFinding | None:
        """Its defence of set-off."""
        return defence_of_set_off(self.bench.examination(self.part).defences)

    @property
    def meant(self) -> bool | None:
        """Whether the form says that its money was set off; None where it does not say."""
        return self.bench.facts.truth(MEANT)

    @property
    def told(self) -> Range:
        """How much is said to be set off, by all notices together."""
        if parts := told_parts(self.bench.facts, SUM):
            total = sum((one.value for one in parts), ZERO)
            return Range(total, total)
        bounds = self.bench.facts.bounds(SUM)
        return Range(*bounds) if bounds else UNKNOWN

    @property
    def declared(self) -> Range:
        """The same, whether or not the debt is proved: for what rests on a claim that is decided with it."""
        sums = {one for one in self.bench.facts.in_form(SUM) if isinstance(one, Decimal)}
        return Range(min(sums), max(sums)) if len(sums) == 1 else self.told

    def with_facts(self, facts: Iterable[Fact]) -> Entry:
        """The same claim in a form with these facts."""
        file = self.case.file
        file = replace(file, dispute=file.dispute.model_copy(update={"facts": tuple(facts)}))
        return self._replace(case=self.case._replace(file=file))

    def with_common_defence(self, more: Iterable[Fact]) -> Entry:
        """The same claim with the common defence of set-off, in a form with more facts."""
        part, by, other = self.wanted.pair
        wanted = self.wanted._replace(pair=(part._replace(set_off=True), by, other))
        return self._replace(wanted=wanted).with_facts((*self.case.file.dispute.facts, *more))


class Account(NamedTuple):
    """A claim with what a set-off takes off it."""

    entry: Entry
    debt: Debt
    off: Range
    against: tuple[tuple[Entry, Debt], ...]
    """The claims the other way."""
    in_order: bool = False
    """Whether the debts that fell due earlier went first."""
    joint: bool = False
    """Whether it is against another who owes jointly with the one who set off."""


def in_money(part: Part) -> bool:
    """Whether a claim is for money that may be set off."""
    return part.claim.id not in set_off_rule().apart and any(remedy.pays for remedy in part.remedies)


def rivals_of(entry: Entry, pair: Iterable[Entry]) -> list[Entry]:
    """Other claims of the same creditor, for other money, against which the same may have been set off."""
    others = (one for one in pair if one.number != entry.number and one.ways == entry.ways)
    answering = (one for one in others if own_set_off(one.part.claim) or one.meant)
    return [
        one
        for one in answering
        if one.meant is not False and one.finding.result not in FAILS and not same_money(one, entry)
    ]


def same_money(one: Entry, other: Entry) -> bool:
    """Whether two claims ask for the same money."""
    return one_and_the_same(one.finding, other.finding, one.case)


def told_apart(entry: Entry) -> bool:
    """Whether the form says of this claim alone how much of it is set off."""
    return any(fact.claim == entry.part.claim.id for fact in entry.bench.facts.told(SUM))


def arose(entry: Entry) -> date | None:
    """The first day of what a claim is about."""
    time = entry.part.claim.time
    days = [day for id in time.starts if (day := entry.bench.facts.day(id))] if time else []
    return min(days, default=None)


def defence_of_set_off(defences: Iterable[DefenceFinding]) -> DefenceFinding | None:
    """The common defence of set-off among those of a claim; None where it does not count."""
    return next((one for one in defences if one.id == set_off_rule().defence.id), None)


def off_from(account: Account, finding: ClaimFinding) -> Money | None:
    """What is taken off a claim; None where nothing is, or nobody knows how much it may be."""
    answer = defence_of_set_off(finding.defences)
    most = account.off.limited(account.debt.owed)
    if answer is None or not counts(answer) or not most.high:
        return None
    return Money(low=cents(most.low) if answer.truth is Truth.TRUE else ZERO, high=cents(most.high))


def meant_by(account: Account) -> list[Entry]:
    """The claims the other way with which, or against which, something is or may be set off: those that are meant,
    where it is told."""
    some = [(one, debt) for one, debt in account.against if debt.owed.high != 0]
    told = [one for one, debt in some if debt.meant is Truth.TRUE]
    return told or [one for one, _ in some]


def titles(entries: Iterable[Entry]) -> str:
    """What the claims are called, each once."""
    return "、".join(dict.fromkeys(f"“{one.finding.title}”" for one in entries))


def counts(defence: DefenceFinding | None) -> bool:
    """Whether a set-off takes something off, or may."""
    return defence is not None and defence.truth is not Truth.FALSE and defence.effect is Effect.REDUCES


def may_count(defence: DefenceFinding | None) -> bool:
    """The same, once what is disputed is proved."""
    return counts(defence) or (defence is not None and defence.by_burden)
