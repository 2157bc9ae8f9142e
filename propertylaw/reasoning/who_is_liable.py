"""What a claim means for the one who answers: whether he owes, with whom, and which provisions carry it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from propertylaw.model import (
    ClaimFinding,
    DefenceFinding,
    ElementFinding,
    Locator,
    Participant,
    PartyFinding,
    Result,
    Truth,
)

_LIABLE: dict[Result, Literal[True, False, "partial", "open"]] = {
    Result.SUPPORTED: True,
    Result.PARTLY_SUPPORTED: "partial",
    Result.SET_OFF: True,
    Result.NOT_SUPPORTED: False,
    Result.PREMATURE: False,
    Result.DEPENDS: "open",
}


def liable(finding: ClaimFinding, findings: Collection[ClaimFinding], people: dict[str, Participant]) -> PartyFinding:
    """What a claim means for its respondent.

    Args:
        finding: the claim.
        findings: all of the dispute, to tell who is liable jointly with him.
        people: the participants by their ids.
    """
    person = people[finding.respondent]
    joint = finding.capacity == "joint"
    others = tuple(
        people[other.respondent].name
        for other in findings
        if other.id == finding.id and other.respondent != person.id and joint and other.capacity == "joint"
    )
    return PartyFinding(
        id=person.id,
        name=person.name,
        role=person.role,
        claim=finding.id,
        claimant=finding.claimant,
        liable=False if finding.fails_either_way else _LIABLE[finding.result],
        joint_with=others,
        because=_because(finding),
    )


def _because(finding: ClaimFinding) -> tuple[Locator, ...]:
    """The provisions and clauses that carry the result."""
    settled: list[ElementFinding | DefenceFinding] = [e for e in finding.elements if e.truth is not Truth.UNKNOWN]
    settled += [defence for defence in finding.defences if defence.truth is Truth.TRUE]
    clauses = (at for part in settled for use in part.facts for at in use.stated_at)
    basis = (at for part in settled for at in part.basis)
    return tuple(dict.fromkeys((*finding.basis, *basis, *clauses)))
