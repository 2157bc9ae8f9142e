"""Defences are told where somebody raised them, not where only the sum of the claim is known."""

from __future__ import annotations

from pathlib import Path

from propertylaw.reasoning import analyze

LEAK = """\
on: 2026-11-25
place: 江苏省南京市
parties:
  - {id: a, name: 王某, role: owner}
  - {id: b, name: 陈某, role: owner}
claims: [{by: a, against: [b], claim: neighbours.leak}]
facts:
  - {id: flat_flooded, value: true, said_by: a, evidence: [照片]}
  - {id: leak_from_their_part, of: b, value: true, said_by: a, evidence: [鉴定意见]}
  - {id: damage_amount, value: 6800, said_by: a, evidence: [维修单]}
"""
RAISED = """\
  - {id: limitation_raised, value: true, said_by: b}
  - {id: harm_known_date, value: 2026-01-01, said_by: a}
"""


def defences(folder: Path, form: str) -> list[str]:
    file = folder / "漏水.yaml"
    file.write_text(form, encoding="utf-8")
    return [defence.id for claim in analyze(file).claims for defence in claim.defences]


def test_limitation_is_not_told_because_the_damage_is_known(tmp_path: Path) -> None:
    assert defences(tmp_path, LEAK) == []


def test_limitation_that_was_raised_is_told(tmp_path: Path) -> None:
    assert "limitation" in defences(tmp_path, LEAK + RAISED)


HANDOVER = """\
on: 2025-06-30
place: 浙江省杭州市
parties:
  - {id: c, name: 某业主委员会, role: owners_committee}
  - {id: o, name: 旧物业, role: outgoing_provider}
claims: [{by: c, against: [o], claim: handover.refusal}]
facts:
  - {id: term_ended, value: true, said_by: c, admitted_by: [o]}
  - {id: owners_chose_other, value: true, said_by: c, evidence: [决定]}
  - {id: not_handed_over, of: o, value: true, said_by: c, admitted_by: [o]}
"""


def test_a_defence_that_never_helps_is_told_only_to_who_pleads_it(tmp_path: Path) -> None:
    pleaded = HANDOVER + "  - {id: auto_renewal_clause, value: true, said_by: o, evidence: [合同]}\n"
    assert "auto_renewed" not in defences(tmp_path, HANDOVER)
    assert "auto_renewed" in defences(tmp_path, pleaded)
