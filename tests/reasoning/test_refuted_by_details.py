"""A fact that speaks of everything yields to what is proved of one part of it."""

from __future__ import annotations

import pytest
from worked_cases import BOOK

from propertylaw.model import Analysis, Dispute, FactUse, Truth
from propertylaw.reasoning import analyze

CAMERAS = {"id": "facade_cameras", "value": True, "said_by": "w", "evidence": ["录像"]}
NOTHING = {"id": "no_measures", "value": True, "said_by": "v"}


def analysed(*facts: dict[str, object]) -> Analysis:
    return analyze(
        Dispute.model_validate(
            {
                "on": "2025-02-10",
                "place": "江苏省南通市",
                "parties": [
                    {"id": "v", "name": "伤者", "role": "anyone"},
                    {"id": "w", "name": "物业", "role": "service_provider"},
                ],
                "claims": [{"by": "v", "against": ["w"], "claim": "torts.thrown_object"}],
                "facts": [
                    {"id": "object_from_building", "value": True},
                    {"id": "harm_suffered", "value": True},
                    *facts,
                ],
            }
        )
    )


def general(analysis: Analysis) -> FactUse | None:
    uses = (use for claim in analysis.claims for element in claim.elements for use in element.facts)
    return next((use for use in uses if use.fact == "no_measures"), None)


@pytest.mark.parametrize("more", [{}, {"denied_by": ["w"]}], ids=["undisputed", "denied"])
def test_what_is_proved_of_a_part_settles_the_whole(more: dict[str, object]) -> None:
    analysis = analysed(CAMERAS, NOTHING | more)
    use = general(analysis)
    assert use is not None
    assert (use.value, use.evidence) == (False, ("录像",))
    assert "no_measures" not in {use.fact for claim in analysis.claims for use in claim.unproved}


def test_the_parts_are_asked_about_and_not_the_whole() -> None:
    asked = {id for question in analysed().decisive for id in question.ids}
    assert "no_measures" not in asked
    assert {"facade_cameras", "patrols_and_warnings"} <= asked


def test_of_the_whole_it_follows_that_no_part_is_so() -> None:
    (finding,) = analysed(NOTHING | {"evidence": ["检查记录"]}).claims
    assert {one.id: one.truth for one in finding.elements}["lacking_measures"] is Truth.TRUE
    asked = {id for question in analysed(NOTHING).decisive for id in question.ids}
    assert asked.isdisjoint(("facade_cameras", "patrols_and_warnings"))


def test_a_whole_that_one_part_refutes_says_nothing_of_another() -> None:
    asked = {id for question in analysed(CAMERAS, NOTHING).decisive for id in question.ids}
    assert "patrols_and_warnings" in asked


@pytest.mark.parametrize(
    "part", [CAMERAS | {"value": False}, CAMERAS | {"evidence": [], "denied_by": ["v"]}], ids=["none", "unproved"]
)
def test_a_part_that_does_not_stand_settles_nothing(part: dict[str, object]) -> None:
    use = general(analysed(part, NOTHING))
    assert use is not None
    assert use.value is True


def test_what_is_better_proved_stands_beside_what_is_only_said_of_a_part() -> None:
    use = general(analysed(CAMERAS | {"evidence": []}, NOTHING | {"evidence": ["检查记录"]}))
    assert use is not None
    assert use.value is True


def test_what_speaks_of_everything_is_true_or_false_and_so_is_each_part() -> None:
    told = [fact for fact in BOOK.facts.values() if fact.refuted_by]
    assert told
    for fact in told:
        assert {fact.type, *(BOOK.facts[id].type for id in fact.refuted_by)} == {"boolean"}, fact.id
