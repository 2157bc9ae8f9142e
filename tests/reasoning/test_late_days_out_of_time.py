"""From when limitation runs against a penalty by the day is open; it is told so, and nothing settled is said beside."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from propertylaw.model import Analysis, Result, Truth
from propertylaw.reasoning import analyze

FORM = """\
on: 2026-04-10
place: 江苏省南通市
parties:
  - {id: a, name: 某物业, role: service_provider}
  - {id: b, name: 陈某, role: owner}
claims:
  - {by: a, against: [b], claim: fees.arrears}
  - {by: a, against: [b], claim: fees.late_fee}
facts:
  - {id: preliminary_contract, value: true, said_by: a, admitted_by: [b]}
  - {id: service_provided, value: true, said_by: a, evidence: [巡查记录]}
  - {id: unpaid_from, of: b, value: 2018-01-01, said_by: a, admitted_by: [b]}
  - {id: unpaid_to, of: b, value: LAST, said_by: a, admitted_by: [b]}
  - {id: fee_rate, of: b, value: 2.0, evidence: [前期物业服务合同]}
  - {id: floor_area, of: b, value: 100, said_by: a, admitted_by: [b]}
  - {id: fee_period_months, value: 12, evidence: [前期物业服务合同]}
  - {id: fee_due_month, value: 12, evidence: [前期物业服务合同]}
  - {id: fee_due_day, value: 31, evidence: [前期物业服务合同]}
  - {id: late_fee_rate, value: 0.003, evidence: [前期物业服务合同]}
  - {id: demand_date, of: b, value: 2022-11-20, said_by: a, evidence: [签收的催款单]}
  - {id: demand_made, value: true, said_by: a, evidence: [签收的催款单]}
  - {id: suit_date, of: a, value: 2025-07-10, evidence: [立案材料]}
  - {id: late_fee_claimed_apart, value: true}
  - {id: limitation_raised, of: b, value: true, said_by: b}
"""


def unpaid_to(last: str, folder: Path, *more: str) -> Analysis:
    rows = "".join(f"  - {row}\n" for row in more)
    (folder / "案.yaml").write_text(FORM.replace("LAST", last) + rows, encoding="utf-8")
    return analyze(folder / "案.yaml")


def test_what_is_open_about_it_is_a_defence_that_is_open_with_both_readings(tmp_path: Path) -> None:
    analysis = unpaid_to("2024-12-31", tmp_path)
    _, late_fee = analysis.claims
    by_days = {one.id: one.truth for one in late_fee.defences}
    assert by_days == {"limitation": Truth.FALSE, "limitation_days": Truth.UNKNOWN}
    assert late_fee.result is Result.DEPENDS
    (concept,) = (one for one in analysis.open_concepts if one.id == "daily_penalty_limitation")
    assert [one.id for one in concept.readings] == ["each_day", "from_end"]
    assert late_fee.amount is not None
    # 7.20 a day each, to 2026-04-10 2657, 2292, 1926, 1561, 1196, 831 and 465 days. The days of the first up to
    # 2019-11-18 are out of time by themselves, and go with it where each instalment is.
    assert (late_fee.amount.low, late_fee.amount.high) == (Decimal("59551.20"), Decimal("78681.60"))


def test_who_admits_that_the_fees_are_unpaid_is_not_asked_if_they_were_paid_late(tmp_path: Path) -> None:
    analysis = unpaid_to("2018-12-31", tmp_path)
    arrears, late_fee = analysis.claims
    assert (arrears.result, late_fee.result) == (Result.NOT_SUPPORTED, Result.NOT_SUPPORTED)
    assert late_fee.elements[0].decided_by == "“支付拖欠的物业费”不能支持"
    assert [one.ids for one in analysis.decisive if one.claim == "fees.late_fee"] == []


def test_what_he_did_pay_late_counts_once_somebody_says_so(tmp_path: Path) -> None:
    late = "{id: late_principal, value: 1000, from: 2024-01-01, to: 2024-04-09, evidence: [付款凭证]}"
    paid = "{id: fee_paid_late, value: true, said_by: a, evidence: [付款凭证]}"
    _, late_fee = unpaid_to("2018-12-31", tmp_path, paid, late).claims
    assert late_fee.result is Result.SUPPORTED
    assert late_fee.amount is not None
    assert late_fee.amount.high == 300
