"""A reform as a pack laid over the curated law: what it adds, replaces, amends and repeals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from propertylaw.errors import PackError
from propertylaw.library import KnowledgeBase
from propertylaw.model import (
    BrightLine,
    Capacity,
    Claim,
    Concept,
    Defence,
    Element,
    Instrument,
    Locator,
    PartyId,
    Remedy,
    Respondent,
)
from propertylaw.model.base import Model, PartyIds
from propertylaw.rulebook import Catalogue, Rules, catalogue, read_yaml, rules
from propertylaw.rulebook.checking import Fault, Place, pack_faults
from propertylaw.rulebook.rule_files import KINDS
from propertylaw.rulebook.yaml_file import nearest

NOTE = "reform.yaml"
_PARTS = ("elements", "defences", "remedies")


class Repeals(Model):
    """What falls away: ids, and for norms the provisions in which they stand."""

    norms: tuple[Locator, ...] = ()
    claims: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class ConceptAmendment(Model):
    """An open concept on which the reform draws bright lines; they are tried before those it has."""

    id: str
    bright_lines: tuple[BrightLine, ...]


class ClaimAmendment(Model):
    """A claim that gets further claimants, respondents and parts, or loses some."""

    id: str
    claimant: PartyIds = ()
    basis: tuple[Locator, ...] = ()
    elements: tuple[Element, ...] = ()
    defences: tuple[Defence, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    """In which way respondents answer, before the ways they have."""
    without: tuple[str, ...] = ()
    """Ids of elements, defences and remedies that it loses."""


class Amendments(Model):
    """What the reform changes in things that stay."""

    concepts: tuple[ConceptAmendment, ...] = ()
    claims: tuple[ClaimAmendment, ...] = ()


class ReformNote(Model):
    """`reform.yaml` of a pack."""

    title: str
    says: str
    """What it is about, in one or two sentences."""
    instruments: tuple[Instrument, ...] = ()
    """The sources that the pack cites and the catalogue does not know."""
    repeals: Repeals = Repeals()
    amends: Amendments = Amendments()


@dataclass(frozen=True, slots=True)
class Reform:
    """The law with the reform, beside the law without it."""

    note: ReformNote
    base: Rules
    rules: Rules
    catalogue: Catalogue

    def law(self, without: KnowledgeBase) -> KnowledgeBase:
        """The law of the same day and place with the reform."""
        return KnowledgeBase(
            without.on, without.place, rules=self.rules, catalogue=self.catalogue, library=without.library
        )

    @property
    def settled(self) -> Mapping[str, tuple[Locator, ...]]:
        """Concepts on which the reform draws bright lines, and where it does."""
        return {
            one.id: tuple(at for line in one.bright_lines for at in line.basis) for one in self.note.amends.concepts
        }


def read_reform(folder: Path, base: Rules | None = None) -> Reform:
    """Read a pack and lay it over the curated law.

    Args:
        folder: holds `reform.yaml` and, as far as needed, `parties.yaml`, `topics.yaml`, `facts/`, `concepts/`,
            `norms/`, `claims/`, laid out like `rules/`; what has an id that is known replaces it.
        base: other curated law than the one that ships.

    Raises:
        PackError: the pack is not valid; the message names file, line and the nearest valid name.
    """
    below = base or rules()
    file = folder / NOTE
    if not file.is_file():
        raise PackError(f"不是改革方案，缺少 {NOTE}", file=folder, advice="指向一个含有它的目录")
    note: ReformNote = read_yaml(file, ReformNote, PackError)
    known = Catalogue(
        [*(one for one in catalogue() if one.id not in {i.id for i in note.instruments}), *note.instruments]
    )
    _refuse(_unknown(note, below, file))
    amended, places = _amended(note, below, file)
    book, faults = pack_faults(folder, known, amended, places, (Place(file, ("repeals",)),))
    _refuse(faults)
    return Reform(note, below, book, known)


def _refuse(faults: Iterable[Fault]) -> None:
    """The first fault is what the writer has to see."""
    for fault in faults:
        key = ".".join(map(str, fault.place.keys))
        where = "，".join(
            part for part in (f"第 {fault.line} 行" if fault.line else "", f"“{key}”" if key else "") if part
        )
        raise PackError(fault.problem, file=fault.place.file, place=where or None, advice=fault.advice)


def _unknown(note: ReformNote, below: Rules, file: Path) -> Iterable[Fault]:
    """What the note repeals or amends and nobody knows."""
    for kind in ("claims", "concepts", "facts"):
        known = getattr(below, kind)
        for index, id in enumerate(getattr(note.repeals, kind)):
            if id not in known:
                yield _no(kind, id, known, Place(file, ("repeals", kind, index)))
    for index, at in enumerate(note.repeals.norms):
        if not any(at.contains(norm.locator) for norm in below.norms.values()):
            places = [str(norm.locator) for norm in below.norms.values()]
            yield _no("norms", str(at), places, Place(file, ("repeals", "norms", index)))
    for kind in ("concepts", "claims"):
        known = getattr(below, kind)
        for index, one in enumerate(getattr(note.amends, kind)):
            if one.id not in known:
                yield _no(kind, one.id, known, Place(file, ("amends", kind, index, "id")))
    for index, claim in enumerate(note.amends.claims):
        parts = _ids(below.claims[claim.id]) if claim.id in below.claims else frozenset()
        for number, id in enumerate(claim.without):
            if id not in parts:
                yield _no("parts", id, parts, Place(file, ("amends", "claims", index, "without", number)))


def _no(kind: str, id: str, known: Iterable[str], place: Place) -> Fault:
    title = KINDS[kind].title if kind in KINDS else "要件、抗辩或者可得"
    return Fault("PACK001", f"没有这个{title}“{id}”", place, nearest(id, known))


def _amended(note: ReformNote, below: Rules, file: Path) -> tuple[Rules, dict[tuple[str, str], Place]]:
    """The law below without what is repealed and with what is amended, and where the amendments stand."""
    found: dict[str, dict[str, Any]] = {kind: dict(getattr(below, kind)) for kind in KINDS}
    places: dict[tuple[str, str], Place] = {}
    for index, concept in enumerate(note.amends.concepts):
        found["concepts"][concept.id] = _concept(below.concepts[concept.id], concept)
        places["concepts", concept.id] = Place(file, ("amends", "concepts", index))
    for index, claim in enumerate(note.amends.claims):
        found["claims"][claim.id] = _claim(below.claims[claim.id], claim)
        places["claims", claim.id] = Place(file, ("amends", "claims", index))
    for kind in ("claims", "concepts", "facts"):
        for id in getattr(note.repeals, kind):
            found[kind].pop(id, None)
    repealed = note.repeals.norms
    found["norms"] = {
        id: norm for id, norm in found["norms"].items() if not any(at.contains(norm.locator) for at in repealed)
    }
    return Rules(**found), places


def _concept(concept: Concept, amendment: ConceptAmendment) -> Concept:
    return concept.model_copy(update={"bright_lines": (*amendment.bright_lines, *concept.bright_lines)})


def _claim(claim: Claim, amendment: ClaimAmendment) -> Claim:
    """The claim with the further parts first, so that a fault in them is found at its number."""
    kept = {name: _kept(getattr(claim, name), amendment.without) for name in _PARTS}
    heads = tuple(
        head.model_copy(
            update={
                **{name: _kept(getattr(head, name), amendment.without) for name in _PARTS},
                "capacities": (*amendment.capacities, *head.capacities),
            }
        )
        for head in claim.respondents
    )
    return claim.model_copy(
        update={
            "claimant": _together(amendment.claimant, claim.claimant),
            "basis": tuple(dict.fromkeys((*amendment.basis, *claim.basis))),
            "respondents": (*amendment.respondents, *heads),
            **{name: (*getattr(amendment, name), *parts) for name, parts in kept.items()},
        }
    )


def _kept(parts: Iterable[Any], without: Iterable[str]) -> tuple[Any, ...]:
    dropped = frozenset(without)
    return tuple(part for part in parts if part.id not in dropped)


def _together(one: Iterable[PartyId], other: Iterable[PartyId]) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys((*other, *one)))


def _ids(claim: Claim) -> frozenset[str]:
    holders: tuple[Any, ...] = (claim, *claim.respondents)
    return frozenset(part.id for holder in holders for name in _PARTS for part in getattr(holder, name))
