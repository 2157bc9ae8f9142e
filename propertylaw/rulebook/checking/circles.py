"""Definitions that come back to themselves: claims that refer to each other, facts derived from themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from propertylaw.rulebook.calculations import DERIVED
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import claims_in, parse

from .book import Book
from .faults import Fault
from .use import conditions


def circles(book: Book) -> Iterator[Fault]:
    """Every circle, told once, at the thing that closes it."""
    claims = {
        claim.id: {id for when in conditions(claim) for id in claims_in(parse(when))}
        for claim in book.rules.claims.values()
    }
    facts = {
        fact.id: words_in(DERIVED[fact.calc]) & book.rules.facts.keys()
        for fact in book.rules.facts.values()
        if fact.calc and fact.calc in DERIVED
    }
    for kind, title, links in (("claims", "请求权", claims), ("facts", "事实", facts)):
        for circle in _circles(links):
            place = book.places.get((kind, circle[0]))
            if place is not None:
                problem = f"{title}循环引用：{' → '.join((*circle, circle[0]))}"
                yield Fault("RULE010", problem, place.at("id"), "改掉其中一处引用")


def _circles(links: Mapping[str, set[str] | frozenset[str]]) -> list[tuple[str, ...]]:
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for start in links:
        trail: list[tuple[str, ...]] = [(start,)]
        seen: set[str] = set()
        while trail:
            path = trail.pop()
            for following in sorted(links.get(path[-1], ())):
                if following == start:
                    found.setdefault(frozenset(path), path)
                elif following not in seen:
                    seen.add(following)
                    trail.append((*path, following))
    return list(found.values())
