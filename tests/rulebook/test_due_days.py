"""When instalments fall due: not before the debtor had the flat, and by what the contract says of the first one."""

from __future__ import annotations

from datetime import date

import pytest
from told_facts import Facts

from propertylaw.rulebook.calculations import DERIVED, UndecidedError
from propertylaw.rulebook.calculations.due_days import instalments

YEARLY = {"fee_period_months": "12", "fee_due_month": "1", "fee_due_day": "31"}


def claimed(since: date, until: date, role: str = "owner", **told: object) -> Facts:
    """Fees claimed for a time, due by 31 January each year."""
    dates = {id: day for id, day in told.items() if isinstance(day, date)}
    truths = {id: value for id, value in told.items() if isinstance(value, bool)}
    return Facts(
        numbers=dict(YEARLY),
        dates={"unpaid_from": since, "unpaid_to": until, **dates},
        choices={"respondent_role": role},
        truths=truths,
    )


def test_the_instalment_of_the_takeover_falls_due_between_that_day_and_the_next_day_of_payment() -> None:
    facts = claimed(date(2022, 9, 1), date(2023, 12, 31), ownership_from=date(2022, 9, 1))
    first, second = instalments(facts)
    assert (first.due, first.latest, first.untold) == (date(2022, 9, 1), date(2023, 1, 31), "first_due_date")
    assert (second.due, second.latest, second.untold) == (date(2023, 1, 31), date(2023, 1, 31), "")


def test_the_day_of_the_first_payment_is_the_one_of_the_contract() -> None:
    day = date(2022, 9, 30)
    facts = claimed(date(2022, 9, 1), date(2023, 12, 31), ownership_from=date(2022, 9, 1), first_due_date=day)
    assert [(one.due, one.latest) for one in instalments(facts)] == [(day, day), (date(2023, 1, 31),) * 2]


def test_a_first_payment_said_to_be_before_the_takeover_is_due_on_that_day() -> None:
    taken = date(2022, 9, 1)
    facts = claimed(taken, date(2022, 12, 31), ownership_from=taken, first_due_date=date(2022, 8, 1))
    assert [one.due for one in instalments(facts)] == [taken]


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(
            claimed(date(2022, 9, 1), date(2022, 12, 31), ownership_from=date(2021, 5, 1)), id="an owner since before"
        ),
        pytest.param(
            claimed(date(2022, 9, 1), date(2022, 12, 31), ownership_from=date(2022, 9, 1), assumed_old_debt=True),
            id="who took on the debt of the owner before him",
        ),
        pytest.param(
            claimed(date(2022, 9, 1), date(2022, 12, 31), role="developer", delivered_date=date(2023, 1, 1)),
            id="a developer",
        ),
        pytest.param(
            claimed(date(2022, 9, 1), date(2022, 12, 31), role="property_user"), id="a tenant who agreed to pay"
        ),
    ],
)
def test_others_owe_an_instalment_as_the_contract_says(facts: Facts) -> None:
    assert [(one.due, one.untold) for one in instalments(facts)] == [(date(2022, 1, 31), "")]


def test_a_first_day_of_payment_is_nothing_to_one_who_took_over_long_ago() -> None:
    told = {"ownership_from": date(2019, 5, 1), "first_due_date": date(2022, 10, 1)}
    assert [one.due for one in instalments(claimed(date(2022, 9, 1), date(2022, 12, 31), **told))] == [
        date(2022, 1, 31)
    ]


def test_a_time_that_begins_within_a_period_leaves_open_whether_that_was_the_takeover() -> None:
    (first,) = instalments(claimed(date(2022, 9, 1), date(2022, 12, 31)))
    assert (first.due, first.latest, first.untold) == (date(2022, 1, 31), date(2023, 1, 31), "ownership_from")


def test_what_is_due_only_by_the_earliest_day_is_open() -> None:
    facts = claimed(date(2025, 3, 1), date(2025, 12, 31), ownership_from=date(2025, 3, 1))
    with pytest.raises(UndecidedError) as open_on:
        DERIVED["instalments_due"](facts)
    assert open_on.value.facts == ("first_due_date",)


def test_what_was_to_be_paid_ahead_before_the_takeover_falls_due_on_that_day() -> None:
    facts = claimed(date(2022, 12, 20), date(2023, 12, 31), ownership_from=date(2022, 12, 20))
    facts.numbers |= {"fee_due_month": "0", "fee_due_day": "15"}  # by 15 December for the year after it
    assert [one.due for one in instalments(facts)] == [date(2022, 12, 20), date(2022, 12, 20)]
