"""A sum for days of which no rate is known yet is at least what is reckoned, and no ceiling (民法典 585)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from propertylaw.model import Analysis, Dispute, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.sums_in_words import money_in_short, more_in_words
from propertylaw.report.analysis_page import analysis_text
from tests.two_parties import agreed, raised

UNPAID: dict[str, Any] = {
    "signed_contract": True,
    "service_provided": True,
    "demand_made": True,
    "fee_rate": 1,
    "floor_area": 1000,
    "fee_due_day": 10,
    "unpaid_from": date(2025, 5, 1),
    "unpaid_to": date(2025, 5, 31),
}
"""1000 due on 10 May 2025: 9 days at 3.10 and 62 at 3.00 per cent a year until 20 July, the last day of the table."""


def late(on: str, asked: int | None = None, **more: Any) -> Analysis:
    facts = [agreed(id, value) for id, value in {**UNPAID, **more}.items()]
    dispute = raised("fees.late_fee", ("service_provider", "owner"), *facts, on=on)
    claim = dispute.claims[0].model_copy(update={"sum": None if asked is None else Decimal(asked)})
    return analyze(Dispute.model_validate({**dispute.model_dump(by_alias=True), "claims": [claim]}))


def told(analysis: Analysis) -> str:
    return "".join(analysis_text(analysis).split())


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2025-07-20", "违约金：11.72元"),
        ("2025-12-31", "违约金：至少11.72元（算到2025-07-20；以后的利率表里没有，没有计入）"),
    ],
)
def test_a_penalty_by_the_prime_rate_is_at_least_what_the_known_rates_come_to(on: str, words: str) -> None:
    # 1000 × (0.031 × 9 + 0.030 × 62) / 365 × 2 = 11.72
    assert words in told(late(on, late_fee_prime_multiple=2))


def test_the_headline_says_that_it_is_not_all() -> None:
    (finding,) = late("2025-12-31", late_fee_prime_multiple=2).claims
    assert finding.amount is None
    assert finding.reckoned is not None
    assert money_in_short(finding.reckoned) == "至少 11.72 元"
    assert more_in_words(finding) == "2025-07-20 以后的利率表里没有"


def test_who_asks_for_no_more_than_is_reckoned_gets_all_of_it() -> None:
    (finding,) = late("2025-12-31", asked=10, late_fee_prime_multiple=2).claims
    assert finding.result is Result.SUPPORTED
    assert finding.reckoned is not None
    assert (money_in_short(finding.reckoned), more_in_words(finding)) == ("10.00 元", "")


def test_what_is_usually_left_of_a_penalty_is_no_ceiling_while_days_are_left_out() -> None:
    excessive = {"late_fee_rate": 0.003, "penalty_reduction_requested": True}
    # 1.3 times 5.86
    assert "一般至多7.62元左右" in told(late("2025-07-20", **excessive))
    page = told(late("2025-12-31", **excessive))
    assert "一般至多7.62元" not in page
    assert "一般至多留下多少没有算全：算到2025-07-20的是7.62元左右，以后的利率表里没有" in page


def test_a_penalty_by_the_day_tells_what_it_comes_to_in_a_year() -> None:
    assert "每日0.3%（折合一年109.5%）" in told(late("2025-07-20", late_fee_rate=0.003))
