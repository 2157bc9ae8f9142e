"""From when a penalty runs where nobody has stated a day of payment: told, supposed openly, asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from questions_of import asked

from propertylaw.model import Analysis
from propertylaw.reasoning import analyze
from propertylaw.reasoning.sums_in_words import money_in_words

FORM = """\
on: 2024-12-31
place: 江苏省南通市
parties:
  - {id: a, name: 甲物业公司, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true, said_by: a, admitted_by: [b]}
  - {id: service_provided, value: true, said_by: a, evidence: [巡查记录]}
  - {id: fee_rate, of: b, value: 1.5, said_by: a, evidence: [合同]}
  - {id: floor_area, of: b, value: 100, said_by: a, admitted_by: [b]}
  - {id: unpaid_from, of: b, value: 2023-01-01, said_by: a, admitted_by: [b]}
  - {id: unpaid_to, of: b, value: 2023-12-31, said_by: a, admitted_by: [b]}
  - {id: demand_made, value: true, said_by: a, evidence: [签收单]}
  - {id: demand_date, of: b, value: 2024-11-30, said_by: a, evidence: [签收单]}
  - {id: late_fee_rate, value: 0.0005, said_by: a, evidence: [合同]}
  - {id: late_fee_requested, value: true, said_by: a}
"""


def penalty(folder: Path, *facts: str) -> Analysis:
    file = folder / "欠费.yaml"
    file.write_text(FORM + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(file)


@pytest.mark.parametrize(
    ("stated", "supposed"),
    [
        ((), {"fee_due_day", "demand_days"}),
        (("{id: demand_days, value: 15}",), {"fee_due_day"}),
        (("{id: fee_due_day, value: 10}",), set()),
        (("{id: late_fee_from, value: demand}", "{id: fee_due_day, value: 10}"), {"demand_days"}),
        (("{id: late_fee_from, value: demand}", "{id: demand_days, value: 15}"), set()),
    ],
)
def test_what_the_start_supposes_is_asked_for(stated: tuple[str, ...], supposed: set[str], tmp_path: Path) -> None:
    analysis = penalty(tmp_path, *stated)
    (finding,) = analysis.claims
    assert finding.amount is not None
    assert {one.fact for one in finding.amount.supposing} == supposed
    assert asked(analysis) & {"fee_due_day", "demand_days"} == supposed
    assert (finding.amount.low is None) is ("demand_days" in supposed)


def test_the_sum_says_what_it_supposes_and_from_when_it_counts(tmp_path: Path) -> None:
    analysis = penalty(tmp_path)
    (finding,) = analysis.claims
    assert finding.amount is not None
    assert "假定：没有约定交费日" in money_in_words(finding.amount)
    steps = [step.says for remedy in finding.remedies if remedy.money for step in remedy.money.steps]
    assert any("自催告送达（2024-11-30）的次日" in says and "没有定论" in says for says in steps)


def test_interest_without_a_penalty_clause_supposes_the_same(tmp_path: Path) -> None:
    file = tmp_path / "欠费.yaml"
    text = FORM.replace("{id: late_fee_rate, value: 0.0005,", "{id: late_interest_requested, value: true,")
    file.write_text(text, encoding="utf-8")
    (finding,) = analyze(file).claims
    interest = next(remedy for remedy in finding.remedies if "占用资金" in remedy.says)
    assert interest.money is not None
    assert {one.fact for one in interest.money.supposing} == {"fee_due_day", "demand_days"}


IN_WRITING = (
    "{id: fee_due_day, value: 10}",
    "{id: late_fee_from, value: written_demand}",
    "{id: late_fee_from_nth, value: 11}",
)
"""Beside a demand of 30 November 2024 of which the form does not say how it was made."""
CALLED = "{id: demand_date, of: b, value: 2024-06-30, said_by: a, evidence: [通话记录]}"


def late_fee_alone(analysis: Analysis) -> tuple[str | None, str]:
    (found,) = (one.money for one in analysis.claims[0].remedies if "违约金" in one.says)
    assert found is not None
    return None if found.low is None else str(found.low), str(found.high)


def test_of_a_demand_it_is_asked_whether_it_was_made_in_writing(tmp_path: Path) -> None:
    analysis = penalty(tmp_path, *IN_WRITING)
    assert asked(analysis) & {"demand_in_writing", "demand_letter_date"} == {"demand_in_writing"}
    # Ten days from 30 November end on 10 December: 21 days to the end of the month on 1,800 at 0.05 %.
    assert late_fee_alone(analysis) == (None, "18.90")


def test_a_demand_by_telephone_is_none_where_it_has_to_be_made_in_writing(tmp_path: Path) -> None:
    analysis = penalty(tmp_path, *IN_WRITING, CALLED, "{id: demand_in_writing, value: false}")
    assert not asked(analysis) & {"demand_in_writing", "demand_letter_date"}
    assert late_fee_alone(analysis) == ("0.00", "0.00")


def test_of_several_demands_the_one_in_writing_is_asked_for(tmp_path: Path) -> None:
    analysis = penalty(tmp_path, *IN_WRITING, CALLED, "{id: demand_in_writing, value: true}")
    assert "demand_letter_date" in asked(analysis)
    # from 11 July 2024: 21 + 31 + 30 + 31 + 30 + 31 days on 1,800 at 0.05 %, if the first was the one
    assert late_fee_alone(analysis) == (None, "156.60")


def test_the_demand_in_writing_decides_when_the_penalty_begins(tmp_path: Path) -> None:
    letter = "{id: demand_letter_date, of: b, value: 2024-11-30, said_by: a, evidence: [微信记录]}"
    analysis = penalty(tmp_path, *IN_WRITING, CALLED, letter)
    assert not asked(analysis) & {"demand_in_writing", "demand_letter_date"}
    assert late_fee_alone(analysis) == ("18.90", "18.90")
