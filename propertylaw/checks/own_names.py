"""What a contract calls whom and what suggested wording speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.model import PartyId
from propertylaw.model.base import Model

if TYPE_CHECKING:
    from .view import Contract

_LETTERS = ("甲方", "乙方")


class _Called(Model):
    party: PartyId | None = None
    """Where it is a party: which one."""
    names: tuple[str, ...] = ()
    """What it is usually called; the first where a contract uses none."""
    kinds: Mapping[str, str] = {}
    """What it is called in contracts of a kind that use none."""


def usual_names_in_wording() -> Mapping[str, str]:
    """What the slots of a wording are called where no contract is at hand."""
    return {slot: called.names[0] for slot, called in _called().items()}


def own_names(contract: Contract) -> Mapping[str, str]:
    """What a contract calls the slots: its letter for a party, else the usual name that it uses most."""
    return {slot: _letter(contract, one.party) or _most_used(contract, one) for slot, one in _called().items()}


def _letter(contract: Contract, party: PartyId | None) -> str | None:
    """The letter that stands for a party, where the clauses use it."""
    named = (name for name, parties in contract.names.items() if name in _LETTERS and parties == (party,))
    return next((name for name in named if name in _clauses(contract)), None)


def _most_used(contract: Contract, called: _Called) -> str:
    longest_first = sorted(called.names, key=len, reverse=True)
    used = Counter(re.findall("|".join(longest_first), _clauses(contract)))
    usual = called.kinds.get(contract.kind.id, called.names[0])
    return used.most_common(1)[0][0] if used else usual


def _clauses(contract: Contract) -> str:
    return "\n".join(clause.text for clause in contract.clauses)


def _called() -> Mapping[str, _Called]:
    return contract_data("names_in_wording", dict[str, _Called])
