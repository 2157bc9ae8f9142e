"""What to do with the claims that are not refused: routes, public bodies, others who may have to pay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.library import KnowledgeBase
from propertylaw.model import ChainFinding, ClaimFinding, PublicBodies, Result, RouteFinding

from .bench import Bench
from .public_bodies import public_bodies_of
from .routes import chains_of, routes_of

if TYPE_CHECKING:
    from .local_points import LocalPoints

_MATTER = "report_matter"
"""Fact that names the matter that was reported."""


class WaysOn(NamedTuple):
    """Where the parties can go from here."""

    routes: tuple[RouteFinding, ...]
    public_bodies: tuple[PublicBodies, ...]
    chains: tuple[ChainFinding, ...]


def ways_on(
    findings: Iterable[ClaimFinding],
    bench: Callable[[str, str], Bench],
    law: KnowledgeBase,
    local: LocalPoints | None = None,
) -> WaysOn:
    """The ways on from the findings of a dispute.

    Args:
        findings: the claims, each against one respondent.
        bench: the bench of two participants, by their ids.
        law: the law of the day and the place.
        local: what the local texts that apply say, if there are any.
    """
    every = tuple(findings)
    pairs = {(finding.claimant, finding.respondent) for finding in every}
    followed = [
        (finding.id, bench(finding.claimant, finding.respondent).standing)
        for finding in every
        if finding.result is not Result.NOT_SUPPORTED
    ]
    matters = {id: _named(id, standing.value(_MATTER)) for id, standing in followed}
    return WaysOn(
        routes=tuple(routes_of(followed, pairs, law.rules)),
        public_bodies=tuple(public_bodies_of(matters, law, local)),
        chains=tuple(chains_of((standing for _, standing in followed), law.rules)),
    )


def _named(claim: str, value: object) -> str | None:
    """The matter that the facts name, for a claim that is about a report."""
    return f"report.{value}" if value is not None and claim.startswith("public.") else None
