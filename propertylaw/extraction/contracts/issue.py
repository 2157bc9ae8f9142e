"""What the rules say about an issue of contracts: severity, basis, message, advice, and the signs of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from propertylaw.errors import RuleError
from propertylaw.model import Locator, Severity
from propertylaw.model.base import Model
from propertylaw.rulebook import data_folder, read_yaml

from .statement import Ground

Patterns = tuple[str, ...]


class Sign(Model):
    """One way in which a text states what is wrong. Patterns may use the names of `words.yaml`."""

    says: str = ""
    """What was recognised, a few Chinese words for the message."""
    find: str
    """The stating words; found in one sentence."""
    also: Patterns = ()
    """All must be found in the same sentence."""
    clause: Patterns = ()
    """All must be found somewhere in the clause."""
    unless: Patterns = ()
    """None may be found in the same sentence."""
    unless_clause: Patterns = ()
    """None may be found in the clause."""
    defined: Patterns = ()
    """All must be found in what the contract says its own words mean that stand in the sentence."""
    unless_contract: Patterns = ()
    """None may be found anywhere in the contract: another clause that saves this one."""
    denied: Literal["silent", "counts"] = "silent"
    """Whether the words count where a prohibition governs them (不得停水); `counts` where they contain one."""
    signatories: tuple[str, ...] = ()
    """Only where one of these signs opposite the provider; empty: always."""
    kinds: tuple[str, ...] = ()
    """Only in contracts of these kinds; empty: in all."""
    longest: int | None = None
    """Characters of the longest sentence in which the words count: in a short one, words found together belong
    together. None: in all."""
    severity: Severity | None = None
    """Where this sign weighs more or less than the issue."""
    basis: tuple[Locator, ...] = ()
    """Where it rests on other provisions than the issue."""
    certain: bool = False
    """Whether its words decide, however lawful the rest of the sentence reads: a figure, a named body."""


class Disputed(Model):
    """What is told instead where a sentence speaks only of what the law may or may not cover."""

    without: str
    """The words of what the law surely covers; the names of `words.yaml` may be used."""
    message: str
    basis: tuple[Locator, ...]


class Issue(Model):
    """An issue of contract review as data."""

    issue: str
    severity: Severity
    basis: tuple[Locator, ...]
    message: str
    advice: str
    disputed: Disputed | None = None
    favours: Literal["service_provider", "developer", "committee", "nobody"] = "service_provider"
    """Whose interest the clause serves: decides how the advice is put for each side."""
    named: bool = True
    """Whether results call it by its name; False where reviewers have no common name for it."""
    called: str | None = None
    """What results call it instead, where reviewers know it under a wider name."""
    signs: tuple[Sign, ...] = ()
    unlike: Patterns = ()
    """Words of lawful neighbours: where one stands in a clause, that its sentences are like the issue says nothing."""
    sound: Patterns = ()
    """Where one of these stands in a sentence, it leaves others what they have: neither signs nor likeness count."""
    lawful_where: tuple[Ground, ...] = ()
    """What makes its signs say nothing, where the same part of the sentence gives it: that the owners decide on it."""
    told_by: tuple[str, ...] = ()
    """Issues that tell the same fault more exactly: where one of them is told of a sentence, this one is not."""

    covers: tuple[str, ...] = ()
    """Issues that the same words often have besides: they are named with it, not told beside it."""

    def name_in_results(self, own: str) -> str | None:
        """What results call it; its own name is that of its file."""
        return (self.called or own) if self.named else None


@cache
def issues() -> Mapping[str, Issue]:
    """All issues, by their name.

    Raises:
        RuleError: a file does not fit its form.
    """
    files = sorted((data_folder("rules") / "contract" / "issues").glob("*.yaml"))
    return {file.stem: read_yaml(file, Issue, RuleError) for file in files}
