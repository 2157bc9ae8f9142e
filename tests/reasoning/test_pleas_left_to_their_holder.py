"""Limitation that nobody raised: no court takes it up, so it is no failed defence and no question, but a hint."""

from __future__ import annotations

from datetime import date

import pytest
from questions_of import asked
from two_parties import agreed, raised

from propertylaw.model import Analysis, Effect
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

LATE = [
    agreed("fee_paid_late"),
    agreed("late_fee_rate", 0.0003),
    {**agreed("late_principal", 1000), "from": date(2019, 1, 1), "to": date(2019, 3, 31)},
]


def late_fees(*more: dict[str, object], until: date = date(2019, 3, 31)) -> Analysis:
    facts = [{**one, "to": until} if one["id"] == "late_principal" else one for one in LATE]
    return analyze(raised("fees.late_fee", ("service_provider", "owner"), *facts, *more))


def test_who_could_plead_limitation_is_told_so_and_nothing_hangs_on_it() -> None:
    (finding,) = late_fees().claims
    assert finding.result == "supported"
    assert "limitation" not in {one.id for one in finding.defences}
    (hint,) = finding.could_plead
    assert "法院不得主动适用" in hint
    assert "怎样起算都过了诉讼时效" in hint
    assert hint in "".join(analysis_text(late_fees()).split("\n")).replace(" ", "")


def test_no_hint_is_given_where_time_has_not_run_or_the_plea_was_raised() -> None:
    assert late_fees(until=date(2025, 3, 1)).claims[0].could_plead == ()
    (finding,) = late_fees(agreed("limitation_raised")).claims
    assert finding.could_plead == ()
    assert [one.id for one in finding.defences if one.effect is Effect.BARS] == ["limitation"]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("fees.cutoff", ["utilities_cut", "cut_by_provider", "cut_to_collect", "access_restricted"]),
        ("persons.home_entry", ["home_entered", "harm_suffered"]),
    ],
)
def test_a_plea_that_nobody_raised_is_neither_shown_as_failed_nor_asked_about(claim: str, told: list[str]) -> None:
    analysis = analyze(raised(claim, ("owner", "service_provider"), *map(agreed, told)))
    assert "limitation_raised" not in asked(analysis)
    assert [one.id for one in analysis.claims[0].defences if one.id.startswith("limitation")] == []
