"""Claims of one claimant that exclude each other, from `rules/alternatives.yaml`: to end a contract and to keep it."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Locator
from propertylaw.model.base import Model

from .shipped import shipped


class OtherWay(Model):
    """Another claim that may still be had where one fails."""

    when: str
    """On the facts between the two parties of the one that fails."""
    says: str
    """What speaks for it and against it, in Chinese."""
    basis: tuple[Locator, ...]


class Alternative(Model):
    """Two claims of which one at most is had."""

    claims: tuple[str, str]
    """The one to put first, then the other."""
    across: bool = False
    """Whether they exclude each other though they are raised against different respondents."""
    same_sum: bool = False
    """Whether they do so only where both bring the same sum, for it is one payment."""
    says: str
    """Why, in Chinese."""
    advice: str
    """How to raise both."""
    basis: tuple[Locator, ...]
    other_way: OtherWay | None = None
    """When the first may still be had, though the other failed and the first was not raised."""


@cache
def alternatives() -> tuple[Alternative, ...]:
    """The alternatives that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("alternatives", tuple[Alternative, ...])
