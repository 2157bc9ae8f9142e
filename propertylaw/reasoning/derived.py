"""What follows from other facts by a calculation of the rules, whichever way these may lie.

A fact that both sides prove, of which only bounds are told, or of which a clause speaks that was not understood, may
lie in several ways: what comes out the same under each of them stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.model import FactValue
from propertylaw.rulebook.calculations import DERIVED, MissingFactsError, UndecidedError
from propertylaw.rulebook.calculations.reads import words_in

from .between_bounds import at_ends, told_between
from .known import NOT_PROVED, SILENCE, UNATTRIBUTED, Known, Supposed, at_either_end
from .rests_on import ANYTHING

if TYPE_CHECKING:
    from .casefile import CaseFile
    from .pair_facts import PairFacts

Reckoned = Callable[[str, bool | None, "PairFacts"], Known]


class Way(NamedTuple):
    """One way in which facts may lie."""

    file: CaseFile
    """The dispute as it would be."""
    changed: Collection[str]
    """The facts that are otherwise there."""


_BOTH = 2
_THERE = "there"
"""What is noted under another form of the dispute, where it is no fact of its own."""


def derived(calc: str, default: bool | None, facts: PairFacts) -> Known:
    """A fact that follows from others by a calculation of the rules; `default` where too little is told to say so."""
    found = _as_told(calc, default, facts)
    if facts.file.documents.not_understood and (clauses := _rested_on_clauses(facts)):
        return _whatever_they_say(clauses, calc, default, facts)
    return found


def _as_told(calc: str, default: bool | None, facts: PairFacts) -> Known:
    """The same with the clauses as they stand, under every way that the form tells."""
    words = words_in(DERIVED[calc])
    unsaid = {*facts.file.unclear, *(id for id, _ in facts.file.unplaced)}
    read = words & unsaid if unsaid else set()
    if any(facts.known(fact).proof == "unattributed" for fact in read):
        return UNATTRIBUTED
    ways = _ways_told(words, facts)
    if ways:
        return _under_each(ways, calc, default, facts)
    try:
        return Known(DERIVED[calc](facts), "derived")
    except UndecidedError as undecided:
        return Known(None, "unproved" if _all_unproved(undecided.facts, facts) else "underived")
    except MissingFactsError as missing:
        return Known(default, "underived") if default is not None else _not_derived(missing.facts, facts)


def _rested_on_clauses(facts: PairFacts) -> tuple[str, ...]:
    """Of what the fact that is being found rests on: that of which a clause speaks that was not understood."""
    rests_on, speaking = facts.rests_on.so_far(), facts.file.documents.not_understood
    speaking = speaking if not ANYTHING.isdisjoint(rests_on) else speaking.intersection(rests_on)
    return tuple(id for id in sorted(speaking) if facts.known(id).proof == "not_understood")


def _whatever_they_say(clauses: tuple[str, ...], calc: str, default: bool | None, facts: PairFacts) -> Known:
    """What is derived whatever clauses say that were not understood; open where it hangs on one of them."""
    from .clause_may_say import may_say  # few disputes have such a clause

    def supposed(id: str, value: FactValue | None) -> Way:
        return Way(facts.file.assuming({**dict.fromkeys(clauses), id: value}), clauses)

    unless_agreed = _under(supposed(clauses[0], None), _as_told, calc, default, facts)
    turning = []
    for id in clauses:
        ways = (supposed(id, one) for one in may_say(facts.file.facts[id], facts.on))
        if any(_under(way, _as_told, calc, default, facts).value != unless_agreed.value for way in ways):
            turning.append(id)
    return Known(None, "underived", turns_on=facts.one_of_each_clause(turning)) if turning else unless_agreed


def _ways_told(words: Collection[str], facts: PairFacts) -> list[Way]:
    """The dispute under each way in which the facts of a calculation may lie: at the ends of their bounds, or as
    one side and as the other says, where both prove a day or a number; empty where there is one way alone."""
    between = told_between(facts.file.dispute, words)
    opposed = {fact: values for fact in words if len(values := rivals(fact, facts)) > 1}
    if not (between or opposed):
        return []
    changed = {*between, *opposed}
    return [Way(file, changed) for file in at_ends(facts.file, between, opposed)]


def rivals(fact: str, facts: PairFacts) -> tuple[Supposed, ...]:
    """The days, or the least and the most of the numbers, of which both sides have evidence, where that leaves the
    fact without a value."""
    if len(facts.file.said.get(fact, ())) < _BOTH:
        return ()
    definition = facts.file.facts.get(fact)
    if definition is None or definition.calc:
        return ()
    if definition.type == "number":
        return at_either_end(facts.all(fact))
    if definition.type != "date" or facts.value(fact) is not None:
        return ()
    return tuple(dict.fromkeys(one.value for one in facts.told(fact) if one.evidence and one.value is not None))


def _under_each(ways: list[Way], calc: str, default: bool | None, facts: PairFacts) -> Known:
    """What is derived under several ways in which the facts may lie: the same under each, or between bounds."""
    found = [_under(way, derived, calc, default, facts) for way in ways]
    values = [one.value for one in found]
    if len(set(values)) == 1:
        return found[0]
    numbers = [value for value in values if isinstance(value, Decimal)]
    if len(numbers) == len(values):
        return Known(None, "derived", bounds=(min(numbers), max(numbers)))
    return Known(default, "underived")


def _under(way: Way, reckoned: Reckoned, calc: str, default: bool | None, facts: PairFacts) -> Known:
    """What is derived where some facts are otherwise; it rests on all that is read for it there."""
    there = facts.under(way.file, way.changed)
    found = there.rests_on.while_finding(_THERE, lambda _, between: reckoned(calc, default, between), there)
    facts.rests_on.also(*(one for one in there.rests_on.of(_THERE) if one != _THERE))
    return found


def _not_derived(lacking: tuple[str, ...], facts: PairFacts) -> Known:
    """A derived fact for which these are missing: as open as what is told to be unknown or is not proved."""
    if _all_unproved(lacking, facts):
        return Known(None, "unproved")
    told_unknown = any(facts.known(fact).proof == "unknown" for fact in lacking)
    return Known(None, "underived") if told_unknown else SILENCE


def _all_unproved(needed: tuple[str, ...], facts: PairFacts) -> bool:
    """Whether all of these were told, denied and not proved: then so is what hangs on them."""
    known = [facts.known(fact) for fact in needed]
    return bool(known) and all(one.proof in NOT_PROVED and not one.evidence for one in known)
