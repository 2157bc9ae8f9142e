"""Norms of the local texts that a user imported: extracted once by each state of the program, then kept."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from propertylaw.errors import LibraryError
from propertylaw.model import Norm
from propertylaw.rulebook import data_folder

from .store import Library
from .texts import StoredText

_ROOMS = ("model", "structure", "extraction")
_RULES = ("lexicon/*.yaml", "parties.yaml", "topics.yaml", "roles.yaml")


def norms_of(library: Library, text: StoredText) -> tuple[Norm, ...]:
    """The norms of a stored text."""
    kept = library.norms(text, extractor())
    if kept is not None:
        return kept
    norms = _extracted(library, text)
    try:
        library.keep_norms(text, extractor(), norms)
    except LibraryError:
        # A library that may only be read serves all the same; it is slower each time.
        return norms
    return norms


@cache
def extractor() -> str:
    """A fingerprint of what decides about norms: the program of three rooms and its lexicons."""
    package, rules = Path(__file__).resolve().parent.parent, data_folder("rules")
    files = [file for room in _ROOMS for file in sorted((package / room).glob("*.py"))]
    files += [file for pattern in _RULES for file in sorted(rules.glob(pattern))]
    seen = hashlib.sha256()
    for file in files:
        seen.update(file.name.encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()


def _extracted(library: Library, text: StoredText) -> tuple[Norm, ...]:
    from propertylaw.extraction import extract
    from propertylaw.structure import outline

    source = library.source(text)
    return extract(source, outline(source, instrument=text.instrument.id))
