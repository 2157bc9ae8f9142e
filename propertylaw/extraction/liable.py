"""Whom a sanction hits when its sentence tells neither who nor what: those whom the violated provision binds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality, Norm, PartyId

_PUNISHED = (Modality.SANCTION, Modality.LIABILITY)
_BINDING = (Modality.DUTY, Modality.PROHIBITION)
_LESS_SURE = 0.6
_ONLY_VIOLATES = re.compile(r"(?:有)?(?:违反)?[^，。；]{0,12}第[^，。；]*(?:规定|行为之一|情形之一)的?(?:，由[^，。；]*责令[^，。；]*；[^，。；]*的)?")


def with_bearers_of_cited(norms: Sequence[Norm]) -> list[Norm]:
    """The norms; sanctions on an unnamed offender get the bearers of the provision they cite.

    Where the sentence describes the conduct itself (从连廊倾倒污水的), it hits whoever does that: the offender.
    """
    return [_resolved(norm, norms) if _unnamed(norm) else norm for norm in norms]


def _unnamed(norm: Norm) -> bool:
    told = norm.condition is not None and not _ONLY_VIOLATES.fullmatch(norm.condition)
    return norm.modality in _PUNISHED and norm.bearer == ("offender",) and norm.bearer_text is None and not told


def _resolved(norm: Norm, norms: Sequence[Norm]) -> Norm:
    found = _bound_by_cited(norm, norms)
    if not found:
        return norm
    return norm.model_copy(update={"bearer": tuple(sorted(found)), "confidence": _LESS_SURE})


def _bound_by_cited(norm: Norm, norms: Sequence[Norm]) -> set[PartyId]:
    targets = [target for citation in norm.cites for target in citation.targets]
    return {
        party
        for other in norms
        if other.modality in _BINDING and any(target.contains(other.locator) for target in targets)
        for party in other.bearer
        if party != "other"
    }
