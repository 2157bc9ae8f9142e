"""A penalty counts where it is asked for, in the sum or by a claim of its own, and never twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propertylaw.model import Analysis, ClaimRequest, Dispute, Fact, Money, Participant, Result
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

UNPAID = {
    "signed_contract": True,
    "service_provided": True,
    "demand_made": True,
    "fee_rate": Decimal(1),
    "floor_area": Decimal(100),
    "fee_due_day": Decimal(10),
    "unpaid_from": date(2024, 1, 1),
    "unpaid_to": date(2024, 2, 29),
    "late_fee_rate": Decimal("0.001"),
    "fee_paid_late": False,
}
"""100 a month. On 11 March January is 61 days late (21 + 29 + 11), February 30 (19 + 11): 6.10 and 3.00."""
FEES, PENALTY = "fees.arrears", "fees.late_fee"


def analysed(*claims: str, asked: str | None = None, **facts: Any) -> Analysis:
    wanted = tuple(
        ClaimRequest(by="a", against=("b",), claim=claim, sum=None if asked is None else Decimal(asked))
        for claim in claims
    )
    people = (
        Participant(id="a", name="甲物业公司", role="service_provider"),
        Participant(id="b", name="徐某", role="owner"),
    )
    told = tuple(Fact(id=id, value=value) for id, value in {**UNPAID, **facts}.items())
    return analyze(Dispute(on=date(2024, 3, 11), place="江苏省南通市", parties=people, claims=wanted, facts=told))


def sums(analysis: Analysis) -> list[Money | None]:
    return [finding.amount for finding in analysis.claims]


def test_a_penalty_that_nobody_asked_for_stands_outside_the_sum() -> None:
    analysis = analysed(FEES)
    (finding,) = analysis.claims
    assert finding.amount is not None
    assert finding.amount.high == Decimal("200.00")
    assert [(one.unasked, one.money and one.money.high) for one in finding.remedies] == [
        (False, Decimal("200.00")),
        (True, Decimal("9.10")),
    ]
    assert "没有请求、没有计入，可以另行请求：支付约定的逾期违约金：9.10元" in "".join(analysis_text(analysis).split())
    assert any(question.ids == ("late_fee_requested",) for question in analysis.decisive)


def test_a_sum_above_the_fees_is_not_filled_up_with_a_penalty() -> None:
    (finding,) = analysed(FEES, asked="205").claims
    assert finding.result is Result.PARTLY_SUPPORTED
    assert finding.amount is not None
    assert finding.amount.high == Decimal("200.00")


def test_a_penalty_within_the_sum_counts() -> None:
    (finding,) = analysed(FEES, asked="209.10", late_fee_requested=True).claims
    assert finding.result is Result.SUPPORTED
    assert finding.amount is not None
    assert finding.amount.high == Decimal("209.10")


def test_a_penalty_with_a_claim_of_its_own_counts_there() -> None:
    fees, penalty = sums(analysed(FEES, PENALTY))
    assert fees is not None
    assert penalty is not None
    assert (fees.high, penalty.high) == (Decimal("200.00"), Decimal("9.10"))


def test_what_is_within_the_sum_is_not_asked_for_once_more() -> None:
    fees, penalty = analysed(FEES, PENALTY, late_fee_requested=True).claims
    assert [len(one.remedies) for one in (fees, penalty)] == [1, 0]
    assert penalty.result is Result.NOT_SUPPORTED


@pytest.mark.parametrize("paid", [{}, {"paid_in_full": True}])
def test_without_a_debt_there_is_no_penalty_on_it(paid: dict[str, Any]) -> None:
    _, penalty = analysed(FEES, PENALTY, **paid).claims
    assert (penalty.result is Result.NOT_SUPPORTED) is bool(paid)


@settings(max_examples=25, deadline=None)
@given(
    paid=st.integers(0, 220),
    poor=st.sampled_from(["0", "0.2", "1"]),
    sold=st.booleans(),
)
def test_the_penalty_is_the_same_in_the_sum_and_by_a_claim_of_its_own(paid: int, poor: str, sold: bool) -> None:
    facts: dict[str, Any] = {"amount_paid": Decimal(paid)}
    if poor != "0":
        facts |= {"service_defect": True, "defect_notice_unheeded": True, "defect_reduction_share": Decimal(poor)}
        facts |= {"defect_from": date(2024, 2, 1), "defect_to": date(2024, 2, 29)}
    if sold:
        facts |= {"ownership_from": date(2024, 2, 1)}
    (within,) = analysed(FEES, late_fee_requested=True, **facts).claims
    _, apart = analysed(FEES, PENALTY, **facts).claims
    together = [one.money.high for one in within.remedies if one.money][1:]
    alone = [one.money.high for one in apart.remedies if one.money]
    # a penalty of nothing is no success: the claim of its own fails then
    assert alone in (together, [])
    assert alone or together in ([], [Decimal("0.00")])


@pytest.mark.parametrize(
    ("rate", "result"),
    [
        (Decimal("0.0001"), Result.SUPPORTED),  # 3.65% a year: no more than 1.3 times the loss of 3%
        (Decimal("0.000107"), Result.PARTLY_SUPPORTED),  # 3.9055%: more than 3.9%
    ],
)
def test_a_penalty_within_three_tenths_above_the_loss_stands_though_its_reduction_was_pleaded(
    rate: Decimal, result: Result
) -> None:
    told = {"late_fee_rate": rate, "late_loss_rate": Decimal("0.03"), "penalty_reduction_requested": True}
    (finding,) = analysed(PENALTY, **told).claims
    assert finding.result is result
