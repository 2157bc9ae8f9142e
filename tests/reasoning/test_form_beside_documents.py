"""What the form says and a document says otherwise: both are told, with the clause, and which one counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Diagnostic
from propertylaw.reasoning import analyze

CONTRACT = """\
# 桂园小区物业服务合同

甲方：桂园小区业主委员会
乙方：桂州安居物业服务有限公司

第一条 住宅物业服务费按建筑面积每平方米每月2.1元收取。

第二条 业主应当在每季度第一个月的10日以前交纳当季的物业服务费。

第三条 业主逾期交纳物业服务费的，从逾期之日起每日按应交费用的万分之五支付违约金。
"""
FORM = """\
on: 2024-12-31
place: 江苏省南通市
documents: [合同.md]
parties:
  - {id: a, name: 甲物业, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2024-01-01}
  - {id: unpaid_to, of: b, value: 2024-09-30}
"""


def differences(folder: Path, *facts: str) -> list[Diagnostic]:
    (folder / "合同.md").write_text(CONTRACT, encoding="utf-8")
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {fact}\n" for fact in facts), encoding="utf-8")
    return [found for found in analyze(folder / "案.yaml").diagnostics if found.code == "FCT003"]


@pytest.mark.parametrize(
    ("fact", "in_form", "in_contract", "clause"),
    [
        ("{id: fee_rate, of: b, value: 1.8, evidence: [合同]}", "1.8", "2.1", "第一条"),
        ("{id: late_fee_rate, value: 0.003, evidence: [合同]}", "0.3%", "0.05%", "第三条"),
        ("{id: fee_due_day, value: 20}", "20", "10", "第二条"),
    ],
)
def test_both_values_and_the_clause_are_told(
    fact: str, in_form: str, in_contract: str, clause: str, tmp_path: Path
) -> None:
    (found,) = differences(tmp_path, fact)
    assert in_form in found.message
    assert in_contract in found.message
    assert f"《桂园小区物业服务合同》{clause}" in found.message
    assert "按表上填的算" in found.message


@pytest.mark.parametrize(
    "fact",
    [
        "{id: fee_rate, of: b, value: 2.10}",
        "{id: late_fee_rate, value: 0.0005, evidence: [合同]}",
        "{id: amount_paid, of: b, value: 100}",  # nothing a contract states
    ],
)
def test_where_they_agree_or_only_one_speaks_nothing_is_told(fact: str, tmp_path: Path) -> None:
    assert differences(tmp_path, fact) == []


@pytest.mark.parametrize("evidence", ["", ", evidence: [收据]"])
def test_a_value_that_the_other_side_denies_yields_to_the_clause(evidence: str, tmp_path: Path) -> None:
    (found,) = differences(tmp_path, f"{{id: fee_rate, of: b, value: 1.8, said_by: b, denied_by: [a]{evidence}}}")
    assert "1.8" in found.message
    assert "2.1" in found.message
    assert "表上的对方否认，这里按文件算" in found.message


def test_a_value_for_some_of_the_time_leaves_the_rest_to_the_clause(tmp_path: Path) -> None:
    (found,) = differences(tmp_path, "{id: fee_rate, of: b, value: 1.8, from: 2024-07-01}")
    assert "表上没有填（或者对方否认）的时间按文件算" in found.message
    # 100 x 2.1 x 6 months + 100 x 1.8 x 3 months
    (claim,) = analyze(tmp_path / "案.yaml").claims
    assert claim.amount is not None
    assert str(claim.amount.high) == "1800.00"
