"""Wording that may take the place of words in which an issue was found, as data: `rules/contract/wordings`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from propertylaw.errors import RuleError
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder, read_yaml

Patterns = tuple[str, ...]

SLOT = re.compile(r"\{([a-z_]+)\}")
"""Room in a wording: for a name that the contract uses, or for words of the clause that stay."""


class Wording(Model):
    """Wording for certain words. Patterns may use the names of `words.yaml`."""

    where: str
    """The words it takes the place of, in the clause with its parties as tokens; its named groups are kept words."""
    unless: Patterns = ()
    """None may be found in these words."""
    kinds: tuple[str, ...] = ()
    """Only in contracts of these kinds; empty: in all."""
    telling: bool = False
    """Whether these words alone tell the issue, so that it serves too where a sentence is only like known clauses."""
    in_lists: bool = False
    """Whether it reads well as an item of a list of rights or duties."""
    text: str
    """With slots, and without the stop at its end."""


@cache
def wordings() -> Mapping[str, tuple[Wording, ...]]:
    """The wordings of each issue that has any, those for special words first.

    Raises:
        RuleError: a file does not fit its form.
    """
    files = sorted((data_folder("rules") / "contract" / "wordings").glob("*.yaml"))
    return {file.stem: read_yaml(file, tuple[Wording, ...], RuleError) for file in files}
