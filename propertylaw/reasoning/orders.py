"""What a claimant asks for beside sums, an order to stop or to hand over: whether it is lost, done, or may still come.

What was done before judgment takes nothing from who asks for the rest. Who denies that it was done insists on the order
and loses it.
"""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import Defence, DefenceFinding, Effect, Truth
from propertylaw.rulebook.expression import names, parse

from .claims import Examination
from .headline import Ground
from .open_points import reads
from .pair_facts import PairFacts
from .program import TAKES, touched


def after_orders(ground: Ground, examination: Examination) -> Ground:
    """How a claim that stands comes out with the orders that the respondent says he has fulfilled."""
    if ground is not Ground.WHOLE:
        return ground
    said = [(rule, finding) for rule, finding in _touching_orders(examination) if finding.effect is Effect.FULFILS]
    if any(finding.truth is Truth.TRUE and _insists(rule, examination) for rule, finding in said):
        return Ground.REDUCED
    return Ground.SURE if any(finding.truth is Truth.UNKNOWN for _, finding in said) else ground


def takes_an_order(examination: Examination) -> bool:
    """Whether a defence takes, or may take, an order that is asked for."""
    return any(
        finding.effect is not Effect.FULFILS or finding.truth is Truth.UNKNOWN or _insists(rule, examination)
        for rule, finding in _touching_orders(examination)
    )


def orders_left_open(examination: Examination) -> Iterator[str]:
    """The facts on which it hangs whether what is asked for has been done."""
    for _, finding in _touching_orders(examination):
        if finding.effect is Effect.FULFILS and finding.truth is Truth.UNKNOWN:
            yield from (use.fact for use in finding.facts if use.value is None)


def said_to_be_done(examination: Examination) -> Iterator[str]:
    """The facts by which an order would be fulfilled if they were proved: disputed, and not proved."""
    for finding in examination.defences:
        if finding.effect is Effect.FULFILS and finding.by_burden and finding.takes:
            yield from (use.fact for use in finding.facts if use.proof == "unproved")


def _touching_orders(examination: Examination) -> Iterator[tuple[Defence, DefenceFinding]]:
    """The defences that are given or open and take something from an order."""
    part = examination.part
    orders = {one.id for one in part.remedies if not one.calc and examination.holds(one.when) is not Truth.FALSE}
    for rule, finding in zip(part.defences, examination.defences, strict=True):
        if finding.truth is Truth.FALSE or finding.effect not in TAKES | {Effect.REDUCES}:
            continue
        # What only reduces takes from an order where it names it.
        named = rule.touches if finding.effect is Effect.REDUCES else [one.id for one in touched(rule, part)]
        if orders.intersection(named):
            yield rule, finding


def _insists(rule: Defence, examination: Examination) -> bool:
    """Whether the claimant denies what would show that the order is fulfilled."""
    told = tuple(names(parse(rule.when)))
    read = {*told, *(other for name in told for other in reads(name, examination.rules))}
    return any(_denied_by_claimant(name, examination.facts) for name in read)


def _denied_by_claimant(name: str, facts: PairFacts) -> bool:
    """Whether the claimant denies a statement of the fact that counts between the two."""
    return any(facts.claimant.id in one.denied_by for one in facts.told(name))
