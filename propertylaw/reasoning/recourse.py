"""Recourse: what a respondent who has paid may ask of those who bear it in the end, or of those liable with him."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import (
    Capacity,
    ClaimFinding,
    ClaimRequest,
    Money,
    Participant,
    Recourse,
    RecourseFinding,
    Result,
    Step,
)
from propertylaw.rulebook.calculations.sums import cents, shown

from .pair_facts import PairFacts
from .program import FAILS

_ONE = Decimal(1)


class Answered(NamedTuple):
    """A claim against one respondent, in the capacity in which he answers."""

    finding: ClaimFinding
    person: Participant
    capacity: Capacity | None
    facts: PairFacts
    line: ClaimRequest | None = None
    """The line of the form, where each respondent owes by figures of his own: another line is another debt."""

    @property
    def liable(self) -> bool:
        """Whether he owes something, or may."""
        return self.finding.result not in FAILS

    def same_claimant(self, other: Answered) -> bool:
        """Whether the other answers to the same claimant, for this claim or another."""
        return self.finding.claimant == other.finding.claimant

    def beside(self, other: Answered) -> bool:
        """Whether the other answers for the same."""
        mine, his = self.finding, other.finding
        same_claim = (mine.id, mine.claimant) == (his.id, his.claimant)
        return same_claim and mine.respondent != his.respondent and self.line == other.line

    def owes_apart(self, person: Participant, everyone: Iterable[Answered]) -> bool:
        """Whether a person owes another debt to the same claimant, and is not said to owe this one."""
        lines = [one.line for one in everyone if one.person.id == person.id and one.finding.id == self.finding.id]
        return bool(lines) and self.line not in lines


Roles = Callable[[str, Participant], Collection[str]]
"""What a person is for a claim, by its id: his role, and what his deed makes him."""


def recourse_of(answered: Iterable[Answered], people: Iterable[Participant], roles: Roles) -> Iterator[RecourseFinding]:
    """Who may ask what of whom once he has paid.

    Args:
        answered: the claims as they came out.
        people: all of the dispute.
        roles: what each of them is for a claim.
    """
    everyone, persons = tuple(answered), tuple(people)
    for one in everyone:
        for recourse in one.capacity.recourses if one.capacity else ():
            if one.liable and given_for(recourse, one.facts) is not False:
                yield from _found(one, recourse, everyone, persons, roles)


def _found(
    one: Answered, recourse: Recourse, everyone: tuple[Answered, ...], persons: Iterable[Participant], roles: Roles
) -> Iterator[RecourseFinding]:
    beside = [other for other in everyone if one.beside(other)]
    if recourse.against:
        bearing = [person for person in persons if not set(recourse.against).isdisjoint(roles(one.finding.id, person))]
        yield from _whole(one, recourse, beside, everyone, bearing)
    elif recourse.from_kinds:
        for other in beside:
            if other.liable and other.capacity and other.capacity.kind in recourse.from_kinds:
                yield _finding(one, other.person, recourse, _weighed(one.finding.amount), other)
    else:
        yield from _by_shares(one, recourse, [other for other in beside if other.liable and _joint(other)])


def _weighed(paid: Money | None) -> Money | None:
    """At most what was paid: how much is for the court to say."""
    return paid and paid.model_copy(update={"low": None})


def given_for(recourse: Recourse, facts: PairFacts) -> bool | None:
    """Whether that is given without which there is none; None where nobody spoke of it."""
    return facts.truth(recourse.turns_on) if recourse.turns_on else True


def _whole(
    one: Answered,
    recourse: Recourse,
    beside: list[Answered],
    everyone: tuple[Answered, ...],
    bearing: Iterable[Participant],
) -> Iterator[RecourseFinding]:
    """All that was paid, from whoever bears it in the end."""
    parties = {one.person.id, one.finding.claimant}
    for person in bearing:
        if person.id not in parties and not one.owes_apart(person, everyone) and _bears(one, recourse, person, beside):
            answering = [other for other in everyone if other.person.id == person.id and one.same_claimant(other)]
            weighed = recourse.turns_on or _weighed_of(one, recourse, person)
            paid = _weighed(one.finding.amount) if weighed else _but_his_own(one, recourse)
            his = next((other.finding.amount for other in beside if other.person.id == person.id), None)
            if one.line is not None and paid is not None and his is not None:
                paid = _no_more_than(his, paid, person)
            yield _finding(one, person, recourse, paid, *answering[:1])


def _no_more_than(his: Money, paid: Money, person: Participant) -> Money:
    """What was paid, of who owes less of the same debt no more than that."""
    if his.high >= paid.high:
        return paid
    low = None if his.low is None or paid.low is None else min(his.low, paid.low)
    step = Step(says=f"{person.name}自己应付的", amount=his.high)
    return paid.model_copy(update={"low": low, "high": his.high, "steps": (step,), "supposing": his.supposing})


def _but_his_own(one: Answered, recourse: Recourse) -> Money | None:
    """What was paid; of who was at fault himself at most what is left besides his own share, where that is told."""
    paid = one.finding.amount
    if recourse.own_share is None or paid is None:
        return paid
    own = one.facts.bounds(recourse.own_share)
    high = cents(paid.high * (_ONE - own[0])) if own else paid.high
    return paid.model_copy(update={"low": None, "high": high})


def _weighed_of(one: Answered, recourse: Recourse, person: Participant) -> bool:
    return bool(recourse.weighed_where and one.facts.between(person).truth(recourse.weighed_where))


def _bears(one: Answered, recourse: Recourse, person: Participant, beside: Iterable[Answered]) -> bool:
    """Whether a person is one of those who bear it in the end: who is free of the claim is not, unless the fact that
    makes him one of them is told of him. Nor is who is not said to be one, unless he may answer beside for that."""
    his = [other for other in beside if other.person.id == person.id]
    if recourse.of_whom is None:
        return all(other.liable for other in his)
    between = one.facts.between(person)
    if recourse.not_of and between.truth(recourse.not_of) is True:
        return False
    told = between.truth(recourse.of_whom)
    if told is not None:
        return told
    return any(other.liable and recourse.of_whom in _turned_on(other) for other in his)


def _turned_on(one: Answered) -> Iterator[str]:
    """The facts on which the elements of a claim turn."""
    return (use.fact for element in one.finding.elements for use in element.facts)


def _by_shares(one: Answered, recourse: Recourse, others: list[Answered]) -> Iterator[RecourseFinding]:
    """What was paid above one's own share, from each of the others his share."""
    weighed = _to_weigh(recourse, (one, *others))
    for other in others:
        shares = _told_share(other, recourse)
        if shares is None and weighed:
            yield _finding(one, other.person, recourse, _weighed(one.finding.amount), other)
            continue
        low, high = shares or (_ONE / (len(others) + 1),) * 2
        paid = one.finding.amount
        money = None
        if paid is not None:
            least = None if paid.low is None else cents(paid.low * low)
            step = Step(says=f"{other.person.name}的份额 {shown((low, high))}")
            money = paid.model_copy(update={"low": least, "high": cents(paid.high * high), "steps": (step,)})
        yield _finding(one, other.person, recourse, money, other)


