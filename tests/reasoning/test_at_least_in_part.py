"""A claim that succeeds whatever comes out of the open points says so; what may fail as a whole does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import ClaimFinding, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.results_in_words import result_in_words

FORM = """\
on: 2024-12-31
place: 江苏省南通市
parties:
  - {id: o, name: 某小区业主大会, role: owners_assembly}
  - {id: a, name: 甲物业, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [CLAIM]
facts:
  - {id: common_part_used, value: true}
  - {id: operated_by_respondent, of: a, value: true}
  - {id: common_income_gross, value: 100000}
  - {id: signed_contract, value: true}
  - {id: demand_made, value: true}
  - {id: fee_rate, of: b, value: 1.5}
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2024-01-01}
  - {id: unpaid_to, of: b, value: 2024-06-30}
"""
INCOME = "{by: o, against: [a], claim: common_parts.income%s}"
FEES = "{by: a, against: [b], claim: fees.arrears}"
SHARE = "{id: provider_income_share, value: 0.3, evidence: [合同]}"
SERVED = "{id: service_provided, value: true}"
DEFECT = "{id: service_defect, value: true, evidence: [照片]}"


def finding(folder: Path, claim: str, *facts: str) -> ClaimFinding:
    file = folder / "案.yaml"
    file.write_text(FORM.replace("CLAIM", claim) + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    (found,) = analyze(file).claims
    return found


def test_a_defence_that_only_reduces_leaves_the_rest_sure(tmp_path: Path) -> None:
    found = finding(tmp_path, FEES, SERVED, DEFECT)
    assert found.result is Result.DEPENDS
    assert not found.settled
    assert result_in_words(found) == "请求成立，全部还是部分未定，要看“服务有瑕疵”"


@pytest.mark.parametrize("service", ["{id: service_provided, value: unknown}", "{id: service_stopped, value: false}"])
def test_where_it_may_fail_as_a_whole_it_is_open(service: str, tmp_path: Path) -> None:
    found = finding(tmp_path, FEES, service, DEFECT)
    assert result_in_words(found) == "尚不能定论，要看“物业服务人提供了服务”"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("", "请求成立"),
        (", sum: 100000", "请求成立，全部还是部分未定，要看“约定由经营者提取一部分”"),
        (", sum: 70000", "请求成立"),
    ],
)
def test_an_open_sum_is_measured_by_what_is_asked_for(asked: str, words: str, tmp_path: Path) -> None:
    # 70000 where the share binds the owners, 100000 where it does not
    assert result_in_words(finding(tmp_path, INCOME % asked, SHARE)) == words
