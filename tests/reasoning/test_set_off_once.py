"""What is set off ends on both sides: a claim the other way that does not count it is told."""

from __future__ import annotations

from pathlib import Path

from propertylaw.reasoning import analyze

FORM = """\
on: 2026-11-26
place: 湖北省武汉市
parties: [{id: z, name: 周某, role: owner}, {id: w, name: 乙物业, role: service_provider}]
claims: [{by: w, against: [z], claim: fees.arrears}, {by: z, against: [w], claim: %s}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: fee_rate, value: 2}
  - {id: floor_area, of: z, value: 100}
  - {id: unpaid_from, value: 2025-05-01}
  - {id: unpaid_to, value: 2026-06-30}
  - {id: setoff_notified, value: true, said_by: %s}
  - {id: setoff_sum, value: 500, said_by: %s}
"""
CUT = """\
  - {id: utilities_cut, value: true}
  - {id: cut_by_provider, value: true}
  - {id: cut_to_collect, value: true}
  - {id: cut_loss, of: z, value: 3400}
"""
DEPOSIT = """\
  - {id: renovation_deposit_sum, value: 3000}
  - {id: renovation_finished_date, value: 2025-07-20}
"""


def told(folder: Path, form: str) -> list[str]:
    file = folder / "案.yaml"
    file.write_text(form, encoding="utf-8")
    return [one.message for one in analyze(file).diagnostics if one.code == "SUM005"]


def test_a_loss_set_off_against_fees_and_asked_for_in_full_is_told(tmp_path: Path) -> None:
    (said,) = told(tmp_path, FORM % ("fees.cutoff", "z", "z") + CUT)
    assert "停水停电" in said


def test_a_wrongdoers_set_off_takes_nothing_and_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, FORM % ("fees.cutoff", "w", "w") + CUT) == []


def test_where_both_claims_count_the_set_off_nothing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, FORM % ("conduct.renovation_deposit", "w", "w") + DEPOSIT) == []
