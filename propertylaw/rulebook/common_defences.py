"""Defences that no claim writes out, because they follow from what it asks for: put behind those that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from propertylaw.model import Claim, Defence, Remedy

Against = Callable[[tuple[Remedy, ...]], Iterable[Defence]]
"""From what is asked for to the defences against it."""


def with_defences(claim: Claim, against: Against) -> Claim:
    """The claim with these defences, of everybody and of each kind of respondent against what is asked of it."""
    heads = tuple(
        head.model_copy(update={"defences": (*head.defences, *against(head.remedies))}) for head in claim.respondents
    )
    return claim.model_copy(update={"defences": (*claim.defences, *against(claim.remedies)), "respondents": heads})