def _told_share(one: Answered, recourse: Recourse) -> tuple[Decimal, Decimal] | None:
    """The internal share as it is told; equal where it is not, as a rule (民法典 178 II, 519 I)."""
    return one.facts.bounds(recourse.share) if recourse.share else None


def _to_weigh(recourse: Recourse, jointly: Iterable[Answered]) -> bool:
    """Whether it is for the court to weigh shares that are not told: what shows it is told of one of them."""
    condition = recourse.weighed_where
    return condition is not None and any(one.facts.truth(condition) is True for one in jointly)


def _joint(one: Answered) -> bool:
    return one.capacity is not None and one.capacity.kind == "joint"


_SETTLED = frozenset({Result.SUPPORTED, Result.PARTLY_SUPPORTED, Result.SET_OFF})


def _finding(
    one: Answered, against: Participant, recourse: Recourse, money: Money | None, other: Answered | None = None
) -> RecourseFinding:
    # Who bears it in the end though the claimant gets nothing from him does so whatever becomes of that claim.
    owing = [x for x in (one, other) if x is not None and x.liable]
    open_for = [x.person.name for x in owing if x.finding.result not in _SETTLED]
    condition = recourse.turns_on if given_for(recourse, one.facts) is None else None
    return RecourseFinding(
        by=one.person.id,
        against=against.id,
        claim=one.finding.id,
        depends_on=tuple(open_for),
        turns_on=one.facts.use(condition) if condition else None,
        says=recourse.says,
        money=money,
        basis=recourse.basis,
    )
