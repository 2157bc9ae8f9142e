"""What is said to have happened after the day of the form is told; what is agreed for a later day is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze

FORM = """\
on: 2024-06-03
place: 江苏省南通市
parties: [{{id: a, name: 甲物业, role: service_provider}}, {{id: b, name: 陈某, role: owner}}]
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: signed_contract, value: true}}
  - {fact}
"""


def told(folder: Path, fact: str) -> list[str]:
    file = folder / "案.yaml"
    file.write_text(FORM.format(fact=fact), encoding="utf-8")
    return [one.message for one in analyze(file).diagnostics if one.code == "FCT006"]


def test_a_demand_after_the_day_of_the_form_is_told_with_both_days(tmp_path: Path) -> None:
    (said,) = told(tmp_path, "{id: demand_date, value: 2024-07-01}")
    assert "demand_date" in said
    assert "2024-07-01，晚于表上的日期 2024-06-03" in said


def test_a_thing_that_begins_to_be_so_later_is_told(tmp_path: Path) -> None:
    assert len(told(tmp_path, "{id: service_defect, value: true, from: 2024-09-01}")) == 1


@pytest.mark.parametrize(
    "fact",
    [
        "{id: demand_date, value: 2024-06-03}",
        "{id: agreed_term_end, value: 2026-12-31}",
        "{id: unpaid_to, value: 2024-12-31}",
        "{id: fee_rate, value: 2.1, from: 2025-01-01}",
    ],
)
def test_the_day_itself_and_what_is_agreed_for_later_are_not(tmp_path: Path, fact: str) -> None:
    assert told(tmp_path, fact) == []
