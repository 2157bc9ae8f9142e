"""Debts of an owner who died: the heir pays from the estate, who renounced pays nothing, a buyer pays his own time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from two_parties import raised

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze

OWED: tuple[dict[str, Any], ...] = (
    {"id": "signed_contract", "value": True, "evidence": ["合同"]},
    {"id": "service_provided", "value": True, "evidence": ["记录"]},
    {"id": "demand_made", "value": True, "evidence": ["催缴函"]},
    {"id": "fee_rate", "value": Decimal("1.5")},
    {"id": "floor_area", "of": "b", "value": Decimal(60)},
    {"id": "unpaid_from", "value": date(2021, 1, 1)},
    {"id": "unpaid_to", "value": date(2023, 12, 31)},
    {"id": "ownership_from", "of": "b", "value": date(2022, 5, 1), "evidence": ["死亡证明"]},
)
INHERITED = {"id": "inherited_from_debtor", "of": "b", "value": True, "evidence": ["继承公证书"]}


def owed(*facts: dict[str, Any]) -> Analysis:
    return analyze(raised("fees.arrears", ("service_provider", "owner"), *OWED, *facts))


def sum_of(analysis: Analysis) -> Decimal:
    amount = analysis.claims[0].amount
    assert amount is not None and amount.low == amount.high
    return amount.high


def test_a_buyer_pays_for_his_own_time_and_an_heir_for_that_of_the_deceased_too() -> None:
    assert sum_of(owed()) == 20 * 90
    assert sum_of(owed(INHERITED)) == 36 * 90


def test_what_the_estate_is_worth_is_asked_for() -> None:
    analysis = owed(INHERITED)
    assert ("inherited_value",) in [question.ids for question in analysis.decisive]


def test_who_renounced_owes_nothing() -> None:
    renounced = {"id": "renounced_inheritance", "of": "b", "value": True, "evidence": ["声明书"]}
    assert owed(INHERITED, renounced).claims[0].result is Result.NOT_SUPPORTED


def test_an_heir_who_promised_more_than_the_estate_pays_it() -> None:
    worth = {"id": "inherited_value", "of": "b", "value": Decimal(1000), "evidence": ["清单"]}
    assert sum_of(owed(INHERITED, worth)) == 1000 + 20 * 90
    promised = {"id": "assumed_old_debt", "of": "b", "value": True, "evidence": ["承诺书"]}
    assert sum_of(owed(INHERITED, worth, promised)) == 36 * 90


@given(st.integers(0, 3000))
@settings(max_examples=20, deadline=None)
def test_of_the_debts_of_the_deceased_no_more_is_owed_than_was_inherited(value: int) -> None:
    worth = {"id": "inherited_value", "of": "b", "value": Decimal(value), "evidence": ["清单"]}
    assert sum_of(owed(INHERITED, worth)) == min(Decimal(value), Decimal(16 * 90)) + 20 * 90


LEAKED: tuple[dict[str, Any], ...] = (
    {"id": "flat_flooded", "value": True, "evidence": ["照片"]},
    {"id": "leak_from_their_part", "of": "b", "value": True, "evidence": ["鉴定意见"]},
    {"id": "damage_amount", "value": Decimal(9000), "evidence": ["评估"]},
    {"id": "harm_to_person", "value": False},
)
HEIR = {"id": "heir_of_debtor", "of": "b", "value": True, "evidence": ["继承公证书"]}


def worth(value: int) -> dict[str, Any]:
    return {"id": "inherited_value", "of": "b", "value": Decimal(value), "evidence": ["遗产清单"]}


def leaked(*facts: dict[str, Any]) -> Analysis:
    """Water came from a flat whose owner has died since."""
    return analyze(raised("neighbours.leak", ("owner", "owner"), *LEAKED, *facts))


def test_an_heir_makes_good_the_harm_of_the_deceased_up_to_what_he_received() -> None:
    enough = leaked(HEIR, worth(300000))
    assert (enough.claims[0].result, sum_of(enough)) == (Result.SUPPORTED, 9000)
    little = leaked(HEIR, worth(4000))
    assert (little.claims[0].result, sum_of(little)) == (Result.PARTLY_SUPPORTED, 4000)


def test_what_came_about_in_his_own_time_the_heir_owes_beside_it() -> None:
    before = {"id": "inherited_debt_sum", "of": "b", "value": Decimal(6000), "evidence": ["评估"]}
    assert sum_of(leaked(HEIR, worth(4000), before)) == 4000 + 3000


def test_an_heir_who_wants_to_pay_beyond_the_estate_owes_it_all() -> None:
    willing = {"id": "heir_pays_beyond", "of": "b", "value": True, "evidence": ["承诺书"]}
    assert sum_of(leaked(HEIR, worth(4000), willing)) == 9000


def test_who_renounced_owes_no_damages_whatever_order_is_made() -> None:
    renounced = {"id": "renounced_inheritance", "of": "b", "value": True, "evidence": ["声明书"]}
    analysis = leaked(HEIR, renounced)
    assert (analysis.claims[0].result, sum_of(analysis)) == (Result.PARTLY_SUPPORTED, 0)
    assert analysis.claims[0].remedies[0].says == "停止漏水，维修，消除危险"


def test_where_nobody_tells_what_was_inherited_the_whole_stands_and_it_is_asked() -> None:
    analysis = leaked(HEIR)
    assert sum_of(analysis) == 9000
    assert ("inherited_value",) in [question.ids for question in analysis.decisive]
    assert ("inherited_value",) not in [question.ids for question in leaked().decisive]


@given(st.integers(0, 20000), st.integers(0, 12000))
@settings(max_examples=20, deadline=None)
def test_an_heir_never_owes_more_for_the_deceased_than_he_received(value: int, before: int) -> None:
    told = {"id": "inherited_debt_sum", "of": "b", "value": Decimal(before), "evidence": ["评估"]}
    own = max(9000 - before, 0)
    assert sum_of(leaked(HEIR, worth(value), told)) == own + min(value, before, 9000)
