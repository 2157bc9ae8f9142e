"""Who has to prove a fact, and whether that it is so or that it is not, by the conditions that speak of it.

Who bears the burden of a part has to prove what gives it to him (民诉法解释 91): of a negated condition, that it is not
so. In an open concept he does not have to disprove what would decide against him: who relies on it proves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from propertylaw.model import Concept, Defence, Element, Remedy
from propertylaw.model.claim import Side
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import Both, Either, Name, Normal, names, normal, parse
from propertylaw.rulebook.expression import Literal as Sign

_OTHER: dict[Side, Side] = {"claimant": "respondent", "respondent": "claimant"}


class Burden(NamedTuple):
    """The side that has to prove a fact, and that it is so or is not."""

    side: Side
    so: bool


def burdens(part: Element | Defence, concept: Concept | None, fact: str) -> Iterator[Burden]:
    """Who has to prove a fact of an element or a defence, each time that it speaks of it.

    Args:
        part: the element or the defence.
        concept: which it leaves open.
        fact: the id.
    """
    wants = part.proof == ("claimant" if isinstance(part, Element) else "respondent")
    for positive in _signs(part.when, fact):
        yield Burden(part.proof, positive is None or positive is wants)
    for when, holds in _deciding(concept) if concept else ():
        for positive in _signs(when, fact):
            helped = positive is None or (holds is positive) is wants
            yield Burden(part.proof if helped else _OTHER[part.proof], so=True)
    if isinstance(part, Defence) and part.unless is not None:
        for positive in _signs(part.unless.when, fact):
            yield Burden(part.unless.proof, positive is not False)


def of_sums(defences: Iterable[Defence], remedies: Iterable[Remedy], fact: str) -> Iterator[Side]:
    """Who asks for a sum that is reckoned with a fact; where what is asked for is reckoned without it, who holds a
    defence that takes off a sum reckoned with it.

    Args:
        defences: that may be raised.
        remedies: that are asked for.
        fact: the id.
    """
    if any(_reckoned(one.calc, fact) for one in remedies):
        yield "claimant"
        return
    for defence in defences:
        if _reckoned(defence.calc, fact):
            yield defence.proof
        if defence.unless is not None and _reckoned(defence.unless.calc, fact):
            yield defence.unless.proof


def _reckoned(calc: str | None, fact: str) -> bool:
    return calc is not None and fact in words_in(SUMS[calc])


def _deciding(concept: Concept) -> Iterator[tuple[str, bool]]:
    """What decides an open concept, or one of its readings supposes, and whether the concept is then given."""
    yield from ((line.when, line.holds) for line in concept.bright_lines)
    yield from ((reading.when, reading.holds) for reading in concept.readings)


def _signs(when: str, fact: str) -> Iterator[bool | None]:
    """Each time that a condition speaks of a fact: whether it demands that it is so; None in a comparison."""
    return _in(normal(parse(when)), fact)


def _in(condition: Normal, fact: str) -> Iterator[bool | None]:
    match condition:
        case Both(parts) | Either(parts):
            for one in parts:
                yield from _in(one, fact)
        case Sign(Name(id), positive):
            if id == fact:
                yield positive
        case Sign(atom, _):
            yield from (None for name in names(atom) if name == fact)
