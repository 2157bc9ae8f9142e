"""The facts that a claim looks at, all the way down: through concepts, calculations, derived facts, other claims."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from propertylaw.model import Claim
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import FIGURES, SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import claims_in, names, parse
from propertylaw.rulebook.local_statements import facts_behind

from .open_points import reads
from .program import Part


def facts_of(part: Part, rules: Rules) -> frozenset[str]:
    """Ids of the facts that a claim against one kind of respondent looks at.

    Args:
        part: the claim, against the kind of respondent.
        rules: the rules it belongs to.
    """
    return _facts(rules, part.claim.id, part.claim.respondents.index(part.head), part.set_off, part.orders)


@lru_cache(maxsize=512)
def _facts(rules: Rules, claim: str, head: int, set_off: bool, orders: tuple[str, ...]) -> frozenset[str]:
    part = Part(rules.claims[claim], rules.claims[claim].respondents[head], set_off, orders)
    named = {name for one in _with_others(part, rules) for name in _named(one, rules) if name in rules.facts}
    derived = {name for id in named for name in reads(id, rules)}
    figures = {rules.facts[id].figures for id in named} - {None}
    derived |= {name for one in figures if one for name in words_in(FIGURES[one]) if name in rules.facts}
    chosen_by = {
        id
        for name in named | derived
        for supply in rules.facts[name].stated_in
        for id in (*supply.looks_at, *supply.deciding)
    }
    local = {id for name in named | derived for id in facts_behind(rules.facts[name])}
    return frozenset(named | derived | chosen_by | local)


def _with_others(part: Part, rules: Rules) -> tuple[Part, ...]:
    """The claim and those it refers to."""
    found: dict[str, tuple[Part, ...]] = {part.claim.id: (part,)}
    waiting = [part]
    while waiting:
        one = waiting.pop()
        for id in (id for when in one.conditions for id in claims_in(parse(when))):
            if id not in found:
                found[id] = _against_anybody(rules.claims[id])
                waiting += found[id]
    return tuple(one for parts in found.values() for one in parts)


def _against_anybody(claim: Claim) -> tuple[Part, ...]:
    return tuple(Part(claim, head) for head in claim.respondents)


def _named(part: Part, rules: Rules) -> Iterator[str]:
    """The facts that the claim itself names."""
    claim, head, remedies = part.claim, part.head, part.remedies
    conditions = [*part.conditions, *(one.when for one in remedies), *(one.when for one in head.capacities)]
    conditions += [when for law in claim.older_law for when in (law.differs_when, law.same_when)]
    counters = (defence.unless for defence in part.defences if defence.unless)
    citing = (claim, *part.elements, *part.defences, *counters, *remedies, *head.capacities)
    conditions += [only.when for one in citing for only in one.basis_only]
    yield from filter(None, (one.asked_by for one in remedies))
    calculations = [one.calc for one in remedies]
    for defence in part.defences:
        calculations += [defence.calc, defence.usual, defence.unless.calc if defence.unless else None]
    turned_on = {*(one.concept for one in part.elements), *(id for one in part.defences for id in one.concepts)}
    for concept in (rules.concepts[id] for id in turned_on if id):
        conditions += concept.conditions
        yield from concept.weighs
        yield from words_in(FIGURES[concept.figures]) if concept.figures else ()
    for when in conditions:
        yield from names(parse(when))
    for calc in filter(None, calculations):
        yield from words_in(SUMS[calc])
    for figures in filter(None, (one.figures for one in remedies)):
        yield from words_in(FIGURES[figures])
    yield from _of_shares_and_days(part)


def _of_shares_and_days(part: Part) -> Iterator[str]:
    claim = part.claim
    for capacity in part.head.capacities:
        yield from capacity.facts
    if claim.time:
        yield from (*claim.time.starts, *claim.time.ends)
    if claim.limitation:
        yield from filter(None, (claim.limitation.starts, claim.limitation.demands))
