"""Recourse against an employee: only for intent or gross negligence, and never for a fixed sum (民法典 1191 I)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.model import Analysis
from propertylaw.reasoning import analyze
from propertylaw.reasoning.results_in_words import recourse_hangs_on
from propertylaw.reasoning.sums_in_words import money_in_words

FORM = """\
on: 2025-06-30
place: 江苏省苏州市
parties:
  - {id: v, name: 陆某, role: owner}
  - {id: p, name: 甲物业公司, role: service_provider}
  - {id: g, name: 保安韩某, role: provider_staff}
claims: [{by: v, against: [p], claim: torts.guards_violence}]
facts:
  - {id: staff_did_harm, value: true, said_by: v, evidence: [监控录像]}
  - {id: harm_suffered, value: true, said_by: v, evidence: [病历]}
  - {id: damage_amount, value: 14400, said_by: v, evidence: [医疗票据]}
  - {id: staff_employed_by, value: own, said_by: v, evidence: [工牌]}
  - {id: staff_during_task, of: p, value: true, said_by: v, evidence: [监控录像]}
  - {id: staff_private_quarrel, of: p, value: false, said_by: v, admitted_by: [p]}
"""
GROSS = "  - {id: staff_gross_fault, value: %s, said_by: p, evidence: [判决书]}\n"


def beaten(folder: Path, more: str = "") -> Analysis:
    (folder / "案.yaml").write_text(FORM + more, encoding="utf-8")
    return analyze(folder / "案.yaml")


def asked(analysis: Analysis) -> list[tuple[str, ...]]:
    return [question.ids for question in analysis.decisive]


def test_while_nobody_spoke_of_gross_fault_recourse_is_conditional_and_the_fact_is_asked(tmp_path: Path) -> None:
    analysis = beaten(tmp_path)
    (recourse,) = analysis.recourse
    assert recourse.money is not None
    assert money_in_words(recourse.money) == "至多 14,400.00 元，具体由法院酌定"
    assert recourse_hangs_on(recourse) == "（以“动手的员工有故意或者重大过失”为条件，未定）"
    assert ("staff_gross_fault",) in asked(analysis)


def test_gross_fault_that_is_shown_gives_recourse_for_what_the_court_finds_right(tmp_path: Path) -> None:
    analysis = beaten(tmp_path, GROSS % "true")
    (recourse,) = analysis.recourse
    assert recourse.money is not None
    assert (recourse.money.low, recourse.money.high) == (None, Decimal("14400.00"))
    assert recourse_hangs_on(recourse) == ""
    assert ("staff_gross_fault",) not in asked(analysis)


def test_slight_negligence_gives_none(tmp_path: Path) -> None:
    assert beaten(tmp_path, GROSS % "false").recourse == ()


@pytest.mark.parametrize("more", ["", GROSS % "true"])
def test_what_the_victim_gets_does_not_turn_on_it(more: str, tmp_path: Path) -> None:
    (finding,) = beaten(tmp_path, more).claims
    assert finding.amount is not None
    assert finding.amount.low == finding.amount.high == Decimal("14400.00")
