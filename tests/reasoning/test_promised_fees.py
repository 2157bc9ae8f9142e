"""What a developer promised of an owner's fees is one number, whoever claims."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw import analyze

FORM = """on: 2026-05-08
place: 山东省滨州市
parties:
  - {{id: a, name: 甲物业公司, role: service_provider}}
  - {{id: b, name: 王某, role: owner}}
  - {{id: c, name: 乙置业公司, role: developer}}
claims:
  - {{by: a, against: [b], claim: fees.arrears}}
  - {{by: b, against: [c], claim: fees.developer_unsold}}
facts:
  - {{id: preliminary_contract, value: true, said_by: a, admitted_by: [b]}}
  - {{id: service_provided, value: true, said_by: a, admitted_by: [b]}}
  - {{id: fee_rate, value: 1.5, said_by: a, admitted_by: [b]}}
  - {{id: floor_area, of: b, value: 128.40, said_by: a, admitted_by: [b]}}
  - {{id: unpaid_from, of: b, value: 2023-01-01, said_by: a, admitted_by: [b]}}
  - {{id: unpaid_to, of: b, value: 2026-04-30, said_by: a, admitted_by: [b]}}
  - {{id: delivered_date, of: b, value: 2023-04-18, said_by: b, admitted_by: [a, c]}}
  - {{id: flat_empty, of: b, value: true, said_by: b, admitted_by: [a]}}
  - {{id: empty_flat_rule, value: true, said_by: b, admitted_by: [a]}}
  - {{id: empty_flat_conditions_met, of: b, value: true, said_by: b, admitted_by: [a]}}
  - {{id: empty_flat_share, value: 0.6, said_by: b, admitted_by: [a]}}
  - {{id: empty_from, of: b, value: {empty_from}, said_by: b, admitted_by: [a]}}
  - {{id: empty_to, of: b, value: 2026-04-30, said_by: b, admitted_by: [a]}}
  - {{id: fees_from_next_day, value: {next_day}, said_by: b, admitted_by: [a, c]}}
  - {{id: developer_promised_waiver, of: b, value: true, said_by: b, admitted_by: [c]}}
  - {{id: local_waiver_proviso, value: true}}
  - {{id: waiver_from, of: b, value: 2023-04-18, said_by: b, admitted_by: [c]}}
  - {{id: waiver_to, of: b, value: 2025-04-17, said_by: b, admitted_by: [c]}}
  - {{id: waived_monthly_fee, of: b, value: 115.56, said_by: b, admitted_by: [c]}}
"""


@pytest.mark.parametrize("empty_from", ["2023-04-18", "2023-04-19"])
@pytest.mark.parametrize(("next_day", "promised"), [("false", "2773.44"), ("true", "2769.59")])
def test_the_provider_and_the_developer_are_told_of_the_same_sum(
    next_day: str, promised: str, empty_from: str, tmp_path: Path
) -> None:
    # 115.56 for 24 months, or less one of the thirty days of April 2023
    file = tmp_path / "案.yaml"
    file.write_text(FORM.format(next_day=next_day, empty_from=empty_from), encoding="utf-8")
    arrears, promise = analyze(file).claims
    taken_off = [step.amount for remedy in arrears.remedies if remedy.money for step in remedy.money.steps]
    assert promise.amount is not None
    assert promise.amount.high == promise.amount.low == Decimal(promised)
    assert -Decimal(promised) in taken_off
