"""The time in which a contract may be ended for cause: open where a day is not told on which it hangs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, FIGURES, UndecidedError

KNOWN = date(2023, 5, 8)


def told(acted: date | None, known: date | None = KNOWN, **numbers: str) -> Facts:
    days = {"ending_ground_known_date": known, "ending_notice_date": acted}
    return Facts(dates={id: day for id, day in days.items() if day}, numbers=numbers)


@pytest.mark.parametrize("right", ["rescission_lapsed", "quit_right_lapsed"])
def test_one_year_from_knowing_to_the_day(right: str) -> None:
    assert DERIVED[right](told(date(2024, 5, 8))) is False
    assert DERIVED[right](told(date(2024, 5, 9))) is True


def test_an_agreed_time_takes_the_place_of_the_year() -> None:
    assert DERIVED["rescission_lapsed"](told(date(2023, 6, 8), ending_period_days="30")) is True
    assert DERIVED["rescission_lapsed"](told(date(2024, 12, 31), ending_period_days="700")) is False


@pytest.mark.parametrize(
    ("acted", "known", "asked"),
    [(date(2024, 5, 8), None, "ending_ground_known_date"), (None, KNOWN, "ending_notice_date")],
)
def test_a_day_that_nobody_told_is_asked(acted: date | None, known: date | None, asked: str) -> None:
    with pytest.raises(UndecidedError) as open_point:
        DERIVED["rescission_lapsed"](told(acted, known))
    assert open_point.value.facts == (asked,)


def test_who_acts_within_a_year_of_the_day_of_delivery_is_in_time_whenever_he_knew() -> None:
    facts = told(date(2025, 6, 1), None)
    facts.dates["delivery_due_date"] = date(2024, 12, 31)
    assert DERIVED["rescission_lapsed"](facts) is False
    facts.truths["developer_refuses_to_finish"] = True  # which may have been before the flat was due
    with pytest.raises(UndecidedError):
        DERIVED["rescission_lapsed"](facts)


def test_a_ground_known_before_the_code_counts_from_its_first_day() -> None:
    facts = told(date(2022, 1, 4), date(2019, 5, 8))
    # 2022-01-01 is moved over the holidays to 2022-01-04
    assert DERIVED["quit_right_lapsed"](facts) is False
    assert DERIVED["ground_before_code"](facts) is True
    assert [step.says for step in FIGURES["quit_time"](facts)] == ["自 2021-01-01 起一年，2022-01-04 届满"]
    assert FIGURES["rescission_time"](told(None, None)) == ()


@given(st.dates(date(2021, 1, 1), date(2023, 1, 1)), st.integers(0, 900), st.integers(0, 400))
def test_who_comes_earlier_is_never_later_in_time(known: date, wait: int, earlier: int) -> None:
    late, soon = (known + timedelta(days=days) for days in (wait, max(wait - earlier, 0)))
    assert DERIVED["quit_right_lapsed"](told(late, known)) or not DERIVED["quit_right_lapsed"](told(soon, known))
