"""From when limitation runs where nobody told it: what is settled without the day stays so whatever the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.rulebook.calculations import DERIVED, Inputs, Period, UndecidedError

DAYS = st.dates(date(2016, 1, 1), date(2025, 6, 30))
CLAIMS = {
    "harm_claim_barred": ("harm_known_date", "harm_demand_date", "act_date"),
    "custody_claim_barred": ("harm_known_date", "harm_demand_date", "act_date"),
    "return_claim_barred": ("return_refused_date", "return_demand_date", "office_end_date"),
    "recourse_claim_barred": ("recourse_known_date", "recourse_demand_date", ""),
    "overcharge_barred": ("refund_known_date", "refund_demand_date", "act_date"),
    "prepaid_refund_barred": ("refund_known_date", "refund_demand_date", "service_stop_date"),
    "deposit_return_barred": ("refund_known_date", "refund_demand_date", "renovation_finished_date"),
    "delivery_claim_barred": ("harm_known_date", "harm_demand_date", "delivery_due_date"),
    "certificate_claim_barred": ("harm_known_date", "harm_demand_date", "certificate_due_date"),
}
"""Derived facts, with the day of knowledge, those of demands, and one before which nothing was known."""


@dataclass
class Facts:
    dates: dict[str, date]
    on: date = date(2025, 6, 30)
    truths: dict[str, bool] = field(default_factory=dict)

    def number(self, fact: str) -> Decimal | None:
        return None

    def truth(self, fact: str) -> bool | None:
        return self.truths.get(fact, False)

    def day(self, fact: str) -> date | None:
        return self.dates.get(fact)

    def days(self, fact: str) -> tuple[date, ...]:
        return (self.dates[fact],) if fact in self.dates else ()

    def periods(self, fact: str) -> tuple[Period, ...]:
        return ()


def found(name: str, dates: dict[str, date]) -> Decimal | bool | None:
    calculation: Callable[[Inputs], Decimal | bool] = DERIVED[name]
    try:
        return calculation(Facts(dates))  # type: ignore[arg-type]
    except UndecidedError:
        return None


@pytest.mark.parametrize("name", CLAIMS)
@given(begun=DAYS, demanded=st.none() | DAYS, later=st.integers(0, 2000), sued=st.none() | DAYS)
def test_what_is_settled_without_the_day_stays_so_whatever_the_day(
    name: str, begun: date, demanded: date | None, later: int, sued: date | None
) -> None:
    known, demands, before = CLAIMS[name]
    told = {before: begun, demands: demanded, "suit_date": sued}
    dates = {fact: day for fact, day in told.items() if fact and day and day >= begun}
    without = found(name, dates)
    day = begun + timedelta(days=later)
    if without is not None and day <= date(2025, 6, 30):
        assert found(name, {**dates, known: day}) is without


def test_nothing_told_leaves_it_open_and_who_demanded_money_back_knew_of_it() -> None:
    assert found("overcharge_barred", {}) is None
    assert found("overcharge_barred", {"refund_demand_date": date(2021, 5, 10)}) is True
    assert found("overcharge_barred", {"refund_demand_date": date(2023, 5, 10)}) is None
    assert found("overcharge_barred", {"refund_demand_date": date(2023, 5, 10), "act_date": date(2021, 1, 4)}) is False


def test_who_reported_harm_to_the_police_need_not_have_known_whose_doing_it_was() -> None:
    assert found("harm_claim_barred", {"harm_demand_date": date(2021, 5, 10)}) is None


def test_a_demand_for_a_deposit_alone_does_not_tell_that_time_ran() -> None:
    assert found("deposit_return_barred", {"refund_demand_date": date(2021, 5, 10)}) is None
