"""Those who answer for one debt are named in one line: it is paid once, and only they turn to each other.

民法典 519 II, 物业管理条例 41 I.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from propertylaw.model import Analysis, Dispute
from propertylaw.reasoning import analyze

PEOPLE = [
    {"id": "p", "name": "甲物业", "role": "service_provider"},
    {"id": "l", "name": "房东", "role": "owner"},
    {"id": "t", "name": "租客", "role": "property_user"},
    {"id": "d", "name": "开发商", "role": "developer"},
    {"id": "u", "name": "另一租客", "role": "property_user"},
]


def of(who: str, area: int) -> list[dict[str, Any]]:
    told = {"floor_area": area, "unpaid_from": date(2024, 1, 1), "unpaid_to": date(2024, 12, 31)}
    return [{"id": id, "of": who, "value": value, "said_by": "p", "admitted_by": [who]} for id, value in told.items()]


def analysed(*lines: list[str]) -> Analysis:
    general = {"signed_contract": True, "service_provided": True, "fee_rate": 1, "demand_made": True}
    facts = [{"id": id, "value": value, "said_by": "p", "evidence": ["合同"]} for id, value in general.items()]
    facts += [{"id": "user_agreed_to_pay", "value": True, "said_by": "l", "evidence": ["租约"]}]
    facts += [{"id": "developer_holds_unit", "of": "d", "value": True, "said_by": "p", "admitted_by": ["d"]}]
    facts += [*of("l", 100), *of("t", 100), *of("d", 500), *of("u", 100)]
    claims = [{"by": "p", "against": line, "claim": "fees.arrears"} for line in lines]
    named = {"p", *(one for line in lines for one in line)}
    people = [one for one in PEOPLE if one["id"] in named]
    facts = [one for one in facts if {one.get("of", "p"), one["said_by"]} <= named]
    form = {"on": "2025-06-30", "place": "辽宁省沈阳市", "parties": people, "claims": claims, "facts": facts}
    return analyze(Dispute.model_validate(form))


def turning(analysis: Analysis) -> list[tuple[str, str]]:
    return [(one.by, one.against) for one in analysis.recourse]


def told_once(analysis: Analysis) -> list[str]:
    return [one.message for one in analysis.diagnostics if one.code == "SUM001"]


def test_a_landlord_turns_to_his_tenant_and_not_to_the_developer_who_owes_for_other_flats() -> None:
    assert turning(analysed(["l", "t"], ["d"])) == [("l", "t")]
    assert turning(analysed(["l", "t", "d"])) == [("l", "t")]


def test_a_landlord_does_not_turn_to_the_tenant_of_another_line() -> None:
    assert turning(analysed(["l", "t"], ["u"])) == [("l", "t")]


def test_a_debt_of_landlord_and_tenant_is_paid_once() -> None:
    assert told_once(analysed(["l", "t"])) == [
        "甲物业请求的“支付拖欠的物业费”，房东、租客连带负责，是同一笔债，总共只付一次"
    ]


def test_debts_of_several_lines_are_several() -> None:
    assert told_once(analysed(["l"], ["d"], ["u"])) == []
