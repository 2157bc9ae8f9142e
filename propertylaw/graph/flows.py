"""Who owes whom, counted: the norms between each pair of parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from propertylaw.model import Modality, Norm, PartyId

KINDS: dict[Modality, str] = {
    Modality.DUTY: "duty",
    Modality.LIABILITY: "duty",
    Modality.PROHIBITION: "prohibition",
    Modality.RIGHT: "right",
    Modality.POWER: "right",
    Modality.SANCTION: "sanction",
}
"""What a norm is between two parties; a constitutive norm binds nobody towards anyone."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The norms of one kind that a party bears towards another."""

    bearer: PartyId
    counterparty: PartyId
    kind: str
    """duty (liabilities included), prohibition, right (powers included) or sanction."""
    norms: tuple[Norm, ...]


def flows(norms: Iterable[Norm]) -> tuple[Flow, ...]:
    """All flows between different parties, the largest first."""
    found: dict[tuple[PartyId, PartyId, str], list[Norm]] = defaultdict(list)
    for norm in norms:
        kind = KINDS.get(norm.modality)
        for bearer in norm.bearer if kind else ():
            for counterparty in norm.counterparty:
                if bearer != counterparty and kind:
                    found[bearer, counterparty, kind].append(norm)
    made = (Flow(*key, tuple(members)) for key, members in found.items())
    return tuple(sorted(made, key=lambda flow: (-len(flow.norms), flow.bearer, flow.counterparty, flow.kind)))
