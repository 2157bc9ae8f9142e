"""Claims of one claimant that exclude each other, from `rules/alternatives.yaml`: to end a contract and to keep it."""

from __future__ import annotations

from functools import cache

from propertylaw.model import Locator
from propertylaw.model.base import Model

from .shipped import shipped


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


@cache
def alternatives() -> tuple[Alternative, ...]:
    """The alternatives that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("alternatives", tuple[Alternative, ...])
