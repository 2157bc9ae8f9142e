"""From when a penalty for delay runs: from the delay, from the end of a demand, or from a day that was not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from propertylaw.extraction.terms import terms
from propertylaw.model import Term
from propertylaw.reading import read
from propertylaw.structure import outline

AFTER_DEMAND = "late_fee_after_demand"


def of(folder: Path, clause: str, topic: str, title: str = "物业服务合同") -> Iterator[Term]:
    file = folder / "合同.md"
    file.write_text(f"# {title}\n\n第一条 {clause}\n", encoding="utf-8")
    source = read(file)
    return (one for one in terms(source, outline(source)) if topic in one.topics)


@pytest.mark.parametrize(
    "clause",
    [
        "业主逾期交纳物业费的，按欠费金额每日千分之一支付违约金。",
        "业主逾期交纳物业费的，自逾期之日起每日加收千分之一的违约金。",
        "业主欠交物业费的，从逾期第一日起至交清之日止，每逾期一日按欠费的千分之一支付违约金。",
        "业主未按时交纳物业费的，自约定的交费期限届满次日起按日千分之一支付违约金；经催告仍不交的，乙方可以起诉。",
    ],
)
def test_a_penalty_that_runs_from_the_delay_is_understood(tmp_path: Path, clause: str) -> None:
    (found,) = of(tmp_path, clause, "late_fee")
    assert AFTER_DEMAND not in found.topics
    assert not found.not_understood
    assert "1/day" in {one.unit for one in found.quantities}


@pytest.mark.parametrize("demand", ["催告", "催交", "催缴", "催收", "催款"])
@pytest.mark.parametrize(
    "clause",
    [
        "业主拖欠物业费的，乙方应当书面{}；{}函送达满20日仍未交的，自期满次日起按欠费每日千分之一支付违约金。",
        "业主拖欠物业费的，自书面{}送达之日起满20日仍未交的，从期满之日起按欠费每日千分之一支付违约金（{}）。",
        "业主拖欠物业费，经乙方{}后20日内仍不交的，自{}期限届满的次日起按欠费每日千分之一支付违约金。",
    ],
)
def test_a_penalty_that_runs_from_the_end_of_a_demand_is_understood(tmp_path: Path, clause: str, demand: str) -> None:
    (found,) = of(tmp_path, clause.format(demand, demand), AFTER_DEMAND)
    assert not found.not_understood
    assert [one.value for one in found.quantities if one.unit == "day"] == [20]


@pytest.mark.parametrize(
    "clause",
    [
        "业主逾期交纳物业费的，自收到催款通知之日起第21日开始，按欠费每日千分之一支付违约金。",
        "业主逾期交纳物业费的，给予宽限期，宽限期满仍未交的，自宽限期满次日起按欠费每日千分之一支付违约金。",
        "业主逾期交纳物业费的，自乙方起诉之日起按欠费每日千分之一支付违约金。",
        "业主逾期交纳物业费超过三个月的，按欠费每日千分之一支付违约金。",
        "业主逾期交纳物业费的，经书面催讨，按欠费每日千分之一支付违约金。",
        "业主逾期交纳物业费的，每日按欠费的千分之一支付违约金，违约金自乙方发出律师函之日起计算。",
    ],
)
def test_another_first_day_is_not_taken_for_the_delay(tmp_path: Path, clause: str) -> None:
    (found,) = of(tmp_path, clause, "late_fee")
    assert found.not_understood == (AFTER_DEMAND,)
    assert "1/day" in {one.unit for one in found.quantities}


def test_days_of_grace_are_read(tmp_path: Path) -> None:
    clause = "业主逾期交纳物业费的，给予45日宽限期，自宽限期满次日起按欠费每日千分之一支付违约金。"
    (found,) = of(tmp_path, clause, "late_fee_grace")
    assert AFTER_DEMAND not in found.topics
    assert not found.not_understood
    assert [one.value for one in found.quantities if one.unit == "day"] == [45]


def test_a_developers_penalty_may_begin_so_many_days_after_the_agreed_day(tmp_path: Path) -> None:
    clause = "出卖人逾期交房的，自约定的交付期限届满45日后的次日起，按日支付买受人已付房价款万分之二的违约金。"
    (found,) = of(tmp_path, clause, "late_delivery", "商品房买卖合同")
    assert found.stage is not None
    assert (found.stage.first, found.stage.exact, found.stage.whole) == (46, True, False)


def test_a_developers_penalty_that_runs_from_a_notice_is_not_understood(tmp_path: Path) -> None:
    clause = "出卖人逾期交房的，自买受人发出书面催告之日起，按日支付买受人已付房价款万分之二的违约金。"
    (found,) = of(tmp_path, clause, "late_delivery", "商品房买卖合同")
    assert found.not_understood == ("late_delivery",)


def test_a_providers_penalty_that_runs_from_a_notice_is_not_understood(tmp_path: Path) -> None:
    clause = "乙方逾期移交的，自收到甲方催告函之日起，每日支付违约金500元。"
    (found,) = of(tmp_path, clause, "late_handover")
    assert found.not_understood == ("late_handover",)
