"""The explanation of an analysis, as a tree and as sentences."""

from typing import Literal

from .base import Made
from .finding import Truth
from .locator import Locator


class Argument(Made):
    """The explanation as a tree; every sentence that rests on law carries its locators."""

    says: str
    kind: Literal[
        "whole",
        "claim",
        "time",
        "element",
        "role",
        "defence",
        "capacity",
        "limitation",
        "remedy",
        "set_off",
        "recourse",
        "clause",
        "fact",
        "step",
    ] = "fact"
    truth: Truth | None = None
    """Of elements, defences: how they came out."""
    basis: tuple[Locator, ...] = ()
    parts: tuple["Argument", ...] = ()


class Sentence(Made):
    """One sentence of the explanation and what it rests on."""

    says: str
    basis: tuple[Locator, ...] = ()
