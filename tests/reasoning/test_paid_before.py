"""What was paid on a loss before comes off the payer's part, and off the whole for whoever owes the whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from several_victims import harmed, owed

from propertylaw.model import Analysis

PARTIES = [
    {"id": "v", "name": "方某", "role": "owner"},
    {"id": "w", "name": "袁某", "role": "owner"},
    {"id": "k", "name": "潘某", "role": "owner"},
    {"id": "m", "name": "林某", "role": "owner"},
    {"id": "p", "name": "甲物业公司", "role": "service_provider"},
]
LEAK: list[dict[str, Any]] = [
    {"id": "flat_flooded", "of": "v", "value": True, "evidence": ["照片"]},
    {"id": "flat_flooded", "of": "w", "value": True, "evidence": ["照片"]},
    {"id": "leak_from_their_part", "of": "k", "value": True, "evidence": ["鉴定意见"]},
    {"id": "leak_from_their_part", "of": "m", "value": True, "evidence": ["鉴定意见"]},
    {"id": "damage_amount", "of": "v", "value": 10000, "evidence": ["鉴定意见"]},
    {"id": "damage_amount", "of": "w", "value": 4000, "evidence": ["鉴定意见"]},
]
PARTS = [
    {"id": "own_cause_share", "of": "k", "value": Decimal("0.7"), "evidence": ["鉴定意见"]},
    {"id": "own_cause_share", "of": "m", "value": Decimal("0.3"), "evidence": ["鉴定意见"]},
]


def paid(by: str, to: str | None, sum: int) -> dict[str, Any]:
    towards = {"towards": [to]} if to else {}
    return {"id": "paid_before_sum", "of": by, "value": sum, "evidence": ["收条"], **towards}


def leak(*more: dict[str, Any]) -> Analysis:
    return harmed("neighbours.leak", ("k", "m"), "福建省福州市", PARTIES, [*LEAK, *more])


def test_it_comes_off_the_part_of_who_paid_and_of_nobody_else() -> None:
    analysis = leak(*PARTS, paid("k", "v", 2000))
    assert owed(analysis, "v", "k") == (5000, 5000)  # 10000 × 0.7 − 2000
    assert owed(analysis, "v", "m") == (3000, 3000)
    assert owed(analysis, "w", "k") == (2800, 2800)


def test_whoever_paid_more_than_his_part_leaves_less_of_the_whole() -> None:
    analysis = leak(*PARTS, paid("k", "v", 8000))
    assert owed(analysis, "v", "m") == (2000, 2000)  # no more than 10000 − 8000


def test_where_each_owes_the_whole_it_comes_off_for_both() -> None:
    analysis = leak({"id": "caused_by_several", "value": False}, paid("k", "v", 2000))
    assert owed(analysis, "v", "k") == owed(analysis, "v", "m") == (8000, 8000)


def test_a_payment_to_one_of_several_is_told_to_count_for_each_until_it_says_to_whom() -> None:
    notes = [one for one in leak(*PARTS, paid("k", None, 1000)).diagnostics if one.code == "FCT007"]
    assert [("方某" in one.message, "袁某" in one.message) for one in notes] == [(True, True)]
    assert not [one for one in leak(*PARTS, paid("k", "v", 1000)).diagnostics if one.code == "FCT007"]


def test_payments_are_asked_for_where_somebody_paid_and_money_is_owed() -> None:
    def asked(analysis: Analysis) -> set[str]:
        return {id for one in analysis.decisive for id in one.ids}

    assert "paid_before_sum" not in asked(leak(*PARTS))
    assert "paid_before_sum" in asked(leak(*PARTS, paid("k", "v", 1000)))
    assert "paid_before_sum" not in asked(
        leak(*PARTS, paid("k", "v", 1000), paid("m", "v", 0), paid("k", "w", 0), paid("m", "w", 0))
    )
    assert "paid_before_sum" not in asked(leak(*PARTS, paid("k", "v", 1000), {"id": "only_stop_asked", "value": True}))
