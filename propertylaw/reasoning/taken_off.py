"""Whether defences that reduce a sum take anything off it: a claim is not had in part for the sake of one that takes
nothing."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import Defence, Effect, Truth

from .claims import Examination
from .headline import Ground
from .reductions import Cut, cut_of


def after_cuts(ground: Ground, examination: Examination) -> Ground:
    """How a claim comes out that a defence reduces, by what those that are given take off.

    Args:
        ground: how it comes out whatever they take.
        examination: of the claim.
    """
    found = [*_reducing(examination)] if ground is Ground.REDUCED else []
    given = [cut for _, cut, truth in found if truth is Truth.TRUE]
    if not given or any(cut is None or cut.possible != 0 for cut in given):
        return ground
    return Ground.SURE if len(given) < len(found) else Ground.WHOLE


def taking_nothing(examination: Examination) -> Iterator[Defence]:
    """The defences that are given, reduce a sum, and take nothing off it."""
    for rule, cut, truth in _reducing(examination):
        if truth is Truth.TRUE and cut is not None and cut.possible == 0:
            yield rule


def _reducing(examination: Examination) -> Iterator[tuple[Defence, Cut | None, Truth]]:
    """The defences that reduce, given or open, each with what it takes off; None where it says what is owed at most."""
    for rule, finding in zip(examination.part.defences, examination.defences, strict=True):
        if finding.effect is Effect.REDUCES and finding.truth is not Truth.FALSE:
            yield rule, None if rule.leaves else cut_of(rule, finding, examination), finding.truth
