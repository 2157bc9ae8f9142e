"""Limitation that stands only because nobody told the days of demands: they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Question
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: a, name: 甲物业公司, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: fee_rate, value: 2}
  - {id: floor_area, value: 100}
  - {id: unpaid_from, value: 2019-01-01}
  - {id: unpaid_to, value: 2019-12-31}
"""


def demands_asked(folder: Path, *facts: str) -> list[Question]:
    text = FORM + "".join(f"  - {{{fact}}}\n" for fact in facts)
    (folder / "案.yaml").write_text(text, encoding="utf-8")
    return [question for question in analyze(folder / "案.yaml").decisive if question.ids == ("demand_date",)]


def test_raised_limitation_asks_for_the_days_of_demands_once_with_their_evidence(tmp_path: Path) -> None:
    (asked,) = demands_asked(tmp_path, "id: limitation_raised, value: true")
    assert asked.purpose == "result"
    assert asked.claim == "fees.arrears"
    assert "催缴函" in asked.evidence


@pytest.mark.parametrize(
    "facts",
    [
        (),
        ("id: limitation_raised, value: false",),
        ("id: limitation_raised, value: true", "id: demand_date, value: 2022-06-01"),
    ],
)
def test_no_day_is_asked_where_limitation_is_not_raised_or_the_day_is_known(
    facts: tuple[str, ...], tmp_path: Path
) -> None:
    assert demands_asked(tmp_path, *facts) == []


def test_a_day_that_somebody_says_is_unknown_is_still_asked(tmp_path: Path) -> None:
    facts = ("id: limitation_raised, value: true", "id: demand_date, value: unknown")
    assert len(demands_asked(tmp_path, *facts)) == 1
