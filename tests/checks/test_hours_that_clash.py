"""Works that one place forbids on a day for which another gives hours."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.checks import review
from propertylaw.model import Diagnostic, Severity
from propertylaw.reading import read
from propertylaw.structure import outline

HEAD = "# 云水苑装饰装修管理协议\n\n甲方：云水物业服务有限公司\n\n乙方：业主\n"
TABLE = """
## 附件一　装修施工时刻表

| 工序 | 工作日 | 周六 | 周日、法定节假日 |
| --- | --- | --- | --- |
| 敲墙、打孔 | 8:30—11:30 | 9:00—11:00 | 不得施工 |
| 木工锯切 | 8:30—11:30 | 9:00—10:00 | 不得施工 |
| 油漆 | 8:00—18:00 | 9:00—17:00 | 9:00—17:00 |
"""


def found(folder: Path, *clauses: str, annex: str = "") -> list[Diagnostic]:
    file = folder / "agreement.md"
    numbered = "".join(f"\n第{'一二三'[at]}条　{clause}\n" for at, clause in enumerate(clauses))
    file.write_text(HEAD + numbered + annex, encoding="utf-8")
    source = read(file)
    return [one for one in review(source, outline(source)).findings if one.code == "CON073"]


def test_a_day_without_noise_has_no_hours_in_the_table(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "产生噪声的施工，双休日、法定节假日一律不得进行。", annex=TABLE)

    assert one.quote == "9:00—11:00"
    assert one.severity is Severity.MEDIUM
    assert "第一条写" in one.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("装修时间为工作日上午八时至十二时、下午二时至六时。", "有噪声的施工限于周一至周五9:00—12:00。"),
        ("装修施工时间为工作日八点半至十二时，双休日禁止敲砸。", "敲砸作业可以于周六上午九时至十一时进行。"),
    ],
)
def test_two_clauses_that_give_other_hours_for_one_day(tmp_path: Path, first: str, second: str) -> None:
    (one,) = found(tmp_path, first, second)

    assert one.clause == "第二条"


@pytest.mark.parametrize(
    ("first", "second", "annex"),
    [
        ("有噪声的施工，周日和法定节假日不得进行。", "业主应当提前告知施工日期。", TABLE),
        (
            "装修时间为工作日上午八时至十二时、下午二时至六时。",
            "装修施工时段为周一至周五8:00—12:00，14:00—18:00，周末禁止敲砸。",
            "",
        ),
        ("双休日禁止噪声作业。", "客服中心双休日9:00至17:00受理业务。", ""),
        ("装修施工时间为8:00至12:00。", "敲砸作业应当避开午间。", ""),
    ],
    ids=["quiet works may be done", "the same hours in figures", "not works", "no day named"],
)
def test_what_agrees_stays_quiet(tmp_path: Path, first: str, second: str, annex: str) -> None:
    assert not found(tmp_path, first, second, annex=annex)
