"""A headline that is open and names what is still to be proved names first what keeps it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze
from propertylaw.reasoning.argument import result_in_words

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: wu, name: 某物业, role: service_provider}
  - {id: he, name: 何某, role: owner}
claims:
  - {by: wu, against: [he], claim: fees.arrears}
  - {by: wu, against: [he], claim: fees.late_fee, sum: 900}
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: demand_date, of: he, value: 2025-01-20}
  - {id: fee_rate, value: 2}
  - {id: floor_area, value: 100}
  - {id: fee_due_day, value: 10}
  - {id: fee_period_months, value: 1}
  - {id: unpaid_from, value: 2024-01-01}
  - {id: unpaid_to, value: 2024-12-31}
  - {id: late_fee_rate, value: 0.0005}
  - {id: penalty_reduction_requested, value: true, said_by: he}
"""
DEFECT = "  - {id: service_defect, value: true, said_by: he, denied_by: [wu]}\n"


@pytest.mark.parametrize(("more", "names_it"), [(DEFECT, True), ("", False)])
def test_the_rate_that_is_disputed_is_named_before_the_defect_that_is_to_be_proved(
    more: str, names_it: bool, tmp_path: Path
) -> None:
    (tmp_path / "案.yaml").write_text(FORM + more, encoding="utf-8")
    late_fee = analyze(tmp_path / "案.yaml").claims[1]
    said = result_in_words(late_fee)
    assert said.startswith("至少部分成立，其余未定")
    assert bool(late_fee.unproved) is names_it
    assert ("违约金过分高于损失" in said) is names_it
