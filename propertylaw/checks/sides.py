"""From whose side a contract is reviewed: changes the order and the advice, never the finding."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.contracts.issue import issues
from propertylaw.model import Diagnostic, Severity
from propertylaw.model.base import Model

from .own_rules import of_the_assembly
from .ranks import ORDER
from .registry import checks
from .view import Contract


class Side(StrEnum):
    """Who asks."""

    NEUTRAL = "neutral"
    OWNERS_COMMITTEE = "owners_committee"
    SERVICE_PROVIDER = "service_provider"
    OWNER = "owner"
    DEVELOPER = "developer"


class _Advice(Model):
    harmed: str
    favoured: str
    neither: str


class _Voices(Model):
    neutral: _Advice
    owner: _Advice
    owners_committee: _Advice
    service_provider: _Advice
    developer: _Advice


class _Sides(_Voices):
    serves: dict[str, tuple[Side, ...]]
    of_owners: _Voices
    """Of texts that the owners make for themselves, which are no contracts between two sides."""


def seen_by(side: Side, contract: Contract, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings with the advice for a side: the graver first, then what harms it, then in order of the text."""
    voices = _sides().of_owners if of_the_assembly(contract) else _sides()
    found = (_advised(side, voices, one) for one in findings)
    return tuple(sorted(found, key=lambda one: (ORDER[one.severity], _harms(side, one) is False)))


def _harms(side: Side, finding: Diagnostic) -> bool | None:
    """Whether a finding harms the side; nobody asks for whom, where none is taken."""
    return None if side is Side.NEUTRAL else _kind(side, finding) == "harmed"


def _advised(side: Side, voices: _Voices, finding: Diagnostic) -> Diagnostic:
    kind = _kind(side, finding)
    if finding.severity is Severity.LOW:  # nobody has such a clause declared void
        kind = "neither"
    elif kind == "neither" and finding.severity is Severity.HIGH:  # what is void is not to be put more clearly
        kind = "harmed"
    opening: str = getattr(getattr(voices, side.value), kind)
    return finding.model_copy(update={"advice": f"{opening}{finding.advice}"}) if opening else finding


def _kind(side: Side, finding: Diagnostic) -> str:
    known = issues().get(finding.issue or checks()[finding.code].slug)
    if known is None or known.favours == "nobody":
        return "neither"
    return "favoured" if side in _sides().serves[known.favours] else "harmed"


@cache
def _sides() -> _Sides:
    return contract_data("sides", _Sides)
