"""How lay people speak: words that mean the same, and everyday situations with the provisions that answer them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from propertylaw.errors import RuleError
from propertylaw.model import Locator, Model

from .data import data_folder
from .yaml_file import read_yaml


class Situation(Model):
    """A kind of trouble, in the words of people who are in it."""

    id: str
    title: str
    """What it is about, one plain line."""
    asked: tuple[str, ...]
    """How owners, tenants, shopkeepers, committees, managers and officials speak of it."""
    answers: tuple[Locator, ...]
    """The provisions that answer, the most telling first."""
    claims: tuple[str, ...] = ()
    """Ids of the claims it comes to, the likeliest first: the provisions alone do not tell claims apart that rest on
    the same ones."""
    unclaimed: str = ""
    """Why the rules hold no claim for it, one plain line; empty where they may hold one."""


class Vocabulary(Model):
    """Words apart from any situation."""

    same: tuple[tuple[str, ...], ...]
    """Words of everyday life and of the law for one thing, the law's first."""
    noise: tuple[str, ...]
    """Words of questions that tell nothing about their subject."""
    subject: tuple[str, ...] = ()
    """Words that show by themselves that a question is of the life in an estate."""


class Everyday(Model):
    """The whole lexicon of everyday speech."""

    vocabulary: Vocabulary
    situations: tuple[Situation, ...]


@cache
def everyday() -> Everyday:
    """The lexicon that ships with the library, from `rules/everyday/`.

    Raises:
        RuleError: a file does not fit its form, or a situation stands twice.
    """
    return load_everyday(everyday_files())


def everyday_files() -> tuple[Path, ...]:
    """The files of the lexicon that ships with the library."""
    return tuple(sorted((data_folder("rules") / "everyday").glob("*.yaml")))


def load_everyday(files: tuple[Path, ...]) -> Everyday:
    """Load `words.yaml` and, from the other files, the situations.

    Raises:
        RuleError: a file does not fit its form, or a situation stands twice.
    """
    vocabulary = Vocabulary(same=(), noise=())
    situations: dict[str, Situation] = {}
    for file in files:
        if file.stem == "words":
            vocabulary = read_yaml(file, Vocabulary, RuleError)
            continue
        read: tuple[Situation, ...] = read_yaml(file, tuple[Situation, ...], RuleError)
        for situation in read:
            if situation.id in situations:
                raise RuleError(f"情形“{situation.id}”重复", file=file)
            situations[situation.id] = situation
    return Everyday(vocabulary=vocabulary, situations=tuple(situations.values()))
