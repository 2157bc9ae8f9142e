"""What one side tells and the other denies, and what would change the sum or the result if it were proved.

What is not proved does not count, and whoever bears the burden has to prove it (民诉法解释 90, 91): the day of a
demand, whose a deed was, a cost that would be taken off. Where its proof would lead elsewhere the reader is told so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from propertylaw.model import Capacity, Fact, FactDefinition, FactUse, Money, Result
from propertylaw.rulebook.calculations.sums import yuan
from propertylaw.rulebook.expression import names, parse

from .bench import Bench
from .claims import Examination
from .facts_in_words import value_in_words
from .looked_at import facts_of
from .open_points import open_points, reads
from .program import FAILS, Part
from .raised import raised, unspoken
from .sums import remedies_of, total

_Outcome = tuple[frozenset[Result], tuple[Capacity, ...], Money | None, tuple[Decimal | None, ...]]
"""The results that are possible, how the respondent answers, the sum, and the sums of the steps that lead to it: what
is barred at most may change where it is open whether it is taken off."""


_BEST_LAST = (Result.NOT_SUPPORTED, Result.PREMATURE, Result.PARTLY_SUPPORTED, Result.SUPPORTED)
"""Results that a claim may come to, as the claimant would have them."""


def disputed_statements(part: Part, bench: Bench, examination: Examination) -> tuple[FactUse, ...]:
    """Statements, disputed and not proved, whose proof would change the result, the way of answering or the sum.

    Args:
        part: the claim.
        bench: between whom it is raised.
        examination: of the claim as it stands.
    """
    found: dict[str, list[Fact]] = {}
    for fact in _disputed(part, bench):
        found.setdefault(fact.id, []).append(fact)
    if not found:
        return ()
    now = _outcome(part, bench)
    changes = ((told, _changes(told, part, bench, examination, now)) for told in found.values())
    listed = ((fact, way) for told, way in changes if way for fact in (*told, *way.beside))
    return tuple(_use(fact, bench, examination, way) for fact, way in listed)


def _disputed(part: Part, bench: Bench) -> Iterator[Fact]:
    """The statements that the claim looks at: of the two, and of others where a deed would show who has been found."""
    unproved = [fact for fact in bench.facts.file.dispute.facts if bench.facts.unproved(fact)]
    looked_at = facts_of(part, bench.rules) if unproved else frozenset()
    deeds = {bench.rules.facts[id].shown_by for id in looked_at}
    for fact in unproved:
        if (fact.id in looked_at and bench.facts.disputed(fact)) or (fact.id in deeds and fact.value is True):
            yield fact


class _Change(NamedTuple):
    """The outcome as it is, and as it would be if something were proved."""

    now: _Outcome
    then: _Outcome
    alone: bool = True
    """Whether nothing else has to be so besides of which nobody spoke."""
    opposite: bool = False
    """Whether it is by the proof that it is not so."""
    beside: tuple[Fact, ...] = ()
    """What who told it told besides, is not proved either, and fixes the sum: the day on which a thing was done."""

    @property
    def helps_respondent(self) -> bool:
        """Whether the claimant would get less, or less surely."""
        return self._sure(self.then) < self._sure(self.now)

    @property
    def bears_on(self) -> Literal["result", "more", "less", "sum"]:
        """What changes: the result or the way of answering, or only the sum, and whether that grows."""
        (_, ways, money, _), (_, others, then, _) = self.now, self.then
        if _success(self.now) != _success(self.then) or ways != others or not (money and then):
            return "result"
        if (then.low or 0, then.high) == (money.low or 0, money.high):
            return "sum"
        return "less" if (then.low or 0) <= (money.low or 0) and then.high <= money.high else "more"

    @property
    def sum(self) -> tuple[Decimal | None, Decimal] | None:
        """The least and the most that the sum would be, where nothing else changes and nothing else is needed."""
        money = self.then[2]
        return (money.low, money.high) if self.alone and money and self.bears_on != "result" else None

    def _sure(self, outcome: _Outcome) -> tuple[list[int], Decimal]:
        possible, _, money, _ = outcome
        ranks = sorted(map(_BEST_LAST.index, possible))
        return [ranks[0], ranks[-1]], money.high if money else Decimal(0)


def _success(outcome: _Outcome) -> frozenset[Result]:
    """The results that are possible, success in part counted as success."""
    return frozenset(Result.SUPPORTED if one is Result.PARTLY_SUPPORTED else one for one in outcome[0])


def _changes(told: list[Fact], part: Part, bench: Bench, examination: Examination, now: _Outcome) -> _Change | None:
    """How the outcome would change if these were proved, alone or with what a defence needs besides and nobody has
    spoken of; None where it would not."""
    alone = _Change(now, _outcome(part, _proved(bench, told)))
    if alone.now != alone.then:
        return _with_the_rest(alone, told, part, bench)
    if _in_an_element(told[0].id, part, bench) and all(_denied_by_claimant(one, bench) for one in told):
        turned = _Change(now, _outcome(part, _proved(bench, told, opposite=True)), opposite=True)
        if turned.now != turned.then:
            return turned
    beside = _needed_beside(told[0].id, part, examination)
    if not beside:
        return None
    supposed = bench.assuming(dict.fromkeys(beside, True))
    together = _Change(_outcome(part, supposed), _outcome(part, _proved(supposed, told)), alone=False)
    return together if together.now != together.then else None


def _in_an_element(fact: str, part: Part, bench: Bench) -> bool:
    """Whether an element hangs on a fact, by itself or by what follows from it."""
    named = {name for element in part.elements for name in names(parse(element.when))}
    return fact in named or any(fact in reads(name, bench.rules) for name in named)


def _denied_by_claimant(fact: Fact, bench: Bench) -> bool:
    return isinstance(fact.value, bool) and bench.claimant.id in fact.denied_by


def _with_the_rest(alone: _Change, told: list[Fact], part: Part, bench: Bench) -> _Change:
    """The change, with what else has to be proved of the same story where the sum stays open without it."""
    money = alone.then[2]
    if money is None or money.low == money.high:
        return alone
    same = [one for one in _disputed(part, bench) if one.said_by == told[0].said_by and one not in told]
    beside = [one for one in same if _outcome(part, _proved(bench, [*told, one])) != alone.then]
    if not beside:
        return alone
    return alone._replace(then=_outcome(part, _proved(bench, [*told, *beside])), beside=tuple(beside))


def _needed_beside(fact: str, part: Part, examination: Examination) -> tuple[str, ...]:
    """What nobody spoke of and a defence needs that was raised and fails for want of proof of a fact."""
    found = zip(part.defences, examination.defences, strict=True)
    raised_by_it = (rule for rule, one in found if raised(one) and fact in names(parse(rule.when)))
    silent = (id for rule in raised_by_it for id in unspoken(rule.when, examination.facts))
    definitions = examination.rules.facts
    return tuple(id for id in silent if definitions[id].type == "boolean" and definitions[id].calc is None)


def _proved(bench: Bench, disputed: list[Fact], *, opposite: bool = False) -> Bench:
    """The bench if these were proved, or that they are not so; a sum that is proved stands for the part of it that was
    proved before."""
    dispute = bench.file.dispute
    whole = {(one.id, one.of, one.since, one.until) for one in disputed if bench.rules.facts[one.id].type == "number"}
    kept = (one for one in dispute.facts if one in disputed or (one.id, one.of, one.since, one.until) not in whole)
    facts = tuple(_shown(fact, bench, opposite=opposite) if fact in disputed else fact for fact in kept)
    file = replace(bench.file, dispute=dispute.model_copy(update={"facts": facts}))
    return Bench(file, bench.rules, bench.claimant, bench.respondent, bench.asked)


def _shown(fact: Fact, bench: Bench, *, opposite: bool) -> Fact:
    """A statement as it would be proved: or its opposite, where it is for who denies it to prove that."""
    value = not fact.value if opposite or _opposite_to_prove(fact, bench) else fact.value
    return fact.model_copy(update={"value": value, "denied_by": (), "evidence": ("证据",)})


def _opposite_to_prove(fact: Fact, bench: Bench) -> bool:
    """Whether it has an opposite that who denies it would rely on: he is the respondent, whose defence it is."""
    return bench.rules.facts[fact.id].opposite is not None and bench.respondent.id in fact.denied_by


def _outcome(part: Part, bench: Bench) -> _Outcome:
    possible, examination = open_points(part, bench.inside(part.claim.id)).possible, bench.examination(part)
    if possible <= FAILS:
        return possible, (), None, ()
    remedies = remedies_of(examination, bench)
    steps = tuple(step.amount for one in remedies if one.money and not one.unasked for step in one.money.steps)
    return possible, examination.capacities, total(remedies), steps


def opposite_title(definition: FactDefinition) -> str:
    """What is to be proved where a fact is to be shown not to be so."""
    return definition.opposite or definition.not_so or f"不是“{definition.title}”"


def _use(fact: Fact, bench: Bench, examination: Examination, change: _Change) -> FactUse:
    definition = bench.rules.facts[fact.id]
    value = _shown(fact, bench, opposite=change.opposite).value
    called = opposite_title(definition) if value is False else definition.title
    title = f"{called}{_which(fact, definition, bench)}"
    provers = _provers(fact, definition, bench, examination, change)
    use = FactUse(fact=fact.id, title=title, value=None, proof="unproved", provers=provers)
    return use.model_copy(update={"bears_on": change.bears_on, "then": change.sum})


def _which(fact: Fact, definition: FactDefinition, bench: Bench) -> str:
    """Which of several statements it is: the day that it tells, the person of whom it is told."""
    if definition.several:
        return f"（{fact.value}）"
    if isinstance(fact.value, Decimal) and fact.since and fact.until:
        return f"（{fact.since} 至 {fact.until}，{value_in_words(fact.value, definition.unit)}）"
    proved = bench.facts.number(fact.id) if definition.unit == "CNY" else None
    if proved and isinstance(fact.value, Decimal) and proved < fact.value:
        return f"（已证 {yuan(proved)}，其余 {yuan(fact.value - proved)}要证据）"
    names = {person.id: person.name for person in bench.file.dispute.parties if person.id == fact.of}
    return "" if bench.facts.disputed(fact) or not names else f"（{names[fact.of or '']}）"


def _provers(
    fact: Fact, definition: FactDefinition, bench: Bench, examination: Examination, change: _Change
) -> tuple[str, ...]:
    """Who has to prove it: who tells a day or a deed of the two, else by the burden of the part that speaks of it; a
    day or a number of which no part speaks by itself, for a time or a count follows from it, he whom it would help."""
    if not definition.several and bench.facts.disputed(fact):
        value = _shown(fact, bench, opposite=change.opposite).value
        bearers = examination.bearers(fact.id, so=value if isinstance(value, bool) else None)
        reckoned_from = definition.type in ("date", "number") and change.helps_respondent
        return bearers or ((bench.respondent if reckoned_from else bench.claimant).id,)
    two = (bench.claimant.id, bench.respondent.id)
    return (fact.said_by if fact.said_by in two and fact.said_by else bench.claimant.id,)
