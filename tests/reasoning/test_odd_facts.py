"""A fact that no claim uses and a figure beyond the usual are told; the result stays what it is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from two_parties import agreed, raised

from propertylaw import analyze
from propertylaw.model import Analysis

SIGNED = agreed("signed_contract")
CUT = {"id": "utilities_cut", "value": True, "said_by": "b"}


def told(*facts: dict[str, Any]) -> Analysis:
    return analyze(raised("fees.arrears", ("service_provider", "owner"), *facts))


def codes(analysis: Analysis) -> set[str]:
    return {one.code for one in analysis.diagnostics}


def test_a_fact_that_no_claim_of_the_form_uses_is_told_with_a_claim_that_would() -> None:
    (found,) = (one for one in told(SIGNED, CUT).diagnostics if one.code == "FCT004")
    assert "停" in found.message
    assert "停水停电" in found.advice


def test_a_form_without_claims_is_examined_for_all_that_its_facts_touch() -> None:
    raising_none = raised("fees.arrears", ("service_provider", "owner"), SIGNED, CUT).model_copy(update={"claims": ()})
    assert "FCT004" not in codes(analyze(raising_none))


def test_a_fact_that_is_used_is_not_told() -> None:
    assert "FCT004" not in codes(told(SIGNED))


@pytest.mark.parametrize(("rate", "odd"), [("0.3", True), ("0.003", False), ("0.01", False)])
def test_a_rate_of_three_tenths_a_day_is_told_as_a_possible_slip(rate: str, odd: bool) -> None:
    analysis = told(SIGNED, {"id": "late_fee_rate", "value": Decimal(rate), "said_by": "a"})
    assert ("FCT005" in codes(analysis)) is odd


def test_what_is_told_changes_no_result() -> None:
    assert told(SIGNED, CUT).claims == told(SIGNED).claims
