"""What sums and days of a form say already need not be said once more: worked cases come out as before without it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worked_cases import BOOK, DISPUTES

from propertylaw.model import ClaimFinding, Dispute, Fact, FactValue, Result
from propertylaw.reasoning import analyze

SHOWN = [
    (claim.id, fact.id)
    for claim in BOOK.claims.values()
    for fact in BOOK.facts.values()
    if fact.follows_from and any(fact.id in element.when.split() for element in claim.elements)
]
"""Claims with an element that such a fact gives by itself."""


def told(dispute: Dispute) -> ClaimFinding:
    return analyze(dispute).claims[0]


def without(dispute: Dispute, *ids: str) -> Dispute:
    return dispute.model_copy(update={"facts": tuple(one for one in dispute.facts if one.id not in ids)})


def with_fact(dispute: Dispute, id: str, value: FactValue, **more: object) -> Dispute:
    facts = (*without(dispute, id).facts, Fact.model_validate({"id": id, "value": value, **more}))
    return dispute.model_copy(update={"facts": facts})


def worked(claim: str, fact: str) -> Dispute | None:
    """The first worked case of a claim in which a fact is said that its figures show as well."""
    for dispute in DISPUTES:
        said = {one.id for one in dispute.facts if one.value not in (None, Decimal(0))}
        of_claim = dispute.claims and dispute.claims[0].claim == claim
        if of_claim and fact in said and said & {*BOOK.facts[fact].follows_from}:
            return dispute
    return None


@pytest.mark.parametrize(("claim", "fact"), [pair for pair in SHOWN if worked(*pair)], ids=str)
def test_a_worked_case_comes_out_as_before(claim: str, fact: str) -> None:
    dispute = worked(claim, fact)
    assert dispute is not None
    before, after = told(dispute), told(without(dispute, fact))
    assert (after.result, after.amount, after.asked) == (before.result, before.amount, before.asked)


def test_there_are_twenty_such_cases() -> None:
    assert len([pair for pair in SHOWN if worked(*pair)]) >= 20


def bitten() -> Dispute:
    found = worked("torts.animals", "harm_suffered")
    assert found is not None
    return found


def test_what_is_said_goes_before_what_the_figures_show() -> None:
    denied = with_fact(bitten(), "harm_suffered", True, said_by="v", denied_by=["k"])
    found = told(denied)
    assert found.result is Result.NOT_SUPPORTED
    assert [one.id for one in found.elements if one.by_burden] == ["harm"]


def test_a_sum_of_nothing_shows_nothing() -> None:
    nothing = with_fact(without(bitten(), "harm_suffered"), "damage_amount", Decimal(0))
    assert told(nothing).result is Result.DEPENDS


@given(st.integers(-400, 400))
@settings(max_examples=25, deadline=None)
def test_a_contract_is_over_once_its_last_day_has_gone_by(days: int) -> None:
    dispute = worked("contract.end_fees", "contract_over")
    assert dispute is not None
    last = dispute.on + timedelta(days=days)
    found = told(with_fact(without(dispute, "contract_over"), "contract_end_date", date.fromordinal(last.toordinal())))
    (ended,) = (one for one in found.elements if one.id == "ended")
    shown = [use.proof for use in ended.facts if use.fact == "contract_over"] == ["derived"]
    assert shown is (last < dispute.on)
