"""Several claims against one heir: what the estate is worth holds for all debts of the deceased together."""

from __future__ import annotations

from pathlib import Path

from propertylaw.model import Diagnostic
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: v, name: 施某, role: owner}
  - {id: h, name: 范某的继承人, role: owner}
claims:
  - {by: v, against: [h], claim: neighbours.leak}
  - {by: v, against: [h], claim: neighbours.blocked_pipe}
facts:
  - {id: flat_flooded, value: true}
  - {id: leak_from_their_part, of: h, value: true}
  - {id: damage_amount, claim: neighbours.leak, value: 3000}
  - {id: damage_amount, claim: neighbours.blocked_pipe, value: 4000}
  - {id: sewage_overflowed, value: true}
  - {id: common_pipe_blocked, value: true}
  - {id: blocked_by_them, of: h, value: true}
  - {id: heir_of_debtor, of: h, value: true, evidence: [继承公证书]}
"""


def told(folder: Path, *facts: str) -> list[Diagnostic]:
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return [one for one in analyze(folder / "案.yaml").diagnostics if one.code == "SUM004"]


def test_claims_that_each_lie_within_the_estate_may_come_to_more_together(tmp_path: Path) -> None:
    (warning,) = told(tmp_path, "{id: inherited_value, of: h, value: 5000, evidence: [遗产清单]}")
    # 3000 + 4000
    assert "7,000.00 元" in warning.message
    assert "5,000.00 元" in warning.message


def test_an_estate_that_is_enough_for_all_is_not_spoken_of(tmp_path: Path) -> None:
    assert told(tmp_path, "{id: inherited_value, of: h, value: 7000, evidence: [遗产清单]}") == []


def test_nothing_is_said_where_the_estate_is_untold_or_the_heir_pays_beyond_it(tmp_path: Path) -> None:
    assert told(tmp_path) == []
    little, willing = "{id: inherited_value, of: h, value: 5000}", "{id: heir_pays_beyond, of: h, value: true}"
    assert told(tmp_path, little, willing) == []
