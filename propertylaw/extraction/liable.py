"""Whom a sanction hits when its sentence tells neither who nor what: those whom the violated provision binds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propertylaw.model import Modality, Norm, PartyId

_PUNISHED = (Modality.SANCTION, Modality.LIABILITY)
_BINDING = (Modality.DUTY, Modality.PROHIBITION)
_LESS_SURE = 0.6
_LISTED_BEFORE = re.compile("(?:个人|单位)?有(?:前款|本条第一款)[^，。；]{0,24}行为")
_ONLY_VIOLATES = re.compile(
    r"(?:有)?(?:违反)?[^，。；]{0,12}第[^，。；]*(?:规定|行为之一|情形之一)的?"
    r"(?:，由[^，。；]*责令[^，。；]*；[^，。；]*的)?"
)


def with_bearers_of_cited(norms: Sequence[Norm]) -> list[Norm]:
    """The norms; sanctions on an unnamed offender get the bearers of the provision they cite.

    Where the sentence describes the conduct itself (从连廊倾倒污水的), it hits whoever does that: the offender.
    """
    found = [_resolved(norm, norms) if _unnamed(norm) else norm for norm in norms]
    return [_with_authority(norm, found) if _of_list_before(norm) else norm for norm in found]


def _of_list_before(norm: Norm) -> bool:
    """Whether a sanction that names no authority is one more for the conduct that the paragraph before punishes."""
    silent = norm.modality is Modality.SANCTION and not norm.authority
    return silent and norm.condition is not None and _LISTED_BEFORE.match(norm.condition) is not None


def _with_authority(norm: Norm, norms: Sequence[Norm]) -> Norm:
    """The sanction with the authority of those that it cites."""
    targets = [target for citation in norm.cites for target in citation.targets]
    cited = (other for other in norms if any(target.contains(other.locator) for target in targets))
    authority = next((other.authority for other in cited if other.modality is Modality.SANCTION), ())
    return norm.model_copy(update={"authority": authority}) if authority else norm


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
