"""No page tells a settled result beside a question whose answer changes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shares import one_in
from worked_cases import BOOK, EXAMPLES

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, ClaimFinding, Dispute, Fact, Question, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.program import FAILS
from propertylaw.reasoning.results_in_words import result_in_words
from propertylaw.report.analysis_page import analysis_text


def analyzed(dispute: Dispute) -> Analysis:
    return analyze(dispute, KnowledgeBase(dispute.on, dispute.place, rules=BOOK))


def of_claim(finding: ClaimFinding, analysis: Analysis) -> Iterator[Question]:
    for question in analysis.decisive:
        if (question.claim, question.respondent) == (finding.id, finding.respondent):
            yield question


def answered(question: Question, dispute: Dispute) -> Iterator[Dispute]:
    """The dispute with either answer to a question of yes or no."""
    (id,) = question.ids
    others = tuple(fact for fact in dispute.facts if fact.id != id)
    for value in (True, False):
        yield dispute.model_copy(update={"facts": (*others, Fact(id=id, value=value, evidence=("证据",)))})


def is_of_yes_or_no(question: Question) -> bool:
    known = [BOOK.facts.get(id) for id in question.ids]
    return len(known) == 1 and known[0] is not None and known[0].type == "boolean" and known[0].calc is None


@pytest.mark.parametrize("example", one_in(25, EXAMPLES, first=4), ids=str)
def test_a_settled_headline_lists_no_question_that_changes_it(example: object) -> None:
    dispute = example.dispute(BOOK)  # type: ignore[attr-defined]
    analysis = analyzed(dispute)
    for place, finding in enumerate(analysis.claims):
        asked = list(of_claim(finding, analysis))
        deciding = [one for one in asked if one.purpose == "result"]
        if finding.result is not Result.DEPENDS:
            assert bool(finding.hangs_on) is bool(deciding)
            assert not (finding.settled and deciding)
        for question in filter(is_of_yes_or_no, asked if finding.settled else ()):
            for other in answered(question, dispute):
                after = analyzed(other).claims[place].result
                assert (after in FAILS) is (finding.result in FAILS), question.ids


FORM = """\
on: 2026-04-10
place: 江苏省南通市
parties:
  - {id: a, name: 甲, role: owner}
  - {id: b, name: 乙, role: owner}
claims: [{by: a, against: [b], claim: conduct.property_damage}]
facts:
  - {id: thing_damaged, value: true, said_by: a, admitted_by: [b]}
  - {id: damaged_by_them, of: b, value: true, said_by: a, admitted_by: [b]}
  - {id: damaged_with_fault, of: b, value: true, said_by: a, admitted_by: [b]}
  - {id: damage_amount, of: a, value: 3000, said_by: a, evidence: [发票]}
  - {id: conduct_ended, value: true, said_by: a}
"""


def damage(folder: Path, *more: str) -> Analysis:
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {row}\n" for row in more), encoding="utf-8")
    return analyze(folder / "案.yaml")


def test_who_repaired_it_is_asked_and_the_headline_says_that_it_hangs_on_that(tmp_path: Path) -> None:
    analysis = damage(tmp_path)
    (claim,) = analysis.claims
    assert (claim.result, claim.settled) == (Result.SUPPORTED, False)
    assert result_in_words(claim) == "请求成立（照所填的；还要问清“是对方修好、恢复的”）"
    assert "是 → 请求不成立" in analysis_text(analysis)


@pytest.mark.parametrize(("by_them", "words"), [("true", "请求不成立"), ("false", "请求成立")])
def test_once_it_is_told_the_result_is_settled(by_them: str, words: str, tmp_path: Path) -> None:
    (claim,) = damage(tmp_path, f"{{id: repaired_by_respondent, of: b, value: {by_them}, evidence: [发票]}}").claims
    assert claim.settled
    assert result_in_words(claim) == words


def test_what_no_answer_would_change_is_not_asked_beside_a_settled_result(tmp_path: Path) -> None:
    # The claim fails for want of fault, whoever repaired the thing.
    form = FORM.replace("damaged_with_fault, of: b, value: true", "damaged_with_fault, of: b, value: false")
    (tmp_path / "案.yaml").write_text(form, encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    assert [one.ids for one in analysis.decisive] == []
    assert result_in_words(analysis.claims[0]) == "请求不成立"
