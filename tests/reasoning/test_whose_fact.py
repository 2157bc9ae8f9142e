"""What is stated of one party is never taken for the other's."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.errors import FormError
from propertylaw.model import Result
from propertylaw.reasoning import analyze

LEAK = """\
on: 2026-11-25
place: 江苏省南京市
parties:
  - {id: a, name: 王某, role: owner}
  - {id: b, name: 陈某, role: owner}
  - {id: c, name: 周某, role: owner}
  - {id: d, name: 乙物业, role: service_provider}
claims: [CLAIMS]
facts:
  - {id: flat_flooded, value: true, said_by: a, evidence: [照片]}
  - {id: leak_from_their_part, of: OF, value: true, said_by: a, evidence: [鉴定意见]}
  - {id: damage_amount, value: 6800, said_by: a, evidence: [维修单]}
"""
FROM_BOTH = "{by: a, against: [b, c], claim: neighbours.leak}"


def leak(folder: Path, of: str, claims: str = FROM_BOTH) -> Path:
    file = folder / "漏水.yaml"
    file.write_text(LEAK.replace("OF", of).replace("CLAIMS", claims), encoding="utf-8")
    return file


@pytest.mark.parametrize("of", ["b", "c"])
def test_it_counts_against_the_one_of_whom_it_is_stated_alone(of: str, tmp_path: Path) -> None:
    results = {finding.respondent: finding.result for finding in analyze(leak(tmp_path, of)).claims}
    assert results.pop(of) is Result.SUPPORTED
    assert Result.SUPPORTED not in results.values()


def test_stated_of_the_wrong_side_it_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(FormError) as error:
        analyze(leak(tmp_path, "a"))
    assert "leak_from_their_part" in error.value.problem
    assert error.value.advice == "改为 of: b 或 of: c"


def test_that_it_is_not_so_of_the_victim_may_be_said_and_changes_nothing(tmp_path: Path) -> None:
    file = leak(tmp_path, "b")
    denied = "  - {id: leak_from_their_part, of: a, value: false, said_by: a}\n"
    before = [(one.respondent, one.result) for one in analyze(file).claims]
    file.write_text(file.read_text(encoding="utf-8") + denied, encoding="utf-8")
    assert [(one.respondent, one.result) for one in analyze(file).claims] == before


def test_where_each_claims_from_the_other_it_is_taken_as_stated(tmp_path: Path) -> None:
    both = "{by: a, against: [b], claim: neighbours.leak}, {by: b, against: [a], claim: neighbours.leak}"
    ours, theirs = analyze(leak(tmp_path, "a", both)).claims
    assert ours.result is not Result.SUPPORTED
    assert [use.value for element in theirs.elements if element.id == "source" for use in element.facts] == [True]


def test_the_explanation_names_the_party_where_it_could_be_either(tmp_path: Path) -> None:
    finding = analyze(leak(tmp_path, "b")).claims[0]
    named = {use.fact: use.of for element in finding.elements for use in element.facts}
    assert named["leak_from_their_part"] == "b"
    assert named["flat_flooded"] is None


DATA = """\
on: 2025-06-30
place: 江苏省南京市
parties:
  - {id: a, name: 王某, role: owner}
  - {id: d, name: 乙物业, role: service_provider}
  - {id: s, name: 装修公司, role: other}
claims: [{by: a, against: [s], claim: persons.data_handed_on}]
facts:
  - {id: got_data_unlawfully, of: s, value: true, said_by: a, evidence: [推销录音]}
  - {id: data_reached_others, value: true, said_by: a, evidence: [推销录音]}
  - {id: act_date, value: 2019-05-01, said_by: a, evidence: [推销录音]}
  - {id: OF_PROVIDER, of: d, value: true, said_by: d, evidence: [委托协议]}
"""


@pytest.mark.parametrize("told", ["data_secured", "handed_for_service"])
def test_what_the_provider_pleads_is_nothing_to_who_got_the_data_from_him(told: str, tmp_path: Path) -> None:
    # Under the older law it would matter: there the claimant had to prove fault.
    (tmp_path / "信息.yaml").write_text(DATA.replace("OF_PROVIDER", told), encoding="utf-8")
    (claim,) = analyze(tmp_path / "信息.yaml").claims
    assert claim.time is not None and claim.time.decides
    assert claim.result is Result.SUPPORTED
