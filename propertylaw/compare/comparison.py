"""What a comparison of two versions says: norms that changed, for whom, and what else changed in the text."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Literal

from pydantic import Field

from propertylaw.model import Locator, Norm, PartyId
from propertylaw.model.base import Model

Kind = Literal["added", "removed", "changed", "reworded"]


class Direction(StrEnum):
    """What a change means for a party."""

    BETTER = "better"
    WORSE = "worse"
    OPEN = "open"
    """Cannot be said: it has to be weighed by whoever reads it."""


class Effect(Model):
    """What one difference means for one party, and by which rule."""

    party: PartyId
    called: str = ""
    """What the text calls it, where it is of no known kind."""
    direction: Direction
    rule: str
    """Id of the rule in `rules/lexicon/changes.yaml`."""
    before: str = ""
    """The value it had, as written."""
    after: str = ""
    presumed: bool = False
    """Whether the text names nobody, so that the party follows from the kind of contract and of act."""


class Altered(Model):
    """A norm that came, went, or says something else than before."""

    kind: Kind
    before: Norm | None = None
    after: Norm | None = None
    before_text: str = ""
    """The sentence it was read from."""
    after_text: str = ""
    lead: str = ""
    """For an item of a list: what the list says that it is about (对下列事项作出决定)."""
    fields: tuple[str, ...] = ()
    """The fields of the norm in which the two differ."""
    effects: tuple[Effect, ...] = ()

    @property
    def norm(self) -> Norm:
        """The later norm, or the one that went."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def norms(self) -> tuple[Norm, ...]:
        """The earlier and the later one, as far as there are both."""
        return tuple(norm for norm in (self.before, self.after) if norm is not None)

    def direction_for(self, party: PartyId) -> Direction | None:
        """The change as a whole for a party: one way only where all its effects go that way; None if it has none."""
        ways = {effect.direction for effect in self.effects if effect.party == party}
        if not ways:
            return None
        return ways.pop() if len(ways) == 1 else Direction.OPEN


class Entry(Model):
    """What changed in one sentence, told as one: norms that came, went and changed in it."""

    changes: tuple[Altered, ...]

    @property
    def kind(self) -> Kind:
        """That of its changes; `changed` where they differ."""
        kinds = {one.kind for one in self.changes}
        return kinds.pop() if len(kinds) == 1 else "changed"

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Those of all its changes."""
        return tuple(effect for one in self.changes for effect in one.effects)


class Renumbering(Model):
    """An article or clause that stands under another number."""

    before: Locator
    after: Locator


class Passage(Model):
    """A paragraph whose words changed though no norm read from it did."""

    kind: Literal["changed", "reworded"] = "changed"
    """`reworded`: only marks, particles, or another name for the same."""
    before: Locator | None
    after: Locator | None
    before_text: str = ""
    after_text: str = ""
    effects: tuple[Effect, ...] = ()
    """What figures that changed in it beside the same words mean for the parties of a contract."""


class Tally(Model):
    """How much is better, worse or open for a kind of party; what is both counts as both."""

    party: PartyId
    better: int
    worse: int
    open: int


def tally(party: PartyId, counts: Counter[tuple[PartyId, Direction]]) -> Tally:
    """What was counted for a party, by direction."""
    better, worse, undecided = (counts[party, way] for way in (Direction.BETTER, Direction.WORSE, Direction.OPEN))
    return Tally(party=party, better=better, worse=worse, open=undecided)


class Comparison(Model):
    """Two versions compared."""

    before: str
    """Title of the earlier version."""
    after: str
    notes: tuple[str, ...] = ()
    """Where the days of the versions come from, and what makes it doubtful that they are two versions of one text."""
    printed: dict[str, str] = Field(default_factory=dict)
    """Clauses (`doc:合同/5`) that print another number than their locators count: 第十二条."""
    changes: tuple[Altered, ...]
    renumbered: tuple[Renumbering, ...]
    passages: tuple[Passage, ...]
    standings: tuple[Tally, ...]
