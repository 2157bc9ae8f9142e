"""Checks curated law in itself: names, citations, reach, use, examples, circles."""

from __future__ import annotations

from pathlib import Path

from propertylaw.rulebook.catalogue import Catalogue
from propertylaw.rulebook.rules import Rules

from .book import read_book
from .circles import circles
from .citations import NoTexts, Texts, wrong_citations
from .clauses import unknown_in_clauses
from .faults import Fault, Place
from .overlay import pack_faults
from .reach import unreachable
from .references import unknown_names
from .use import incomplete, unused, without_example
from .ways import unknown_in_ways

__all__ = ["Fault", "NoTexts", "Place", "Texts", "check_rules", "pack_faults"]


def check_rules(folder: Path, catalogue: Catalogue, texts: Texts, base: Rules | None = None) -> tuple[Fault, ...]:
    """Everything that is wrong with a folder of rules.

    Args:
        folder: laid out like `rules/`; with `base`, a pack that is added to it.
        catalogue: the instruments that may be cited.
        texts: the texts at hand, against which citations are held.
        base: the rules below the pack.
    """
    book, faults = read_book(folder, base)
    if faults:
        # What cannot be read would be missed everywhere; the rest is checked once the files are whole.
        return tuple(faults)
    faults = [*unknown_names(book), *unknown_in_ways(book), *unknown_in_clauses(book)]
    if not faults:
        # These follow the names, which lead somewhere now.
        faults = [*circles(book), *unreachable(book), *unused(book)]
    return (*faults, *wrong_citations(book, catalogue, texts), *without_example(book), *incomplete(book))
