"""What kind of contract a text is and who its parties are: by its title, by its own words, or by the usual order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from propertylaw.errors import RuleError
from propertylaw.extraction.draft import Parties
from propertylaw.extraction.roles_told import balance, role_clues
from propertylaw.model import PartyId
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder, read_yaml

from .contract_data import contract_data

SERVICE_KINDS = ("service", "preliminary_service")
OWN_RULES = ("covenant", "rules_of_procedure")
"""What the owners make for themselves: no standard terms, and no contract between two sides."""


class ContractKind(Model):
    """A kind of contract."""

    id: str
    title: str
    words: tuple[str, ...]
    first: PartyId
    """Who 甲方 usually is."""
    second: PartyId


class _Name(Model):
    party: PartyId
    names: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@cache
def contract_kinds() -> tuple[ContractKind, ...]:
    """The kinds of contracts, the most special first."""
    return contract_data("kinds", tuple[ContractKind, ...])


def kind_of(title: str) -> ContractKind:
    """The kind of contract that a title names."""
    return next(kind for kind in contract_kinds() if any(re.search(words, title) for words in kind.words))


@cache
def usual_names(kind: str) -> Mapping[str, Parties]:
    """Names that contracts of a kind give to their parties without saying so."""
    read: tuple[_Name, ...] = read_yaml(
        data_folder("rules") / "contract" / "parties.yaml", tuple[_Name, ...], RuleError
    )
    fitting = sorted((one for one in read if not one.kinds or kind in one.kinds), key=lambda one: bool(one.kinds))
    return {name: (one.party,) for one in fitting for name in one.names}


def sides(text: str, kind: ContractKind, signatory: PartyId) -> Mapping[str, PartyId]:
    """Who 甲方 and 乙方 of a clause that stands alone are.

    An organ of the owners or a developer signs first by custom; only the text's own words put it second. Between a
    provider and an owner custom goes both ways, and what is said of them decides.
    """
    usual = _usual(kind, signatory)
    clues = [role_clues().said, *([role_clues().told] if signatory == "owner" else [])]
    first, second = (balance(text, name, signatory, clues) for name in ("甲方", "乙方"))
    if first == second:
        return usual
    provider, other = ("甲方", "乙方") if first > second else ("乙方", "甲方")
    return {provider: "service_provider", other: signatory}


def _usual(kind: ContractKind, signatory: PartyId) -> dict[str, PartyId]:
    provider, other = ("甲方", "乙方") if kind.first == "service_provider" else ("乙方", "甲方")
    return {provider: "service_provider", other: signatory}
