"""Harm that goes on from day to day: the loss of the last three years is never out of time; sums counted by hand.

The day of the form is Monday, 30 June 2025; three years before it was 30 June 2022.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.rulebook.calculations import DERIVED, SUMS, MissingFactsError, Period, UndecidedError
from propertylaw.rulebook.calculations.barred_claims import harm_known
from propertylaw.rulebook.calculations.lasting_harm import days_out_of_time

KNOWN = {"harm_known_date": date(2021, 2, 1)}


@dataclass
class Facts:
    on: date = date(2025, 6, 30)
    numbers: dict[str, int] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=lambda: dict(KNOWN))
    truths: dict[str, bool] = field(default_factory=dict)
    parts: tuple[Period, ...] = ()

    def number(self, fact: str) -> Decimal | None:
        return Decimal(self.numbers[fact]) if fact in self.numbers else None

    def truth(self, fact: str) -> bool | None:
        return self.truths.get(fact)

    def day(self, fact: str) -> date | None:
        return self.dates.get(fact)

    def days(self, fact: str) -> tuple[date, ...]:
        return (self.dates[fact],) if fact in self.dates else ()

    def periods(self, fact: str) -> tuple[Period, ...]:
        return self.parts if fact == "damage_amount" else ()


def barred(facts: Facts) -> tuple[Decimal | None, Decimal]:
    money = SUMS["barred_damage"](facts)
    return money.low, money.high


def part(amount: int, since: date, until: date) -> Period:
    return Period(Decimal(amount), since, until)


EARLY = part(3000, date(2021, 2, 1), date(2022, 2, 28))
ACROSS = part(2000, date(2022, 3, 1), date(2022, 12, 31))
LATE = part(500, date(2023, 1, 1), date(2025, 6, 30))


def test_without_the_part_of_the_last_three_years_anything_up_to_the_whole_may_be_gone() -> None:
    assert barred(Facts(numbers={"damage_amount": 1500})) == (0, 1500)


@pytest.mark.parametrize(("recent", "gone"), [(0, 1500), (600, 900), (1500, 0), (2000, 0)])
def test_the_loss_of_the_last_three_years_remains(recent: int, gone: int) -> None:
    facts = Facts(numbers={"damage_amount": 1500, "loss_within_time": recent})
    assert barred(facts) == (gone, gone)
    assert DERIVED["early_damage"](facts) is (gone > 0)


def test_of_a_loss_in_parts_those_that_arose_too_early_are_gone() -> None:
    # 3000 arose by 28 February 2022; of 2000 only what arose before 30 June 2022; 500 is recent
    assert barred(Facts(parts=(EARLY, LATE))) == (3000, 3000)
    assert barred(Facts(parts=(EARLY, ACROSS, LATE))) == (3000, 5000)
    assert barred(Facts(parts=(LATE,))) == (0, 0)
    assert DERIVED["early_damage"](Facts(parts=(LATE,))) is False


def test_the_parts_of_a_loss_are_added_up() -> None:
    money = SUMS["damage"](Facts(parts=(EARLY, ACROSS, LATE)))
    assert (money.low, money.high) == (5500, 5500)
    assert [step.amount for step in money.steps] == [3000, 2000, 500, 5500]


def test_harm_reached_into_the_time_where_its_last_day_did() -> None:
    ended = Facts(dates=KNOWN | {"harm_end_date": date(2021, 3, 1)})
    demanded = Facts(dates=ended.dates | {"harm_demand_date": date(2024, 3, 1)})
    assert DERIVED["harm_in_time"](ended) is False
    assert DERIVED["harm_in_time"](demanded) is True  # 1 March 2024 was the last day
    assert DERIVED["harm_in_time"](Facts(parts=(EARLY,))) is False
    assert DERIVED["harm_in_time"](Facts(parts=(EARLY, LATE))) is True


def test_where_nobody_said_whether_it_went_on_that_is_open_and_asked() -> None:
    with pytest.raises(UndecidedError) as undecided:
        DERIVED["harm_in_time"](Facts())
    assert undecided.value.facts == ("harm_went_on",)
    assert DERIVED["harm_in_time"](Facts(truths={"harm_went_on": False})) is False
    assert DERIVED["harm_in_time"](Facts(truths={"conduct_ended": False})) is True


def test_what_goes_on_by_its_nature_goes_on_until_it_is_said_to_be_over() -> None:
    assert DERIVED["lasting_harm_in_time"](Facts()) is True
    with pytest.raises(UndecidedError) as undecided:
        DERIVED["lasting_harm_in_time"](Facts(truths={"conduct_ended": True}))
    assert undecided.value.facts == ("harm_end_date",)


def test_a_day_of_the_end_that_is_past_leaves_open_whether_there_is_anything_to_stop() -> None:
    past, to_come = (KNOWN | {"harm_end_date": day} for day in (date(2025, 6, 30), date(2025, 7, 1)))
    with pytest.raises(UndecidedError) as undecided:
        DERIVED["end_day_past"](Facts(dates=past))
    assert undecided.value.facts == ("conduct_ended",)
    for told in (Facts(dates=past, truths={"conduct_ended": False}), Facts(), Facts(dates=to_come)):
        with pytest.raises(MissingFactsError) as silent:
            DERIVED["end_day_past"](told)
        assert not isinstance(silent.value, UndecidedError)


DAYS = st.dates(date(2018, 1, 1), date(2025, 6, 30))


@given(DAYS, DAYS, st.integers(0, 10_000))
def test_a_later_part_is_never_barred_where_an_earlier_one_is_not(first: date, second: date, amount: int) -> None:
    early, late = sorted((first, second))
    day = timedelta(days=1)
    low = [barred(Facts(parts=(part(amount, since, since + day),)))[0] for since in (early, late)]
    high = [barred(Facts(parts=(part(amount, since, since + day),)))[1] for since in (early, late)]
    assert low[0] is not None
    assert low[1] is not None
    assert low[0] >= low[1]
    assert high[0] >= high[1]


def test_nothing_is_too_early_where_the_harm_began_less_than_three_years_ago() -> None:
    facts = Facts(numbers={"cut_loss": 600}, dates={"act_date": date(2025, 3, 1), "harm_end_date": date(2025, 3, 10)})
    assert SUMS["barred_cut_loss"](facts).high == 0
    assert DERIVED["early_cut_loss"](facts) is False


def test_of_a_part_on_both_sides_of_the_line_its_early_days_are_told() -> None:
    # 1 March to 27 June 2022 of 306 days; the 28th of June 2025 is a Saturday, so that the 28th of June 2022 is in time
    (step,) = SUMS["barred_damage"](Facts(parts=(ACROSS,))).steps
    assert "119/306 天，777.78 元" in step.says


@given(st.dates(date(2021, 2, 1), date(2025, 6, 30)), st.integers(0, 900))
def test_the_days_out_of_time_are_the_earliest_and_a_longer_time_has_no_fewer(since: date, length: int) -> None:
    until = since + timedelta(days=length)
    known = harm_known(Facts())
    early = days_out_of_time(since, until, known)
    assert 0 <= early <= length + 1
    assert early <= days_out_of_time(since, until + timedelta(days=30), known)
    assert days_out_of_time(since, since + timedelta(days=max(early - 1, 0)), known) in (0, early)
