"""Which claims the facts of a dispute point to, where its form names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .expression import names, parse

if TYPE_CHECKING:
    from propertylaw.model import Claim, Respondent

_TELLING = 3
"""A fact on which elements of so few claims rest points to each of them; one that many ask for (harm, a contract) to
none by itself."""

_Ways = tuple[tuple[frozenset[str], ...], ...]
"""For each kind of respondent the facts of each element that rests on some."""


class Touching:
    """The facts on which the elements of each claim rest.

    Args:
        claims: the claims by id.
    """

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        self._ways: dict[str, _Ways] = {
            id: tuple(_facts(claim, head) for head in claim.respondents) for id, claim in claims.items()
        }
        asked = Counter(fact for ways in self._ways.values() for fact in _all(ways))
        self._telling = frozenset(fact for fact, count in asked.items() if count <= _TELLING)

    def claims(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Ids of the claims to which these facts point, in order: by one that few claims ask for, or because they
        speak to more than half of its elements. Where they point to none, all whose elements rest on one of them."""
        stated = frozenset(facts)
        touched = [id for id, ways in self._ways.items() if stated & _all(ways)]
        return tuple(id for id in touched if self._pointed(self._ways[id], stated)) or tuple(touched)

    def _pointed(self, ways: _Ways, stated: frozenset[str]) -> bool:
        if stated & self._telling & _all(ways):
            return True
        return any(way and 2 * sum(bool(element & stated) for element in way) > len(way) for way in ways)


def _facts(claim: Claim, head: Respondent) -> tuple[frozenset[str], ...]:
    found = (frozenset(names(parse(element.when))) for element in (*claim.elements, *head.elements))
    return tuple(facts for facts in found if facts)


def _all(ways: _Ways) -> frozenset[str]:
    return frozenset(fact for way in ways for element in way for fact in element)
