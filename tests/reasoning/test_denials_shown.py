"""Who denies what the other side has proved is named, and two facts that exclude each other do not pass unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis
from propertylaw.reasoning import analyze
from propertylaw.reasoning.facts_in_words import fact_in_words
from propertylaw.rulebook import rules
from propertylaw.rulebook.exclusions import exclusions

FORM = """\
on: 2025-06-30
place: 江苏省南通市
parties:
  - {id: ywh, name: 业委会, role: owners_committee}
  - {id: hua, name: 华某, role: owner}
claims: [{by: ywh, against: [hua], claim: common_parts.altering}]
facts:
  - {id: part_occupied, of: hua, value: true, admitted_by: [hua]}
"""
COMMON = "{id: is_common_part, value: true, said_by: ywh, denied_by: [hua], evidence: [竣工图]}"
HIS_OWN = "{id: part_exclusive, value: true, said_by: hua, denied_by: [ywh], evidence: [购房合同]}"


def terrace(folder: Path, *facts: str) -> Analysis:
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return analyze(folder / "案.yaml")


def said(fact: str, analysis: Analysis) -> set[str]:
    (claim,) = analysis.claims
    parts = (*claim.elements, *claim.defences)
    return {fact_in_words(use, analysis.names) for part in parts for use in part.facts if use.fact == fact}


def test_what_is_proved_and_denied_tells_who_denies_it(tmp_path: Path) -> None:
    told = said("is_common_part", terrace(tmp_path, COMMON))
    assert told == {"被占、被改的是共有部分：是（有证据：竣工图；华某否认）"}


def test_what_nobody_denies_names_nobody(tmp_path: Path) -> None:
    told = said("is_common_part", terrace(tmp_path, COMMON.replace(" denied_by: [hua],", "")))
    assert told == {"被占、被改的是共有部分：是（有证据：竣工图）"}


def test_a_sum_that_is_denied_tells_its_proof_and_who_denies_it(tmp_path: Path) -> None:
    loss = "{id: part_loss, value: 12400, said_by: ywh, denied_by: [hua], evidence: [手写收据]}"
    analysis = terrace(tmp_path, COMMON, loss)
    told = [fact_in_words(use, analysis.names) for one in analysis.claims[0].remedies for use in one.terms]
    assert told == ["占用、改动造成的损失：12,400.00 元（有证据：手写收据；华某否认）"]


def test_two_facts_that_exclude_each_other_are_told_where_both_stand(tmp_path: Path) -> None:
    (told,) = [one for one in terrace(tmp_path, COMMON, HIS_OWN).diagnostics if one.code == "FCT009"]
    assert "“被占、被改的是共有部分”和“依法属于专有部分或明示属于个人”都写了“是”，两者不能同时成立" in told.message


@pytest.mark.parametrize("other", [HIS_OWN.replace("true", "false"), HIS_OWN.replace(", evidence: [购房合同]", "")])
def test_nothing_is_told_where_one_of_them_does_not_stand(other: str, tmp_path: Path) -> None:
    assert not [one for one in terrace(tmp_path, COMMON, other).diagnostics if one.code == "FCT009"]


def test_every_exclusion_names_two_true_or_false_facts_that_are_told() -> None:
    for one in exclusions():
        assert {rules().facts[id].type for id in one.facts} == {"boolean"}
        assert not any(rules().facts[id].calc for id in one.facts)
