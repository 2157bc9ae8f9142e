"""What kind of contract a text is and who its parties are: by its title, by its own words, or by the usual order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from propertylaw.checks.contract_data import contract_data
from propertylaw.errors import RuleError
from propertylaw.extraction.draft import Parties
from propertylaw.model import PartyId
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder, read_yaml

SERVICE_KINDS = ("service", "preliminary_service")


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
    """Who 甲方 and 乙方 of a clause that stands alone are."""
    usual = _usual(kind, signatory)
    first, second = (_told(text, name, usual[name]) for name in ("甲方", "乙方"))
    provider = "service_provider"
    if first[0] == second[0] == provider:  # both look like the provider: the better told one is
        loser = "甲方" if second[1] >= first[1] else "乙方"
        return {**dict.fromkeys(("甲方", "乙方"), provider), loser: signatory}
    if provider not in (first[0], second[0]):
        other = "乙方" if first[1] > second[1] else "甲方" if second[1] > first[1] else None
        found = {"甲方": first[0], "乙方": second[0]}
        return {**found, other: provider} if other else usual
    return {"甲方": first[0], "乙方": second[0]}


def _usual(kind: ContractKind, signatory: PartyId) -> dict[str, PartyId]:
    swapped = kind.first == "service_provider"
    provider, other = ("甲方", "乙方") if swapped else ("乙方", "甲方")
    return {provider: "service_provider", other: signatory}


def _told(text: str, name: str, usual: PartyId) -> tuple[PartyId, int]:
    counts = {
        role: sum(len(re.findall(clue.replace("〇", name), text)) for clue in clues) for role, clues in _clues().items()
    }
    best = max(counts, key=lambda role: (counts[role], role == usual))
    return (best, counts[best]) if counts[best] else (usual, 0)


@cache
def _clues() -> Mapping[str, tuple[str, ...]]:
    return contract_data("roles", dict[str, tuple[str, ...]])
