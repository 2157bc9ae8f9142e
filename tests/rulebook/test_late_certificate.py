"""Certificates that come late: the day they were due, the penalty, interest between two rates, days excused."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, SUMS, MissingFactsError


@dataclass
class Certificate(Facts):
    """What is told of a certificate that was due on the last day of 2023."""

    on: date = date(2024, 4, 9)
    dates: dict[str, date] = field(default_factory=lambda: {"certificate_due_date": date(2023, 12, 31)})


@pytest.mark.parametrize(
    ("unbuilt", "dates"),
    [
        (True, {"delivered_date": date(2024, 1, 1), "sale_contract_date": date(2020, 1, 1)}),
        (False, {"sale_contract_date": date(2024, 1, 1)}),
    ],
)
def test_without_an_agreed_day_ninety_days_run_from_delivery_or_from_the_contract(
    unbuilt: bool, dates: dict[str, date]
) -> None:
    # 2024-01-01 and 90 days: 2024-03-31; to 2024-04-09: 9 days
    assert DERIVED["certificate_days_late"](Certificate(dates=dates, truths={"bought_unbuilt": unbuilt})) == 9


def test_without_either_it_is_asked_what_was_agreed_and_whether_the_flat_was_built() -> None:
    with pytest.raises(MissingFactsError) as missing:
        DERIVED["certificate_days_late"](Certificate(dates={}))
    assert missing.value.facts == ("certificate_due_date", "bought_unbuilt")


def test_a_flat_that_is_sold_unbuilt_and_not_handed_over_has_no_day_yet() -> None:
    with pytest.raises(MissingFactsError) as missing:
        DERIVED["certificate_days_late"](Certificate(dates={}, truths={"bought_unbuilt": True}))
    assert missing.value.facts == ("delivered_date",)


def test_interest_lies_between_the_prime_rate_and_half_as_much_again() -> None:
    money = SUMS["certificate_interest"](Certificate(numbers={"price_paid": "1000000"}))
    # 2024-01-01 to 02-19, 50 days at 3.45 %; 02-20 to 04-09, 50 days at 3.45 % (the one-year rate did not change)
    assert (money.low, money.high) == (Decimal("9452.05"), Decimal("14178.08"))


def test_days_of_which_no_rate_is_known_ask_for_the_rate() -> None:
    early = Certificate(numbers={"price_paid": "1000000"}, dates={"certificate_due_date": date(2019, 1, 1)})
    with pytest.raises(MissingFactsError) as missing:
        SUMS["certificate_interest"](early)
    assert missing.value.facts == ("certificate_interest_rate",)


@given(st.integers(0, 400))
def test_what_is_excused_and_what_is_left_make_the_whole(excused: int) -> None:
    numbers = {"price_paid": "1000000", "certificate_penalty_rate": "0.0001", "certificate_excused_days": str(excused)}
    facts = Certificate(numbers=numbers, truths={"certificate_penalty_agreed": True})
    off = SUMS["certificate_excused_part"](facts).high
    later = Certificate(numbers=numbers, dates={"certificate_due_date": date(2023, 12, 31) + timedelta(days=excused)})
    assert off + SUMS["certificate_penalty"](later).high == SUMS["certificate_penalty"](facts).high == 10000


def test_a_sum_agreed_once_for_all_is_due_as_a_whole_or_not_at_all() -> None:
    numbers = {"certificate_penalty_sum": "8000"}
    assert SUMS["certificate_penalty"](Certificate(numbers=numbers)).high == 8000
    assert SUMS["certificate_penalty"](Certificate(on=date(2023, 12, 31), numbers=numbers)).high == 0
