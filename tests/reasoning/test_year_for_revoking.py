"""The year for having a decision revoked is looked at without anybody pleading it: its first day has to be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from questions_of import asked

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: jiang, name: 蒋某, role: owner}
  - {id: ywh, name: 业委会, role: owners_committee}
claims: [{by: jiang, against: [ywh], claim: decisions.revoke}]
facts:
  - {id: decision_made, value: true}
  - {id: committee_decided_alone, value: true}
  - {id: revocation_suit_date, value: 2025-05-20}
"""
MADE = "{id: decision_date, value: 2024-02-01}"
PINNED_UP = "{id: decision_known_date, value: 2024-02-05, said_by: ywh, denied_by: [jiang], evidence: [公示照片]}"


def suit(folder: Path, *facts: str) -> Analysis:
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(folder / "案.yaml")


def told_by_the_owner(day: str) -> str:
    return f"{{id: decision_known_date, value: {day}, said_by: jiang, denied_by: [ywh], evidence: [登机牌]}}"


@pytest.mark.parametrize(
    "facts",
    [
        (MADE,),
        (MADE, "{id: decision_known_date, value: unknown}"),
        (MADE, PINNED_UP, told_by_the_owner("2024-08-01")),
    ],
    ids=["untold", "unknown", "each side proves another day"],
)
def test_the_claim_is_open_and_the_day_of_knowledge_asked_where_it_may_decide(
    facts: tuple[str, ...], tmp_path: Path
) -> None:
    analysis = suit(tmp_path, *facts)
    assert analysis.claims[0].result is Result.DEPENDS
    assert "decision_known_date" in asked(analysis)


def test_two_days_that_both_lie_too_far_back_decide_alike(tmp_path: Path) -> None:
    analysis = suit(tmp_path, MADE, PINNED_UP, told_by_the_owner("2024-03-01"))
    assert analysis.claims[0].result is Result.NOT_SUPPORTED
    assert "decision_known_date" not in asked(analysis)


def test_a_decision_of_the_last_year_cannot_have_been_known_too_long(tmp_path: Path) -> None:
    analysis = suit(tmp_path, "{id: decision_date, value: 2024-09-01}")
    assert analysis.claims[0].result is Result.SUPPORTED
    assert "decision_known_date" not in asked(analysis)


def test_a_day_that_is_denied_and_not_proved_does_not_end_the_claim_and_is_told_as_to_be_proved(tmp_path: Path) -> None:
    analysis = suit(tmp_path, MADE, PINNED_UP.replace(", evidence: [公示照片]", ""))
    (claim,) = analysis.claims
    assert claim.result is Result.SUPPORTED
    assert {use.fact for use in claim.unproved} == {"decision_known_date"}


def test_the_page_names_the_day_from_which_the_year_runs_and_its_last_day(tmp_path: Path) -> None:
    (claim,) = suit(tmp_path, MADE, "{id: decision_known_date, value: 2024-02-05}").claims
    told = [e for one in claim.defences for use in one.facts for e in use.evidence]
    assert "自知道之日 2024-02-05 起一年，2025-02-05 届满；按 2025-05-20 起诉计算" in told


def told_of_the_year(folder: Path, *facts: str) -> str:
    (claim,) = suit(folder, *facts).claims
    return "；".join(step.says for step in claim.limitation_course)


def test_a_suit_in_time_is_told_with_the_last_day_of_the_year(tmp_path: Path) -> None:
    told = told_of_the_year(tmp_path, MADE, "{id: decision_known_date, value: 2024-06-01}")
    # the first and the second of June 2025 are days off
    assert told == "自知道之日 2024-06-01 起一年，2025-06-03 届满；按 2025-05-20 起诉计算"


def test_who_has_not_sued_is_told_how_many_days_are_left(tmp_path: Path) -> None:
    form = FORM.replace("  - {id: revocation_suit_date, value: 2025-05-20}\n", "")
    (tmp_path / "案.yaml").write_text(
        form + f"  - {MADE}\n  - {{id: decision_known_date, value: 2024-07-25}}\n", encoding="utf-8"
    )
    (claim,) = analyze(tmp_path / "案.yaml").claims
    assert "2025-07-25 届满" in claim.limitation_course[0].says
    # from 30 June to 25 July
    assert "只剩 25 日" in claim.limitation_course[0].says


def test_while_the_day_of_knowledge_is_untold_the_year_is_told_from_the_decision(tmp_path: Path) -> None:
    told = told_of_the_year(tmp_path, "{id: decision_date, value: 2024-09-02}")
    assert "最早自作出决定之日 2024-09-02 起一年，2025-09-02 届满" in told
