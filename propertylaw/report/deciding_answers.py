"""Which answers settle a claim: each by itself, or several together; and which question settles most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from math import prod
from typing import NamedTuple

from propertylaw.model import Question, Result, Scenario


class Way(NamedTuple):
    """Answers by the id of what is asked, and the result to which they lead whatever else is answered."""

    given: Mapping[str, str]
    result: Result


def ways_of(questions: Iterable[Question]) -> list[Way]:
    """All ways to a result, those with the fewest answers first; none that only adds an answer to another."""
    found: list[Way] = []
    for question in questions:
        found += (way for way in _ways(question.outcomes) if way not in found)
    kept = [way for way in found if not any(_says_more(way, other) for other in found)]
    return sorted(kept, key=lambda way: len(way.given))


def by_what_they_settle(ways: Iterable[Way]) -> list[str]:
    """What is asked, what settles most first: with more answers that do it alone, else in shorter ways and in more."""
    listed = list(ways)
    ids = dict.fromkeys(id for way in listed for id in way.given)

    def weight(id: str) -> tuple[int, int, int]:
        sizes = [len(way.given) for way in listed if id in way.given]
        return -sizes.count(1), min(sizes), -len(sizes)

    return sorted(ids, key=weight)


def _says_more(way: Way, other: Way) -> bool:
    return way.result is other.result and way.given.items() > other.given.items()


def _ways(outcomes: Iterable[Scenario]) -> Iterator[Way]:
    """The ways of a question; of a table with every combination of answers, those answers that suffice."""
    ways = [Way(one.given, one.result) for one in outcomes]
    ids = tuple(ways[0].given) if ways else ()
    answers = [{way.given[id] for way in ways if id in way.given} for id in ids]
    table = all(way.given.keys() == set(ids) for way in ways) and min(map(len, answers), default=0) > 1
    if not table or prod(map(len, answers)) != len(ways):
        yield from ways
        return
    found: list[Way] = []
    for count in range(1, len(ids) + 1):
        for among, way in product(combinations(ids, count), ways):
            given = {id: way.given[id] for id in among}
            results = {one.result for one in ways if given.items() <= one.given.items()}
            shorter = any(one.given.items() <= given.items() for one in found)
            if len(results) == 1 and not shorter:
                found.append(Way(given, way.result))
    yield from found
