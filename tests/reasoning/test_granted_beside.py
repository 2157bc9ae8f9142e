"""What one claim decides another one of the dispute rests on: a raise is given back once its decision is revoked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from worked_cases import BOOK

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze
from propertylaw.rulebook.brought_about import BroughtAbout, brought_about

VOTED = """\
on: 2025-06-30
place: 江苏省南京市
parties:
  - {id: feng, name: 冯某, role: owner}
  - {id: ywh, name: 业委会, role: owners_committee}
  - {id: wy, name: 甲物业, role: service_provider}
claims:
  - {by: feng, against: [wy], claim: fees.refund_unlawful}
  - {by: feng, against: [ywh], claim: %s}
facts:
  - {id: decision_made, value: true, admitted_by: [ywh, wy]}
  - {id: decision_known_date, of: feng, value: %s}
  - {id: revocation_suit_date, value: 2025-05-10, admitted_by: [ywh, wy]}
  - {id: decision_gone, value: false, admitted_by: [feng]}
  - {id: vote_on_price, value: true}
  - {id: vote_area_total, value: 60000, admitted_by: [ywh, wy]}
  - {id: vote_heads_total, value: 600, admitted_by: [ywh, wy]}
  - {id: vote_area_in, value: 42000, admitted_by: [ywh, wy]}
  - {id: vote_heads_in, value: 410, admitted_by: [ywh, wy]}
  - {id: vote_area_for, value: 22000, admitted_by: [ywh, wy]}
  - {id: vote_heads_for, value: 200, admitted_by: [ywh, wy]}
  - {id: overcharge_paid, value: 264, admitted_by: [wy]}
"""


def worked(folder: Path, claim: str = "decisions.revoke", known: date = date(2025, 2, 1)) -> Analysis:
    form = folder / "纠纷.yaml"
    form.write_text(VOTED % (claim, known), encoding="utf-8")
    return analyze(form)


def refund(analysis: Analysis) -> Result:
    return next(one.result for one in analysis.claims if one.id == "fees.refund_unlawful")


def rests(analysis: Analysis) -> list[str]:
    return [one.message for one in analysis.diagnostics if one.code == "CLM003"]


def test_what_a_revoked_decision_charged_is_given_back_and_it_is_said_on_what_that_rests(tmp_path: Path) -> None:
    analysis = worked(tmp_path)
    assert [one.result for one in analysis.claims] == [Result.SUPPORTED, Result.SUPPORTED]
    (told,) = rests(analysis)
    assert "退还违规收取的费用" in told
    assert "撤销业主大会、业主委员会的决定" in told


def test_where_the_decision_is_no_longer_revoked_nothing_rests_on_it(tmp_path: Path) -> None:
    analysis = worked(tmp_path, known=date(2024, 2, 1))
    assert refund(analysis) is Result.DEPENDS
    assert not rests(analysis)


def test_where_no_claim_is_raised_none_rests_on_one_that_only_might_be(tmp_path: Path) -> None:
    form, (head, rest) = tmp_path / "纠纷.yaml", (VOTED % ("decisions.revoke", "2025-02-01")).split("claims:")
    form.write_text(head + rest[rest.index("facts:") :], encoding="utf-8")
    assert not rests(analyze(form))


def test_a_decision_is_not_gone_for_a_claim_that_excludes_its_being_revoked(tmp_path: Path) -> None:
    both = VOTED.replace("facts:", "  - {by: feng, against: [ywh], claim: governance.invalid_meeting}\nfacts:")
    form = tmp_path / "纠纷.yaml"
    form.write_text(both % ("decisions.revoke", "2025-02-01"), encoding="utf-8")
    alone = worked(tmp_path, claim="governance.invalid_meeting").claims[-1].result
    assert [one.result for one in analyze(form).claims if one.id == "governance.invalid_meeting"] == [alone]


@pytest.mark.parametrize("rule", brought_about(), ids=lambda rule: rule.claim)
def test_every_rule_names_claims_and_true_or_false_facts(rule: BroughtAbout) -> None:
    assert rule.claim in BOOK.claims
    assert all(BOOK.facts[id].type == "boolean" and not BOOK.facts[id].calc for id in rule.facts)
