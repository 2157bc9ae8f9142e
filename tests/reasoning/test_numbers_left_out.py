"""No number that is left out, denied, told in parts or not known ever stops an analysis."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import pytest
from shares import EVERY_EXAMPLE, one_in
from worked_cases import BOOK, DISPUTES, EXAMPLES

from propertylaw.library import KnowledgeBase
from propertylaw.model import Dispute, Fact
from propertylaw.reasoning import analyze


def fullest() -> list[tuple[str, Dispute]]:
    """Of each claim the worked case that tells most numbers; all of them with EVERY_EXAMPLE=1."""
    by_claim = defaultdict[str, list[tuple[str, Dispute]]](list)
    for example, dispute in zip(EXAMPLES, DISPUTES, strict=True):
        by_claim[dispute.claims[0].claim if dispute.claims else ""].append((str(example), dispute))
    if EVERY_EXAMPLE:
        return [one for found in by_claim.values() for one in found]
    return [max(found, key=lambda one: len(numbers(one[1]))) for found in by_claim.values()]


def numbers(dispute: Dispute) -> list[str]:
    """The numbers that a form tells."""
    return sorted({one.id for one in dispute.facts if BOOK.facts[one.id].type == "number"})


def ways(fact: Fact, by: str, others: tuple[str, ...]) -> Iterator[tuple[Fact, ...]]:
    """A number left out, not known, only said, denied, and proved in part."""
    said = fact.model_copy(update={"said_by": by, "denied_by": others, "admitted_by": (), "evidence": ()})
    yield ()
    yield (fact.model_copy(update={"value": None, "low": None, "high": None}),)
    yield (said,)
    yield (said.model_copy(update={"evidence": ("手写收据",)}),)
    if isinstance(fact.value, Decimal) and BOOK.facts[fact.id].admits(fact.value / 2):
        proved = {"value": fact.value / 2, "denied_by": (), "evidence": ("发票",)}
        yield said, said.model_copy(update=proved)


def changed(dispute: Dispute) -> Iterator[Dispute]:
    """The form with each of its numbers told in each of the ways, and with all of them at once."""
    by, *others = (one.id for one in dispute.parties)
    told = numbers(dispute)
    for number in range(5):
        for which in [{one} for one in told] + [set(told)] * (len(told) > 1):
            facts: list[Fact] = []
            for fact in dispute.facts:
                found = list(ways(fact, by, tuple(others) or (by,))) if fact.id in which else [(fact,)]
                facts += found[min(number, len(found) - 1)]
            yield dispute.model_copy(update={"facts": tuple(facts)})


@pytest.mark.parametrize("dispute", [pytest.param(dispute, id=name) for name, dispute in fullest()])
def test_no_number_that_is_missing_stops_an_analysis(dispute: Dispute) -> None:
    law = KnowledgeBase(dispute.on, dispute.place, rules=BOOK)
    tried = list(changed(dispute)) if numbers(dispute) else []
    random.Random(17).shuffle(tried)
    for form in one_in(16, tried):
        assert analyze(form, law).claims


@pytest.mark.parametrize("claim", ["torts.duty_of_care", "torts.animals", "torts.lift_accident", "torts.ebike_fire"])
def test_a_loss_proved_in_part_beside_own_fault_and_health_insurance_is_reckoned(claim: str) -> None:
    dispute = Dispute.model_validate(
        {
            "on": "2026-01-15",
            "place": "山东省菏泽市",
            "parties": [
                {"id": "a", "name": "高母", "role": "property_user"},
                {"id": "b", "name": "物业", "role": "service_provider"},
            ],
            "claims": [{"by": "a", "against": ["b"], "claim": claim}],
            "facts": [
                {"id": "damage_amount", "of": "a", "value": 34460, "said_by": "a", "denied_by": ["b"]},
                {"id": "damage_amount", "of": "a", "value": 28460, "evidence": ["医疗发票"]},
                {"id": "victim_at_fault", "of": "a", "value": True},
                {"id": "health_insurance_paid_sum", "of": "a", "value": 11200},
            ],
        }
    )
    (finding,) = analyze(dispute).claims
    (damages,) = [one for one in finding.remedies if one.money and one.money.high]
    assert damages.money is not None
    assert damages.money.high == 28460
