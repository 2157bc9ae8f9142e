"""Who of the parties of a blank form raises which of several claims against whom, and in which roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations, product
from string import ascii_lowercase
from typing import NamedTuple

from propertylaw.model import Claim

_BOTH = ("请求人", "被请求人")
_MANY = ("owner", "buyer", "property_user")
"""Of whom there are many: one may claim from the next."""
_PROVIDERS = {"service_provider", "outgoing_provider"}
_ONE_BY_ONE = "甲乙丙丁戊己庚辛壬癸"


class Person(NamedTuple):
    """A party of the form, in one role of those that it may have."""

    id: str
    name: str
    role: str
    roles: tuple[str, ...]


class Sides(NamedTuple):
    """A claim, with the ids of who raises it and of who is to answer it."""

    claim: Claim
    by: str
    against: str


def sides_of(claims: Sequence[Claim]) -> tuple[list[Person], list[Sides]]:
    """The parties and the claims between them: as few parties as will do, either of whom may claim from the other."""
    roles = list(_first_roles(claims))
    pairs = [(0, 1), *(_pair(claim, roles) for claim in claims[1:])]
    ids = ascii_lowercase
    people = [Person(ids[at], _name(at, claims), role, _roles(at, claims, pairs)) for at, role in enumerate(roles)]
    return people, [Sides(claim, ids[by], ids[other]) for claim, (by, other) in zip(claims, pairs, strict=True)]


def _first_roles(claims: Sequence[Claim]) -> tuple[str, str]:
    """The roles of the first claim's parties in which most of the others can stand between them too, or can be raised
    by the same person.

    Who is not usually sued in either claim is not taken only to have fewer parties, and nobody of whom an estate has
    but one claims from his like.
    """
    first, *others = claims
    natural = first.claimant[0], first.answering[0]
    likely = set(natural)

    def fitting(pair: tuple[str, str]) -> tuple[bool, int, int]:
        alike = pair != natural and pair[0] not in _MANY and (pair[0] == pair[1] or set(pair) <= _PROVIDERS)
        between = sum(_between(one, pair, likely) for one in others)
        return not alike, between, sum(pair[0] in one.claimant for one in others)

    return max(product(first.claimant, first.answering), key=fitting)


def _between(claim: Claim, pair: tuple[str, str], likely: set[str]) -> bool:
    fitting = (other for by, other in permutations(pair) if _fits(claim, by, other))
    return any(other in {claim.answering[0], *likely} for other in fitting)


def _fits(claim: Claim, by: str, other: str) -> bool:
    return by in claim.claimant and other in claim.answering


def _pair(claim: Claim, roles: list[str]) -> tuple[int, int]:
    """Who claims from whom; a party that is still missing is added to the roles."""
    fitting = [pair for pair in permutations(range(len(roles)), 2) if _fits(claim, *(roles[at] for at in pair))]
    usual = (pair for pair in fitting if roles[pair[0]] == claim.claimant[0] or roles[pair[1]] == claim.answering[0])
    if found := next(usual, None):
        return found
    by = _first(roles, claim.claimant[:1] if fitting else claim.claimant)
    other = None if by is not None else _first(roles, claim.answering[:1] if fitting else claim.answering)
    return _or_new(by, claim.claimant[0], roles), _or_new(other, claim.answering[0], roles)


def _first(roles: Sequence[str], fitting: Iterable[str]) -> int | None:
    return next((at for at, role in enumerate(roles) if role in fitting), None)


def _or_new(at: int | None, role: str, roles: list[str]) -> int:
    if at is not None:
        return at
    roles.append(role)
    return len(roles) - 1


def _name(at: int, claims: Sequence[Claim]) -> str:
    return _BOTH[at] if len(claims) == 1 else _ONE_BY_ONE[at]


def _roles(at: int, claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The roles in which a party can stand in all claims that it has a part in."""
    placed = [(claim, pair) for claim, pair in zip(claims, pairs, strict=True) if at in pair]
    open_to = [claim.claimant if pair[0] == at else claim.answering for claim, pair in placed]
    return tuple(role for role in open_to[0] if all(role in those for those in open_to))
