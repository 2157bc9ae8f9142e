"""A defence whose answer is open is told in its own sense: what is taken off, unless what, and who proves which."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.reasoning import analyze

SOLD = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: wu, name: 某物业, role: service_provider}
  - {id: he, name: 何某, role: owner}
claims: [{by: wu, against: [he], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: fee_rate, value: 2}
  - {id: floor_area, value: 100}
  - {id: unpaid_from, value: 2024-01-01}
  - {id: unpaid_to, value: 2024-12-31}
  - {id: ownership_from, of: he, value: 2024-07-01}
  - {id: assumed_old_debt, value: unknown}
"""


def test_what_may_be_taken_off_is_named_as_what_it_is_with_what_would_keep_it(tmp_path: Path) -> None:
    (tmp_path / "案.yaml").write_text(SOLD, encoding="utf-8")
    (claim,) = analyze(tmp_path / "案.yaml").claims
    assert claim.amount is not None
    steps = [step for remedy in claim.remedies if remedy.money for step in remedy.money.steps if step.amount]
    (off,) = [step for step in steps if step.amount is not None and step.amount < 0]
    assert off.says.startswith("取得房屋（收房）之前的部分应由前业主")
    assert "除非新业主答应承担" in off.says
    assert off.amount == -1200  # six months of 200


def test_each_side_proves_its_own(tmp_path: Path) -> None:
    (tmp_path / "案.yaml").write_text(SOLD, encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    (defence,) = [one for one in analysis.claims[0].defences if one.unless]
    assert (defence.prover, defence.unless_prover) == ("he", "wu")
    told = [part.says for part in analysis.argument.parts[0].parts if part.kind == "defence"]
    assert any("；但“新业主答应承担并通知了物业公司”成立的，这一抗辩不算（未定，由某物业举证）" in one for one in told)


FALLEN = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: an, name: 安某, role: owner}
  - {id: hui, name: 业委会, role: owners_committee}
claims: [{by: an, against: [hui], claim: torts.falling_object}]
facts:
  - {id: part_fell, value: true}
"""


def test_no_fact_is_advised_that_the_form_would_not_take(tmp_path: Path) -> None:
    (tmp_path / "案.yaml").write_text(FALLEN, encoding="utf-8")
    with pytest.raises(FormError) as error:
        analyze(tmp_path / "案.yaml")
    assert "owns_fallen_part" not in str(error.value)
    assert "从 against 里删去“hui”" in str(error.value)
