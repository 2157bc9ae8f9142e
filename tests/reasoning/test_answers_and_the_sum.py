"""What follows from an answer is told with the sum that is asked for: who then gets less succeeds in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Result
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: shi, name: 施某, role: owner}
  - {id: fan, name: 范某, role: owner}
claims: [{by: shi, against: [fan], claim: neighbours.leak, sum: SUM}]
facts:
  - {id: flat_flooded, value: true}
  - {id: leak_from_their_part, of: fan, value: ANSWER}
  - {id: damage_amount, value: 5000, evidence: [票据]}
  - {id: act_date, value: 2025-03-01}
"""


def result(folder: Path, asked: int, answer: str) -> tuple[Result, dict[str, Result]]:
    (folder / "案.yaml").write_text(FORM.replace("SUM", str(asked)).replace("ANSWER", answer), encoding="utf-8")
    analysis = analyze(folder / "案.yaml")
    ways = [one for question in analysis.decisive for one in question.outcomes]
    told = {one.given["leak_from_their_part"]: one.result for one in ways if set(one.given) == {"leak_from_their_part"}}
    return analysis.claims[0].result, told


@pytest.mark.parametrize(("asked", "yes"), [(5000, Result.SUPPORTED), (8000, Result.PARTLY_SUPPORTED)])
def test_the_answer_leads_where_the_question_says_it_does(asked: int, yes: Result, tmp_path: Path) -> None:
    _, told = result(tmp_path, asked, "unknown")
    assert told == {"是": yes, "否": Result.NOT_SUPPORTED}
    assert result(tmp_path, asked, "true")[0] is yes
    assert result(tmp_path, asked, "false")[0] is Result.NOT_SUPPORTED
