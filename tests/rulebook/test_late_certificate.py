"""Certificates that come late: the day they were due, the penalty, interest between two rates, days excused."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, SUMS, MissingFactsError, Teller
from propertylaw.rulebook.calculations.delay_penalty import months_between


@dataclass
class Certificate(Facts):
    """What is told of a certificate that was due on the last day of 2023."""

    on: date = date(2024, 4, 9)
    dates: dict[str, date] = field(default_factory=lambda: {"certificate_due_date": date(2023, 12, 31)})

    def tellers(self, fact: str) -> frozenset[Teller]:
        return frozenset()


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


def test_interest_lies_between_the_bounds_of_a_loan_overdue() -> None:
    money = SUMS["certificate_interest"](Certificate(numbers={"price_paid": "1000000"}))
    # 2024-01-01 to 02-19, 50 days at 3.45 %; 02-20 to 04-09, 50 days at 3.45 % (the rate did not change): 9452.05
    assert (money.low, money.high) == (Decimal("12287.67"), Decimal("14178.08"))


def test_days_of_which_no_rate_is_known_are_left_out_and_the_rate_is_asked_for() -> None:
    early = Certificate(
        numbers={"price_paid": "1000000"},
        dates={"certificate_due_date": date(2019, 8, 9), "certificate_date": date(2019, 8, 29)},
        truths={"certificate_penalty_agreed": False},
    )
    found = SUMS["certificate_interest"](early)
    # the first rate was announced on 2019-08-20: 1 000 000 × 0.0425 × 10 / 365 = 1164.3836
    assert (found.low, found.high, found.wanting) == (Decimal("1513.70"), Decimal("1746.58"), ("prime_rate",))


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        # 100 days from 2024-01-01 to 2024-04-09: three whole months and a fourth begun
        ({"certificate_penalty_daily_sum": "20"}, "2000.00", "2000.00"),
        ({"certificate_penalty_monthly_rate": "0.001"}, "3000.00", "4000.00"),
        ({"certificate_penalty_rate": "0.0001", "certificate_penalty_base": "1500000"}, "15000.00", "15000.00"),
        ({"certificate_penalty_rate": "0.0005", "certificate_penalty_cap": "0.03"}, "30000.00", "30000.00"),
        ({"certificate_penalty_sum": "8000"}, "8000.00", "8000.00"),
    ],
)
def test_a_penalty_is_reckoned_by_the_unit_that_is_agreed(told: dict[str, str], low: str, high: str) -> None:
    found = SUMS["certificate_penalty"](Certificate(numbers={"price_paid": "1000000", **told}))
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("due", "end", "months"),
    [
        (date(2024, 1, 31), date(2024, 2, 29), (1, 1)),
        (date(2024, 1, 15), date(2024, 2, 14), (0, 1)),
        (date(2024, 1, 15), date(2024, 2, 15), (1, 1)),
        (date(2023, 12, 31), date(2024, 4, 9), (3, 4)),
        (date(2024, 1, 15), date(2024, 1, 15), (0, 0)),
    ],
)
def test_months_of_delay_are_whole_or_begun(due: date, end: date, months: tuple[int, int]) -> None:
    assert months_between(due, end) == months


def test_where_nobody_spoke_of_a_penalty_interest_stands_as_long_as_none_is_shown() -> None:
    silent = Certificate(numbers={"price_paid": "1000000"})
    assert DERIVED["certificate_interest_due"](silent) is True
    assert SUMS["certificate_interest"](silent).wanting == ("certificate_penalty_agreed",)
    silent.truths["certificate_penalty_agreed"] = True
    assert DERIVED["certificate_interest_due"](silent) is False


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
