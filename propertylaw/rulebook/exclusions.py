"""Facts that cannot both be so of one thing, from `rules/exclusions.yaml`: common to all and one owner's alone."""

from __future__ import annotations

from functools import cache

from propertylaw.errors import RuleError
from propertylaw.model import Locator
from propertylaw.model.base import Model

from .data import data_folder
from .store import kept
from .yaml_file import read_yaml


class Exclusion(Model):
    """Two true-or-false facts of which one at most is so."""

    facts: tuple[str, str]
    says: str
    """Why, in Chinese."""
    basis: tuple[Locator, ...]


@cache
def exclusions() -> tuple[Exclusion, ...]:
    """The exclusions that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    file = data_folder("rules") / "exclusions.yaml"
    return kept("exclusions", [file], lambda: read_yaml(file, tuple[Exclusion, ...], RuleError))
