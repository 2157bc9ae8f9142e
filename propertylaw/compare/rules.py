"""The rules by which a change is better or worse for a party (`rules/lexicon/changes.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from propertylaw.errors import RuleError
from propertylaw.model import PartyId
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder, read_yaml

from .comparison import Direction


class ChangeRule(Model):
    """What a kind of change means for those the norm binds or entitles and for those on the other side."""

    id: str
    says: str
    bearer: Direction
    counterparty: Direction


class Price(Model):
    """Who pays whom where a clause states a price in this unit."""

    unit: str
    payee: PartyId
    payer: PartyId


class Protected(Model):
    """Whom a ban on a subject protects."""

    topic: str
    party: PartyId


class ChangeWords(Model):
    """The file as it is written."""

    rules: tuple[ChangeRule, ...]
    voters: tuple[PartyId, ...]
    votes_of: str
    prices: tuple[Price, ...]
    protects: tuple[Protected, ...]
    sides: tuple[tuple[PartyId, ...], tuple[PartyId, ...]]
    unknown: tuple[PartyId, ...]
    addressees: tuple[PartyId, ...]
    every: str
    pays: str
    from_on: str
    up_to: str
    service_contract: str
    owes_fees: str
    late: str
    serves: str
    consents: str
    informs: str
    monthly: str
    common_income: str
    reaches: str
    warns: str
    warned: str
    graver_fault: str
    gains: str
    gives: str


@cache
def change_words() -> ChangeWords:
    """The file of the installation.

    Raises:
        RuleError: it does not fit its form.
    """
    return read_yaml(data_folder("rules") / "lexicon" / "changes.yaml", ChangeWords, RuleError)


@cache
def change_rules() -> Mapping[str, ChangeRule]:
    """The rules by id."""
    return {rule.id: rule for rule in change_words().rules}


@cache
def words(name: str) -> re.Pattern[str]:
    """One of the file's regular expressions."""
    return re.compile(str(getattr(change_words(), name)))
