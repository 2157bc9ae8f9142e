"""What a part of a claim asks for in a blank form: the facts of its conditions, concepts and sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from propertylaw.model import Claim, Defence, Element, Remedy, Respondent
from propertylaw.model.claim import Capacity, CounterDefence
from propertylaw.reasoning.open_points import reads
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import names, parse

_MONEY = "CNY"
_Part = Element | Defence | Remedy | Capacity


def facts_of(conditions: Iterable[str], concept: str | None, book: Rules) -> list[str]:
    """The facts of conditions and of a concept, derived ones through what they are derived from."""
    asked = [id for name in _named(conditions, concept, book) for id in _open(name, book)]
    return [id for name in asked for id in (name, *_chosen_by(name, book))]


def asked_by(calculations: Iterable[str | None], book: Rules) -> list[str]:
    """The facts that sums are reckoned from."""
    found = [words_in(SUMS[calc]) for calc in calculations if calc]
    asked = [id for id in book.facts for words in found if id in words for id in _open(id, book)]
    return [id for name in asked for id in (name, *_chosen_by(name, book))]


def all_elements(claim: Claim) -> tuple[Element, ...]:
    """The elements of all respondents."""
    return (*claim.elements, *(element for head in claim.respondents for element in head.elements))


def roles_asked_about(fact: str, claim: Claim, book: Rules) -> set[str]:
    """The kinds of respondents whose part of the claim asks for the fact; all, where the common part does."""
    asking = [head for head in claim.respondents if fact in _of_head(head, book)]
    return {role for head in asking or claim.respondents for role in head.role}


@cache
def named_by(id: str, book: Rules) -> frozenset[str]:
    """The facts that a claim itself speaks of, not those that something is derived from."""
    claim = book.claims[id]
    parts = _parts(claim)
    whens = [part.when for part in parts]
    whens += [counter.when for counter in _counters(parts)]
    whens += [when for law in claim.older_law for when in (law.differs_when, law.same_when)]
    found = {name for part in parts for name in _named((), getattr(part, "concept", None), book)}
    found.update(_named(whens, None, book))
    times = (*claim.time.starts, *claim.time.ends) if claim.time else ()
    limits = (claim.limitation.starts, claim.limitation.demands) if claim.limitation else ()
    ways = (fact for head in claim.respondents for way in head.capacities for fact in way.facts)
    return frozenset((*found, *filter(None, (*times, *limits)), *ways))


@cache
def of_others(id: str, book: Rules) -> frozenset[str]:
    """Facts that belong to other claims, and stand in what this one reads because several share a calculation.

    What a claim does not speak of itself is another's where it is a sum that this one does not reckon, or an answer
    that a single other claim asks for.
    """
    own = named_by(id, book) | reckoned_by(id, book) | blocks_of(id, book).keys()
    asking = _times_named(book)
    return frozenset(
        fact.id
        for fact in book.facts.values()
        if fact.id not in own and (fact.unit == _MONEY or (fact.type == "boolean" and asking.get(fact.id) == 1))
    )


@cache
def blocks_of(id: str, book: Rules) -> dict[str, str]:
    """Facts from which others are reckoned, and the heading of their own part, which says who can skip it."""
    own, found = named_by(id, book), dict[str, str]()
    for derived in book.facts.values():
        if derived.block:
            found = dict.fromkeys({*_read(derived.id, book)} - own, derived.block) | found
    return found


@cache
def _times_named(book: Rules) -> dict[str, int]:
    """How many claims speak of each fact."""
    found: dict[str, int] = {}
    for claim in book.claims:
        for id in named_by(claim, book):
            found[id] = found.get(id, 0) + 1
    return found


def _parts(claim: Claim) -> list[_Part]:
    found: list[_Part] = [*claim.elements, *claim.defences, *claim.remedies]
    for head in claim.respondents:
        found += [*head.elements, *head.defences, *head.remedies, *head.capacities]
    return found


@cache
def reckoned_by(id: str, book: Rules) -> frozenset[str]:
    """The facts that the sums of a claim and of its defences are reckoned from."""
    parts = _parts(book.claims[id])
    calculations = [getattr(part, "calc", None) for part in (*parts, *_counters(parts))]
    return frozenset(asked_by(calculations, book))


def _counters(parts: Iterable[_Part]) -> list[CounterDefence]:
    return [part.unless for part in parts if isinstance(part, Defence) and part.unless]


def _named(conditions: Iterable[str], concept: str | None, book: Rules) -> list[str]:
    """The facts that conditions and a concept name."""
    whens = list(conditions)
    weighed: tuple[str, ...] = ()
    if concept is not None:
        whens += book.concepts[concept].conditions
        weighed = book.concepts[concept].weighs
    return [*(name for when in whens for name in names(parse(when)) if name in book.facts), *weighed]


def _chosen_by(name: str, book: Rules) -> Iterator[str]:
    """The facts that choose the line of a schedule in which a document states the fact."""
    return (id for supply in book.facts[name].stated_in for id in supply.by)


def _open(name: str, book: Rules) -> list[str]:
    if not book.facts[name].calc:
        return [name]
    return list(_read(name, book))


@cache
def _read(name: str, book: Rules) -> tuple[str, ...]:
    """What a fact is derived from, in the order of the book."""
    read = reads(name, book)
    return tuple(id for id in book.facts if id in read)


def _of_head(head: Respondent, book: Rules) -> set[str]:
    found = {id for element in head.elements for id in facts_of((element.when,), element.concept, book)}
    for defence in head.defences:
        counter = (defence.unless.when,) if defence.unless else ()
        found.update(facts_of((defence.when, *counter), defence.concept, book))
        found.update(facts_of((), defence.unless.concept, book) if defence.unless else ())
    return found
