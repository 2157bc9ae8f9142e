"""Nothing is asked from which nothing follows, and no question is said to decide a headline that it leaves as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis
from propertylaw.reasoning import analyze

BITE = """\
on: 2025-06-30
place: 山东省潍坊市
parties:
  - {{id: v, name: 郑某, role: owner}}
  - {{id: k, name: 孙某, role: owner}}
claims: [{{by: v, against: [k], claim: torts.animals, sum: {asked}}}]
facts:
  - {{id: animal_harm, value: true, admitted_by: [k]}}
  - {{id: is_keeper, of: k, value: true, admitted_by: [k]}}
  - {{id: no_safety_measures, of: k, value: true, admitted_by: [k]}}
  - {{id: harm_to_person, value: true, evidence: [病历]}}
  - {{id: damage_amount, value: 6000, said_by: v, evidence: [票据]}}
"""
FABRICATED = """\
on: 2025-06-30
place: 山东省潍坊市
parties:
  - {id: v, name: 郑某, role: owner}
  - {id: k, name: 孙某, role: owner}
claims: [{by: v, against: [k], claim: persons.reputation}]
facts:
  - {id: statement_made, of: k, value: true, admitted_by: [k]}
  - {id: seen_by_others, value: true, admitted_by: [k]}
  - {id: grave_accusation, of: k, value: true, admitted_by: [k]}
  - {id: accusation_fabricated, of: k, value: true, evidence: [审计报告]}
"""


def asked(folder: Path, form: str) -> set[str]:
    return {id for question in _analysis(folder, form).decisive for id in question.ids}


def _analysis(folder: Path, form: str) -> Analysis:
    file = folder / "表.yaml"
    file.write_text(form, encoding="utf-8")
    return analyze(file)


@pytest.mark.parametrize(("sum_asked", "open_"), [(6000, False), (9000, True)])
def test_mental_harm_is_asked_about_where_the_sum_goes_beyond_what_is_told(
    sum_asked: int, open_: bool, tmp_path: Path
) -> None:
    assert ("mental_harm_asked" in asked(tmp_path, BITE.format(asked=sum_asked))) is open_


def test_what_a_defence_lacks_that_is_settled_otherwise_is_not_asked(tmp_path: Path) -> None:
    assert "about_common_affairs" not in asked(tmp_path, FABRICATED)


def test_a_question_whose_answers_lead_to_one_headline_asks_for_the_sum(tmp_path: Path) -> None:
    grave = (
        BITE.format(asked=9000) + "  - {id: mental_harm_asked, value: true}\n  - {id: mental_harm_sum, value: 1000}\n"
    )
    for question in _analysis(tmp_path, grave).decisive:
        assert question.purpose == "amount" or len({one.result for one in question.outcomes}) != 1
