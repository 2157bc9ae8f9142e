"""A fact that no claim uses and a figure beyond the usual are told; the result stays what it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from propertylaw import analyze
from propertylaw.model import Analysis, ClaimRequest, Dispute, Fact, Participant

PARTIES = (
    Participant(id="a", name="甲物业公司", role="service_provider"),
    Participant(id="b", name="徐某", role="owner"),
)
ARREARS = (ClaimRequest(by="a", against=("b",), claim="fees.arrears"),)


def told(*facts: Fact, claims: tuple[ClaimRequest, ...] = ARREARS) -> Analysis:
    return analyze(Dispute(on="2024-12-31", place="江苏省南通市", parties=PARTIES, claims=claims, facts=facts))


def codes(analysis: Analysis) -> set[str]:
    return {one.code for one in analysis.diagnostics}


CUT = Fact(id="utilities_cut", value=True, said_by="b")
SIGNED = Fact(id="signed_contract", value=True, said_by="a", admitted_by=("b",))


def test_a_fact_that_no_claim_of_the_form_uses_is_told_with_a_claim_that_would() -> None:
    (found,) = (one for one in told(SIGNED, CUT).diagnostics if one.code == "FCT004")
    assert "停" in found.message
    assert "停水停电" in found.advice


def test_a_form_without_claims_is_examined_for_all_that_its_facts_touch() -> None:
    assert "FCT004" not in codes(told(SIGNED, CUT, claims=()))


def test_a_fact_that_is_used_is_not_told() -> None:
    assert "FCT004" not in codes(told(SIGNED))


@pytest.mark.parametrize(("rate", "odd"), [("0.3", True), ("0.003", False), ("0.01", False)])
def test_a_rate_of_three_tenths_a_day_is_told_as_a_possible_slip(rate: str, odd: bool) -> None:
    analysis = told(SIGNED, Fact(id="late_fee_rate", value=Decimal(rate), said_by="a"))
    assert ("FCT005" in codes(analysis)) is odd


def test_what_is_told_changes_no_result() -> None:
    assert told(SIGNED, CUT).claims == told(SIGNED).claims
