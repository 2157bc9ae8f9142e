"""Each day of a flat that changes hands is charged once: to the developer, to the first owner, or to the next."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from told_facts import Facts

from propertylaw.rulebook.calculations import SUMS, Period
from propertylaw.rulebook.calculations.ownership import bears_since, bears_until
from propertylaw.rulebook.calculations.supposed import Supposed

FIRST, LAST = date(2022, 1, 1), date(2024, 12, 31)
DAY, CENT = timedelta(days=1), Decimal("0.01")


def owed(role: str = "owner", **days: date) -> Decimal:
    """What is left of the fees for the whole time once the time of others is taken off, by the day."""
    told = Facts(
        on=date(2025, 6, 1),
        numbers={"floor_area": "94.3", "fee_period_months": "1", "fee_due_day": "15"},
        dates={"unpaid_from": FIRST, "unpaid_to": LAST, **days},
        choices={"respondent_role": role},
    )
    facts = Supposed(told, {"fee_rate": (Period(Decimal("2.6"), None, None),)})
    off = Decimal(0)
    if bears_since(facts):
        off += SUMS["before_ownership_part"](facts).high
    if bears_until(facts):
        off += SUMS["after_ownership_part"](facts).high
        # what fell due before the sale, for days after it: his by one reading, the next owner's by the day
        off += SUMS["due_before_sale_part"](facts).high
    return SUMS["arrears"](facts).high - off


def some_day(chance: random.Random) -> date:
    return FIRST + chance.randrange((LAST - FIRST).days) * DAY


@pytest.mark.parametrize("seed", range(60))
def test_two_owners_together_owe_the_whole_and_no_more(seed: int) -> None:
    sold = some_day(random.Random(seed))
    assert abs(owed(ownership_until=sold) + owed(ownership_from=sold) - owed()) <= CENT


@pytest.mark.parametrize("seed", range(60))
def test_developer_first_and_second_owner_together_owe_the_whole_and_no_more(seed: int) -> None:
    chance = random.Random(seed)
    handed, sold = sorted((some_day(chance), some_day(chance) + DAY))
    if handed == sold:
        sold += DAY
    shares = (
        owed("developer", delivered_date=handed),
        owed(delivered_date=handed, ownership_until=sold),
        owed(ownership_from=sold),
    )
    assert abs(sum(shares) - owed()) <= CENT


@pytest.mark.parametrize("seed", range(60))
def test_whatever_day_is_told_as_the_handover_two_owners_never_owe_more_than_the_whole(seed: int) -> None:
    chance = random.Random(seed)
    sold, handed = some_day(chance), some_day(chance)
    former = owed(ownership_until=sold, delivered_date=handed)
    assert former + owed(ownership_from=sold, delivered_date=handed) <= owed() + CENT
    # a handover on or after the day of the sale is one between other people
    assert handed < sold or former == owed(ownership_until=sold)


def test_a_user_of_the_flat_did_not_take_it_over_from_the_developer() -> None:
    assert owed("property_user", delivered_date=LAST) == owed("property_user")
