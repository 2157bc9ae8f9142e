"""The defences that a loss was made good before, from `rules/made_good.yaml`: no claim writes them out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from propertylaw.model import Claim, Defence, Remedy
from propertylaw.model.base import Model

from .common_defences import with_defences
from .shipped import shipped


class MadeGood(Model):
    """One way in which a loss is made good."""

    losses: tuple[str, ...]
    """The calculations of the losses that may be made good so."""
    defence: Defence


@cache
def made_good() -> tuple[MadeGood, ...]:
    """The rules that ship with the library.

    Raises:
        RuleError: the file is not valid.
    """
    return shipped("made_good", tuple[MadeGood, ...])


def with_made_good(claim: Claim) -> Claim:
    """The claim with the defences against the losses that were made good, behind those written out."""
    return with_defences(claim, _against)


def _against(remedies: tuple[Remedy, ...]) -> Iterator[Defence]:
    for way in made_good():
        losses = tuple(remedy.id for remedy in remedies if remedy.calc in way.losses)
        if losses:
            yield way.defence.model_copy(update={"touches": losses})
