"""Facts that cannot both be so of one thing, from `rules/exclusions.yaml`: common to all and one owner's alone."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Locator
from propertylaw.model.base import Model

from .shipped import shipped


class Exclusion(Model):
    """Two true-or-false facts of which one at most is so."""

    facts: tuple[str, str]
    """The first is asked about where both are proved."""
    says: str
    """Why, in Chinese."""
    basis: tuple[Locator, ...]

    def rival(self, fact: str) -> str:
        """The fact that excludes one of the two."""
        first, second = self.facts
        return second if fact == first else first


@cache
def exclusions() -> tuple[Exclusion, ...]:
    """The exclusions that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("exclusions", tuple[Exclusion, ...])


@cache
def excluding(fact: str) -> tuple[Exclusion, ...]:
    """The exclusions of which a fact is one side."""
    return tuple(one for one in exclusions() if fact in one.facts)
