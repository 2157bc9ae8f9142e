"""`diff`: two versions of a regulation or a contract by their rights, duties, limits and sanctions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from propertylaw.extraction import extract
from propertylaw.graph import Change, changes_between, kin, paired, renumbered
from propertylaw.model import Norm, Outline, PartyId, Source

from .comparison import Altered, Comparison, Direction, Renumbering, Standing
from .elsewhere import Elsewhere
from .entries import entries
from .judging import Around, effects, organs_in
from .passages import passages
from .versions import notes, title

Text = tuple[Source, Outline]


def diff(old: Text, new: Text, party: PartyId | None = None) -> Comparison:
    """What changes from one version to the next, and for whom it gets better or worse.

    Args:
        old: the earlier text and its outline.
        new: the later text and its outline.
        party: only what concerns this party, or who acts for it, as bearer or counterparty.
    """
    pairing = paired(extract(*old), extract(*new))
    found = changes_between(pairing, party)
    altered = tuple(_altered(change, Elsewhere(pairing, old, new), organs_in(new[1].kind)) for change in found)
    return Comparison(
        before=title(old, new),
        after=title(new, old),
        notes=notes(old, new, pairing),
        changes=altered,
        renumbered=tuple(Renumbering(before=a, after=b) for a, b in renumbered(pairing)),
        passages=passages(old, new, found) if party is None else (),
        standings=_standings(altered, party),
    )


def _altered(change: Change, elsewhere: Elsewhere, organs: Iterable[PartyId]) -> Altered:
    before, after = _sentence(change.before, elsewhere.old[0]), _sentence(change.after, elsewhere.new[0])
    return Altered(
        kind=change.kind,
        before=change.before,
        after=change.after,
        before_text=before,
        after_text=after,
        fields=change.fields,
        effects=effects(change, organs, Around(before, after, elsewhere.rule_for(change))),
    )


def _sentence(norm: Norm | None, source: Source) -> str:
    return source.text[slice(*norm.text_span)].strip() if norm is not None and norm.text_span else ""


def _standings(changes: Iterable[Altered], party: PartyId | None) -> tuple[Standing, ...]:
    counts: Counter[tuple[PartyId, Direction]] = Counter()
    for entry in entries(changes):
        for one in {effect.party for change in entry.changes for effect in change.effects}:
            if (direction := entry.direction_for(one)) and (party is None or kin([party]) & kin([one])):
                counts[one, direction] += 1
    told = sorted({one for one, _ in counts}, key=lambda one: (-sum(counts[one, way] for way in Direction), one))
    return tuple(
        Standing(
            party=one,
            better=counts[one, Direction.BETTER],
            worse=counts[one, Direction.WORSE],
            open=counts[one, Direction.OPEN],
        )
        for one in told
    )
