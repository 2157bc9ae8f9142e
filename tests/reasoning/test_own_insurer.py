"""What the victim's own insurer paid comes off his loss, not off what the respondent owes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from several_victims import harmed, owed

from propertylaw.model import Analysis, Result

PARTIES = [
    {"id": "v", "name": "方某", "role": "owner"},
    {"id": "w", "name": "袁某", "role": "property_user"},
    {"id": "k", "name": "潘某", "role": "owner"},
    {"id": "p", "name": "甲物业公司", "role": "service_provider"},
]
FIRE: list[dict[str, Any]] = [
    {"id": "fire_from_ebike", "value": True, "evidence": ["火灾事故认定书"]},
    {"id": "ebike_of_respondent", "of": "k", "value": True, "evidence": ["火灾事故认定书"]},
    {"id": "ebike_rule_broken", "of": "k", "value": True, "evidence": ["火灾事故认定书"]},
    {"id": "damage_amount", "of": "v", "value": 20000, "evidence": ["鉴定意见"]},
    {"id": "damage_amount", "of": "w", "value": 8000, "evidence": ["鉴定意见"]},
    {"id": "harm_in_service_area", "value": True, "evidence": ["火灾事故认定书"]},
    {"id": "ebike_provider_passive", "of": "p", "value": True, "evidence": ["业主群记录"]},
    {"id": "breach_contributed", "of": "p", "value": True, "evidence": ["火灾事故认定书"]},
]


def fire(*more: dict[str, Any]) -> Analysis:
    return harmed("torts.ebike_fire", ("k", "p"), "山东省聊城市", PARTIES, [*FIRE, *more])


INSURED = {"id": "insurance_paid_sum", "of": "v", "value": 12000, "said_by": "k", "admitted_by": ["v"]}


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        ("0.25", 6000, 8000),  # owed 15000, not made good 8000: of that three quarters, or all of it
        ("0.7", 2400, 6000),  # owed 6000, less than what is not made good
    ],
)
def test_own_fault_and_insurance_are_not_both_taken_off(share: str, low: int, high: int) -> None:
    own = {"id": "victim_fault_share", "of": "v", "value": Decimal(share), "evidence": ["现场照片"]}
    analysis = fire(INSURED, own, {"id": "victim_at_fault", "of": "v", "value": True, "evidence": ["现场照片"]})
    assert owed(analysis, "v", "k") == (low, high)


def test_the_insurer_of_one_victim_pays_nothing_for_the_other() -> None:
    assert owed(fire(INSURED), "v", "k") == (8000, 8000)
    assert owed(fire(INSURED), "w", "k") == (8000, 8000)


def test_who_was_paid_everything_by_his_insurer_gets_nothing_more() -> None:
    analysis = fire({**INSURED, "value": 20000})
    found = [one.result for one in analysis.claims if one.claimant == "v"]
    assert found == [Result.NOT_SUPPORTED, Result.NOT_SUPPORTED]


def test_recourse_goes_against_the_keeper_and_no_other_victim() -> None:
    assert {(one.by, one.against) for one in fire().recourse} == {("p", "k")}


def test_a_share_of_the_provider_stands_beside_that_of_the_victim() -> None:
    own = {"id": "victim_fault_share", "of": "v", "value": Decimal("0.25"), "evidence": ["现场照片"]}
    fault = {"id": "victim_at_fault", "of": "v", "value": True, "evidence": ["现场照片"]}
    share = {"id": "provider_fault_share", "value": Decimal("0.3"), "evidence": ["同类判决"]}
    assert owed(fire(own, fault, share), "v", "p") == (None, 6000)  # 20000 × 0.3
    assert owed(fire(own, fault, {**share, "value": Decimal("0.9")}), "v", "p") == (None, 15000)  # no more than k owes


def test_nobody_asks_for_insurance_of_which_nothing_was_told() -> None:
    assert "insurance_paid_sum" not in {id for one in fire().decisive for id in one.ids}
