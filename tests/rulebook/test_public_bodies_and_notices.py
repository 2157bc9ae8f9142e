"""The time a public body has to act, the time to sue it, and the notice that ends an indefinite contract."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, MissingFactsError


def asked(on: date, days: str | None = None, sued: date | None = None) -> Facts:
    """A request that arrived on the last day of 2024."""
    dates = {"help_request_date": date(2024, 12, 31)} | ({"admin_suit_date": sued} if sued else {})
    numbers = {"help_days": days} if days else {}
    return Facts(on=on, dates=dates, numbers=numbers, truths={"body_refused": False})


@pytest.mark.parametrize(
    ("on", "days", "over"),
    [
        # two months from 31 December end on the last day of February
        (date(2025, 2, 28), None, False),
        (date(2025, 3, 1), None, True),
        # thirty days end on 30 January, moved over the days off to 5 February
        (date(2025, 2, 5), "30", False),
        (date(2025, 2, 6), "30", True),
    ],
)
def test_a_body_has_two_months_or_the_days_of_the_local_rule(on: date, days: str | None, over: bool) -> None:
    assert DERIVED["help_period_over"](asked(on, days)) is over


@pytest.mark.parametrize(
    ("sued", "late"),
    # thirty days end on 30 January, six months after that on 30 July
    [(date(2025, 7, 30), False), (date(2025, 7, 31), True), (None, True)],
)
def test_the_suit_comes_within_six_months_after_the_time_to_act(sued: date | None, late: bool) -> None:
    assert DERIVED["help_suit_late"](asked(date(2025, 12, 31), "30", sued)) is late


def test_without_the_day_of_the_request_nothing_is_said_of_the_time() -> None:
    with pytest.raises(MissingFactsError) as missing:
        DERIVED["help_period_over"](Facts(on=date(2025, 6, 30)))
    assert missing.value.facts == ("help_request_date",)


@given(st.dates(date(2021, 1, 1), date(2040, 12, 31)), st.integers(0, 400))
def test_who_sues_too_late_sues_after_the_time_to_act(day: date, wait: int) -> None:
    facts = Facts(on=day + timedelta(days=wait), dates={"help_request_date": day}, truths={"body_refused": False})
    assert not DERIVED["help_suit_late"](facts) or DERIVED["help_period_over"](facts)


@pytest.mark.parametrize(("on", "running"), [(date(2025, 5, 29), True), (date(2025, 5, 30), False)])
def test_an_indefinite_contract_ends_sixty_days_after_the_notice_arrived(on: date, running: bool) -> None:
    # 31 March and sixty days: 30 May
    assert DERIVED["sixty_days_running"](Facts(on=on, dates={"indefinite_notice_date": date(2025, 3, 31)})) is running
