"""Two versions of one text: telling their norms apart, and what changes between them, and for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from propertylaw.model import Locator, Norm, Outline, PartyId

from .pairing import Pairing, Place, paired, place
from .succession import earlier_words, later_words
from .wording import kin, plain

_FIELDS = (
    "modality",
    "bearer",
    "counterparty",
    "condition",
    "exception",
    "deadline",
    "threshold",
    "amount",
    "authority",
    "action",
)
_WORDS = ("action", "condition", "exception", "threshold")


@dataclass(frozen=True, slots=True)
class Change:
    """A norm that came, went, says something else than before, or says the same in other words."""

    kind: Literal["added", "removed", "changed", "reworded"]
    before: Norm | None
    after: Norm | None
    fields: tuple[str, ...] = ()
    """The fields of the norm in which the two differ."""

    @property
    def parties(self) -> frozenset[PartyId]:
        """Whom it concerns: bearers and counterparties, before and after."""
        norms = [norm for norm in (self.before, self.after) if norm is not None]
        return frozenset(id for norm in norms for id in (*norm.bearer, *norm.counterparty))


def of_version(norms: Iterable[Norm], version: date) -> tuple[Norm, ...]:
    """The norms with the version in locators and ids, so that two versions can stand in one graph.

    Args:
        norms: of one text.
        version: the day of adoption or amendment that names the version.
    """
    return tuple(_of_version(norm, version) for norm in norms)


def told_apart(texts: Iterable[tuple[Outline, tuple[Norm, ...]]]) -> tuple[tuple[Norm, ...], ...]:
    """The norms of each text; of a text that is there in several versions, each with the version that its head names.

    Args:
        texts: outlines with their norms; the parts of a code are one instrument and no versions of each other.
    """
    texts = tuple(texts)
    ids = [Counter(norm.id for norm in norms) for _, norms in texts]
    twice = {id for id, count in Counter(chain.from_iterable(one.elements() for one in ids)).items() if count > 1}
    return tuple(
        of_version(norms, max(event.on for event in outline.history))
        if outline.history and not twice.isdisjoint(own)
        else norms
        for (outline, norms), own in zip(texts, ids, strict=True)
    )


def changes(before: Iterable[Norm], after: Iterable[Norm], party: PartyId | None = None) -> tuple[Change, ...]:
    """What changes from one version of a text to the next, in the order of the later one, what went at the end.

    Args:
        before: norms of the earlier version.
        after: norms of the later version.
        party: only what concerns this party, or who acts for it (业主大会 for 业主), as bearer or counterparty.
    """
    return changes_between(paired(before, after), party)


def changes_between(pairing: Pairing, party: PartyId | None = None) -> tuple[Change, ...]:
    """What changes, from norms that are paired already; see `changes`."""
    moved = {place(before): after for before, after in renumbered(pairing)}
    found = [change for before, after in pairing.together if (change := _change(before.norm, after.norm, moved))]
    found += [Change("added", None, one.norm) for one in pairing.came]
    in_text = sorted(found, key=lambda change: change.after.locator if change.after else Locator(instrument=""))
    went = [Change("removed", one.norm, None) for one in pairing.went]
    return tuple(one for one in (*in_text, *went) if party is None or kin([party]) & kin(one.parties))


def renumbered(pairing: Pairing) -> tuple[tuple[Locator, Locator], ...]:
    """Articles and clauses that stand under another number than before, by the norms that came along."""
    counts = Counter(
        (_article(before.norm.locator), _article(after.norm.locator)) for before, after in pairing.together
    )
    best: dict[Locator, tuple[Locator, Locator]] = {}
    for pair, _ in counts.most_common():
        best.setdefault(pair[1], pair)
    return tuple(pair for _, pair in sorted(best.items()) if place(pair[0]) != place(pair[1]))


def _of_version(norm: Norm, version: date) -> Norm:
    place = norm.locator.model_copy(update={"version": version})
    number = norm.id.rpartition("#")[2]
    cites = tuple(
        citation.model_copy(
            update={
                "targets": tuple(
                    target.model_copy(update={"version": version})
                    if target.instrument == norm.locator.instrument
                    else target
                    for target in citation.targets
                )
            }
        )
        for citation in norm.cites
    )
    return norm.model_copy(update={"id": f"{place}#{number}", "locator": place, "cites": cites})


def _change(before: Norm, after: Norm, moved: Mapping[Place, Locator]) -> Change | None:
    fields = tuple(name for name in _FIELDS if getattr(before, name) != getattr(after, name))
    if not fields:
        return None
    same = all(name in _WORDS and _say_the_same(name, before, after, moved) for name in fields)
    return Change("reworded" if same else "changed", before, after, fields)


def _say_the_same(field: str, before: Norm, after: Norm, moved: Mapping[Place, Locator]) -> bool:
    """Whether the words of a field mean the same: other names for the same, references that go where they went."""
    old = earlier_words(getattr(before, field) or "", before, after, moved)
    return plain(old) == plain(later_words(getattr(after, field) or "", after))


def _article(at: Locator) -> Locator:
    whole = at.at(at.numbers[:1])
    return whole.model_copy(update={"annex": at.annex})
