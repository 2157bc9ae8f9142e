"""An empty form asks what its claim needs, and takes the answers where its comments say."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from propertylaw.model import Claim
from propertylaw.reasoning import analyze
from propertylaw.reasoning.form import read_form
from propertylaw.report.form_page import form_text
from propertylaw.rulebook import rules
from propertylaw.rulebook.expression import names, parse

BOOK = rules()
ON = date(2025, 6, 30)
_LINE = re.compile(r"  # (- \{id: (\w+), .*value: )\}(?:.*；([ab]) 是(.*)的才填)?")
_OF = re.compile(r"(\{id: )(\w+), of: ([ab]), ")
SAMPLES = {"boolean": "true", "number": "0.5", "date": "2024-03-01", "text": "有"}


@cache
def empty(claim: str) -> str:
    return form_text(BOOK.claims[claim], BOOK, ON)


def between(form: str, claimant: str, respondent: str) -> tuple[str, list[str]]:
    """The form with every line filled in that fits these kinds of parties, and the facts of these lines."""
    titles = {"a": BOOK.parties[claimant].title, "b": BOOK.parties[respondent].title}
    found: list[str] = []

    def filled(match: re.Match[str]) -> str:
        fact = BOOK.facts[match[2]]
        if match[3] and titles[match[3]] not in match[4].split("、"):
            return match[0]
        found.append(fact.id)
        least = fact.minimum if fact.minimum and fact.minimum > 0 else SAMPLES.get(fact.type)
        value = next(iter(fact.choices)) if fact.type == "choice" else least
        return f"  {match[1]}{value}}}"

    text = re.sub("(?<=: 请求人, role: )[a-z_]+", claimant, form)
    text = re.sub("(?<=: 被请求人, role: )[a-z_]+", respondent, text)
    return _LINE.sub(filled, text), found


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_the_form_is_valid_empty_and_filled_in(claim: Claim, tmp_path: Path) -> None:
    form = empty(claim.id)
    file = tmp_path / "案.yaml"
    file.write_text(form, encoding="utf-8")
    assert read_form(file).facts == ()
    respondents = dict.fromkeys(role for head in claim.respondents for role in head.role)
    some = "的才填" in form
    for one, other in product(claim.claimant, respondents) if some else [(claim.claimant[0], next(iter(respondents)))]:
        text, told = between(form, one, other)
        file.write_text(text, encoding="utf-8")
        assert [fact.id for fact in read_form(file).facts] == told != []


def test_it_has_the_questions_of_the_claim_and_no_others() -> None:
    form = empty("fees.arrears")
    for id in ("service_provided", "never_moved_in", "fee_rate", "unpaid_from", "demand_date"):
        assert BOOK.facts[id].question in form
    assert "instalments_due" not in form  # derived
    assert "thrower_identified" not in form  # of another claim


def test_an_empty_form_can_be_analysed_at_once(tmp_path: Path) -> None:
    file = tmp_path / "案.yaml"
    file.write_text(empty("handover.refusal"), encoding="utf-8")
    analysis = analyze(file)
    assert [finding.id for finding in analysis.claims] == ["handover.refusal"]
    assert analysis.decisive


@pytest.mark.parametrize(
    ("claim", "fact", "letter"),
    [
        ("neighbours.leak", "leak_from_their_part", "b"),
        ("neighbours.leak", "known_hazard_left", "b"),
        ("neighbours.leak", "took_possession", "a"),
        ("conduct.noise", "noise_made", "b"),
        ("torts.recourse", "paid_to_victim", "a"),
        ("fees.previous_owner", "assumed_old_debt", "a"),
        ("fees.arrears", "assumed_old_debt", "b"),
    ],
)
def test_the_letter_is_that_of_the_side_whose_fact_it_is(claim: str, fact: str, letter: str) -> None:
    assert f"{{id: {fact}, of: {letter}, " in empty(claim)


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_of_each_fact_that_both_sides_could_have_it_is_said_whose_it_is(claim: Claim) -> None:
    answering = {role for head in claim.respondents for role in head.role}
    asked = (BOOK.facts[id] for _, id, _ in map(re.Match.groups, _OF.finditer(empty(claim.id))))
    either = [fact for fact in asked if {*fact.of} & {*claim.claimant} and {*fact.of} & answering]
    # A debt taken over is the claimant's against the manager, and nobody asks it of the former owner.
    assert [fact.id for fact in either if not fact.whose and fact.id != "assumed_old_debt"] == []


def conditions_of(claim: Claim) -> set[str]:
    """The facts that the conditions of a claim, its remedies, concepts and older law name, and its measures of time."""
    heads = claim.respondents
    parts = [*claim.elements, *claim.defences, *claim.remedies]
    parts += [part for head in heads for part in (*head.elements, *head.defences, *head.remedies, *head.capacities)]
    found = [part.when for part in parts]
    found += [part.unless.when for part in parts if getattr(part, "unless", None)]
    found += [law.differs_when for law in claim.older_law]
    for id in {part.concept for part in parts if getattr(part, "concept", None)}:
        found += [line.when for line in BOOK.concepts[id].bright_lines]
    named = {name for when in found for name in names(parse(when))}
    recourse = (capacity.recourse for head in heads for capacity in head.capacities)
    named |= {one.share for one in recourse if one and one.share}
    return {name for name in named if name in BOOK.facts and not BOOK.facts[name].calc}


@pytest.mark.parametrize("claim", BOOK.claims.values(), ids=lambda claim: claim.id)
def test_no_fact_that_the_claim_looks_at_is_missing_from_its_form(claim: Claim) -> None:
    offered = set(re.findall(r"\{id: (\w+)", form_text(claim, BOOK, ON)))
    assert conditions_of(claim) - offered == set()


def test_what_is_still_going_on_is_asked_for_the_order_to_stop_it() -> None:
    assert BOOK.facts["cut_still_on"].question in form_text(BOOK.claims["fees.cutoff"], BOOK, ON)


def test_what_a_simple_case_needs_comes_before_what_the_other_side_may_say_and_before_the_rest() -> None:
    first, pleaded, rest = re.split("  # ══════ .*\n", empty("torts.thrown_object"))[1:]
    for fact, part in (
        ("object_from_building", first),
        ("damage_amount", first),
        ("facade_cameras", first),  # the element is a question of judgement: what is weighed for it
        ("act_date", first),
        ("proves_not_thrower", pleaded),
        ("limitation_raised", pleaded),
        ("provider_fault_share", rest),
    ):
        assert f"{{id: {fact}, " in part, fact


def test_of_facts_of_which_one_will_do_it_is_said() -> None:
    form = empty("fees.cutoff")
    assert "停止供水、供电、供热、供燃气，或者采取类似方式（下面的有一项就够）" in form
    assert "〔utilities_cut 是 true 才填〕" in form
    assert "〔填了 damage_amount 的不必填〕" in empty("torts.thrown_object")
