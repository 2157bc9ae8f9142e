"""How many changes are better, worse or open for each party: as many as their lines tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from propertylaw.graph import kin
from propertylaw.model import PartyId

from .comparison import Altered, Direction, Passage, Tally, tally
from .entries import entries


def standings(changes: Iterable[Altered], passages: Iterable[Passage], party: PartyId | None) -> tuple[Tally, ...]:
    """The parties, those most concerned first.

    Args:
        changes: told by sentence; a sentence that is better in one point and worse in another counts as both.
        passages: other words that changed.
        party: only this party, and who acts for it.
    """
    counts: Counter[tuple[PartyId, Direction]] = Counter()
    for effects in (*(entry.effects for entry in entries(changes)), *(passage.effects for passage in passages)):
        counts.update(
            {(one.party, one.direction) for one in effects if party is None or kin([party]) & kin([one.party])}
        )
    told = sorted({one for one, _ in counts}, key=lambda one: (-sum(counts[one, way] for way in Direction), one))
    return tuple(tally(one, counts) for one in told)
