"""A pack laid over other rules: a known id replaces what bore it, and every name still has to lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from propertylaw.rulebook.catalogue import Catalogue
from propertylaw.rulebook.rule_files import KINDS
from propertylaw.rulebook.rules import Rules

from .book import Book, read_book
from .circles import circles
from .citations import NoTexts, wrong_citations
from .faults import Fault, Place
from .references import unknown_names


def pack_faults(
    folder: Path,
    known: Catalogue,
    below: Rules,
    amended: Mapping[tuple[str, str], Place],
    repeals: Sequence[Place],
) -> tuple[Rules, Iterator[Fault]]:
    """The rules with the pack, and what is wrong with it, the gravest first.

    Args:
        folder: laid out like `rules/`.
        known: the instruments that may be cited.
        below: the rules below the pack, with what it amends.
        amended: kind and id of what is amended, and where.
        repeals: where the pack says what falls away; blamed for names that lead nowhere now.
    """
    own, faults = read_book(folder, None)
    found: dict[str, dict[str, Any]] = {kind: dict(getattr(below, kind)) for kind in KINDS}
    for kind, id in own.places:
        found[kind][id] = getattr(own.rules, kind)[id]
    rules = Rules(**found)
    whole = Book(folder, rules, {**amended, **own.places})
    return rules, _faults(faults, whole, Book(folder, rules, _elsewhere(rules, whole, repeals)), known)


def _faults(unread: Sequence[Fault], own: Book, rest: Book, known: Catalogue) -> Iterator[Fault]:
    yield from unread
    if unread:
        return
    for book in (own, rest):
        # An amended claim stands in another file than its own.
        yield from (fault for fault in unknown_names(book) if fault.code != "RULE003" or fault.place.keys == ("id",))
    yield from circles(own)
    yield from wrong_citations(own, known, NoTexts())


def _elsewhere(rules: Rules, own: Book, repeals: Sequence[Place]) -> dict[tuple[str, str], Place]:
    """Everything that the pack leaves as it was."""
    return {
        (kind, id): place
        for place in repeals
        for kind in ("claims", "concepts", "facts")
        for id in getattr(rules, kind)
        if (kind, id) not in own.places
    }
