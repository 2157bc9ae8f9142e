"""What is settled by what was told is not asked: another number of a clause, days that change nothing, a motive."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from questions_of import asked

from propertylaw.model import Analysis, Dispute, Result
from propertylaw.reasoning import analyze

PARTIES = [
    {"id": "a", "name": "甲", "role": "owner"},
    {"id": "b", "name": "乙", "role": "buyer"},
    {"id": "o", "name": "前业主", "role": "owner"},
    {"id": "w", "name": "物业", "role": "service_provider"},
    {"id": "d", "name": "开发商", "role": "developer"},
    {"id": "c", "name": "业委会", "role": "owners_committee"},
]


def analysed(claim: dict[str, Any], **facts: Any) -> Analysis:
    rows = [{"id": id, "value": value, "evidence": ["证据"]} for id, value in facts.items()]
    form = {"on": "2025-09-10", "place": "浙江省杭州市", "parties": PARTIES, "claims": [claim], "facts": rows}
    return analyze(Dispute.model_validate(form))


LATE = {"by": "b", "against": ["d"], "claim": "developer.late_certificate"}
SOLD: dict[str, Any] = {
    "sale_contract": True,
    "bought_unbuilt": True,
    "certificate_by_developer": True,
    "certificate_penalty_agreed": True,
    "price_paid": Decimal(1680000),
    "limitation_raised": True,
    "suit_date": date(2025, 9, 1),
}


def test_where_a_rate_for_each_day_is_agreed_no_sum_once_for_all_is_asked_for() -> None:
    due: dict[str, Any] = {**SOLD, "certificate_due_date": date(2023, 9, 10)}
    assert "certificate_penalty_sum" not in asked(analysed(LATE, **due, certificate_penalty_rate=Decimal("0.00002")))
    assert {"certificate_penalty_sum", "certificate_penalty_rate"} & asked(analysed(LATE, **due))


@pytest.mark.parametrize("due", [date(2023, 9, 10), date(2022, 9, 2), date(2021, 9, 10)])
def test_when_a_delay_was_known_is_not_asked(due: date) -> None:
    analysis = analysed(LATE, **SOLD, certificate_penalty_rate=Decimal("0.00002"), certificate_due_date=due)
    assert "harm_known_date" not in asked(analysis)


@pytest.mark.parametrize(
    ("done", "matters"), [(date(2023, 9, 10), False), (date(2022, 9, 2), False), (date(2021, 9, 10), True)]
)
def test_when_harm_was_known_is_asked_only_where_three_years_have_gone_by(done: date, matters: bool) -> None:
    claim = {"by": "b", "against": ["d"], "claim": "torts.collapse"}
    told = {"limitation_raised": True, "suit_date": date(2025, 9, 1), "act_date": done}
    hurt = {"building_collapsed": True, "built_it": True, "damage_amount": Decimal(900)}
    assert ("harm_known_date" in asked(analysed(claim, **hurt, **told))) is matters


def test_who_paid_under_pressure_is_not_asked_whether_he_paid_of_his_own_will() -> None:
    claim = {"by": "a", "against": ["w"], "claim": "fees.previous_owner"}
    told = {"paid_for_other": True, "paid_debt_before_ownership": True, "paid_under_pressure": True}
    assert "paid_voluntarily" not in asked(analysed(claim, **told, paid_for_other_sum=Decimal(6800)))


def test_who_gave_spaces_away_disposed_of_them() -> None:
    claim = {"by": "a", "against": ["d"], "claim": "parking.common_ground"}
    analysis = analysed(claim, space_on_common_ground=True, spaces_given_away=True)
    assert not {"spaces_given_away", "spaces_disposed_by_respondent"} & asked(analysis)


def test_who_neither_sells_nor_gives_nor_lets_them_is_not_asked_again() -> None:
    claim = {"by": "c", "against": ["d"], "claim": "parking.common_ground"}
    told = {"space_on_common_ground": True, "assembly_authorised_suit": True}
    (finding,) = analysed(claim, **told, spaces_disposed_by_respondent=False).claims
    assert finding.result is Result.NOT_SUPPORTED


CONTRACT = """\
# 物业服务合同

甲方：某小区业主委员会
乙方：甲物业公司

第一条　物业服务费为每平方米每月1.80元，按月交纳。

第二条　业主逾期交纳物业服务费的，每逾期一日按欠费额的千分之三支付违约金CAP。
"""
FEES = """\
on: 2025-08-15
place: 江苏省南京市
documents: [合同.md]
parties:
  - {id: w, name: 甲物业, role: service_provider}
  - {id: q, name: 钱某, role: owner}
claims: [{by: w, against: [q], claim: fees.late_fee}]
facts:
  - {id: floor_area, of: q, value: 100, evidence: [不动产权证]}
  - {id: unpaid_from, of: q, value: 2024-01-01, evidence: [台账]}
  - {id: unpaid_to, of: q, value: 2025-06-30, evidence: [台账]}
  - {id: service_provided, value: true, evidence: [记录]}
  - {id: demand_made, value: true, evidence: [函]}
  - {id: demand_date, of: q, value: 2024-12-20, evidence: [函]}
  - {id: penalty_reduction_requested, value: true, said_by: q}
"""


def from_contract(folder: Path, cap: str) -> Analysis:
    (folder / "合同.md").write_text(CONTRACT.replace("CAP", cap), encoding="utf-8")
    (folder / "案.yaml").write_text(FEES, encoding="utf-8")
    return analyze(folder / "案.yaml")


def test_a_contract_that_states_the_rate_and_no_cap_is_not_asked_for_one(tmp_path: Path) -> None:
    assert asked(from_contract(tmp_path, "")).isdisjoint({"late_fee_cap", "demand_date"})
