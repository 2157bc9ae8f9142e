"""Prices that a contract lets change from a day, and prices that rise with the floor."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, Dispute, Participant
from propertylaw.reasoning import analyze
from propertylaw.reasoning.casefile import CaseFile
from propertylaw.reasoning.document import read_document
from propertylaw.reasoning.documents import DisputeDocuments
from propertylaw.reasoning.pair_facts import PairFacts
from propertylaw.reasoning.stated import StatedFacts

CONTRACT = (
    "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业公司\n\n第一条 乙方提供物业服务。\n\n第二条 {clause}\n"
)
PARTIES = (
    Participant(id="a", name="甲物业公司", role="service_provider"),
    Participant(id="b", name="徐某", role="owner"),
)
NEW_YEAR = date(2024, 1, 1)
OLD_YEAR_ENDS = date(2023, 12, 31)

Prices = list[tuple[str, date | None, date | None]]


def between(folder: Path, clause: str) -> PairFacts:
    (folder / "合同.md").write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    law = KnowledgeBase(date(2025, 6, 30), "江苏省南通市")
    documents = DisputeDocuments([read_document(folder / "合同.md")], law)
    dispute = Dispute(on=law.on, place=law.place, parties=PARTIES)
    return CaseFile(dispute, law.rules.facts, StatedFacts(documents)).between(*PARTIES)


def prices(folder: Path, clause: str) -> Prices:
    return [(str(one.value), one.since, one.until) for one in between(folder, clause).periods("fee_rate")]


TABLE = """物业费标准如下：

| 期间 | 住宅（元/平方米·月） |
| --- | --- |
| 2023年12月31日以前 | 1.80 |
| 2024年1月1日起 | 2.10 |
"""


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "物业服务费每月每平方米1.8元，自2024年1月1日起每月每平方米2.1元。",
            [("1.8", None, OLD_YEAR_ENDS), ("2.1", NEW_YEAR, None)],
        ),
        (
            "物业费为1.8元/平方米·月；2024年1月1日起调整为2.1元/平方米·月；2025年1月1日起调整为2.3元/平方米·月。",
            [("1.8", None, OLD_YEAR_ENDS), ("2.1", NEW_YEAR, date(2024, 12, 31)), ("2.3", date(2025, 1, 1), None)],
        ),
        (
            "物业费在2023年12月31日前为1.8元/平方米·月，从2024年起为2.1元/平方米·月。",
            [("1.8", None, OLD_YEAR_ENDS), ("2.1", NEW_YEAR, None)],
        ),
        (TABLE, [("1.80", None, OLD_YEAR_ENDS), ("2.10", NEW_YEAR, None)]),
        # nothing is said of the time before
        ("自2024年1月1日起，物业费调整为每月每平方米2.1元。", [("2.1", NEW_YEAR, None)]),
        # the day on which the contract begins is not that of the price
        ("本合同自2024年1月1日起生效，物业费每月每平方米2.1元。", [("2.1", None, None)]),
        # two prices from one day: none can be chosen
        (
            "物业费为1.8元/平方米·月；2024年1月1日起2.1元/平方米·月；自2024年1月1日起2.3元/平方米·月。",
            [],
        ),
        # no such day
        ("物业费每月每平方米1.8元，自2023年2月30日起每月每平方米2.1元。", []),
    ],
)
def test_a_price_holds_from_the_day_that_the_contract_names(clause: str, expected: Prices, tmp_path: Path) -> None:
    assert prices(tmp_path, clause) == expected


TERM = "合同期限自2022年7月1日起至2025年6月30日止。\n\n第三条 "
BY_YEAR = [("1.5", date(2022, 7, 1), date(2023, 6, 30)), ("1.8", date(2023, 7, 1), date(2024, 6, 30))]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("物业费第一年每月每平方米1.5元，第二年每月每平方米1.8元。", BY_YEAR),
        (
            "物业费第一年为1.5元/平方米·月，第二年起为1.8元/平方米·月。",
            [BY_YEAR[0], ("1.8", date(2023, 7, 1), None)],
        ),
        (
            "物业费第一、二年为1.5元/平方米·月，第三年为1.8元/平方米·月。",
            [("1.5", date(2022, 7, 1), date(2024, 6, 30)), ("1.8", date(2024, 7, 1), date(2025, 6, 30))],
        ),
    ],
)
def test_a_price_of_a_year_of_the_contract_holds_for_that_year(clause: str, expected: Prices, tmp_path: Path) -> None:
    assert prices(tmp_path, TERM + clause) == expected


def test_without_the_first_day_of_the_contract_a_price_by_year_is_one_of_several(tmp_path: Path) -> None:
    known = between(tmp_path, "物业费第一年每月每平方米1.5元，第二年每月每平方米1.8元。").known("fee_rate")
    assert (known.value, known.proof) == (None, "several")


@pytest.mark.parametrize(
    "clause",
    [
        "物业服务费首层每月每平方米1.2元，二层以上每层加0.02元。",
        "物业费每月每平方米1.2元。从第三层起每增加一层，每平方米加收0.03元。",
        "物业费为1.2元/平方米·月至1.6元/平方米·月，按楼层递增。",
    ],
)
def test_a_price_that_rises_with_the_floor_is_not_taken_for_every_floor(clause: str, tmp_path: Path) -> None:
    known = between(tmp_path, clause).known("fee_rate")
    assert (known.value, known.proof) == (None, "by_floor")


@pytest.mark.parametrize(
    "clause",
    [
        "物业费每月每平方米1.2元。电梯运行费三层以上每层加5元。",
        "物业费每月每平方米1.2元。每层楼道每天清扫一次，节假日增加一次。",
    ],
)
def test_other_things_that_rise_with_the_floor_leave_the_price_alone(clause: str, tmp_path: Path) -> None:
    assert prices(tmp_path, clause) == [("1.2", None, None)]


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
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2023-07-01}
  - {id: unpaid_to, of: b, value: 2024-06-30}
"""


def arrears(folder: Path, clause: str) -> Analysis:
    (folder / "合同.md").write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    (folder / "欠费.yaml").write_text(FORM, encoding="utf-8")
    return analyze(folder / "欠费.yaml")


def test_arrears_are_reckoned_with_each_price_for_its_own_time(tmp_path: Path) -> None:
    finding = arrears(tmp_path, "物业服务费每月每平方米1.8元，自2024年1月1日起每月每平方米2.1元。").claims[0]
    # six months at 1.8 and six at 2.1, 100 square metres
    assert finding.amount
    assert finding.amount.high == Decimal("2340.00")
    assert finding.remedies[0].money
    assert "1.8（至2023-12-31）、2.1（2024-01-01起）" in finding.remedies[0].money.steps[0].says


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("物业服务费首层每月每平方米1.2元，二层以上每层加0.02元。", "随楼层变化"),
        ("自2024年1月1日起，物业费调整为每月每平方米2.1元。", ""),
    ],
)
def test_where_the_price_is_not_known_for_all_months_no_sum_is_told_and_the_price_is_asked(
    clause: str, said: str, tmp_path: Path
) -> None:
    analysis = arrears(tmp_path, clause)
    assert analysis.claims[0].amount is None
    assert ("fee_rate",) in [question.ids for question in analysis.decisive]
    assert said in "".join(part.says for claim in analysis.argument.parts for part in claim.parts)
