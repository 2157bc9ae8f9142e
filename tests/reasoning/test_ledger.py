"""The arithmetic of set-off: never more than either debt, and between bounds where something is open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from propertylaw.model import Truth
from propertylaw.reasoning.ledger import UNKNOWN, Debt, Range, one_debt, taken_off


def exactly(sum: int) -> Range:
    return Range(Decimal(sum), Decimal(sum))


def debt(low: int, high: int | None = None, meant: Truth = Truth.TRUE) -> Debt:
    return Debt(Range(Decimal(low), Decimal(low if high is None else high)), meant)


@pytest.mark.parametrize(("told", "other", "off"), [(500, 3400, 500), (5000, 3400, 3400), (500, 0, 0)])
def test_no_more_is_taken_off_than_the_other_owes(told: int, other: int, off: int) -> None:
    assert taken_off(exactly(told), Truth.TRUE, [], [debt(other)]) == exactly(off)


def test_a_debt_of_which_only_bounds_are_known_takes_between_bounds() -> None:
    assert taken_off(exactly(500), Truth.TRUE, [], [debt(200, 900)]) == (200, 500)


def test_a_debt_that_is_perhaps_not_meant_leaves_what_is_told_possible() -> None:
    assert taken_off(exactly(500), Truth.TRUE, [], [debt(0, meant=Truth.UNKNOWN)]) == (0, 500)


def test_with_no_claim_the_other_way_what_is_told_counts() -> None:
    assert taken_off(exactly(500), Truth.TRUE, [], []) == exactly(500)


def test_several_debts_the_other_way_count_together() -> None:
    assert taken_off(exactly(1000), Truth.TRUE, [], [debt(300), debt(400)]) == exactly(700)


def test_where_there_is_not_enough_for_all_each_gets_what_the_others_leave_at_least() -> None:
    assert taken_off(exactly(500), Truth.TRUE, [debt(400)], [debt(2800)]) == (100, 500)


def test_what_nobody_can_reckon_sets_no_limit() -> None:
    assert taken_off(exactly(500), Truth.TRUE, [], [Debt(UNKNOWN, Truth.TRUE)]) == (0, 500)


def test_two_claims_for_the_same_money_are_one_debt() -> None:
    assert one_debt([debt(0, 2800), debt(2800, meant=Truth.UNKNOWN)]) == debt(2800)
