"""Names and citations of routes, chains and matters: what leads nowhere, and patterns that fit no claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import filter as fitting

from propertylaw.errors import RuleError
from propertylaw.model import Chain, Locator, Matter, Route
from propertylaw.rulebook.expression import ROLES, names, parse
from propertylaw.rulebook.rules import Rules
from propertylaw.rulebook.yaml_file import nearest

from .book import Book
from .faults import Fault, Place


def unknown_in_ways(book: Book) -> Iterator[Fault]:
    """Every name in them that leads nowhere."""
    for route, place in book.own("routes"):
        yield from _route(route, place, book.rules)
    for chain, place in book.own("chains"):
        yield from _chain(chain, place, book.rules)
    for matter, place in book.own("matters"):
        yield from _matter(matter, place, book.rules)


def facts_of_ways(rules: Rules) -> set[str]:
    """Facts that routes and chains ask for."""
    found: set[str] = set()
    for route in rules.routes.values():
        found.update(names(parse(route.when)), (deadline.starts for deadline in route.deadlines))
        found.update(names(parse(route.unless)) if route.unless else (), filter(None, (route.asks,)))
    for chain in rules.chains.values():
        found.update(names(parse(chain.when)))
    return found


def cited_in_ways(book: Book) -> Iterator[tuple[Locator, Place]]:
    """Every citation of them, with its place."""
    for route, place in book.own("routes"):
        yield from _listed(route.basis, place.at("basis"))
        for index, deadline in enumerate(route.deadlines):
            yield from _listed(deadline.basis, place.at("deadlines", index, "basis"))
    for chain, place in book.own("chains"):
        for index, link in enumerate(chain.links):
            yield from _listed(link.basis, place.at("links", index, "basis"))
    for matter, place in book.own("matters"):
        yield from _listed(matter.basis, place.at("basis"))


def _route(route: Route, place: Place, rules: Rules) -> Iterator[Fault]:
    yield from _condition(route.when, place.at("when"), rules)
    if route.unless:
        yield from _condition(route.unless, place.at("unless"), rules)
    if route.asks:
        yield from known((route.asks,), rules.facts, "事实", place.at("asks"))
    for key in ("claims", "not_claims"):
        yield from patterns(getattr(route, key), place.at(key), rules)
    for index, deadline in enumerate(route.deadlines):
        yield from known((deadline.starts,), rules.facts, "事实", place.at("deadlines", index, "starts"))


def _chain(chain: Chain, place: Place, rules: Rules) -> Iterator[Fault]:
    yield from _condition(chain.when, place.at("when"), rules)
    for index, link in enumerate(chain.links):
        inside = place.at("links", index)
        yield from known(link.role, rules.parties, "参与方", inside.at("role"))
        yield from known(link.claims, rules.claims, "请求权", inside.at("claims"))


def _matter(matter: Matter, place: Place, rules: Rules) -> Iterator[Fault]:
    yield from known(matter.topics, rules.topics, "主题", place.at("topics"))
    yield from patterns(matter.claims, place.at("claims"), rules)


def _condition(text: str, place: Place, rules: Rules) -> Iterator[Fault]:
    try:
        expression = parse(text)
    except RuleError as problem:
        yield Fault("RULE001", problem.problem, place, problem.advice)
        return
    yield from known(names(expression), (*rules.facts, *ROLES), "事实", place)


def patterns(wanted: Iterable[str], place: Place, rules: Rules) -> Iterator[Fault]:
    """Patterns of ids that fit no claim."""
    for pattern in wanted:
        if not fitting(rules.claims, pattern):
            yield Fault("RULE002", f"没有请求权的 id 符合“{pattern}”", place, nearest(pattern, rules.claims))


def known(wanted: Iterable[str], there: Iterable[str], kind: str, place: Place) -> Iterator[Fault]:
    """Names that are not there."""
    there = list(there)
    for name in wanted:
        if name not in there:
            yield Fault("RULE002", f"没有这个{kind}“{name}”", place, nearest(name, there))


def _listed(places: tuple[Locator, ...], place: Place) -> Iterator[tuple[Locator, Place]]:
    for index, at in enumerate(places):
        yield at, place.at(index)
