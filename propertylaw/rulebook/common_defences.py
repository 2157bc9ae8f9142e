"""Defences that no claim writes out, because they follow from what it asks for or from those that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from propertylaw.model import Claim, Defence, Remedy

Against = Callable[[tuple[Remedy, ...]], Iterable[Defence]]
"""From what is asked for to the defences against it."""


Change = Callable[[tuple[Defence, ...], tuple[Remedy, ...]], tuple[Defence, ...]]
"""From the defences that are written out, and what is asked for, to the defences that count."""


def with_defences(claim: Claim, against: Against) -> Claim:
    """The claim with these defences behind those that it has."""
    return changed(claim, lambda defences, remedies: (*defences, *against(remedies)))


def changed(claim: Claim, change: Change) -> Claim:
    """The claim with its defences changed: those of everybody, and those of each kind of respondent."""
    heads = tuple(
        head.model_copy(update={"defences": change(head.defences, head.remedies)}) for head in claim.respondents
    )
    return claim.model_copy(update={"defences": change(claim.defences, claim.remedies), "respondents": heads})
