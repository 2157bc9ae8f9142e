"""The texts of the reference folder, each read, outlined and taken apart into norms once for all tests that use it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from propertylaw import extract, outline, read
from propertylaw.model import Norm, Outline, Source

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpus"
TEXTS = tuple(sorted(FOLDER.glob("*/*.md")))


@cache
def outlined(file: Path) -> tuple[Source, Outline]:
    """A text with its outline; also of a sample."""
    source = read(file)
    return source, outline(source)


@cache
def norms_in(file: Path) -> tuple[Norm, ...]:
    """The norms of a text."""
    return extract(*outlined(file))
