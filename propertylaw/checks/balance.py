"""The balance of a contract in numbers: how many rights, duties and liabilities each side has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from propertylaw.model import Modality, Norm, PartyId
from propertylaw.model.base import Model

_SIDES: dict[PartyId, str] = {
    "service_provider": "service_provider",
    "developer": "developer",
    "owner": "owners",
    "buyer": "owners",
    "owners_committee": "owners",
    "owners_assembly": "owners",
}
_RIGHTS = (Modality.RIGHT, Modality.POWER)
_DUTIES = (Modality.DUTY, Modality.PROHIBITION)


class Weight(Model):
    """What one side of a contract has and owes."""

    side: str
    """`service_provider`, `developer` or `owners`."""
    rights: int
    duties: int
    liabilities: int


def balance(norms: Iterable[Norm]) -> tuple[Weight, ...]:
    """The weight of every side that the norms name; a norm on both sides counts for both."""
    counts = Counter((side, norm.modality) for norm in norms for side in sorted(_sides_of(norm)))
    return tuple(
        Weight(
            side=side,
            rights=sum(counts[side, kind] for kind in _RIGHTS),
            duties=sum(counts[side, kind] for kind in _DUTIES),
            liabilities=counts[side, Modality.LIABILITY],
        )
        for side in sorted({side for side, _ in counts})
    )


def _sides_of(norm: Norm) -> set[str]:
    return {_SIDES[party] for party in norm.bearer if party in _SIDES}
