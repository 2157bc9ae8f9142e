"""Annexes are judged as clauses are, and clauses with what they mean by their terms and references."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from propertylaw.checks import ClauseInput, review, review_clause
from propertylaw.checks.quantities import quantities
from propertylaw.model import Diagnostic, Severity
from propertylaw.reading import read_text
from propertylaw.structure import outline

HEAD = "云水苑物业服务合同\n\n甲方：云水苑业主委员会\n乙方：云水物业服务有限公司\n\n第一条　乙方每日清扫楼道一次。\n\n"
FOLDER = Path(__file__).parent / "annexes"
GRAVE = (Severity.HIGH, Severity.MEDIUM)


def found(*clauses: str, annex: str = "") -> list[Diagnostic]:
    numbers = "二三四五六七"
    body = "\n\n".join(f"第{numbers[at]}条　{clause}" for at, clause in enumerate(clauses))
    source = read_text(f"{HEAD}{body}\n\n{annex}\n", "合同")
    return list(review(source, outline(source)).findings)


def sheet(title: str, rows: list[list[str]], notes: str = "") -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n\n".join(filter(None, [title, "\n".join(lines), notes]))


def cases(name: str) -> list[Any]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", cases("rows"), ids=lambda case: case["table"][1][0])
def test_rows_and_notes_of_annexes_are_judged(case: dict[str, Any]) -> None:
    clauses = case.get("clauses", "收费、清单和标准见附件一。")
    annex = sheet(case["annex"], case["table"], case.get("notes", ""))
    told = {one.issue for one in found(clauses, annex=annex) if one.place.startswith("附件") and one.severity in GRAVE}
    assert told == set(case["tells"])


@pytest.mark.parametrize("case", cases("differs"), ids=lambda case: case["clauses"][:14])
def test_a_table_is_held_against_the_clauses(case: dict[str, Any]) -> None:
    annex = sheet("附件一　明细", case["table"])
    told = [one for one in found(case["clauses"], "明细见附件一。", annex=annex) if one.code == "CON076"]
    assert len(told) == case["tells"]
    for one in told:
        assert (one.issue, one.place) == ("amounts_do_not_add_up", "附件一")
        assert "第二条写" in one.message
        assert one.related


def test_a_finding_from_a_definition_names_both_places() -> None:
    (one,) = [
        each
        for each in found("“协作单位”是指可以承接全部物业服务的任何公司。", "乙方可以将服务交由协作单位完成。")
        if each.code == "CON004"
    ]
    assert one.clause == "第三条"
    assert "第二条对“协作单位”的定义" in one.message
    assert [str(at) for at in one.related] == ["doc:合同/2/1"]


@pytest.mark.parametrize(
    ("meaning", "clause", "issue"),
    [
        (
            "“公共能耗费”，是指电梯的电费以及乙方员工宿舍的水电费。",
            "公共能耗费由业主按面积分摊。",
            "unlawful_extra_charge",
        ),
        (
            "“应收款”，包括以前的业主所欠的费用。",
            "业主办理过户前应当交清应收款。",
            "unlawful_extra_charge",
        ),
        (
            "“有效票”，是指已交清物业费的业主投出的票。",
            "表决以有效票计算。",
            "residence_vote_by_fee_status",
        ),
    ],
)
def test_a_vicious_definition_works_through(meaning: str, clause: str, issue: str) -> None:
    assert issue in {one.issue for one in found(f"本合同所称{meaning}", clause) if one.clause == "第三条"}


@pytest.mark.parametrize(
    ("meaning", "clause"),
    [
        ("“公共能耗费”，是指电梯、路灯的电费。", "公共能耗费由业主按面积据实分摊。"),
        ("“协作单位”，是指具有资质的电梯维护单位。", "乙方可以将电梯维护交由协作单位完成。"),
        ("“工作日”，是指法定节假日以外的日期。", "乙方在三个工作日内答复。"),
    ],
)
def test_a_harmless_definition_says_nothing(meaning: str, clause: str) -> None:
    told = [one for one in found(f"本合同所称{meaning}", clause) if one.severity in GRAVE]
    assert not [one for one in told if "定义" in one.message]


def test_items_that_are_named_by_number_are_read() -> None:
    told = found(
        "乙方提供下列服务：\n（一）楼道保洁；\n（二）绿化养护；\n（三）秩序维护；\n（四）设施维修。",
        "乙方可以将第二条第（一）项至第（四）项的工作分别交由协作单位完成。",
    )
    (one,) = [each for each in told if each.code == "CON004" and each.severity in GRAVE]
    assert "第（一）项至第（四）项的内容" in one.message


def test_an_annex_that_nothing_refers_to_is_told() -> None:
    annex = sheet("附件一　停车收费表", [["类别", "标准"], ["地面停车", "150元/月"]])
    assert [one.code for one in found("停车按月交费。", annex=annex) if one.code == "CON077"] == ["CON077"]
    assert "CON077" not in {one.code for one in found("停车收费见附件一。", annex=annex)}
    assert "CON077" not in {one.code for one in found("附件一至附件三是本合同的组成部分。", annex=annex)}


def test_one_finding_tells_words_that_have_two_issues() -> None:
    annex = sheet("附件一　停车", [["类别", "标准", "收费主体"], ["地面道路停车位", "200元/月", "乙方收取并归乙方"]])
    (one,) = [each for each in found("停车收费见附件一。", annex=annex) if each.span and each.severity in GRAVE]
    assert (one.issue, one.also) == ("parking_common_area_to_developer", ("public_revenue_to_provider",))
    assert "公共收益归物业" in one.message


def test_a_doubted_finding_weighs_little() -> None:
    told = review_clause(ClauseInput(id="1", text="乙方仍应以张贴于该户门口的方式补充通知业主。"))
    assert all(one.severity not in GRAVE for one in told if "更接近合法条款" in one.message)


@pytest.mark.parametrize("sentence", ["会议议题由业主委员会公开征集后拟定。", "会议记录由业主委员会归档保存。"])
def test_dull_sentences_on_papers_are_like_nothing(sentence: str) -> None:
    assert "CON058" not in {one.code for one in found(sentence)}


def test_an_option_that_is_not_ticked_says_nothing() -> None:
    told = found("物业费按☑半年　□季　□月交纳，业主于每年1月31日、7月31日前交清当期费用。")
    assert "CON019" not in {one.code for one in told}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("每张15元", "15元/张"),
        ("一小时", "60分钟"),
        ("每半年一次", "每年二次"),
        ("百分之三", "3%"),
        ("每月每平方米2元", "2元/平方米·月"),
    ],
)
def test_quantities_in_other_words_are_the_same(one: str, other: str) -> None:
    (first,), (second,) = list(quantities(one)), list(quantities(other))
    assert first.is_comparable(second)
    assert not first.contradicts(second)


@given(st.integers(1, 500), st.integers(1, 500))
def test_at_least_is_kept_by_more_only(least: int, stated: int) -> None:
    (bound,), (own,) = list(quantities(f"不少于{least}人")), list(quantities(f"{stated}人"))
    assert bound.contradicts(own) == own.contradicts(bound) == (stated < least)
