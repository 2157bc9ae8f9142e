"""Prices that one sentence or one table gives for several times or kinds of dwelling: each is taken for its own, and
where one cannot be placed the price is asked for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document as WordFile

from propertylaw.model import Analysis, FactUse
from propertylaw.reasoning import analyze

HEAD = (
    "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业公司\n\n"
    "第一条 合同期限五年，自2021年1月1日起至2025年12月31日止。\n\n"
)
FORM = """\
on: 2025-09-10
place: 浙江省宁波市
documents: [{file}]
parties:
  - {{id: a, name: 甲物业公司, role: service_provider}}
  - {{id: b, name: 陈某, role: owner}}
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: signed_contract, value: true}}
  - {{id: service_provided, value: true}}
  - {{id: demand_made, value: true}}
  - {{id: property_kind, of: b, value: dwelling}}
  - {{id: floor_area, of: b, value: 96.5}}
  - {{id: unpaid_from, of: b, value: 2021-07-01}}
  - {{id: unpaid_to, of: b, value: 2024-12-31}}
"""
BY_HAND = Decimal("7990.20")
"""18 months of 173.70 (96.5 × 1.80) and 24 months of 202.65 (96.5 × 2.10)."""


def arrears(folder: Path, clause: str, more: str = "") -> Analysis:
    (folder / "合同.md").write_text(f"{HEAD}第二条 {clause}\n", encoding="utf-8")
    return of_file(folder, "合同.md", more)


def of_file(folder: Path, name: str, more: str = "") -> Analysis:
    (folder / "欠费.yaml").write_text(FORM.format(file=name) + more, encoding="utf-8")
    return analyze(folder / "欠费.yaml")


def principal(analysis: Analysis) -> Decimal | None:
    money = analysis.claims[0].remedies[0].money
    return money and money.high


@pytest.mark.parametrize(
    "clause",
    [
        "住宅物业服务费按建筑面积计收：2021年1月1日至2022年12月31日每平方米每月1.80元；2023年1月1日起每平方米每月2.10元。",
        "住宅物业服务费2021年1月1日至2022年12月31日为每平方米每月1.80元，自2023年1月1日起调整为每平方米每月2.10元。",
        "住宅物业服务费按建筑面积每月每平方米1.80元计收；2023年1月1日起，按每月每平方米2.10元计收。",
        "物业服务费标准：前两年（2021年至2022年）住宅1.80元/平方米·月，第三年起2.10元/平方米·月。",
        "物业服务费：前两年住宅1.80元/平方米·月，第三年起2.10元/平方米·月。",
        "住宅物业服务费1.80元/㎡·月；2023年起为2.10元/㎡·月。",
        "住宅物业服务费1.80元/㎡·月。自2023年1月起，标准调整为2.10元/㎡·月。",
        "住宅物业服务费为1.80元/㎡·月（2021年1月至2022年12月），2.10元/㎡·月（2023年1月1日起）。",
        "住宅物业服务费在2022年12月31日前为1.80元/㎡·月，此后为2.10元/㎡·月。",
        "住宅、商业用房物业服务费均为1.80元/㎡·月；2023年1月1日起均为2.10元/㎡·月。",
        "2021年1月1日至2022年12月31日住宅1.80元/㎡·月，商业用房4元/㎡·月；2023年1月1日起住宅2.10元/㎡·月，商业用房5元/㎡·月。",
        "住宅物业服务费1.80元/㎡·月，储藏室1元/㎡·月；2023年1月1日起住宅2.10元/㎡·月。",
    ],
)
def test_a_rise_within_a_sentence_is_reckoned_from_its_day(clause: str, tmp_path: Path) -> None:
    assert principal(arrears(tmp_path, clause)) == BY_HAND


def test_a_rise_in_a_price_table_of_a_word_file_is_reckoned_from_its_day(tmp_path: Path) -> None:
    file = WordFile()
    for line in [*HEAD.replace("# ", "").split("\n\n"), "第二条 住宅物业服务费按建筑面积计收，标准如下："]:
        if line:
            file.add_paragraph(line)
    table = file.add_table(rows=3, cols=2)
    rows = [
        ("期间", "标准"),
        ("2021年1月1日至2022年12月31日", "1.80元/平方米·月"),
        ("2023年1月1日至2025年12月31日", "2.10元/平方米·月"),
    ]
    for cells, words in zip(table.rows, rows, strict=True):
        cells.cells[0].text, cells.cells[1].text = words
    file.save(str(tmp_path / "合同.docx"))
    assert principal(of_file(tmp_path, "合同.docx")) == BY_HAND


STOREYS = "住宅物业服务费标准：多层每平方米每月1.80元，高层每平方米每月2.10元。"


def test_of_two_kinds_of_building_the_one_that_is_told_has_its_price(tmp_path: Path) -> None:
    # 96.5 × 2.10 × 42 months, 96.5 × 1.80 × 42 months
    high, low = (f"  - {{id: building_type, of: b, value: {kind}}}\n" for kind in ("high_rise", "multi_storey"))
    assert principal(arrears(tmp_path, STOREYS, high)) == Decimal("8511.30")
    assert principal(arrears(tmp_path, STOREYS, low)) == Decimal("7295.40")


def lacking(analysis: Analysis) -> FactUse:
    assert principal(analysis) is None
    (use,) = analysis.claims[0].remedies[0].missing
    return use


def test_of_two_kinds_of_building_none_is_taken_where_the_kind_is_not_told(tmp_path: Path) -> None:
    analysis = arrears(tmp_path, STOREYS)
    assert (lacking(analysis).fact, lacking(analysis).proof) == ("fee_rate", "several")
    assert "building_type" in {id for question in analysis.decisive for id in question.ids}


@pytest.mark.parametrize(
    ("clause", "proof"),
    [
        # what the second is for is not among the kinds that are known
        ("住宅物业服务费1.80元/㎡·月，有管家服务的2.10元/㎡·月。", "several"),
        ("住宅物业服务费1.80元/㎡·月，涨价后2.10元/㎡·月。", "several"),
        # a time that is not read
        ("住宅物业服务费自2023年春节起为每平方米每月2.10元。", "unread"),
        ("住宅物业服务费1.80元/㎡·月，2023年春节起2.10元/㎡·月。", "several"),
        # the end before the beginning
        ("2022年12月31日至2021年1月1日住宅物业服务费为每平方米每月1.80元。", "unread"),
    ],
)
def test_a_price_that_cannot_be_placed_leaves_the_price_open(clause: str, proof: str, tmp_path: Path) -> None:
    assert lacking(arrears(tmp_path, clause)).proof == proof


@pytest.mark.parametrize(
    "clause",
    [
        "根据2020年业主大会决议，住宅物业服务费为每平方米每月1.80元。",
        "本合同自2021年1月1日起生效，住宅物业服务费为每平方米每月1.80元。",
        "住宅物业服务费每平方米每月1.80元；商业用房每平方米每月4.00元。",
        "住宅物业服务费每平方米每月1.80元；其他用房每平方米每月3元。",
    ],
)
def test_days_and_prices_of_other_things_leave_it_alone(clause: str, tmp_path: Path) -> None:
    assert principal(arrears(tmp_path, clause)) == Decimal("7295.40")
