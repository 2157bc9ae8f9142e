"""Limitation pleaded, and the day from which it runs not told: no result is settled that the day would turn."""

from __future__ import annotations

import pytest
from worked_cases import BOOK, DISPUTES

from propertylaw.model import ClaimFinding, Dispute, Result
from propertylaw.reasoning import analyze

STARTS = {claim.limitation.starts for claim in BOOK.claims.values() if claim.limitation and claim.limitation.starts}
STARTS |= {"refund_known_date", "income_known_date"}
"""Facts that tell from when limitation runs; of two claims it is reckoned sum by sum, and the claim names none."""

PLEADED = [
    pytest.param(dispute, starts, id=f"{number}-{dispute.claims[0].claim}")
    for number, dispute in enumerate(DISPUTES)
    if dispute.claims
    and {"limitation_raised"} <= {one.id for one in dispute.facts if one.value}
    and (starts := {one.id for one in dispute.facts} & STARTS)
]


def without(dispute: Dispute, ids: set[str]) -> Dispute:
    return dispute.model_copy(update={"facts": tuple(one for one in dispute.facts if one.id not in ids)})


def unknown(dispute: Dispute, ids: set[str]) -> Dispute:
    unsaid = {"value": None, "low": None, "high": None, "evidence": (), "admitted_by": (), "denied_by": ()}
    facts = tuple(one.model_copy(update=unsaid) if one.id in ids else one for one in dispute.facts)
    return dispute.model_copy(update={"facts": facts})


def told(finding: ClaimFinding) -> tuple[object, ...]:
    return finding.result, finding.settled and finding.amount


@pytest.mark.parametrize(("dispute", "starts"), PLEADED)
def test_what_is_settled_without_the_day_is_what_the_day_leads_to(dispute: Dispute, starts: set[str]) -> None:
    with_day = analyze(dispute).claims
    for less in (without(dispute, starts), unknown(dispute, starts)):
        for before, after in zip(analyze(less).claims, with_day, strict=True):
            if before.result is not Result.DEPENDS:
                assert told(before) == told(after)


def test_many_cases_are_met() -> None:
    assert len(PLEADED) > 60


def test_in_most_of_them_the_day_matters() -> None:
    open_now = [analyze(without(*one.values)).claims[0].result is Result.DEPENDS for one in PLEADED]
    assert sum(open_now) > len(open_now) / 2
