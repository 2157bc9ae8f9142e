"""The same money as a defence and as a claim takes off once: it is told."""

from __future__ import annotations

from pathlib import Path

from propertylaw.reasoning import analyze

FORM = """\
on: 2024-06-03
place: 江苏省南通市
parties: [{id: a, name: 甲物业, role: service_provider}, {id: b, name: 陈某, role: owner}]
claims: [{by: a, against: [b], claim: fees.arrears}%s]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: fee_rate, value: 2}
  - {id: floor_area, value: 100}
  - {id: unpaid_from, value: 2023-01-01}
  - {id: unpaid_to, value: 2023-12-31}
  - {id: service_defect, value: true, said_by: b, evidence: [照片]}
"""


def told(folder: Path, form: str) -> list[str]:
    file = folder / "案.yaml"
    file.write_text(form, encoding="utf-8")
    return [one.message for one in analyze(file).diagnostics if one.code == "SUM002"]


def test_a_defect_that_is_a_defence_and_a_claim_counts_once(tmp_path: Path) -> None:
    (said,) = told(tmp_path, FORM % ", {by: b, against: [a], claim: fees.defective_service}")
    assert "服务有瑕疵" in said
    assert "同一瑕疵只算一次" in said


def test_a_defect_that_is_only_a_defence_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, FORM % "") == []


OVERPAID = """\
on: 2026-05-15
place: 江苏省南通市
parties: [{id: a, name: 甲物业, role: service_provider}, {id: b, name: 陈某, role: owner}]
claims: [{by: a, against: [b], claim: fees.arrears}, {by: b, against: [a], claim: fees.refund_unlawful}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: fee_rate, value: 2}
  - {id: lawful_rate, value: 1.6}
  - {id: floor_area, value: 100}
  - {id: unpaid_from, value: %s}
  - {id: unpaid_to, value: 2026-03-31}
  - {id: rate_raised_unilaterally, value: true, admitted_by: [a]}
  - {id: charge_collected, value: true}
  - {id: overcharge_paid, value: 240, from: 2025-07-25, to: 2025-07-25}
"""


def test_what_was_overpaid_for_an_earlier_time_is_not_taken_off_a_later_one(tmp_path: Path) -> None:
    assert told(tmp_path, OVERPAID % "2026-01-01") == []


def test_what_was_overpaid_within_the_time_that_is_unpaid_is_told(tmp_path: Path) -> None:
    (said,) = told(tmp_path, OVERPAID % "2025-07-01")
    assert "同一笔多收的钱只算一次" in said


AFTER_THE_END = """\
on: 2026-04-10
place: 江苏省南通市
parties: [{id: a, name: 甲物业, role: outgoing_provider}, {id: b, name: 周某, role: owner}]
claims: [{by: b, against: [a], claim: fees.refund_prepaid}, {by: a, against: [b], claim: contract.end_fees}]
facts:
  - {id: contract_end_date, value: 2024-12-31, admitted_by: [a, b]}
  - {id: served_after_end, value: true, said_by: a, admitted_by: [b]}
  - {id: takeover_date, value: 2025-04-01, admitted_by: [a, b]}
  - {id: prepaid_sum, value: 2400}
  - {id: prepaid_from, value: 2025-01-01}
  - {id: prepaid_to, value: 2025-12-31}
  - {id: fee_rate, value: 2}
  - {id: floor_area, value: 100}
"""


def test_of_fees_kept_and_asked_for_once_more_it_is_the_time_that_counts_once(tmp_path: Path) -> None:
    (said,) = told(tmp_path, AFTER_THE_END)
    assert "同一段时间的物业费只算一次" in said
    assert "瑕疵" not in said
