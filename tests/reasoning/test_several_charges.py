"""Charges of several kinds, and two requests alike, on one form: that what is said of one counts for all is told."""

from __future__ import annotations

from pathlib import Path

from propertylaw.reasoning import analyze

FORM = """\
on: 2025-12-01
place: 江苏省南通市
parties: [{id: b, name: 周某, role: owner}, {id: a, name: 德远物业, role: service_provider}]
claims: [{by: b, against: [a], claim: fees.refund_unlawful}%s]
facts:
  - {id: charge_collected, value: true}
  - {id: overcharge_paid, value: 2150.40}
  - {id: rate_raised_unilaterally, value: true}
%s
"""
DECIDED = "  - {id: price_decided_by_owners, value: true, said_by: a, evidence: [业主大会决定]}"
NOT_SHOWN = "  - {id: charge_not_shown, value: true}"
AGAIN = ", {by: b, against: [a], claim: fees.refund_unlawful, sum: 1536}"


def told(folder: Path, claims: str, *facts: str) -> list[str]:
    file = folder / "案.yaml"
    file.write_text(FORM % (claims, "\n".join(facts)), encoding="utf-8")
    return [one.message for one in analyze(file).diagnostics if one.code == "SUM006"]


def test_a_defence_to_a_raised_price_that_takes_a_charge_of_another_kind_with_it_is_told(tmp_path: Path) -> None:
    (said,) = told(tmp_path, "", NOT_SHOWN, DECIDED)
    assert "擅自提高标准" in said
    assert "没有标明的费用" in said
    assert "业主依法共同决定" in said


def test_a_defence_to_the_only_kind_of_charge_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, "", DECIDED) == []


def test_charges_of_two_kinds_without_a_defence_to_either_are_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, "", NOT_SHOWN) == []


def test_one_claim_raised_twice_between_the_same_two_is_told_once(tmp_path: Path) -> None:
    (said,) = told(tmp_path, AGAIN)
    assert "提了 2 次" in said


PROMISED = """\
on: 2026-01-08
place: 江苏省南通市
parties:
  - {id: w, name: 甲物业, role: service_provider}
  - {id: h, name: 何某, role: owner}
  - {id: k, name: 乙开发商, role: developer}
claims:
  - {by: w, against: [h], claim: fees.arrears}
  - {by: h, against: [k], claim: fees.developer_unsold}
facts:
  - {id: preliminary_contract, value: true}
  - {id: service_provided, value: true}
  - {id: unpaid_from, of: h, value: 2024-01-01}
  - {id: unpaid_to, of: h, value: 2025-12-31}
  - {id: floor_area, of: h, value: 100}
  - {id: fee_rate, of: h, value: 2}
  - {id: developer_promised_waiver, of: h, value: true, evidence: [承诺书]}
"""


def test_a_fee_that_its_debtor_asks_another_to_pay_is_paid_once(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(PROMISED, encoding="utf-8")
    (said,) = [one.message for one in analyze(file).diagnostics if one.code == "SUM007"]
    assert "甲物业只能收一次" in said
