"""What the versions say around a change: the sentences, the contract's sides, and a rule that stands elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from .sides import NO_SIDES, Sides


class Around(NamedTuple):
    """What the versions say around a change."""

    before: str = ""
    """The sentence of the earlier norm."""
    after: str = ""
    instead: str | None = None
    """For a norm that came or went: the rule that applies instead of a gain or a loss."""
    sides: Sides = NO_SIDES
    """Of a contract for services: who may claim what the text owes to nobody by name."""


NOTHING = Around()
