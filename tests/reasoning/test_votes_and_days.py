"""What votes and days show, and what is said and asked where they were not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Analysis, FactUse, Result
from propertylaw.reasoning import analyze, read_form
from propertylaw.reasoning.facts_in_words import fact_in_words

HEAD = """\
on: 2026-11-25
place: 浙江省杭州市
parties:
  - {id: yw, name: 业主委员会, role: owners_committee}
  - {id: wuye, name: 甲物业, role: service_provider}
claims:
  - {by: yw, against: [wuye], claim: contract.dismissal}
  - {by: yw, against: [wuye], claim: handover.refusal}
facts:
  - {id: assembly_authorised_suit, value: true, evidence: [决定]}
  - {id: signed_contract, value: true, evidence: [合同]}
  - {id: decision_date, value: 2026-08-20, evidence: [公示照片]}
  - {id: notice_given, value: true, evidence: [通知]}
  - {id: not_handed_over, of: wuye, value: true, admitted_by: [wuye]}
  - {id: handover_refused, of: wuye, value: true, evidence: [回函]}
  - {id: handover_days, value: 15, evidence: [合同]}
"""
TICKED = "  - {id: dismissed_by_decision, value: true, evidence: [统计]}\n"
ENDED = "  - {id: contract_end_date, value: 2026-10-25}\n"


def votes(taking: str, agreeing: str) -> str:
    figures = {"total": "100", "in": taking, "for": agreeing}
    lines = (f"  - {{id: vote_{of}_{n}, value: {v}}}\n" for of in ("area", "heads") for n, v in figures.items())
    return "".join(lines)


def analysed(folder: Path, facts: str) -> Analysis:
    file = folder / "解聘.yaml"
    file.write_text(HEAD + facts, encoding="utf-8")
    return analyze(file)


def used(analysis: Analysis, fact: str) -> FactUse:
    parts = [element for finding in analysis.claims for element in finding.elements]
    return next(use for part in parts for use in part.facts if use.fact == fact)


def test_a_vote_without_figures_is_not_told_beside_what_gives_the_decision_without_them(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, TICKED + ENDED)
    told = {use.fact for claim in analysis.claims for element in claim.elements for use in element.facts}
    assert told.isdisjoint({"ordinary_vote_reached", "ordinary_vote_missed"})
    assert [finding.result for finding in analysis.claims] == [Result.SUPPORTED, Result.SUPPORTED]


def test_a_vote_that_falls_short_is_shown_with_its_figures(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, TICKED + ENDED + votes("61", "35.4"))
    assert analysis.claims[0].result is Result.NOT_SUPPORTED
    words = fact_in_words(used(analysis, "ordinary_vote_missed"), {})
    assert "参加表决的面积占全体的 61%（61/100，要三分之二以上，不够）" in words
    assert "同意的人数占参加表决的 58.03%（35.4/61，要过半数，够）" in words


def test_what_the_votes_show_counts_for_both_claims(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, ENDED + votes("70", "40.6"))
    assert [finding.result for finding in analysis.claims] == [Result.SUPPORTED, Result.SUPPORTED]
    assert [question for question in analysis.decisive if question.purpose == "result"] == []


def test_a_day_from_which_an_open_element_is_reckoned_is_asked_for(tmp_path: Path) -> None:
    analysis = analysed(tmp_path, TICKED)
    assert analysis.claims[1].result is Result.DEPENDS
    assert ("contract_end_date",) in [question.ids for question in analysis.decisive]
    assert {question.purpose for question in analysed(tmp_path, TICKED + ENDED).decisive} == {"amount"}


def test_shares_may_be_written_in_per_cent_and_counts_are_told_how(tmp_path: Path) -> None:
    file = tmp_path / "表.yaml"
    file.write_text(HEAD + "  - {id: own_cause_share, of: wuye, value: 58%}\n", encoding="utf-8")
    assert str(read_form(file).facts[-1].value) == "0.58"
    file.write_text(HEAD + "  - {id: vote_heads_for, value: 58%}\n", encoding="utf-8")
    with pytest.raises(FormError) as error:
        read_form(file)
    assert "全体填 100" in (error.value.advice or "")
