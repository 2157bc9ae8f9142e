"""No part of a claim fails or stays open without the reason, and what would change a sum is asked for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from questions_of import asked

from propertylaw.model import Analysis, Dispute, Fact, Truth
from propertylaw.reasoning import analyze
from propertylaw.reasoning.facts_in_words import fact_in_words, told_facts
from propertylaw.reasoning.open_points import reads
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from tests.worked_cases import BOOK, DISPUTES

ARREARS = """\
on: 2024-06-03
place: 江苏省南通市
parties: [{id: a, name: 甲物业, role: service_provider}, {id: b, name: 陈某, role: owner}]
claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: fee_rate, value: 2}
  - {id: floor_area, value: 100}
  - {id: unpaid_from, value: 2023-01-01}
  - {id: unpaid_to, value: 2023-12-31}
  - {id: service_defect, value: true, said_by: b, evidence: [照片]}
"""
BLOCKED = """\
on: 2026-11-20
place: 江苏省南通市
parties: [{id: l, name: 李某, role: owner}, {id: a, name: 甲物业, role: service_provider}]
claims: [{by: l, against: [a], claim: fees.cutoff}]
facts:
  - {id: %s, value: true}
  - {id: cut_by_provider, value: true}
  - {id: cut_to_collect, value: true}
  - {id: cut_loss, value: 3200}
"""


def analysed(folder: Path, form: str) -> Analysis:
    file = folder / "案.yaml"
    file.write_text(form, encoding="utf-8")
    return analyze(file)


def test_a_reduction_that_fails_because_nobody_spoke_of_the_clause_says_so_and_asks(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, ARREARS)
    (defence,) = [one for one in analysis.claims[0].defences if one.id == "agreed_reduction"]
    words = [fact_in_words(use, analysis.names) for use in told_facts(defence)]
    assert "合同约定服务不达标时减收的比例：没有人提到" in words
    assert "defect_reduction_share" in asked(analysis)
    assert "reduction_conditions_met" not in asked(analysis)  # who tells of the share tells that they are met
    assert any("减收的比例：没有人提到" in sentence.says for sentence in analysis.prose)


def test_the_loss_from_a_blocked_way_is_asked_for_where_a_way_was_blocked(tmp_path: Path) -> None:
    assert "access_loss" in asked(analysed(tmp_path, BLOCKED % "access_restricted"))
    assert "access_loss" not in asked(analysed(tmp_path, BLOCKED % "utilities_cut"))


def test_a_part_that_is_not_given_tells_the_fact_the_burden_or_the_concept_that_decides_it() -> None:
    for dispute in DISPUTES:
        for finding in analyze(dispute).claims:
            for part in finding.parts:
                told = part.by_burden or part.concept or part.left_out or getattr(part, "unless", None)
                assert part.truth is Truth.TRUE or told or told_facts(part), (dispute.title, finding.id, part.id)


def test_a_number_without_which_a_sum_changes_is_asked_for() -> None:
    tried: set[tuple[str, str]] = set()
    for dispute in (one for one in DISPUTES if len(one.claims) == 1):
        for id in _numbers_reckoned_with(dispute) - {fact for claim, fact in tried if claim == dispute.claims[0].claim}:
            tried.add((dispute.claims[0].claim, id))
            less = dispute.model_copy(update={"facts": tuple(fact for fact in dispute.facts if fact.id != id)})
            with_it, without = analyze(dispute), analyze(less)
            owed = any(claim.result not in ("not_supported", "premature") for claim in without.claims)
            if _spared(id, less):
                continue
            if owed and [one.amount for one in with_it.claims] != [one.amount for one in without.claims]:
                first = asked(without)
                derived = {read for one in first for read in reads(one, BOOK)}  # asked for by what follows from it
                assert id in first | derived | _asked_next(less, first), (dispute.claims[0].claim, id)
    assert tried


def _spared(id: str, dispute: Dispute) -> bool:
    """Whether both sides agree on what leaves nothing of it to ask, or the month of payment is told."""
    admitted = {fact.id for fact in dispute.facts if fact.admitted_by}
    spared = BOOK.facts[id].spared_by
    month_told = any(fact.id == "fee_due_month" for fact in dispute.facts)
    return (bool(spared) and admitted.issuperset(spared)) or (id == "fee_period_begins" and month_told)


def _asked_next(dispute: Dispute, first: set[str]) -> set[str]:
    """What is asked once the questions of yes and no before it are answered with yes (was a penalty agreed: which?)."""
    yes = [Fact(id=id, value=True) for id in sorted(first) if id in BOOK.facts and BOOK.facts[id].type == "boolean"]
    return asked(analyze(dispute.model_copy(update={"facts": (*dispute.facts, *yes)}))) if yes else set()


def _numbers_reckoned_with(dispute: Dispute) -> set[str]:
    """Of what is asked about as a rule: no loss beside an order without a sum named, and nothing out of the usual."""
    claim = BOOK.claims[dispute.claims[0].claim]
    remedies = (*claim.remedies, *(remedy for head in claim.respondents for remedy in head.remedies))
    orders = any(not remedy.pays for remedy in remedies)
    usual = [remedy for remedy in remedies if not orders or remedy.loss in (None, "overstayed")]
    read = {word for remedy in usual if remedy.calc for word in words_in(SUMS[remedy.calc])}
    read = {id for id in read if id in BOOK.facts and not BOOK.facts[id].exceptional}
    return {fact.id for fact in dispute.facts if fact.id in read and isinstance(fact.value, Decimal)}
