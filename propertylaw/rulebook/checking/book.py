"""The rules of a folder with the place of each thing, as far as the files can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from propertylaw.errors import PropertyLawError
from propertylaw.model import Capacity, Claim, Defence, Element, Remedy
from propertylaw.model.claim import Citing
from propertylaw.rulebook.rule_files import KINDS, read_rule_file, rule_files
from propertylaw.rulebook.rules import Rules

from .faults import Fault, Place

Part = Element | Defence | Capacity | Remedy
HEADINGS = ("elements", "defences", "capacities", "remedies")
"""Where the parts of a claim stand."""


@dataclass(frozen=True, slots=True)
class Book:
    """Rules, where each of them stands, and the folder."""

    folder: Path
    rules: Rules
    places: dict[tuple[str, str], Place]
    """Kind and id of the things that the folder itself holds; those of the rules below it have no place."""

    def own(self, kind: str) -> Iterator[tuple[Any, Place]]:
        """The things of this kind that the folder holds."""
        things = getattr(self.rules, kind)
        return ((things[id], place) for (k, id), place in self.places.items() if k == kind)


def read_book(folder: Path, base: Rules | None) -> tuple[Book, list[Fault]]:
    """Read every file; what cannot be read is a fault and is left out."""
    faults: list[Fault] = []
    places: dict[tuple[str, str], Place] = {}
    found: dict[str, dict[str, Any]] = {kind: dict(getattr(base, kind)) if base else {} for kind in KINDS}
    for kind in KINDS:
        for file in rule_files(folder, kind):
            try:
                things = read_rule_file(file, kind)
            except PropertyLawError as problem:
                faults.append(_unreadable(file, problem))
                continue
            alone = kind == "claims"
            for index, thing in enumerate(things):
                place = Place(file, () if alone else (index,))
                if thing.id in found[kind]:
                    problem_says = f"{KINDS[kind].title}“{thing.id}”定义了两次"
                    faults.append(Fault("RULE003", problem_says, place.at("id"), "换一个 id，或者删去一处"))
                    continue
                found[kind][thing.id] = thing
                places[kind, thing.id] = place
    return Book(folder, Rules(**found), places), faults


def parts_of(claim: Claim, place: Place) -> Iterator[tuple[Part, Place]]:
    """Elements, defences, capacities and remedies of a claim, with their places."""
    for heading in HEADINGS:
        for index, part in enumerate(getattr(claim, heading, ())):
            yield part, place.at(heading, index)
    alone = len(claim.respondents) == 1
    for number, head in enumerate(claim.respondents):
        for heading in HEADINGS:
            # A claim with one kind of respondent may write its capacities at the top level.
            inside = place if alone and heading == "capacities" else place.at("respondents", number)
            for index, part in enumerate(getattr(head, heading)):
                yield part, inside.at(heading, index)


def citing_parts(claim: Claim, place: Place) -> Iterator[tuple[Citing, Place]]:
    """Whatever of a claim names the places on which it rests, with its place: the claim, its parts, their counters."""
    yield claim, place
    for part, inside in parts_of(claim, place):
        yield part, inside
        if isinstance(part, Defence) and part.unless is not None:
            yield part.unless, inside.at("unless")


def _unreadable(file: Path, problem: PropertyLawError) -> Fault:
    line = problem.place or ""
    return Fault("RULE001", f"{line}：{problem.problem}" if line else problem.problem, Place(file), problem.advice)
