"""The words that extraction goes by: `rules/lexicon/*.yaml`, read once and compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from propertylaw.errors import RuleError
from propertylaw.model import Modality
from propertylaw.model.base import Model, PartyIds
from propertylaw.rulebook import data_folder, read_yaml

from .looks import look_for

T = TypeVar("T")


class PartyPattern(Model):
    """A name of parties that follows a pattern."""

    text: str
    parties: PartyIds


class Department(Model):
    """Bare names of a department (公安), as they stand in a list of departments."""

    party: str
    names: tuple[str, ...]


class ModalMarks(Model):
    """Modal words (应当, 不得) of one modality."""

    modality: Modality
    marks: tuple[str, ...]


class Effect(Model):
    """What a clause without a modal word does, told by its words."""

    modality: Modality
    text: str


class DocumentMakers(Model):
    """Documents that act as the grammatical subject of a duty, and the parties who make them."""

    text: str
    parties: PartyIds


class ClauseMarks(Model):
    """Marks of the parts of a sentence, all regular expressions."""

    condition_end: str
    condition_start: str
    adverbial_start: str
    policy: str
    publishing: str
    slogan: str
    embedded: str
    contrast: str
    join: str
    result: str
    sanction: str
    liability: str
    asking: str
    trigger_list: str
    scope: str


_WHOSE = "(?:(?!签订|订立|制定|拟订|修改|遵守|违反).*[的、和者与该本其])?(?:住宅)?(?:小区)?"
"""What may stand in front of a document that acts; other than a verb that has it for its object."""


class Lexicon:
    """All lexicons, compiled."""

    def __init__(self) -> None:
        self.party_patterns = _read("party_patterns", tuple[PartyPattern, ...])
        self.departments = _read("departments", tuple[Department, ...])
        self.modals = _read("modals", tuple[ModalMarks, ...])
        self.effects = _read("effects", tuple[Effect, ...])
        self.makers = tuple(
            (document.parties, re.compile(rf"{_WHOSE}(?:{document.text})(?:的内容|的约定)?$"))
            for document in _read("documents", tuple[DocumentMakers, ...])
        )
        marks = _read("clauses", ClauseMarks)
        self.clause = {name: re.compile(text) for name, text in marks}
        self.joins = re.compile(marks.join.removeprefix("^")).match
        """Looks for words that join, at a place of a text."""
        self.marks = {name: _finder(text) for name, text in marks}
        """How to look for the marks of each kind in words; those with `^` are looked for at the start alone."""


def _finder(text: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(text).match if text.startswith("^") and "|^" not in text else look_for(text).search


@cache
def lexicon() -> Lexicon:
    """The lexicons of the installation.

    Raises:
        RuleError: a file does not fit its form.
    """
    return Lexicon()


def _read(name: str, kind: type[T]) -> T:
    return read_yaml(data_folder("rules") / "lexicon" / f"{name}.yaml", kind, RuleError)
