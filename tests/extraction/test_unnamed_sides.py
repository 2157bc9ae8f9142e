"""A contract on property services that does not say who 甲方 and 乙方 are tells it by its title and its clauses."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.extraction import extract, unnamed_sides
from propertylaw.model import Severity
from propertylaw.reading import read
from propertylaw.reasoning.document import read_document
from propertylaw.structure import outline

PROVIDER = "service_provider"


def sides(folder: Path, text: str) -> dict[str, str] | None:
    file = folder / "节选.md"
    file.write_text(text, encoding="utf-8")
    source = read(file)
    return unnamed_sides(outline(source), source.text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# 前期物业服务合同\n\n第三条 业主欠费的，乙方有权停水停电。", {"乙方": PROVIDER}),
        (
            "# 前期物业服务合同\n\n第一条 甲方向乙方移交物业服务用房。\n\n第二条 乙方提供物业服务。",
            {"甲方": "developer", "乙方": PROVIDER},
        ),
        (
            "# 物业服务合同（节选）\n\n第一条 甲方不得单方解除合同。\n\n第二条 乙方每半年公布物业服务费收支。",
            {"甲方": "owners_committee", "乙方": PROVIDER},
        ),
        (
            "# 某小区物业服务合同\n\n第一条 甲方经业主大会决定委托乙方提供物业服务。",
            {"甲方": "owners_assembly", "乙方": PROVIDER},
        ),
        (
            "# 前期物业管理服务协议\n\n第一条 甲方提供物业服务。\n\n第二条 乙方应按月交纳物业服务费，"
            "逾期的，甲方有权停电。",
            {"甲方": PROVIDER, "乙方": "owner"},
        ),
        (
            "# 物业服务协议\n\n第一条 甲方负责提供保洁、秩序维护服务。\n\n第二条 乙方装修应向甲方登记，"
            "乙方逾期交纳物业费的，付违约金。",
            {"甲方": PROVIDER, "乙方": "owner"},
        ),
        ("第六条 乙方提供保洁、绿化服务。\n\n第七条 物业服务费由业主向乙方交纳。", {"乙方": PROVIDER}),
        ("第二条 业主应向甲方交纳物业费，甲方收取后开具票据。", {"甲方": PROVIDER}),
        ("第三条 物业费每平方米2元。甲方与乙方另有约定的从其约定。", {}),
        (
            "# 物业服务合同\n\n甲方：\n\n乙方：\n\n第一条 乙方有权对欠费业主限制门禁。",
            {"甲方": "owners_committee", "乙方": PROVIDER},
        ),
    ],
)
def test_the_sides_follow_from_title_and_clauses(text: str, told: dict[str, str], tmp_path: Path) -> None:
    assert sides(tmp_path, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业公司\n\n第一条 乙方提供物业服务。",
        "# 物业服务合同\n\n甲方：张三\n\n乙方：安和公司\n\n第一条 乙方提供物业服务。",
        "# 房屋租赁合同\n\n第一条 乙方每月5日前向甲方支付租金。",
        "# 物业服务合同\n\n第一条 物业服务企业提供物业服务。",
    ],
)
def test_a_text_that_names_its_parties_or_is_about_something_else_is_left_alone(text: str, tmp_path: Path) -> None:
    assert sides(tmp_path, text) is None


@pytest.mark.parametrize(
    "clause",
    [
        "业主欠费的，乙方有权停水停电",
        "业主欠费超过三个月的，乙方可以暂停代购电服务",
        "乙方有权对欠费业主限电、限制门禁卡",
    ],
)
@pytest.mark.parametrize("title", ["前期物业服务合同", "物业服务合同"])
def test_a_clause_on_the_letter_binds_the_one_it_stands_for(title: str, clause: str, tmp_path: Path) -> None:
    file = tmp_path / "节选.md"
    file.write_text(f"# {title}\n\n第三条 {clause}。\n\n第四条 物业服务费每月每平方米2元。\n", encoding="utf-8")
    source = read(file)
    assert {bearer for norm in extract(source, outline(source)) for bearer in norm.bearer} >= {PROVIDER}


@pytest.mark.parametrize(
    ("text", "severity", "said"),
    [
        ("# 物业服务合同\n\n第三条 业主欠费的，乙方有权停水停电。", Severity.INFO, "把乙方当作物业服务"),
        ("第三条 物业费每平方米2元。甲方与乙方另有约定的从其约定。", Severity.HIGH, "看不出哪一方"),
    ],
)
def test_for_whom_the_letters_are_taken_is_told(text: str, severity: Severity, said: str, tmp_path: Path) -> None:
    file = tmp_path / "节选.md"
    file.write_text(text, encoding="utf-8")
    (found,) = [one for one in read_document(file).diagnostics if one.code == "DOC009"]
    assert found.severity is severity
    assert said in found.message
