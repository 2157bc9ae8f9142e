"""What runs from day to day runs to its end as told, and to the day of the form only where nothing tells that it is
over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from told_facts import Facts

from propertylaw.model import Money, Step
from propertylaw.rulebook.calculations import UndecidedError
from propertylaw.rulebook.calculations.still_running import Lasting

TODAY, LEFT = date(2025, 6, 30), date(2025, 6, 10)
STAY = Lasting(
    ended=("handed_over_date",),
    over=lambda inputs: inputs.truth("left"),
    end="退出的日期",
    goes_on="还没有退出",
)


def by_the_day(end: date) -> Money:
    """A hundred yuan for each day of June."""
    owed = Decimal(100 * end.day)
    return Money(low=owed, high=owed, steps=(Step(says=f"算到 {end}", amount=owed),))


def test_to_the_day_that_ended_it() -> None:
    facts = Facts(on=TODAY, dates={"handed_over_date": LEFT})
    assert STAY.last_day(facts) == LEFT
    assert STAY.sum_to_its_end(facts, by_the_day) == by_the_day(LEFT)


def test_what_is_over_without_a_day_asks_for_it_and_is_at_most_what_it_would_be_today() -> None:
    facts = Facts(on=TODAY, truths={"left": True})
    with pytest.raises(UndecidedError) as undecided:
        STAY.last_day(facts)
    assert undecided.value.facts == ("handed_over_date",)
    money = STAY.sum_to_its_end(facts, by_the_day)
    assert (money.low, money.high, money.untold) == (None, Decimal(3000), ("退出的日期",))
    assert [one.fact for one in money.supposing] == ["handed_over_date"]


def test_where_nothing_tells_it_is_said_that_it_is_taken_to_go_on() -> None:
    facts = Facts(on=TODAY)
    money = STAY.sum_to_its_end(facts, by_the_day)
    assert (STAY.last_day(facts), money.low, money.high) == (TODAY, Decimal(3000), Decimal(3000))
    assert money.steps[-1].says == "没有填退出的日期，按还没有退出算到 2025-06-30"


def test_what_is_told_to_go_on_needs_no_such_word() -> None:
    facts = Facts(on=TODAY, truths={"left": False})
    assert STAY.sum_to_its_end(facts, by_the_day) == by_the_day(TODAY)
