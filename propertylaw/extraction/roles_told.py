"""Which of two parties that a text only calls 甲方 and 乙方 it says to be whom, or tells by what it says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from propertylaw.errors import RuleError
from propertylaw.model import PartyId
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder, read_yaml

PROVIDER = "service_provider"
Clues = Mapping[str, tuple[str, ...]]


class RoleClues(Model):
    """The clues of `rules/contract/roles.yaml`: patterns for each kind of party, in which 〇 stands for the name."""

    said: dict[str, tuple[str, ...]]
    """The text says who it is."""
    told: dict[str, tuple[str, ...]]
    """What is said of it tells who it is."""


@cache
def role_clues() -> RoleClues:
    """The clues.

    Raises:
        RuleError: the file is not valid.
    """
    return read_yaml(data_folder("rules") / "contract" / "roles.yaml", RoleClues, RuleError)


def balance(text: str, name: str, other: PartyId, clues: Iterable[Clues]) -> int:
    """By how many clues more a name stands for the provider than for the other party.

    Args:
        text: in which the name is used.
        name: 甲方 or 乙方.
        other: whom the provider contracts with.
        clues: those that count.
    """
    counted = sum((_counted(text, name, other, one) for one in clues), Counter())
    return counted[PROVIDER] - counted[other]


def _counted(text: str, name: str, other: PartyId, clues: Clues) -> Counter[str]:
    return Counter(
        {
            role: sum(len(re.findall(clue.replace("〇", name), text)) for clue in clues.get(role, ()))
            for role in (PROVIDER, other)
        }
    )
