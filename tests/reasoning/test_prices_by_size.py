"""Prices that one sentence gives by the size of the dwelling: the size on the form chooses, else it is asked for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propertylaw.model import Analysis, RemedyFinding
from propertylaw.reasoning import analyze

CONTRACT = "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业公司\n\n第一条 {clause}\n"
FORM = """\
on: 2025-09-10
place: 浙江省宁波市
documents: [合同.md]
parties: [{{id: a, name: 甲物业公司, role: service_provider}}, {{id: b, name: 陈某, role: owner}}]
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: signed_contract, value: true}}
  - {{id: service_provided, value: true}}
  - {{id: demand_made, value: true}}
  - {{id: property_kind, of: b, value: dwelling}}
  - {{id: unpaid_from, of: b, value: 2024-01-01}}
  - {{id: unpaid_to, of: b, value: 2024-12-31}}
"""
SENTENCES = [
    "住宅物业服务费：建筑面积90平方米以下的每平方米每月1.50元，90平方米以上的每平方米每月1.80元。",
    "住宅物业服务费：建筑面积90平方米以下的每平方米每月1.50元；90平方米以上的每平方米每月1.80元。",
    "住宅物业服务费90平方米（含）以下1.50元/平方米·月、90平方米以上1.80元/平方米·月。",
    "住宅物业服务费按月收取，面积不足90平方米的，每月每平方米1.50元，90平方米以上的，每月每平方米1.80元。",
]


def analysis(folder: Path, clause: str, area: Decimal | None) -> Analysis:
    (folder / "合同.md").write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    more = f"  - {{id: floor_area, of: b, value: {area}}}\n" if area else ""
    (folder / "表.yaml").write_text(FORM.format() + more, encoding="utf-8")
    return analyze(folder / "表.yaml")


def arrears(folder: Path, clause: str, area: Decimal | None) -> RemedyFinding:
    return analysis(folder, clause, area).claims[0].remedies[0]


@pytest.mark.parametrize("clause", SENTENCES)
@pytest.mark.parametrize(
    # 80 × 1.50 × 12, 100 × 1.80 × 12
    ("area", "due"),
    [("80", "1440.00"), ("100", "2160.00")],
)
def test_each_size_has_its_own_price(clause: str, area: str, due: str, tmp_path: Path) -> None:
    money = arrears(tmp_path, clause, Decimal(area)).money
    assert money is not None and money.high == Decimal(due)


def test_two_sizes_with_one_price_are_one_line(tmp_path: Path) -> None:
    clause = "住宅物业服务费：面积90平方米以上、144平方米以下的每平方米每月1.80元。"
    money = arrears(tmp_path, clause, Decimal(100)).money
    assert money is not None and money.high == Decimal("2160.00")


def test_no_price_is_chosen_where_nobody_says_how_large_the_flat_is(tmp_path: Path) -> None:
    found = analysis(tmp_path, SENTENCES[0], None)
    assert found.claims[0].amount is None
    assert "floor_area" in {id for question in found.decisive for id in question.ids}


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 300).filter(lambda area: area != 90))
def test_the_price_follows_the_size(tmp_path_factory: pytest.TempPathFactory, area: int) -> None:
    money = arrears(tmp_path_factory.mktemp("form"), SENTENCES[0], Decimal(area)).money
    assert money is not None and money.high == area * 12 * (Decimal("1.50") if area < 90 else Decimal("1.80"))
