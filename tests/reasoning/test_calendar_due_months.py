"""A day of payment told by the calendar falls due within the fee year that the contract, or else the form, tells."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw import analyze
from propertylaw.model import Analysis

FORM = """on: 2026-11-27
place: 山东省济南市
documents: [合同.md]
parties:
  - {id: a, name: 甲物业公司, role: service_provider}
  - {id: b, name: 徐某, role: owner}
claims: [{by: a, against: [b], claim: fees.late_fee}]
facts:
  - {id: signed_contract, value: true, admitted_by: [b]}
  - {id: service_provided, value: true, admitted_by: [b]}
  - {id: floor_area, of: b, value: 100, evidence: [不动产权证]}
  - {id: unpaid_from, of: b, value: 2024-07-01, admitted_by: [b]}
  - {id: unpaid_to, of: b, value: 2025-06-30, admitted_by: [b]}
"""
CONTRACT = """# 物业服务合同

甲方：某小区业主委员会

乙方：甲物业公司

第一条 物业服务费每月每平方米2元。{clause}

第二条 业主逾期交费的，自逾期之日起每日按欠费的万分之五支付违约金。
"""


def analysed(folder: Path, clause: str, *more: str) -> Analysis:
    (folder / "合同.md").write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    (folder / "案.yaml").write_text(FORM + "".join(f"  - {{{one}}}\n" for one in more), encoding="utf-8")
    return analyze(folder / "案.yaml")


def penalty(analysis: Analysis) -> tuple[Decimal | None, Decimal | None]:
    (finding,) = analysis.claims
    assert finding.amount is not None
    return finding.amount.low, finding.amount.high


BY_JUNE = Decimal("618.00")
"""A year from July on, 2,400, due on 2025-06-30: 515 days to 2026-11-27, 1.20 a day."""
AHEAD = Decimal("1038.00")
"""The same due on 2024-07-15: 865 days."""


@pytest.mark.parametrize(
    ("clause", "owed"),
    [
        ("以每年7月1日至次年6月30日为一个收费年度，业主应于每年6月30日前付清当年度费用。", BY_JUNE),
        ("物业费按收费年度交纳，收费年度自每年7月1日起算，业主于每年6月30日前付清。", BY_JUNE),
        ("物业费按年预交，业主于每年7月15日前交清下一年度（7月1日至次年6月30日）费用。", AHEAD),
        ("物业费按年交纳，业主于每年7月15日前交清当年7月1日至次年6月30日的费用。", AHEAD),
    ],
)
def test_the_fee_year_of_the_contract_tells_in_which_year_a_day_lies(
    clause: str, owed: Decimal, tmp_path: Path
) -> None:
    assert penalty(analysed(tmp_path, clause)) == (owed, owed)


def test_a_fee_year_told_in_the_form_does_too(tmp_path: Path) -> None:
    clause = "物业费按年交纳，业主应于每年6月30日前付清。"
    assert penalty(analysed(tmp_path, clause, "id: fee_period_begins, value: 7")) == (BY_JUNE, BY_JUNE)


def test_a_fee_year_that_nobody_tells_is_asked_for_where_the_sum_hangs_on_it(tmp_path: Path) -> None:
    owned = "id: ownership_from, of: b, value: 2020-01-01, evidence: [不动产权证]"
    analysis = analysed(tmp_path, "物业费按年交纳，业主应于每年6月30日前付清。", owned)
    low, high = penalty(analysis)
    assert low == BY_JUNE
    assert high == Decimal("837.00")  # the first half year due on 2024-06-30: 0.60 for 880 and for 515 days
    assert ("fee_period_begins",) in [question.ids for question in analysis.decisive]


def test_a_day_told_by_its_place_in_the_period_asks_for_no_fee_year(tmp_path: Path) -> None:
    owned = "id: ownership_from, of: b, value: 2020-01-01, evidence: [不动产权证]"
    analysis = analysed(tmp_path, "业主于每季度首月10日前交纳当季物业费。", owned)
    assert ("fee_period_begins",) not in [question.ids for question in analysis.decisive]
