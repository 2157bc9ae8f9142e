"""The words by which norms of local texts are told to be on the act that a claim complains of."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from propertylaw.model.local_act import LocalAct, LocalActs

from .shipped import shipped


@cache
def local_acts() -> LocalActs:
    """The file that ships with the library.

    Raises:
        RuleError: it does not fit its form.
    """
    return shipped("local_acts", LocalActs)


def acts_of(claims: Collection[str], matter: str | None = None) -> tuple[LocalAct, ...]:
    """The acts that these claims are about; where none is known, those of the matter beside them.

    Args:
        claims: ids of claims.
        matter: id of a matter of `rules/matters.yaml`.
    """
    acts = [act for act in local_acts().acts if not (act.sides or act.told)]
    found = tuple(act for act in acts if not set(claims).isdisjoint(act.claims))
    if found or matter is None:
        return found
    return tuple(act for act in acts if matter.removeprefix("report.") in act.matters)


def acts_beside(claim: str, sides: Collection[str], told: Collection[str]) -> tuple[LocalAct, ...]:
    """The acts that a claim between two parties is about, their own part in them included.

    Args:
        claim: its id.
        sides: the roles of the two.
        told: the facts that the form says are so.
    """
    return tuple(
        act
        for act in local_acts().acts
        if claim in act.claims
        and (not act.told or not set(told).isdisjoint(act.told))
        and (not act.sides or not set(sides).isdisjoint(act.sides))
    )
