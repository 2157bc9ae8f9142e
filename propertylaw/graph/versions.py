"""Two versions of one text: telling their norms apart, and what changes between them, and for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rapidfuzz import fuzz

from propertylaw.model import Norm, Outline, PartyId

from .wording import Wording, kin, wording

_SAME_PLACE = 0.5
"""How like two norms of the same article have to be to count as one that changed."""
_MOVED = 0.8
"""How like two norms of different articles."""

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
_WORDS = {"action", "condition"}


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
    twice = {id for id, count in sum(ids, Counter[str]()).items() if count > 1}
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
    old, new = [wording(norm) for norm in before], [wording(norm) for norm in after]
    partners = _partners(old, new)
    matched = {id(one) for one in partners.values()}
    found = [change for one in new for change in _change(partners.get(id(one)), one)]
    found += [Change("removed", one.norm, None) for one in old if id(one) not in matched]
    return tuple(change for change in found if party is None or kin([party]) & kin(change.parties))


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


def _partners(old: Sequence[Wording], new: Sequence[Wording]) -> dict[int, Wording]:
    """For each later norm its former self: the likest of the same article, then of any other."""
    scored = sorted(_candidates(old, new), key=lambda one: -one[0])
    taken: set[int] = set()
    found: dict[int, Wording] = {}
    for _, before, after in scored:
        if id(before) not in taken and id(after) not in found:
            taken.add(id(before))
            found[id(after)] = before
    return found


def _candidates(old: Sequence[Wording], new: Sequence[Wording]) -> Iterator[tuple[float, Wording, Wording]]:
    by_article: dict[int | None, list[Wording]] = {}
    for one in old:
        by_article.setdefault(one.norm.locator.article, []).append(one)
    same_words = {(one.act, one.condition): one for one in old}
    for after in new:
        for before in by_article.get(after.norm.locator.article, ()):
            score = _likeness(before, after)
            if score >= _SAME_PLACE:
                yield score + 0.1, before, after
        moved = same_words.get((after.act, after.condition))
        if moved is not None and len(after.act) > 1:
            yield 1.0, moved, after


def _likeness(before: Wording, after: Wording) -> float:
    act = fuzz.ratio(before.act, after.act)
    condition = fuzz.ratio(before.condition, after.condition) if before.condition or after.condition else act
    return (3 * act + condition) / 400


def _change(before: Wording | None, after: Wording) -> Iterator[Change]:
    if before is None:
        yield Change("added", None, after.norm)
        return
    fields = tuple(name for name in _FIELDS if getattr(before.norm, name) != getattr(after.norm, name))
    if fields:
        same = set(fields) <= _WORDS and (before.act, before.condition) == (after.act, after.condition)
        yield Change("reworded" if same else "changed", before.norm, after.norm, fields)
