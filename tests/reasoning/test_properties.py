"""What holds for every dispute: order and irrelevant facts change nothing, and what is settled stays so."""

from __future__ import annotations

import os
import random

import pytest

from propertylaw.library import KnowledgeBase
from propertylaw.model import ClaimFinding, Dispute, Fact, Result
from propertylaw.reasoning import analyze
from propertylaw.rulebook import data_folder, rules
from propertylaw.testing import examples

BOOK = rules()
ALL = [pytest.param(example.dispute(BOOK), id=str(example)) for example in examples(data_folder("rules"))]
DISPUTES = ALL if "EVERY_EXAMPLE" in os.environ else random.Random(3).sample(ALL, 25)
"""A sample; every example with EVERY_EXAMPLE=1."""


def findings(dispute: Dispute) -> tuple[ClaimFinding, ...]:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK)).claims


def with_facts(dispute: Dispute, facts: list[Fact]) -> Dispute:
    return dispute.model_copy(update={"facts": tuple(facts)})


@pytest.mark.parametrize("dispute", DISPUTES)
def test_the_order_of_the_facts_changes_nothing(dispute: Dispute) -> None:
    facts = list(dispute.facts)
    random.Random(7).shuffle(facts)
    assert findings(with_facts(dispute, facts)) == findings(dispute)


@pytest.mark.parametrize("dispute", DISPUTES)
def test_an_irrelevant_fact_changes_nothing(dispute: Dispute) -> None:
    claims = {finding.id for finding in findings(dispute)}
    fact = "harm_suffered" if "torts.thrown_object" not in claims else "cut_to_collect"
    more = [*dispute.facts, Fact(id=fact, value=True, said_by=dispute.parties[0].id)]
    assert findings(with_facts(dispute, more)) == findings(dispute)


@pytest.mark.parametrize("dispute", DISPUTES)
def test_a_settled_result_never_flips_when_an_unknown_fact_becomes_known(dispute: Dispute) -> None:
    chance = random.Random(11)
    truths = [i for i, fact in enumerate(dispute.facts) if BOOK.facts[fact.id].type == "boolean"]
    for _ in range(3 if truths else 0):
        hidden = set(chance.sample(truths, min(len(truths), 3)))
        known = [f.model_copy(update={"value": None}) if i in hidden else f for i, f in enumerate(dispute.facts)]
        before = findings(with_facts(dispute, known))
        told = chance.choice(sorted(hidden))
        for value in (True, False):
            answered = [f.model_copy(update=_proved(value)) if i == told else f for i, f in enumerate(known)]
            after = findings(with_facts(dispute, answered))
            for old, new in zip(before, after, strict=True):
                assert old.result is Result.DEPENDS or old.result is new.result


@pytest.mark.parametrize("dispute", DISPUTES)
def test_a_settled_result_never_flips_when_what_was_unproved_is_proved(dispute: Dispute) -> None:
    chance = random.Random(13)
    truths = [i for i, fact in enumerate(dispute.facts) if BOOK.facts[fact.id].type == "boolean"]
    if not truths:
        pytest.skip("no fact of this dispute is true or false")
    disputed = set(chance.sample(truths, min(len(truths), 2)))
    unproved = [f.model_copy(update=_DENIED) if i in disputed else f for i, f in enumerate(dispute.facts)]
    before = findings(with_facts(dispute, unproved))
    told = chance.choice(sorted(disputed))
    for value in (True, False):
        proved = [f.model_copy(update=_proved(value)) if i == told else f for i, f in enumerate(unproved)]
        for old, new in zip(before, findings(with_facts(dispute, proved)), strict=True):
            assert not old.settled or old.result is new.result
            if old.result is not Result.DEPENDS and old.result is not new.result:
                assert unproved[told].id in {use.fact for use in old.unproved}


def _proved(value: bool) -> dict[str, object]:
    return {"value": value, "evidence": ("证据",), "denied_by": (), "admitted_by": ()}


_DENIED = {"evidence": (), "admitted_by": (), "denied_by": ("someone",), "said_by": None}
