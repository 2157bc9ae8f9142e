"""Warranty, late delivery, shares of common costs; figures are worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, SUMS, MissingFactsError


def defect(kind: str, found: date, **numbers: str) -> Facts:
    dates = {"accepted_date": date(2020, 5, 20), "defect_found_date": found}
    return Facts(dates=dates, choices={"defect_kind": kind}, numbers=numbers)


@pytest.mark.parametrize(
    ("kind", "last"),
    [("waterproofing", date(2025, 5, 20)), ("pipes_and_fitout", date(2022, 5, 20))],
)
def test_the_warranty_ends_on_the_day_of_acceptance_so_many_years_later(kind: str, last: date) -> None:
    assert DERIVED["warranty_running"](defect(kind, last)) is True
    assert DERIVED["warranty_running"](defect(kind, date.fromordinal(last.toordinal() + 1))) is False


def test_a_longer_agreed_warranty_counts_and_a_shorter_one_does_not() -> None:
    found = date(2024, 5, 20)
    assert DERIVED["warranty_running"](defect("pipes_and_fitout", found, agreed_warranty_years="4")) is True
    assert DERIVED["warranty_running"](defect("waterproofing", found, agreed_warranty_years="1")) is True


def test_the_day_of_the_report_decides_where_the_defect_was_seen_earlier() -> None:
    facts = defect("pipes_and_fitout", date(2022, 5, 1))
    facts.dates["defect_reported_date"] = date(2022, 6, 1)
    assert DERIVED["warranty_running"](facts) is False


@pytest.mark.parametrize("kind", ["structure", "heating", "other"])
def test_what_the_regulation_does_not_fix_has_to_be_told(kind: str) -> None:
    with pytest.raises(MissingFactsError):
        DERIVED["warranty_running"](defect(kind, date(2022, 1, 1)))


@given(st.dates(date(2020, 5, 20), date(2030, 1, 1)), st.integers(0, 20))
def test_an_agreed_warranty_never_shortens_that_of_the_regulation(found: date, years: int) -> None:
    least = DERIVED["warranty_running"](defect("waterproofing", found))
    agreed = DERIVED["warranty_running"](defect("waterproofing", found, agreed_warranty_years=str(years)))
    assert agreed or not least


def test_the_penalty_for_late_delivery_stops_on_the_day_of_handing_over() -> None:
    facts = Facts(
        numbers={"price_paid": "1000000", "delivery_penalty_rate": "0.0001"},
        dates={"delivery_due_date": date(2024, 12, 31), "delivered_date": date(2025, 1, 30)},
    )
    # 1 000 000 × 0.0001 × 30
    assert SUMS["delivery_penalty"](facts).high == Decimal("3000.00")
    del facts.dates["delivered_date"]
    # to 2025-06-30: 181 days
    assert SUMS["delivery_penalty"](facts).high == Decimal("18100.00")


def test_a_flat_that_was_handed_over_in_time_is_no_day_late() -> None:
    facts = Facts(dates={"delivery_due_date": date(2024, 12, 31), "delivered_date": date(2024, 12, 1)})
    assert DERIVED["days_late"](facts) == 0


def test_force_majeure_takes_off_no_more_than_the_days_of_delay() -> None:
    facts = Facts(
        numbers={"price_paid": "1000000", "delivery_penalty_rate": "0.0001", "force_majeure_days": "90"},
        dates={"delivery_due_date": date(2024, 12, 31), "delivered_date": date(2025, 1, 30)},
    )
    assert SUMS["force_majeure_part"](facts).high == SUMS["delivery_penalty"](facts).high


def test_a_share_of_common_costs_goes_by_area_unless_it_was_agreed() -> None:
    facts = Facts(numbers={"shared_cost_total": "1000", "floor_area": "90", "vote_area_total": "2700"})
    # 1000 × 90 ÷ 2700 = 33.333…
    assert SUMS["owners_cost_share"](facts).high == Decimal("33.33")
    facts.numbers["shared_cost_agreed"] = "50"
    facts.numbers["shared_cost_paid"] = "20"
    assert SUMS["owners_cost_share"](facts).high == Decimal("30.00")
    facts.numbers["shared_cost_paid"] = "80"
    assert SUMS["owners_cost_share"](facts).high == Decimal("0.00")


def test_no_area_at_all_is_a_fact_that_is_missing() -> None:
    facts = Facts(numbers={"shared_cost_total": "1000", "floor_area": "90", "vote_area_total": "0"})
    with pytest.raises(MissingFactsError):
        SUMS["owners_cost_share"](facts)


def test_missing_rooms_are_worth_their_area_at_the_price_of_the_estate() -> None:
    facts = Facts(numbers={"rooms_area_due": "120", "rooms_price": "8000"})
    assert SUMS["rooms_equivalent"](facts).high == Decimal("960000.00")
    facts.numbers["rooms_area_given"] = "150"
    assert SUMS["rooms_equivalent"](facts).high == Decimal("0.00")
