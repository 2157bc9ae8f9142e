"""What a claim brings about where it succeeds, from `rules/brought_about.yaml`: that a decision no longer binds."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Locator
from propertylaw.model.base import Model

from .shipped import shipped


class BroughtAbout(Model):
    """What follows from the success of a claim for others of the same dispute."""

    claim: str
    facts: tuple[str, ...]
    """What is so then."""
    for_all: bool = False
    """Whether it is so for everybody, and not only for claims that concern the same respondent."""
    says: str
    """Why, in Chinese."""
    basis: tuple[Locator, ...]


@cache
def brought_about() -> tuple[BroughtAbout, ...]:
    """What the claims that ship with the library bring about.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("brought_about", tuple[BroughtAbout, ...])
