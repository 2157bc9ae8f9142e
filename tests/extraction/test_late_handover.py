"""The penalty of a provider that hands over late, as service contracts write it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.extraction.terms import terms
from propertylaw.model import Term
from propertylaw.reading import read
from propertylaw.structure import outline


def about_handover(folder: Path, clause: str) -> list[Term]:
    file = folder / "合同.md"
    file.write_text(f"# 物业服务合同\n\n第一条 {clause}\n", encoding="utf-8")
    source = read(file)
    return [one for one in terms(source, outline(source)) if "late_handover" in one.topics]


@pytest.mark.parametrize(
    ("clause", "unit", "value"),
    [
        ("乙方逾期移交的，每逾期一日应向甲方支付违约金人民币800元。", "CNY/day", "800"),
        ("合同终止后乙方不按时退出的，按每日2000元支付违约金。", "CNY/day", "2000"),
        ("乙方拒不移交资料的，应当一次性支付违约金5万元。", "CNY", "50000"),
    ],
)
def test_a_penalty_by_the_day_or_once_is_read(tmp_path: Path, clause: str, unit: str, value: str) -> None:
    (found,) = about_handover(tmp_path, clause)
    assert [(one.unit, one.value) for one in found.quantities] == [(unit, Decimal(value))]
    assert not found.not_understood


def test_a_penalty_by_a_share_is_told_as_not_read(tmp_path: Path) -> None:
    (found,) = about_handover(tmp_path, "乙方逾期移交的，每逾期一日按月物业服务费总额的百分之一支付违约金。")
    assert found.not_understood


def test_a_penalty_of_the_owners_for_late_rooms_is_none_of_the_provider(tmp_path: Path) -> None:
    assert about_handover(tmp_path, "甲方逾期移交物业服务用房的，每逾期一日向乙方支付违约金500元。") == []


def test_the_time_for_handing_over_stands_beside_its_penalty(tmp_path: Path) -> None:
    clause = "合同终止后十日内乙方应当移交，逾期移交的，每逾期一日支付违约金1000元。"
    (found,) = about_handover(tmp_path, clause)
    assert [(one.unit, one.value) for one in found.quantities] == [("day", Decimal(10)), ("CNY/day", Decimal(1000))]
