"""Who did the thing answers for it, whether the form enters him as offender, as owner or as tenant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Analysis, Dispute, Result
from propertylaw.reasoning import analyze

HARMED = [
    {"id": "object_from_building", "value": True, "evidence": ["报警回执"]},
    {"id": "harm_suffered", "value": True, "evidence": ["病历"]},
    {"id": "damage_amount", "value": Decimal(60000), "evidence": ["票据"]},
    {"id": "police_investigated", "value": True, "evidence": ["回执"]},
    {"id": "thrower_identified", "value": True, "evidence": ["调查说明"]},
    {"id": "no_measures", "value": True, "evidence": ["公安记录"]},
]
THREW = {"id": "is_thrower", "of": "k", "value": True, "said_by": "v", "evidence": ["鉴定意见"]}


def thrown(role: str, *facts: dict[str, Any]) -> Analysis:
    people = [
        {"id": "v", "name": "伤者", "role": "anyone"},
        {"id": "w", "name": "安和物业", "role": "service_provider"},
        {"id": "k", "name": "丁某", "role": role},
    ]
    claim = {"by": "v", "against": ["w", "k"], "claim": "torts.thrown_object"}
    form = {
        "on": date(2025, 6, 30),
        "place": "上海市",
        "parties": people,
        "claims": [claim],
        "facts": [*HARMED, *facts],
    }
    return analyze(Dispute.model_validate(form))


def results(analysis: Analysis, respondent: str) -> list[Result]:
    return [one.result for one in analysis.claims if one.respondent == respondent]


@pytest.mark.parametrize("role", ["offender", "owner", "property_user", "buyer", "anyone"])
def test_a_proven_thrower_owes_everything_whatever_his_role(role: str) -> None:
    analysis = thrown(role, THREW)
    assert results(analysis, "k") == [Result.SUPPORTED]
    assert [(one.by, one.against) for one in analysis.recourse] == [("w", "k")]


def test_a_resident_of_whom_no_deed_is_told_answers_as_one_who_may_have_thrown() -> None:
    assert results(thrown("owner"), "k") == [Result.NOT_SUPPORTED]  # the thrower is known, and it is not said to be him


def test_a_resident_whose_deed_is_disputed_and_not_proved_answers_in_both_ways() -> None:
    disputed = {**THREW, "evidence": [], "denied_by": ["k"], "admitted_by": ["w"]}
    as_thrower, as_resident = [one for one in thrown("owner", disputed).claims if one.respondent == "k"]
    assert as_thrower.result is Result.NOT_SUPPORTED
    assert [use.fact for use in as_thrower.unproved] == ["is_thrower"]
    assert as_resident.result is Result.NOT_SUPPORTED


def test_a_deed_told_of_nobody_by_name_is_that_of_the_only_resident_sued() -> None:
    assert results(thrown("owner", {**THREW, "of": None}), "k") == [Result.SUPPORTED]


STRUCK = """\
on: 2025-06-30
place: 上海市
parties:
  - {id: z, name: 周某, role: owner}
  - {id: l, name: 李某, role: owner}
claims: [{by: z, against: [l], claim: torts.duty_of_care}]
facts:
  - {id: harm_suffered, value: true}
  - {id: harm_in_service_area, value: true}
"""


def test_a_neighbour_who_strikes_is_sued_as_wrongdoer_and_the_form_says_how(tmp_path: Path) -> None:
    form = tmp_path / "案.yaml"
    form.write_text(STRUCK, encoding="utf-8")
    with pytest.raises(FormError, match="id: is_wrongdoer, of: l, value: true"):
        analyze(form)
    form.write_text(STRUCK + "  - {id: is_wrongdoer, of: l, value: true, evidence: [监控]}\n", encoding="utf-8")
    assert results(analyze(form), "l") == [Result.SUPPORTED]
