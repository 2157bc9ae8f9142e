"""What the signs of contract review mean in a dispute, from `rules/clauses.yaml`: for which claims, and how surely."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Locator, PartyId
from propertylaw.model.base import Model

from .shipped import shipped


class ClauseRule(Model):
    """A clause with a sign: the claims it bears on, and whether it is void or may only be."""

    sign: str
    """An issue of contract review: a file of `rules/contract/issues`."""
    only: tuple[str, ...] = ()
    """Of its signs those that say one of this; empty: all."""
    about: str = ""
    """What must stand in the sentence besides, with the words of `words.yaml`."""
    kinds: tuple[str, ...] = ()
    """Only in contracts of these kinds; empty: in all."""
    between: tuple[PartyId, ...] = ()
    """Only in a claim in which one of these is a party; empty: in any."""
    claims: tuple[str, ...]
    """Patterns of ids."""
    void: bool = False
    """Whether it is void, whatever else is so; else it may be, and that hangs on more than its words."""
    given: str | None = None
    """The fact with which alone the rule fits: that somebody was hurt."""
    without: str | None = None
    """The fact with which it does not: that things were harmed too."""
    bears: bool = True
    """Whether such a clause bears on the claim at all: one on things alone does not where somebody was hurt."""
    stands_with: str | None = None
    """The fact with which it stands: that the owners decided it."""
    because: str
    """Why, in Chinese, to follow 因为."""
    basis: tuple[Locator, ...]


class Subject(Model):
    """What clauses on harm speak of."""

    words: str
    """A pattern that may use the words of `words.yaml`."""
    claims: tuple[str, ...]
    """The claims that are about it."""


class ClauseRules(Model):
    """What the signs mean for the claims of a dispute."""

    subjects: tuple[Subject, ...]
    """A clause that names some of them bears, of the claims that any of them has, on those of the named ones alone."""
    rules: tuple[ClauseRule, ...]
    """Of several for a sign the first that fits counts."""


@cache
def clause_rules() -> ClauseRules:
    """The rules that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    found: ClauseRules = shipped("clauses", ClauseRules)
    return found
