"""Liability that is proved stays, though nothing of the loss is, or a part: the rest is for the claimant to prove."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from shares import one_in
from worked_cases import BOOK, DISPUTES

from propertylaw.model import Claim, ClaimFinding, ClaimRequest, Defence, Dispute, Fact, Remedy, Result
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import names, parse

GRANTS = (Result.SUPPORTED, Result.PARTLY_SUPPORTED)


def remedies_of(claim: Claim) -> tuple[Remedy, ...]:
    return (*claim.remedies, *(remedy for head in claim.respondents for remedy in head.remedies))


def defences_of(claim: Claim) -> tuple[Defence, ...]:
    return (*claim.defences, *(defence for head in claim.respondents for defence in head.defences))


@cache
def losses_of(claim: str) -> frozenset[str]:
    """The numbers that tell the losses that a claim makes good."""
    read = [words_in(SUMS[one.calc]) for one in remedies_of(BOOK.claims[claim]) if one.calc and one.loss]
    told = {id for words in read for id in words if id in BOOK.facts}
    return frozenset(id for id in told if BOOK.facts[id].unit == "CNY" and not BOOK.facts[id].calc)


def with_a_loss() -> Iterator[Any]:
    """Worked cases in which a loss counts: one for each claim, loss and kind of ending."""
    seen = set()
    for dispute in DISPUTES:
        for request in dispute.claims:
            for fact in dispute.facts:
                plain = isinstance(fact.value, Decimal) and fact.value > 0 and not fact.denied_by and fact.since is None
                if plain and fact.id in losses_of(request.claim):
                    others = frozenset(one.id for one in dispute.facts if one.id.endswith(("ended", "handed_over")))
                    key = (request.claim, fact.id, others, len(request.against))
                    if key not in seen:
                        seen.add(key)
                        yield pytest.param(dispute, request, fact, id=f"{request.claim}-{fact.id}-{len(seen)}")


CASES = tuple(with_a_loss())


def with_rows(dispute: Dispute, told: Fact, *rows: Fact) -> Dispute:
    rest = (fact for fact in dispute.facts if fact.id != told.id)
    return dispute.model_copy(update={"facts": (*rest, *rows)})


def disputed(fact: Fact, request: ClaimRequest) -> Fact:
    update = {"said_by": request.by, "denied_by": tuple(request.against), "admitted_by": (), "evidence": ()}
    return fact.model_copy(update=update)


def half_of(fact: Fact) -> Fact:
    assert isinstance(fact.value, Decimal)
    return fact.model_copy(update={"value": fact.value / 2, "said_by": None, "admitted_by": (), "evidence": ("票据",)})


def found(dispute: Dispute, request: ClaimRequest) -> list[ClaimFinding]:
    return [one for one in analyze(dispute).claims if one.id == request.claim and one.claimant == request.by]


@pytest.mark.parametrize(("dispute", "request_", "fact"), one_in(2, CASES))
def test_what_is_lost_is_for_the_claimant_to_prove(dispute: Dispute, request_: ClaimRequest, fact: Fact) -> None:
    all_of_it = disputed(fact, request_)
    for rows in ((all_of_it,), (all_of_it, half_of(fact))):
        for finding in found(with_rows(dispute, fact, *rows), request_):
            assert {use.provers for use in finding.unproved if use.fact == fact.id} <= {(request_.by,)}


@pytest.mark.parametrize(("dispute", "request_", "fact"), one_in(2, CASES, 1))
def test_a_claim_that_stood_is_not_lost_for_good_by_a_loss_that_may_still_be_proved(
    dispute: Dispute, request_: ClaimRequest, fact: Fact
) -> None:
    proved = found(dispute, request_)
    for before, after in zip(proved, found(with_rows(dispute, fact, disputed(fact, request_)), request_), strict=True):
        if before.result in GRANTS and before.amount is not None and before.amount.high:
            assert fact.id in [use.fact for use in after.unproved]
            assert not after.settled


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_no_defence_makes_its_holder_prove_that_a_loss_is_asked_for(claim: Claim) -> None:
    for defence in defences_of(claim):
        touched = [one for one in remedies_of(claim) if one.loss and one.id in defence.touches]
        asked = {name for one in touched for name in names(parse(one.when))} & losses_of(claim.id)
        assert asked.isdisjoint(names(parse(defence.when))), defence.id


PARTIES = [
    {"id": "c", "name": "林某", "role": "owner"},
    {"id": "b", "name": "薛某", "role": "owner"},
]
LEAK = {"by": "c", "against": ["b"], "claim": "neighbours.leak"}
LEAKED = [
    {"id": "flat_flooded", "value": True},
    {"id": "leak_from_their_part", "of": "b", "value": True},
    {"id": "conduct_ended", "of": "b", "value": True, "evidence": ["验收单"]},
]
DENIED = {"id": "damage_amount", "value": Decimal(9600), "said_by": "c", "denied_by": ["b"]}
BARRED = [
    {"id": "limitation_raised", "value": True, "said_by": "b"},
    {"id": "harm_known_date", "value": date(2019, 6, 1)},
    {"id": "harm_end_date", "value": date(2020, 1, 1)},
    {"id": "suit_date", "value": date(2024, 3, 1)},
]


def leak(*facts: dict[str, Any], **asked: Any) -> Dispute:
    form = {"on": date(2025, 6, 30), "place": "福建省福州市", "parties": PARTIES, "claims": [{**LEAK, **asked}]}
    return Dispute.model_validate({**form, "facts": [*LEAKED, *facts]})


@pytest.mark.parametrize("asked", [{}, {"sum": Decimal(9600)}], ids=["no sum", "sum"])
def test_once_the_leak_has_stopped_the_loss_is_still_to_be_proved_and_asked_for(asked: dict[str, Any]) -> None:
    analysis = analyze(leak(DENIED, **asked))
    finding = analysis.claims[0]
    assert finding.result is Result.NOT_SUPPORTED
    assert not finding.settled
    assert [(use.fact, use.provers) for use in finding.unproved] == [("damage_amount", ("c",))]
    assert [use.fact for one in finding.remedies for use in one.missing] == ["damage_amount"]
    assert [question.ids for question in analysis.decisive] == [("damage_amount",)]


def test_a_loss_out_of_time_needs_no_proof() -> None:
    finding = analyze(leak(DENIED, *BARRED)).claims[0]
    assert finding.result is Result.NOT_SUPPORTED
    assert finding.unproved == finding.remedies == ()
    assert "limitation" in [one.id for one in finding.defences]


def test_a_sum_of_which_nobody_told_is_missing_and_not_naught() -> None:
    analysis = analyze(leak(sum=Decimal(9600)))
    assert analysis.claims[0].result is Result.DEPENDS
    assert analysis.claims[0].amount is None
    assert "尚缺损害金额" in analysis_text(analysis)
    assert "若成立，0 元" not in analysis_text(analysis)
