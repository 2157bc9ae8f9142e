"""`diff`: two versions of a regulation or a contract by their rights, duties, limits and sanctions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from propertylaw.extraction import extract
from propertylaw.graph import Change, changes_between, kin, paired, renumbered
from propertylaw.model import Norm, Outline, PartyId, Source

from .comparison import Altered, Comparison, Direction, Renumbering, Standing
from .judging import effects, organs_in
from .passages import passages

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
    organs = organs_in(new[1].kind)
    altered = tuple(_altered(change, old[0], new[0], organs) for change in found)
    return Comparison(
        before=_title(old, new),
        after=_title(new, old),
        changes=altered,
        renumbered=tuple(Renumbering(before=a, after=b) for a, b in renumbered(pairing)),
        passages=passages(old, new, found) if party is None else (),
        standings=_standings(altered, party),
    )


def _title(text: Text, other: Text) -> str:
    """The title; with the day of the version where the text names it, with the file where both are called alike."""
    source, outline = text
    title = outline.title or source.name
    if outline.history:
        return f"{title}（{max(event.on for event in outline.history)}）"
    return f"{title}（{Path(source.path or source.name).name}）" if title == other[1].title else title


def _altered(change: Change, old: Source, new: Source, organs: Iterable[PartyId]) -> Altered:
    return Altered(
        kind=change.kind,
        before=change.before,
        after=change.after,
        before_text=_sentence(change.before, old),
        after_text=_sentence(change.after, new),
        fields=change.fields,
        effects=effects(change, organs),
    )


def _sentence(norm: Norm | None, source: Source) -> str:
    return source.text[slice(*norm.text_span)].strip() if norm is not None and norm.text_span else ""


def _standings(changes: Iterable[Altered], party: PartyId | None) -> tuple[Standing, ...]:
    counts: Counter[tuple[PartyId, Direction]] = Counter()
    for change in changes:
        for one in {effect.party for effect in change.effects}:
            if (direction := change.direction_for(one)) and (party is None or kin([party]) & kin([one])):
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
