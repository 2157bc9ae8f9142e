"""A defence never vanishes where only its details are told: they show the general fact, or it is asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from two_parties import raised
from worked_cases import BOOK, DISPUTES

from propertylaw.model import Analysis, Claim, Defence, Dispute, Effect, Fact, Result
from propertylaw.reasoning import analyze
from propertylaw.rulebook.expression import names, parse, truths


def defences_of(claim: Claim) -> tuple[Defence, ...]:
    return (*claim.defences, *(one for head in claim.respondents for one in head.defences))


def negated(fact: str, when: str) -> bool:
    """Whether a condition holds where a fact is not so."""
    return when.startswith("not ") or f"not {fact}" in when


DETAILS = [
    (claim.id, defence.id, fact)
    for claim in BOOK.claims.values()
    for defence in defences_of(claim)
    if defence.concept
    for line in BOOK.concepts[defence.concept].bright_lines
    if line.holds
    for fact in truths(parse(line.when))
    if BOOK.facts[fact].calc is None and not negated(fact, line.when) and fact not in names(parse(defence.when))
]
"""What would decide for a defence, though its own condition does not speak of it."""


def plain(claim: str) -> Dispute:
    """The first worked case of a claim."""
    return next(one for one in DISPUTES if one.claims and one.claims[0].claim == claim)


def with_detail(dispute: Dispute, claim: str, defence: str, fact: str) -> Analysis:
    """The case with a detail that is proved, where nobody speaks of what the defence itself asks for but the law of the
    place."""
    (rule,) = (one for one in defences_of(BOOK.claims[claim]) if one.id == defence)
    left_out = {*names(parse(rule.when)), fact}
    kept = (one for one in dispute.facts if one.id not in left_out)
    local = [id for id in names(parse(rule.when)) if id in BOOK.facts and BOOK.facts[id].local]
    told = (Fact.model_validate({"id": id, "value": True, "evidence": ["书证"]}) for id in (fact, *local))
    return analyze(dispute.model_copy(update={"facts": (*kept, *told)}))


@pytest.mark.parametrize(("claim", "defence", "fact"), DETAILS, ids=str)
def test_a_defence_of_which_only_a_detail_is_proved_is_told(claim: str, defence: str, fact: str) -> None:
    found = with_detail(plain(claim), claim, defence, fact).claims[0]
    (rule,) = (one for one in defences_of(BOOK.claims[claim]) if one.id == defence)
    had = {one.says for one in found.remedies}
    heads = BOOK.claims[claim].respondents
    remedies = (*BOOK.claims[claim].remedies, *(one for head in heads for one in head.remedies))
    touched = {one.says for one in remedies if one.id in rule.touches}
    of_nothing_here = bool(touched) and not touched & had
    assert rule.effect is Effect.MEASURES or of_nothing_here or defence in {one.id for one in found.defences}


def test_there_are_such_details() -> None:
    assert len(DETAILS) >= 15


GENERAL = [
    (fact.id, detail)
    for fact in BOOK.facts.values()
    for detail in fact.follows_from
    if BOOK.facts[detail].type == "boolean"
]
"""General facts of which a detail tells that they are so."""


def ending(*facts: dict[str, Any]) -> Analysis:
    told = ({"id": "dismissed_by_decision", "value": True}, {"id": "dismissal_loss", "value": Decimal(200000)})
    roles = ("outgoing_provider", "owners_assembly")
    claim = "contract.dismissal_compensation"
    return analyze(raised(claim, roles, *told, *facts, on="2024-12-01", place="广西壮族自治区桂林市"))


def test_a_ground_that_the_contract_names_is_a_ground_that_lies_with_the_provider() -> None:
    found = ending({"id": "agreed_dismissal_ground", "value": True, "evidence": ["考核表"]}).claims[0]
    assert found.result is Result.NOT_SUPPORTED
    (ground,) = (one for one in found.defences if one.id == "ground")
    assert {use.fact: use.proof for use in ground.facts}["dismissal_ground_on_provider"] == "derived"


def test_a_detail_that_is_denied_and_not_proved_fails_by_the_burden_and_is_still_told() -> None:
    found = ending({"id": "agreed_dismissal_ground", "value": True, "said_by": "b", "denied_by": ["a"]}).claims[0]
    assert found.result is Result.SUPPORTED
    (ground,) = (one for one in found.defences if one.id == "ground")
    assert ground.by_burden
    assert [use.fact for use in found.unproved] == ["agreed_dismissal_ground"]


def test_a_detail_said_to_be_unknown_leaves_the_defence_open() -> None:
    assert ending({"id": "agreed_dismissal_ground", "value": None}).claims[0].result is Result.DEPENDS


def test_a_proved_detail_goes_before_what_was_only_said_and_denied_in_general() -> None:
    said = {"id": "dismissal_ground_on_provider", "value": True, "said_by": "b", "denied_by": ["a"]}
    proved = {"id": "agreed_dismissal_ground", "value": True, "evidence": ["考核表"]}
    assert ending(said, proved).claims[0].result is Result.NOT_SUPPORTED
    assert ending(said).claims[0].result is Result.SUPPORTED


@pytest.mark.parametrize(("general", "detail"), GENERAL, ids=str)
def test_a_general_fact_is_asked_of_the_same_people_as_its_detail(general: str, detail: str) -> None:
    one, other = BOOK.facts[general], BOOK.facts[detail]
    assert one.type == "boolean"
    assert not one.of or not other.of or set(one.of) & set(other.of)
