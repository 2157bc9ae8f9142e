"""What the library says about a text it holds, and about a provision one asks for."""

from __future__ import annotations

from datetime import date
from typing import Literal

from propertylaw.model import Instrument, Locator, Model, TextState, Version
from propertylaw.model.base import Made

Standing = Literal["verified", "differs", "unknown"]
"""Against the catalogue: every article as in the text compared there; some differ; nothing to compare with."""


class StoredText(Model):
    """A text in the library, without its words."""

    id: int
    instrument: Instrument
    """As the catalogue has it, or as derived from the text."""
    version: date | None
    """The day that names the version; None where the text does not tell."""
    first: int
    """First article."""
    last: int
    articles: int
    digest: str
    standing: Standing
    name: str
    """File name without suffix."""
    origin: str
    """Path, or the package it came from."""
    added: str
    """UTC."""


class Passage(Model):
    """The words of a provision and the text they stand in."""

    words: str
    text: StoredText


class ProvisionText(Made):
    """A provision as it stood on a day, with its words or with the reason why they are missing."""

    locator: Locator
    """As asked, with the version that answers."""
    on: date
    state: TextState
    version: Version | None = None
    """The version in force on the day, or the one asked for."""
    words: str = ""
    text: StoredText | None = None
    """Where the words come from."""
    applied: tuple[Locator, ...] = ()
    """What ruled the matter on the day instead."""
    says: str
    """The answer without the words, one Chinese line."""
    doubts: tuple[str, ...] = ()
    """What is not certain about it."""
