"""Every check fires where its cases say so, and keeps quiet where they say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.checks.clause import ClauseInput, review_clause

CASES = sorted((Path(__file__).parent / "cases").glob("CON*.yaml"))


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}-{number}")
        for file in CASES
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))[kind], 1)
    ]


def _codes(case: dict[str, str]) -> set[str]:
    return {finding.code for finding in review_clause(ClauseInput(id="case", **case))}


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_a_check_fires(code: str, case: dict[str, str]) -> None:
    assert code in _codes(case)


@pytest.mark.parametrize(("code", "case"), _cases("silent"))
def test_a_lawful_neighbour_stays_quiet(code: str, case: dict[str, str]) -> None:
    findings = review_clause(ClauseInput(id="case", **case))

    assert code not in {finding.code for finding in findings}
    assert not [finding for finding in findings if finding.severity == "high"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("利用共用部位经营的收入，归乙方所有。", {"CON003"}),
        ("合同终止后，甲方结清欠款前，乙方有权继续使用物业服务用房并拒绝移交。", {"CON014"}),
        ("业主未在三日内书面索赔的，视为放弃索赔权。", {"CON036"}),
        ("业主欠费超过三个月的，乙方有权在公告栏公布其姓名、房号和欠费数额。", {"CON043"}),
    ],
    ids=[
        "income is no ownership",
        "keeping the rooms is no reserved matter",
        "a lost claim is told once",
        "a name on the board is no price",
    ],
)
def test_a_clause_is_held_against_the_norm_that_it_is_about(text: str, codes: set[str]) -> None:
    assert _codes({"text": text}) == codes


def test_access_is_told_as_disputed_and_utilities_as_forbidden() -> None:
    access, both = (
        review_clause(ClauseInput(id="case", text=f"业主欠费的，乙方可以{act}。"))
        for act in ("停用其门禁卡", "停水停电并停用其门禁卡")
    )

    assert ["有争议" in one.message for one in (*access, *both)] == [True, False]
