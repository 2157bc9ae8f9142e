"""Fingerprints of texts, article by article: they tell whether a text is the one that was compared, and where not."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from propertylaw.model import Model

from .data import data_folder

if TYPE_CHECKING:
    from propertylaw.model import Outline, Source

_SHORT = 12
_COUNTED = "%‰"


class Fingerprint(Model):
    """A text without its words: what is left is enough to compare it."""

    articles: Mapping[str, str]
    """A short digest for each article, by its number (`287-1` for an article inserted later)."""
    whole: str | None = None
    """SHA-256 of all articles; None where the text is a part of an instrument."""


def normalised(text: str) -> str:
    """Letters, characters and figures alone: publishers differ in blanks, width and punctuation."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum() or c in _COUNTED)


def fingerprint(source: Source, outline: Outline) -> Fingerprint:
    """The fingerprint of a text as it was read."""
    words = {
        f"{one.number}-{one.locator.branch}" if one.locator.branch else str(one.number): normalised(
            source.text[slice(*one.text_span)]
        )
        for one in outline.articles
    }
    whole = "\n".join(f"{number} {said}" for number, said in words.items())
    return Fingerprint(
        articles={number: _digest(said)[:_SHORT] for number, said in words.items()},
        whole=_digest(whole),
    )


def article_digest(text: str) -> str:
    """The short digest of an article's words."""
    return _digest(normalised(text))[:_SHORT]


@cache
def known_fingerprint(instrument: str, version: date) -> Fingerprint | None:
    """The fingerprint in the catalogue, where a text of this version was compared."""
    file = data_folder("corpus") / "catalogue" / "digests" / f"{instrument}@{version}.txt"
    if not file.is_file():
        return None
    lines = dict(line.split() for line in file.read_text(encoding="utf-8").splitlines())
    return Fingerprint(whole=lines.pop("whole", None), articles=lines)


@cache
def ever_compared(instrument: str) -> bool:
    """Whether a text of any version was compared: what is cited of others was never held against their words."""
    folder = data_folder("corpus") / "catalogue" / "digests"
    return any(file.name.startswith(f"{instrument}@") for file in folder.iterdir())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
