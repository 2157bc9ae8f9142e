"""What falls on each household when nobody knows who threw: a figure to begin with."""

from __future__ import annotations

from pathlib import Path

from propertylaw.reasoning import analyze

FORM = """
on: 2025-06-30
place: ""
parties:
  - {id: v, name: 王某, role: anyone}
  - {id: u, name: 二楼住户, role: property_user}
claims: [{by: v, against: [u], claim: torts.thrown_object}]
facts:
  - {id: object_from_building, value: true}
  - {id: damage_amount, value: 30000, evidence: [医疗票据]}
  - {id: police_investigated, value: true}
  - {id: thrower_identified, value: false}
  - {id: could_have_thrown, of: u, value: true}
"""


def figures(form: str, folder: Path) -> list[str]:
    file = folder / "案.yaml"
    file.write_text(form, encoding="utf-8")
    return [step.says for remedy in analyze(file).claims[0].remedies for step in remedy.figures]


def test_the_loss_is_told_by_household_where_their_number_is_known(tmp_path: Path) -> None:
    # 30 000 / 12
    (told,) = figures(FORM + "  - {id: possible_throwers, value: 12}\n", tmp_path)
    assert "12 户" in told
    assert "法院酌定" in told


def test_nothing_is_told_or_missing_where_it_is_not(tmp_path: Path) -> None:
    assert figures(FORM, tmp_path) == []
