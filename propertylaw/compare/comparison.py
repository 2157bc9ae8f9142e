"""What a comparison of two versions says: norms that changed, for whom, and what else changed in the text."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from propertylaw.model import Locator, Norm, PartyId
from propertylaw.model.base import Model


class Direction(StrEnum):
    """What a change means for a party."""

    BETTER = "better"
    WORSE = "worse"
    OPEN = "open"
    """Cannot be said: it has to be weighed by whoever reads it."""


class Effect(Model):
    """What one difference means for one party, and by which rule."""

    party: PartyId
    direction: Direction
    rule: str
    """Id of the rule in `rules/lexicon/changes.yaml`."""
    before: str = ""
    """The value it had, as written."""
    after: str = ""


class Altered(Model):
    """A norm that came, went, or says something else than before."""

    kind: Literal["added", "removed", "changed", "reworded"]
    before: Norm | None = None
    after: Norm | None = None
    before_text: str = ""
    """The sentence it was read from."""
    after_text: str = ""
    fields: tuple[str, ...] = ()
    """The fields of the norm in which the two differ."""
    effects: tuple[Effect, ...] = ()

    @property
    def norm(self) -> Norm:
        """The later norm, or the one that went."""
        found = self.after or self.before
        assert found is not None
        return found

    def direction_for(self, party: PartyId) -> Direction | None:
        """The change as a whole for a party: one way only where all its effects go that way; None if it has none."""
        ways = {effect.direction for effect in self.effects if effect.party == party}
        if not ways:
            return None
        return ways.pop() if len(ways) == 1 else Direction.OPEN


class Renumbering(Model):
    """An article or clause that stands under another number."""

    before: Locator
    after: Locator


class Passage(Model):
    """A paragraph whose words changed though no norm read from it did."""

    before: Locator | None
    after: Locator | None
    before_text: str = ""
    after_text: str = ""


class Standing(Model):
    """How many changes are better, worse or open for a party."""

    party: PartyId
    better: int
    worse: int
    open: int


class Comparison(Model):
    """Two versions compared."""

    before: str
    """Title of the earlier version."""
    after: str
    changes: tuple[Altered, ...]
    renumbered: tuple[Renumbering, ...]
    passages: tuple[Passage, ...]
    standings: tuple[Standing, ...]
