"""A form that names no claim is tried against those its facts point to, however many claims there are."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from worked_cases import BOOK, DISPUTES

from propertylaw.library import KnowledgeBase
from propertylaw.model import ClaimFinding, Dispute
from propertylaw.reasoning import analyze, read_form
from propertylaw.rulebook import Rules, data_folder

FORMS = sorted((data_folder("corpus") / "samples" / "disputes").glob("*.yaml"))


def stated(dispute: Dispute) -> set[str]:
    return {fact.id for fact in dispute.facts if fact.value is not None}


def test_the_claims_of_every_example_are_among_those_that_its_facts_point_to() -> None:
    for dispute in DISPUTES:
        pointed = set(BOOK.asking(stated(dispute)))
        asked = {request.claim for request in dispute.claims}
        touched = {id for id in asked if any(set(BOOK.asking([fact])) & {id} for fact in stated(dispute))}
        assert touched <= pointed


def test_a_fact_that_many_claims_ask_for_points_to_none_of_them_beside_a_telling_one() -> None:
    found = BOOK.asking(["harm_suffered", "object_from_building"])
    assert "torts.thrown_object" in found
    assert "torts.animals" not in found


def test_where_nothing_points_all_that_ask_for_the_fact_are_tried() -> None:
    assert {"torts.thrown_object", "torts.animals"} <= set(BOOK.asking(["harm_suffered"]))
    assert BOOK.asking([]) == ()


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_dispute_costs_what_the_claims_cost_to_which_its_facts_point(form: object) -> None:
    dispute = read_form(str(form)).model_copy(update={"claims": (), "documents": ()})
    law = KnowledgeBase(dispute.on, dispute.place, rules=BOOK)
    pointed = set(BOOK.asking(stated(dispute)))
    small = replace(BOOK, claims={id: claim for id, claim in BOOK.claims.items() if id in pointed})
    assert [f.id for f in analyze(dispute, law).claims] == [f.id for f in _analyzed(dispute, small)]
    # By turns, so that a machine which is busy for a while slows both.
    rounds = [(_seconds(dispute, small), _seconds(dispute, BOOK)) for _ in range(5)]
    alone, whole = map(min, zip(*rounds, strict=True))
    assert whole < 2 * alone


def _analyzed(dispute: Dispute, book: Rules) -> tuple[ClaimFinding, ...]:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=book)).claims


def _seconds(dispute: Dispute, book: Rules) -> float:
    law = KnowledgeBase(dispute.on, dispute.place, rules=book)
    start = time.process_time()
    analyze(dispute, law)
    return time.process_time() - start
