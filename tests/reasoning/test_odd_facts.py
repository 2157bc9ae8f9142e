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


@pytest.mark.parametrize(
    ("claim", "fact", "value", "meant"),
    [
        ("torts.duty_of_care", "amount_paid", 300, "paid_before_sum"),
        ("fees.arrears", "paid_before_sum", 300, "amount_paid"),
        ("neighbours.leak", "breach_loss", 300, "damage_amount"),
    ],
)
def test_a_fact_of_the_same_kind_that_the_claim_uses_instead_is_named(
    claim: str, fact: str, value: int, meant: str
) -> None:
    roles = ("service_provider", "owner") if claim == "fees.arrears" else ("owner", "service_provider")
    analysis = analyze(raised(claim, roles, agreed(fact, value)))
    (found,) = (one for one in analysis.diagnostics if one.code == "FCT004")
    assert f"（{meant}）" in found.advice
    both = analyze(raised(claim, roles, agreed(fact, value), agreed(meant, value)))
    (found,) = (one for one in both.diagnostics if one.code == "FCT004")
    assert f"（{meant}）" not in found.advice  # it is told already


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


def test_a_set_off_that_no_claim_counts_is_told_with_what_to_fill_in() -> None:
    harm = [agreed(id) for id in ("harm_in_service_area", "agreed_measures_missing", "breach_contributed")]
    harm += [agreed("third_party_caused", False), agreed("damage_amount", 1000)]
    off = [
        {"id": "setoff_notified", "value": True, "said_by": "b", "admitted_by": ["a"], "towards": ["a"]},
        {"id": "setoff_sum", "value": 200, "said_by": "b", "admitted_by": ["a"], "towards": ["a"]},
    ]
    roles = ("owner", "service_provider")
    left_out = analyze(raised("torts.duty_of_care", roles, *harm, *off))
    (found,) = (one for one in left_out.diagnostics if one.code == "SUM005")
    assert "setoff_of_this_claim" in found.advice
    assert "paid_before_sum" in found.advice
    meant = {"id": "setoff_of_this_claim", "value": True, "said_by": "b", "admitted_by": ["a"], "towards": ["a"]}
    counted = analyze(raised("torts.duty_of_care", roles, *harm, *off, meant))
    assert "SUM005" not in codes(counted)
    assert counted.claims[0].amount is not None
    assert counted.claims[0].amount.high == 800  # 1000 − 200
