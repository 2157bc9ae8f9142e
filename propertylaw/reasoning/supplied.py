"""Which lines of a document answer what is looked for in it: norms that speak of it, terms that measure it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from propertylaw.extraction.quantities import PRICE
from propertylaw.graph import RuleGraph
from propertylaw.model import FactValue, Norm, Proof, Quantity, Supply, Term
from propertylaw.model.term import Start
from propertylaw.rulebook import topics
from propertylaw.rulebook.calculations.month_of_period import counted_from

from .document import Document
from .known import Known
from .rule_conditions import under_conditions
from .schedule import Line
from .stages import in_stage, reached

_OF_A_PRICE = re.compile("元|物业费|服务费|收费|单价|价格")
_OF_ANOTHER_MATTER = re.compile("租赁|出租|买卖|认购|转让|维保|保养|维修|施工|装[饰修]|承包|外包|广告|保险|借款")
"""Titles of contracts that are no property service contracts, though a property-service company may conclude them."""

_CLAUSE = "clause"
"""The unit of what a clause says without a figure."""

_STARTS: dict[str, Callable[[Start], FactValue | None]] = {
    "start": lambda start: start.event,
    "start_nth": lambda start: None if start.nth is None else Decimal(start.nth),
    "start_day": lambda start: start.day,
}
"""What is taken of the day from which a penalty runs."""

_TIMES_A_YEAR = {"1/month": 12, "1/year": 1}
_MOST = 90
"""Characters of a clause that are repeated."""


def suits(document: Document, supply: Supply) -> bool:
    """Whether a document is of the kind, and between the parties, that the supply names."""
    kinds = supply.documents in ("any", document.kind)
    if supply.documents == "service_contract":
        kinds = document.kind == "contract" and not _OF_ANOTHER_MATTER.search(document.instrument.title)
    return kinds and set(supply.parties) <= document.parties


def lines_of(
    document: Document, supply: Supply, graph: RuleGraph, values: Callable[[str], FactValue | None]
) -> Iterator[Line]:
    """What a document states for a supply: a contract what its sentences and tables measure, a text of law only as far
    as the conditions are given under which it says so.

    Args:
        document: the document.
        supply: what is looked for.
        graph: the law and the documents, which says what mandatory law overrides.
        values: the established value of a fact.
    """
    if supply.sign is not None:
        yield from _signed(document, supply, supply.sign)
        return
    if supply.unit is not None and document.terms:
        speaking = [term for term in document.terms if _speaks_of(term, document, supply)]
        body = [term for term in speaking if term.locator.annex is None]
        for term in reached(body if body and document.body_prevails else speaking, supply, values):
            void = any(graph.overriding(norm) for norm in norms_in(term, document))
            lines = _of_term(term, supply, _begins(supply, values), void=void)
            yield from (in_stage(line, term, supply, values) for line in lines)
        return
    for norm in document.norms:
        if _states(norm, supply) and not (supply.undivided and _divided(norm, document, supply)):
            stands = supply.stands_with is not None and values(supply.stands_with) is True
            void = not stands and bool(graph.overriding(norm))
            if supply.undivided and not void and _of_a_part(norm, document, supply):
                continue
            for line in _of_norm(norm, supply, void=void):
                law = document.kind == "statute" and line.known.proof != "void"
                yield under_conditions(line, norm, supply, values) if law else line


def _signed(document: Document, supply: Supply, sign: str) -> Iterator[Line]:
    """The clauses that have a sign."""
    there = supply.take == "exists"
    for clause in document.signed.of(sign) if document.signed else ():
        if (not supply.only or clause.says in supply.only) and clause.speaks_of(supply.context or ""):
            yield Line(Known(there, _proof(void=not there), stated_at=(clause.place,)), clause.words)


def _states(norm: Norm, supply: Supply) -> bool:
    return (
        (supply.topic is None or supply.topic in norm.topics)
        and (not supply.modality or norm.modality in supply.modality)
        and (supply.bearer is None or supply.bearer in norm.bearer)
        and (supply.unit is not None or supply.context is None or bool(re.search(supply.context, norm.action)))
    )


def _speaks_of(term: Term, document: Document, supply: Supply) -> bool:
    if supply.topic is not None and supply.topic not in term.topics:
        return False
    bearers = {bearer for norm in norms_in(term, document) for bearer in norm.bearer}
    return supply.bearer is None or not bearers or supply.bearer in bearers


def norms_in(term: Term, document: Document) -> Iterator[Norm]:
    """The norms that were read from the sentence of a term.

    Args:
        term: of the document.
        document: a contract.
    """
    start, end = term.text_span
    return (norm for norm in document.norms if norm.text_span and norm.text_span[0] < end and start < norm.text_span[1])


def _divided(norm: Norm, document: Document, supply: Supply) -> bool:
    """Whether a term of the sentence gives a share, or more of it than what is looked for was not understood."""
    terms = [term for term in document.terms if norm in norms_in(term, document)]
    shares = any(one.unit == "share" for term in terms for one in term.quantities)
    return shares or any(supply.topic not in (about, _wider(about)) for term in terms for about in term.not_understood)


def _of_a_part(norm: Norm, document: Document, supply: Supply) -> bool:
    """Whether the sentence speaks of a part alone of what is looked for (income from one source): what it says of the
    matter in dispute is not known."""
    terms = (term for term in document.terms if norm in norms_in(term, document))
    return any(_wider(about) == supply.topic for term in terms for about in term.not_understood)


def _wider(about: str) -> str | None:
    """The topic within which another lies; the unit of a price lies within none."""
    topic = topics().get(about)
    return topic.within if topic else None


def _of_norm(norm: Norm, supply: Supply, *, void: bool) -> Iterator[Line]:
    proof, place = _proof(void=void), (norm.locator.bare,)
    if supply.unit is None:
        yield Line(Known(not void, proof, stated_at=place), norm.action)
        return
    for quantity in norm.quantities:
        words = quantity.context or norm.action
        if _measures(quantity, words, supply):
            yield Line(Known(None if void else _part(quantity, supply), proof, stated_at=place), words)


def _begins(supply: Supply, values: Callable[[str], FactValue | None]) -> int:
    """With which month of the calendar periods begin: January, where nothing else is looked for or told."""
    found = values(supply.begins) if supply.begins else None
    return int(found) if isinstance(found, Decimal) else 1


def _of_term(term: Term, supply: Supply, begins: int, *, void: bool) -> Iterator[Line]:
    proof, place = _proof(void=void), (term.locator.bare,)
    row = (f"表中“{term.row}”一行",) if term.row else (f"“{_short(term.words)}”",) if term.part else ()
    if supply.take in ("on_price", "to_day_before"):
        if getattr(term, supply.take):
            yield Line(Known(None if void else True, proof, row, place), term.words)
        return
    if supply.take in _STARTS:
        began = _STARTS[supply.take](term.start) if term.start else None
        if began is not None:
            yield Line(Known(None if void else began, proof, row, place), term.words)
        return
    if supply.unit == _CLAUSE:
        if supply.topic not in term.not_understood:
            yield Line(Known(None if void else True, proof, row, place), term.words)
        return
    if supply.take == "last_day":
        if term.last_day is not None:
            yield Line(Known(None if void else term.last_day, proof, row, place), term.words)
        return
    if proof == "document" and supply.unit == PRICE and term.times_unread:
        proof = "unread"
    for quantity in term.quantities:
        words = quantity.context or term.words
        if _measures(quantity, words, supply):
            value = None if void else _part(quantity, supply, begins)
            known = Known(value, proof, row, place, quantity.since, quantity.until)
            yield Line(known, words, term.least_area, term.most_area)
    if supply.unit == PRICE and term.by_floor and _prices_floors(term, supply):
        yield Line(Known(None, proof, row, place), term.words, term.least_area, term.most_area, by_floor=True)


def _short(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"


def _prices_floors(term: Term, supply: Supply) -> bool:
    """Whether what rises with the floor is the price that is looked for, and not another charge."""
    own = term.words.rsplit("\n", 1)[-1]
    return bool(_OF_A_PRICE.search(own)) and (supply.context is None or bool(re.search(supply.context, own)))


def _proof(*, void: bool) -> Proof:
    return "void" if void else "document"


def _measures(quantity: Quantity, words: str, supply: Supply) -> bool:
    if supply.take == "by_calendar" and not quantity.by_calendar:
        return False
    return quantity.unit == supply.unit and (supply.context is None or bool(re.search(supply.context, words)))


def _part(quantity: Quantity, supply: Supply, begins: int = 1) -> Decimal | bool | None:
    match supply.take:
        case "value":
            return quantity.value
        case "exists" | "by_calendar":
            return True
        case "remaining":
            return 1 - quantity.value if quantity.off else quantity.value
        case "reduction":
            return quantity.value if quantity.off else 1 - quantity.value
        case "by_day":
            return round(quantity.value * _TIMES_A_YEAR[quantity.unit] / 365, 10)
        case "every_months":
            number = quantity.every_months
        case _:
            number = quantity.month_of_period
            if number is not None and quantity.by_calendar:
                number = counted_from(begins, number, quantity.every_months or 1)
    return None if number is None else Decimal(number)
