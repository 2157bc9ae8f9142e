"""Claims of one claimant that exclude each other: both may be raised, and the page says that one is had."""

from __future__ import annotations

from pathlib import Path

import pytest
from worked_cases import BOOK

from propertylaw.model import Diagnostic
from propertylaw.reasoning import analyze
from propertylaw.rulebook.alternatives import Alternative, alternatives

VOTE = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: bing, name: 丙, role: owner}
  - {id: ywh, name: 业委会, role: owners_committee}
  - {id: dahui, name: 业主大会, role: owners_assembly}
claims:
  - {by: bing, against: [ywh, dahui], claim: decisions.revoke}
  - {by: bing, against: [ywh], claim: governance.invalid_meeting}
facts:
  - {id: decision_made, value: true}
  - {id: threshold_missed, value: true}
  - {id: decision_date, value: 2025-01-05}
"""
FLAT = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: bai, name: 白某, role: buyer}
  - {id: dev, name: 甲置业, role: developer}
  - {id: other, name: 乙置业, role: developer}
claims:
  - {by: bai, against: [dev], claim: developer.unfinished}
  - {by: bai, against: [%s], claim: developer.rescission}
facts: []
"""
PAID = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: shen, name: 沈某, role: owner}
  - {id: wei, name: 卫某, role: owner}
  - {id: zj, name: 紫金物业, role: service_provider}
claims:
  - {by: shen, against: [wei], claim: fees.previous_owner}
  - {by: shen, against: [zj], claim: fees.refund_unlawful}
facts:
  - {id: paid_for_other, value: true, admitted_by: [wei]}
  - {id: paid_debt_before_ownership, value: true, admitted_by: [wei]}
  - {id: paid_for_other_sum, value: 10800}
  - {id: charge_collected, value: true, admitted_by: [zj]}
  - {id: rate_raised_unilaterally, value: true, admitted_by: [zj]}
  - {id: overcharge_paid, value: %s}
"""


def told(form: str, folder: Path) -> list[Diagnostic]:
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return [one for one in analyze(folder / "案.yaml").diagnostics if one.code == "CLM001"]


def test_to_revoke_a_decision_and_to_have_none_are_alternatives_told_once_with_the_one_to_put_first(
    tmp_path: Path,
) -> None:
    (one,) = told(VOTE, tmp_path)
    assert "（对业委会）和“撤销业主大会、业主委员会的决定”（对业委会、业主大会）不能一并得到" in one.message
    assert "先请求确认不成立" in one.advice


def test_nothing_is_told_where_one_of_the_two_fails(tmp_path: Path) -> None:
    late = VOTE.replace("2025-01-05", "2023-01-05") + "  - {id: decision_known_date, value: 2023-01-06}\n"
    assert not told(late, tmp_path)


def test_to_have_the_flat_and_to_give_it_back_exclude_each_other_towards_one_developer(tmp_path: Path) -> None:
    assert len(told(FLAT % "dev", tmp_path)) == 1
    assert not told(FLAT % "other", tmp_path)


def test_one_payment_is_had_back_once_though_two_are_asked_for_it(tmp_path: Path) -> None:
    (one,) = told(PAID % "10800", tmp_path)
    assert "同一笔钱" in one.message
    assert "卫某" in one.message
    assert "紫金物业" in one.message


def test_two_sums_that_differ_are_taken_for_two_payments(tmp_path: Path) -> None:
    assert not told(PAID % "648", tmp_path)


@pytest.mark.parametrize("one", alternatives(), ids=lambda one: "-".join(one.claims))
def test_every_alternative_can_be_raised_by_one_claimant(one: Alternative) -> None:
    first, last = (BOOK.claims[id] for id in one.claims)
    assert {*first.claimant} & {*last.claimant}
    assert one.across or {*first.answering} & {*last.answering}
