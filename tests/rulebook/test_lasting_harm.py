"""Harm that goes on from day to day: the loss of the last three years is never out of time; sums counted by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from propertylaw.rulebook.calculations import DERIVED, SUMS, MissingFactsError


@dataclass
class Facts:
    on: date = date(2025, 6, 30)
    numbers: dict[str, int] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)

    def number(self, fact: str) -> Decimal | None:
        return Decimal(self.numbers[fact]) if fact in self.numbers else None

    def truth(self, fact: str) -> bool | None:
        return None

    def day(self, fact: str) -> date | None:
        return self.dates.get(fact)

    def days(self, fact: str) -> tuple[date, ...]:
        return (self.dates[fact],) if fact in self.dates else ()


def barred(facts: Facts) -> tuple[Decimal | None, Decimal]:
    money = SUMS["barred_lasting_damage"](facts)
    return money.low, money.high


def test_without_the_part_of_the_last_three_years_anything_up_to_the_whole_may_be_gone() -> None:
    facts = Facts(numbers={"damage_amount": 1500}, dates={"harm_known_date": date(2021, 2, 1)})
    assert barred(facts) == (0, 1500)


@pytest.mark.parametrize(("recent", "gone"), [(0, 1500), (600, 900), (1500, 0), (2000, 0)])
def test_the_loss_of_the_last_three_years_remains(recent: int, gone: int) -> None:
    facts = Facts(numbers={"damage_amount": 1500, "loss_within_time": recent})
    assert barred(facts) == (gone, gone)


def test_harm_that_ended_three_years_ago_is_out_of_time_as_a_whole() -> None:
    dates = {"harm_known_date": date(2021, 2, 1), "harm_end_date": date(2021, 3, 1)}
    facts = Facts(numbers={"damage_amount": 1500, "loss_within_time": 600}, dates=dates)
    assert barred(facts) == (1500, 1500)
    demanded = Facts(numbers=facts.numbers, dates=dates | {"harm_demand_date": date(2024, 3, 1)})
    assert barred(demanded) == (900, 900)


def test_without_the_day_on_which_it_ended_nothing_is_said_of_the_whole() -> None:
    with pytest.raises(MissingFactsError):
        DERIVED["lasting_harm_barred"](Facts(dates={"harm_known_date": date(2021, 2, 1)}))
