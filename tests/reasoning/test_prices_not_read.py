"""A price that stands in a document but could not be read, or not chosen, is told apart from one nobody mentions."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, FactUse, Locator, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.sums_in_words import missing_in_words

FORM = """\
on: 2025-06-30
place: 江苏省南通市
documents: [合同.md]
parties:
  - {id: a, name: 甲物业公司, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: signed_contract, value: true}
  - {id: service_provided, value: true}
  - {id: demand_made, value: true}
  - {id: floor_area, value: 100}
  - {id: unpaid_from, value: 2024-01-01}
  - {id: unpaid_to, value: 2024-12-31}
"""
CONTRACT = "# 物业服务合同\n\n甲方：某小区业主委员会\n乙方：甲物业公司\n\n第一条 乙方提供服务。\n\n第二条 {fees}\n"
UNREADABLE = "物业费标准如下：\n\n| 类别 | 单价（元/平方米·月） |\n| --- | --- |\n| 高层 | 见公示 |\n| 别墅 | 面议 |\n"
TABLE = UNREADABLE.replace("见公示", "2.8").replace("面议", "3.6")


def analyzed(folder: Path, fees: str, form: str = FORM) -> Analysis:
    (folder / "合同.md").write_text(CONTRACT.format(fees=fees), encoding="utf-8")
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml")


def missing(folder: Path, fees: str) -> tuple[FactUse, ...]:
    """What the arrears cannot be computed without, where the clause on fees is this."""
    (finding,) = analyzed(folder, fees).claims
    assert finding.result is Result.SUPPORTED
    return finding.remedies[0].missing


def test_a_price_in_a_table_that_was_not_read_is_told_with_its_clause(tmp_path: Path) -> None:
    (use,) = missing(tmp_path, UNREADABLE)
    assert (use.fact, use.proof, use.value) == ("fee_rate", "unread", None)
    assert use.stated_at == (Locator.parse("doc:合同/2/1"),)


def test_it_says_so_in_words(tmp_path: Path) -> None:
    (finding,) = analyzed(tmp_path, UNREADABLE).claims
    assert missing_in_words(finding.remedies[0]) == "尚缺物业费标准（文件里有价目，没有读出）"


def test_of_several_lines_that_may_fit_the_fact_that_chooses_is_asked_for(tmp_path: Path) -> None:
    analysis = analyzed(tmp_path, TABLE)
    (use,) = analysis.claims[0].remedies[0].missing
    assert (use.fact, use.proof, use.stated_at) == ("fee_rate", "several", (Locator.parse("doc:合同/2/1"),))
    assert {id for question in analysis.decisive for id in question.ids} >= {"building_type"}
    assert not any("property_kind" in question.ids for question in analysis.decisive)


def test_the_line_that_the_facts_choose_is_told(tmp_path: Path) -> None:
    analysis = analyzed(tmp_path, TABLE, f"{FORM}  - {{id: building_type, value: villa}}\n")
    (finding,) = analysis.claims
    # 3.6 × 100 × 12
    assert str(finding.amount.high if finding.amount else None) == "4320.00"
    (rate,) = (use for use in finding.remedies[0].terms if use.fact == "fee_rate")
    assert (rate.evidence, rate.stated_at) == (("表中“别墅”一行",), (Locator.parse("doc:合同/2/1"),))


@pytest.mark.parametrize("fees", ["物业费由双方另行约定。", "车位管理费每月一百元。"])
def test_where_no_document_has_such_a_price_nobody_mentions_it(fees: str, tmp_path: Path) -> None:
    (use,) = missing(tmp_path, fees)
    assert use.proof == "silent"


def test_a_price_that_was_read_is_not_missing(tmp_path: Path) -> None:
    assert missing(tmp_path, "物业费为每平方米每月2.35元，业主应当按月交纳。") == ()


def test_a_range_of_prices_is_no_price(tmp_path: Path) -> None:
    (use,) = missing(tmp_path, "物业费为2.8至3.2元/平方米·月，由乙方按楼层确定。")
    assert use.proof == "unread"
