"""From when a penalty for delay runs: from the delay, from a later day, or from a day that was not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.extraction.terms import terms
from propertylaw.model import Term
from propertylaw.reading import read
from propertylaw.structure import outline

WORDINGS = yaml.safe_load(Path(__file__).with_name("starts.yaml").read_text(encoding="utf-8"))
START = "late_fee_start"


def of(folder: Path, clause: str, topic: str, title: str = "物业服务合同") -> Iterator[Term]:
    file = folder / "合同.md"
    file.write_text(f"# {title}\n\n第一条 {clause}\n", encoding="utf-8")
    source = read(file)
    return (one for one in terms(source, outline(source)) if topic in (*one.topics, *one.not_understood))


@pytest.mark.parametrize("one", WORDINGS, ids=lambda one: one["says"])
def test_from_when_a_late_fee_runs_is_read(one: dict[str, Any], tmp_path: Path) -> None:
    found = [*of(tmp_path, one["says"], "late_fee"), *of(tmp_path, one["says"], START)]
    assert any(quantity.unit == "1/day" for term in found for quantity in term.quantities)
    starts = {(term.start.event, term.start.nth, term.start.day) for term in found if term.start}
    read_from = one["from"] not in ("delay", "asked")
    assert starts == ({(one["from"], one.get("nth"), one.get("day"))} if read_from else set())
    unread = {topic for term in found for topic in term.not_understood}
    assert unread == ({START} if one["from"] == "asked" else set())


@pytest.mark.parametrize("demand", ["催告", "催交", "催缴", "催收", "催款"])
def test_a_demand_has_many_names(demand: str, tmp_path: Path) -> None:
    clause = f"业主拖欠物业费，经乙方{demand}后20日内仍不交的，自{demand}期限届满的次日起按欠费每日千分之一支付违约金。"
    (found,) = of(tmp_path, clause, START)
    assert found.start is not None
    assert (found.start.event, found.start.nth) == ("demand", 21)


@pytest.mark.parametrize(
    ("clause", "topic"),
    [
        (
            "出卖人逾期交房的，自约定的交付期限届满45日后的次日起，按日支付买受人已付房价款万分之二的违约金。",
            "late_delivery",
        ),
        ("出卖人逾期交房超过45日的，自第46日起，按日支付买受人已付房价款万分之二的违约金。", "late_delivery"),
        (
            "出卖人逾期交房的，给予45日宽限期，自宽限期满次日起按日支付买受人已付房价款万分之二的违约金。",
            "late_delivery",
        ),
        ("出卖人逾期办理不动产权证书超过45日的，自第46日起，按日支付已付房价款万分之一的违约金。", "late_certificate"),
        (
            "出卖人逾期办理首次登记超过45日的，自第46日起，按日支付已付房价款万分之一的违约金。",
            "late_first_registration",
        ),
    ],
)
def test_a_developers_penalty_may_begin_so_many_days_after_the_agreed_day(
    clause: str, topic: str, tmp_path: Path
) -> None:
    (found,) = of(tmp_path, clause, topic, "商品房买卖合同")
    assert found.start is not None
    assert (found.start.event, found.start.nth, found.stage) == ("due", 46, None)
    assert not found.not_understood


def test_the_later_of_two_stages_is_no_later_beginning(tmp_path: Path) -> None:
    clause = (
        "出卖人逾期交房不超过45日的，每日按已付房款的万分之一支付违约金；"
        "逾期交房超过45日的，自第46日起每日按已付房款的万分之二支付违约金。"
    )
    found = list(of(tmp_path, clause, "late_delivery", "商品房买卖合同"))
    assert [one.stage and (one.stage.first, one.stage.last) for one in found] == [(1, 45), (46, None)]
    assert not any(one.start for one in found)


def test_a_developers_penalty_that_runs_from_a_notice_is_not_understood(tmp_path: Path) -> None:
    clause = "出卖人逾期交房的，自买受人发出书面催告之日起，按日支付买受人已付房价款万分之二的违约金。"
    (found,) = of(tmp_path, clause, "late_delivery", "商品房买卖合同")
    assert found.not_understood == ("late_delivery_start",)


def test_a_providers_penalty_that_runs_from_a_notice_is_not_understood(tmp_path: Path) -> None:
    clause = "乙方逾期移交的，自收到甲方催告函之日起，每日支付违约金500元。"
    (found,) = of(tmp_path, clause, "late_handover")
    assert found.not_understood == ("late_handover",)


@pytest.mark.parametrize(
    ("bound", "understood"),
    [
        ("计算天数最长不超过90天", False),
        ("最多计算一百八十日", False),
        ("累计不超过500元", False),
        ("总额不超过三个月物业费", False),
        ("但不超过一年期LPR的四倍", False),
        ("以一年为限", False),
        ("累计不超过欠费总额的30%", True),
        ("以欠费本金为限", True),
        ("宽限期最长不超过15日", True),
    ],
)
@pytest.mark.parametrize("stop", ["，", "。违约金"])
def test_a_bound_that_is_no_share_of_what_is_owed_is_told(
    bound: str, understood: bool, stop: str, tmp_path: Path
) -> None:
    clause = f"业主逾期交纳物业费的，按欠费每日千分之一支付违约金{stop}{bound}。"
    found = [*of(tmp_path, clause, "late_fee"), *of(tmp_path, clause, "late_fee_cap")]
    unread = {about for term in found for about in term.not_understood}
    assert unread == (set() if understood else {"late_fee_cap"})
