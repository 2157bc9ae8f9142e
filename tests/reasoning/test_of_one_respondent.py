"""What is told of one respondent counts against another one only where the rules share it between the two."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, ClaimFinding, Result
from propertylaw.reasoning import analyze

ARREARS = """\
on: 2025-06-30
place: 江西省南昌市
parties:
  - {id: w, name: 甲物业, role: service_provider}
  - {id: o, name: 张某, role: owner}
  - {id: k, name: 开发商, role: developer}
claims: [{by: w, against: [o, k], claim: fees.arrears}]
facts:
  - {id: preliminary_contract, value: true, said_by: w, evidence: [合同]}
  - {id: service_provided, value: true, said_by: w, evidence: [记录]}
  - {id: demand_made, value: true, said_by: w, evidence: [函]}
  - {id: developer_holds_unit, of: k, value: true, said_by: w, evidence: [登记]}
  - {id: floor_area, of: o, value: 100, said_by: w, evidence: [证]}
  - {id: floor_area, of: k, value: 200, said_by: w, evidence: [证]}
  - {id: fee_rate, of: [o, k], value: 2, said_by: w, evidence: [合同]}
  - {id: unpaid_from, of: [o, k], value: 2024-01-01, said_by: w, evidence: [台账]}
  - {id: unpaid_to, of: [o, k], value: 2024-12-31, said_by: w, evidence: [台账]}
"""
FUND = """\
on: 2025-03-31
place: 陕西省西安市
parties:
  - {id: a, name: 业主大会, role: owners_assembly}
  - {id: o, name: 柳某, role: owner}
  - {id: k, name: 开发商, role: developer}
claims: [{by: a, against: [o, k], claim: maintenance_fund.contribution}]
facts:
  - {id: fund_property_covered, value: true, said_by: a, admitted_by: [o, k]}
  - {id: first_fund_due, value: true, said_by: a, evidence: [对账单]}
  - {id: developer_owns_units, of: k, value: true, said_by: a, evidence: [登记]}
  - {id: developer_keeps_units, of: k, value: true, said_by: a, evidence: [租赁合同]}
  - {id: developer_may_collect, value: false, said_by: a, evidence: [答复]}
  - {id: floor_area, of: [o, k], value: 100, said_by: a, evidence: [登记]}
  - {id: fund_rate, value: 80, said_by: a, evidence: [标准]}
"""
BUSINESS = """\
on: 2025-03-20
place: 贵州省贵阳市
parties:
  - {id: s, name: 石某, role: owner}
  - {id: z, name: 租户, role: property_user}
  - {id: o, name: 房东, role: owner}
claims: [{by: s, against: [z, o], claim: conduct.dwelling_to_business}]
facts:
  - {id: same_building, value: true, said_by: s, evidence: [产权证]}
  - {id: dwelling_in_business, of: [z, o], value: true, said_by: s, evidence: [照片]}
  - {id: open_to_public, of: z, value: true, said_by: s, evidence: [视频]}
  - {id: act_date, value: 2023-09-01, said_by: s, evidence: [照片]}
"""
OF_THE_OWNER = {
    "not_delivered": "true",
    "delivery_refused": "true",
    "ownership_from": "2025-01-15",
    "ownership_until": "2023-06-01",
    "flat_empty": "true",
    "empty_from": "2024-01-01",
    "never_moved_in": "true",
    "house_defect": "true",
    "service_not_used": "true",
    "developer_promised_waiver": "true",
    "pays_only_share": "true",
    "limitation_raised": "true",
    "amount_paid": "900",
    "demand_date": "2025-01-05",
}


def came_out(folder: Path, form: str, *facts: str) -> Analysis:
    (folder / "案.yaml").write_text(form + "".join(f"  - {{{fact}}}\n" for fact in facts), encoding="utf-8")
    return analyze(folder / "案.yaml")


def against(analysis: Analysis, respondent: str) -> ClaimFinding:
    (found,) = (finding for finding in analysis.claims if finding.respondent == respondent)
    return found


@pytest.mark.parametrize("fact", OF_THE_OWNER)
def test_what_is_told_of_the_owner_changes_nothing_for_the_developer(fact: str, tmp_path: Path) -> None:
    row = f"id: {fact}, of: o, value: {OF_THE_OWNER[fact]}, said_by: o, evidence: [证明]"
    before, after = came_out(tmp_path, ARREARS), came_out(tmp_path, ARREARS, row)
    assert against(before, "k").result is Result.SUPPORTED
    assert against(after, "k").model_dump() == against(before, "k").model_dump()


def test_it_still_counts_for_the_owner(tmp_path: Path) -> None:
    row = "id: not_delivered, of: o, value: true, said_by: o, evidence: [交房通知]"
    assert against(came_out(tmp_path, ARREARS, row), "o").result is Result.NOT_SUPPORTED


def test_what_an_owner_paid_to_the_developer_is_no_payment_of_the_developers_own_part(tmp_path: Path) -> None:
    row = "id: fund_paid_to_developer, of: o, value: true, said_by: o, evidence: [收据]"
    paid = came_out(tmp_path, FUND, row)
    assert against(paid, "o").result is Result.DEPENDS
    assert against(paid, "k").result is Result.SUPPORTED


def test_what_the_tenant_does_counts_for_the_landlord_whose_tenant_did_it(tmp_path: Path) -> None:
    row = "id: own_user_did_it, of: o, value: true, said_by: s, evidence: [租赁合同]"
    analysis = came_out(tmp_path, BUSINESS, row)
    for respondent in ("z", "o"):
        finding = against(analysis, respondent)
        assert finding.result is Result.SUPPORTED
        assert finding.capacity == "joint"
    assert "open_to_public" not in {id for ask in analysis.decisive for id in ask.ids}


def test_it_does_not_where_nothing_says_that_it_was_his_tenant(tmp_path: Path) -> None:
    assert against(came_out(tmp_path, BUSINESS), "o").result is Result.DEPENDS
