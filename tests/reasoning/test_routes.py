"""Routes of a dispute: which are offered, and their periods to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_parties import agreed, raised

from propertylaw import analyze
from propertylaw.model import Analysis, RouteFinding
from propertylaw.rulebook.calculations.procedural_periods import last_day

ARREARS = [
    agreed("signed_contract"),
    agreed("service_provided"),
    {"id": "fee_rate", "value": 2, "said_by": "a"},
    {"id": "floor_area", "value": 100, "said_by": "a"},
]


def dispute(*facts: dict[str, object], on: str = "2025-06-30", claim: str = "fees.arrears") -> Analysis:
    return analyze(raised(claim, ("service_provider", "owner"), *ARREARS, *facts, on=on))


def routes(analysis: Analysis) -> dict[str, RouteFinding]:
    return {route.id: route for route in analysis.routes}


def test_arrears_may_go_to_mediation_to_a_payment_order_and_to_small_claims() -> None:
    assert list(routes(dispute())) == ["mediation", "payment_order", "small_claims"]


def test_a_counterclaim_in_the_same_form_closes_the_order_to_pay_and_small_claims() -> None:
    form = raised("fees.arrears", ("service_provider", "owner"), *ARREARS, on="2025-06-30")
    (claim,) = form.claims
    counter = claim.model_copy(update={"by": claim.against[0], "against": (claim.by,), "claim": "fees.cutoff"})
    offered = routes(analyze(form.model_copy(update={"claims": (claim, counter)})))
    assert "mediation" in offered
    assert not {"payment_order", "small_claims"} & set(offered)


def test_what_nobody_speaks_of_is_not_offered() -> None:
    offered = routes(dispute())
    assert not {"arbitration", "interim_order", "representative_suit", "police"} & set(offered)


def test_other_debts_between_the_two_rule_out_a_payment_order() -> None:
    assert "payment_order" not in routes(dispute({"id": "other_debts_between", "value": True, "said_by": "b"}))


def test_an_arbitration_clause_offers_arbitration_and_one_that_allows_both_is_void() -> None:
    clause = {"id": "arbitration_clause", "value": True, "said_by": "a"}
    both = {"id": "arbitrate_or_sue", "value": True, "said_by": "a"}
    assert "arbitration" in routes(dispute(clause))
    offered = routes(dispute(clause, both))
    assert "arbitration" not in offered
    assert "void_arbitration" in offered


def test_the_joint_application_ends_after_thirty_days_or_on_the_next_working_day() -> None:
    agreed = {"id": "mediation_agreement_date", "value": date(2025, 6, 6), "said_by": "a"}
    (deadline,) = routes(dispute(agreed, on="2025-07-06"))["mediation"].deadlines
    # 2025-07-06 is a Sunday
    assert (deadline.starts, deadline.last_day, deadline.passed) == ("2025-06-06", "2025-07-07", False)
    (deadline,) = routes(dispute(agreed, on="2025-07-08"))["mediation"].deadlines
    assert deadline.passed is True


def test_a_deadline_whose_beginning_nobody_told_has_no_day() -> None:
    (deadline,) = routes(dispute())["mediation"].deadlines
    assert (deadline.starts, deadline.last_day, deadline.passed) == (None, None, None)


def test_a_period_of_later_law_is_not_reckoned_before_it() -> None:
    clause = {"id": "arbitration_clause", "value": True, "said_by": "a"}
    served = {"id": "award_served_date", "value": date(2025, 5, 9), "said_by": "a"}
    (before,) = routes(dispute(clause, served))["arbitration"].deadlines
    # six months from 2025-05-09 end on Sunday 2025-11-09
    assert before.last_day == "2025-11-10"
    (after,) = routes(dispute(clause, served, on="2026-03-02"))["arbitration"].deadlines
    assert (after.starts, after.last_day) == ("2025-05-09", None)


def test_a_claim_that_is_refused_has_no_routes() -> None:
    paid = {"id": "paid_in_full", "value": True, "said_by": "b", "evidence": ["收据"]}
    refused = dispute(paid)
    assert refused.claims[0].result == "not_supported"
    assert refused.routes == ()


def test_two_months_to_act_and_six_to_sue_follow_each_other() -> None:
    # 2025-05-20, and then 2025-11-20, both working days
    assert last_day(date(2025, 3, 20), "P2M") == date(2025, 5, 20)
    assert last_day(date(2025, 3, 20), "P2M+P6M") == date(2025, 11, 20)
    # two months from 2025-03-20, then sixty days: 2025-07-19 is a Saturday
    assert last_day(date(2025, 3, 20), "P2M+P60D") == date(2025, 7, 21)


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert last_day(date(2024, 12, 31), "P2M") == date(2025, 2, 28)


@given(st.dates(date(2010, 1, 1), date(2024, 1, 1)), st.integers(1, 400))
def test_days_off_only_ever_lengthen_a_period(start: date, days: int) -> None:
    end = last_day(start, f"P{days}D")
    assert timedelta(days=days) <= end - start <= timedelta(days=days + 12)


@pytest.mark.parametrize(
    ("facts", "chain"),
    [
        (("provider_left",), "chain.provider_gone"),
        (("provider_left", "provider_took_money"), "chain.money_gone"),
    ],
)
def test_where_a_provider_has_gone_the_analysis_names_who_else_may_pay(facts: tuple[str, ...], chain: str) -> None:
    form = raised("handover.refusal", ("owners_assembly", "outgoing_provider"), *map(agreed, facts))
    (found,) = analyze(form).chains
    assert found.id == chain
    assert found.who[0].endswith("物业公司")


def test_no_chain_where_the_debtor_is_still_there() -> None:
    assert dispute().chains == ()
