"""Limitation that stands only because nobody told the days of demands: they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, Question
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


HARM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: v, name: 徐某, role: owner}
  - {id: a, name: 甲物业公司, role: service_provider}
claims: [{by: v, against: [a], claim: torts.guards_violence}]
facts:
  - {id: staff_did_harm, value: true}
  - {id: staff_employed_by, value: own}
  - {id: limitation_raised, value: true}
"""


def beaten(folder: Path, *facts: str) -> Analysis:
    text = HARM + "".join(f"  - {{{fact}}}\n" for fact in facts)
    (folder / "案.yaml").write_text(text, encoding="utf-8")
    return analyze(folder / "案.yaml")


def limitation_of(analysis: Analysis) -> tuple[str, str]:
    (finding,) = analysis.claims
    truth = next((d.truth.value for d in finding.defences if "诉讼时效" in d.says), "")
    return truth, "；".join(step.says for step in finding.limitation_course)


def test_the_day_of_the_form_is_no_suit_and_the_page_says_until_when_one_is_in_time(tmp_path: Path) -> None:
    analysis = beaten(tmp_path, "id: harm_known_date, value: 2023-05-01")
    truth, course = limitation_of(analysis)
    assert truth == "false"
    assert "重新计算" not in course
    assert "2026-05-01 届满，遇休假日顺延至 2026-05-06" in course
    assert "按假定 2025-06-30 起诉判断：没有超过" in course


def test_out_of_time_on_the_day_of_the_form_asks_for_the_day_of_suit(tmp_path: Path) -> None:
    analysis = beaten(tmp_path, "id: harm_known_date, value: 2022-03-01")
    assert limitation_of(analysis)[0] == "true"
    assert ("suit_date",) in [question.ids for question in analysis.decisive]


def test_a_suit_in_time_is_enough_whatever_was_demanded_years_later(tmp_path: Path) -> None:
    analysis = beaten(
        tmp_path,
        "id: harm_known_date, value: 2019-03-01",
        "id: suit_date, value: 2021-02-01",
        "id: harm_demand_date, value: 2025-05-01",
    )
    truth, course = limitation_of(analysis)
    assert truth == "false"
    assert course.endswith("2021-02-01 起诉（申请仲裁、调解）而中断，程序终结后重新计算")


def test_whether_the_debtor_agreed_when_time_was_over_is_asked_until_somebody_speaks_of_it(tmp_path: Path) -> None:
    late = "id: harm_known_date, value: 2022-03-01"
    asked = [question.ids for question in beaten(tmp_path, late).decisive]
    assert asked.count(("agreed_after_expiry",)) == 1
    told = beaten(tmp_path, late, "id: agreed_after_expiry, value: false")
    assert ("agreed_after_expiry",) not in [question.ids for question in told.decisive]
    in_time = beaten(tmp_path, "id: harm_known_date, value: 2023-05-01")
    assert ("agreed_after_expiry",) not in [question.ids for question in in_time.decisive]


PART_BARRED = (
    "id: limitation_raised, value: true",
    "id: unpaid_from, value: 2021-01-01",
    "id: unpaid_to, value: 2024-12-31",
    "id: fee_due_day, value: 15",
    "id: fee_period_months, value: 3",
    "id: demand_date, value: 2025-02-20",
)
"""The instalments of 2021 were due over three years before the demand that is told, those since 2022-02-20 were not."""


def asked_of_part_barred(folder: Path, *facts: str) -> dict[tuple[str, ...], str]:
    head = FORM.replace("  - {id: unpaid_from, value: 2019-01-01}\n  - {id: unpaid_to, value: 2019-12-31}\n", "")
    text = head + "".join(f"  - {{{fact}}}\n" for fact in (*PART_BARRED, *facts))
    (folder / "案.yaml").write_text(text, encoding="utf-8")
    return {question.ids: question.questions[0] for question in analyze(folder / "案.yaml").decisive}


def test_where_a_part_is_out_of_time_earlier_demands_promises_and_part_payments_are_asked_for(tmp_path: Path) -> None:
    asked = asked_of_part_barred(tmp_path, "id: amount_paid, value: 500")
    assert "已填的以外" in asked[("demand_date",)]
    assert "交过一部分" in asked[("acknowledged_date",)]


def test_further_demands_are_asked_before_everything_else(tmp_path: Path) -> None:
    assert next(iter(asked_of_part_barred(tmp_path))) == ("demand_date",)


def test_a_day_of_part_payment_that_is_told_is_not_asked_for_again(tmp_path: Path) -> None:
    asked = asked_of_part_barred(tmp_path, "id: amount_paid, value: 500", "id: acknowledged_date, value: 2023-06-01")
    assert ("acknowledged_date",) not in asked


LATE = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: v, name: 徐某, role: buyer}
  - {id: a, name: 甲置业公司, role: developer}
claims: [{by: v, against: [a], claim: developer.unfinished}]
facts:
  - {id: sale_contract, value: true}
  - {id: delivery_due_date, value: 2022-12-31}
  - {id: delivered_date, value: 2023-06-30}
"""


def test_who_is_not_given_his_flat_knows_it_on_the_next_day_and_the_course_begins_there(tmp_path: Path) -> None:
    (tmp_path / "案.yaml").write_text(LATE, encoding="utf-8")
    _, course = limitation_of(analyze(tmp_path / "案.yaml"))
    assert course.startswith("自 2023-01-01 起算")


def test_without_the_agreed_day_no_course_is_told(tmp_path: Path) -> None:
    text = LATE.replace("  - {id: delivery_due_date, value: 2022-12-31}\n", "")
    (tmp_path / "案.yaml").write_text(text, encoding="utf-8")
    assert limitation_of(analyze(tmp_path / "案.yaml"))[1] == ""
