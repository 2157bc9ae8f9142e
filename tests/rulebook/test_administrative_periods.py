"""The time of a public body to act, of a review and of the suit: open where a day is not told on which they hang."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, UndecidedError


def test_a_review_comes_first_since_2024() -> None:
    assert DERIVED["review_comes_first"](Facts(on=date(2023, 12, 31))) is False
    assert DERIVED["review_comes_first"](Facts(on=date(2024, 1, 1))) is True
    sued = Facts(dates={"admin_suit_date": date(2023, 6, 1)})
    assert DERIVED["review_comes_first"](sued) is False


def test_a_local_rule_on_the_days_to_act_goes_before_the_two_months() -> None:
    facts = Facts(on=date(2025, 4, 2), dates={"report_date": date(2025, 3, 20)}, numbers={"body_own_period_days": "7"})
    assert DERIVED["report_period_over"](facts) is True
    facts.numbers.clear()
    assert DERIVED["report_period_over"](facts) is False


def test_a_refusal_starts_the_six_months() -> None:
    refused = {"report_date": date(2023, 1, 10), "body_refused_date": date(2023, 2, 1)}
    # six months end on 2023-08-01
    assert DERIVED["report_suit_late"](Facts(on=date(2023, 8, 1), dates=refused)) is False
    assert DERIVED["report_suit_late"](Facts(on=date(2023, 8, 2), dates=refused)) is True


REPORTED = {"report_date": date(2023, 1, 10)}


@pytest.mark.parametrize(
    ("truths", "lacking"),
    [
        ({}, ("body_refused",)),
        ({"body_refused": True}, ("body_refused_date",)),
        ({"review_applied": True}, ("review_decision_date", "review_undecided")),
        ({"review_applied": True, "review_undecided": False}, ("review_decision_date",)),
        ({"review_applied": True, "review_undecided": True}, ("review_accepted_date",)),
    ],
)
def test_a_day_that_nobody_told_keeps_it_open_whether_the_suit_is_late(
    truths: dict[str, bool], lacking: tuple[str, ...]
) -> None:
    # by the refusal six months end on 2023-07-10 at the earliest, by inaction on Sunday 2023-09-10
    with pytest.raises(UndecidedError) as open_point:
        DERIVED["report_suit_late"](Facts(on=date(2023, 9, 1), dates=REPORTED, truths=truths))
    assert open_point.value.facts == lacking


def test_the_day_of_the_request_settles_what_is_in_time_however_the_body_answered() -> None:
    assert DERIVED["report_suit_late"](Facts(on=date(2023, 7, 10), dates=REPORTED)) is False
    reviewed = Facts(on=date(2023, 1, 28), dates=REPORTED, truths={"review_applied": True})
    # fifteen days after the request itself end on 2023-01-25, moved over the days off to 01-28
    assert DERIVED["report_suit_late"](reviewed) is False


def test_inaction_settles_what_is_late_however_the_body_answered() -> None:
    assert DERIVED["report_suit_late"](Facts(on=date(2023, 9, 12), dates=REPORTED)) is True


def test_without_the_day_of_the_request_nothing_is_in_time() -> None:
    with pytest.raises(UndecidedError):
        DERIVED["report_suit_late"](Facts(on=date(2023, 9, 12)))
    with pytest.raises(UndecidedError):
        DERIVED["help_period_over"](Facts(on=date(2023, 9, 12)))


def test_a_review_that_is_not_decided_in_time_starts_the_fifteen_days() -> None:
    dates = {"report_date": date(2025, 3, 20), "review_accepted_date": date(2025, 6, 3)}
    truths = {"review_applied": True, "review_undecided": True}
    # sixty days end on Saturday 2025-08-02, so on 08-04; fifteen more on 08-19
    running = {day: DERIVED["report_review_running"](Facts(on=day, dates=dates, truths=truths)) for day in _days(8, 4)}
    late = {day: DERIVED["report_suit_late"](Facts(on=day, dates=dates, truths=truths)) for day in _days(8, 19)}
    assert list(running.values()) == [True, False]
    assert list(late.values()) == [False, True]


def _days(month: int, day: int) -> tuple[date, date]:
    """A day of 2025 and the next."""
    return date(2025, month, day), date(2025, month, day) + timedelta(days=1)


@given(st.dates(date(2022, 1, 1), date(2023, 6, 1)), st.integers(0, 200), st.integers(0, 500))
def test_what_is_settled_without_the_day_of_refusal_stays_so_with_it(asked: date, after: int, until: int) -> None:
    untold = Facts(on=asked + timedelta(days=until), dates={"report_date": asked})
    try:
        settled = DERIVED["report_suit_late"](untold)
    except UndecidedError:
        return
    refused = asked + timedelta(days=min(after, until, 59))
    told = Facts(on=untold.on, dates={"report_date": asked, "body_refused_date": refused})
    assert DERIVED["report_suit_late"](told) is settled
