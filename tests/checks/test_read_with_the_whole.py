"""A clause is read with the contract's own definitions, under its own number, and a table's row like a sentence."""

from __future__ import annotations

from pathlib import Path

from propertylaw.checks import review
from propertylaw.model import Diagnostic, Severity, Source
from propertylaw.reading import read
from propertylaw.structure import outline

EARLY = "云水苑前期物业服务合同\n甲方（建设单位）：云水置业有限公司\n乙方（物业服务人）：云水物业服务有限公司\n"
HEAD = "云水苑物业服务合同\n甲方：云水苑业主委员会\n乙方：云水物业服务有限公司\n"


def told(text: str) -> list[Diagnostic]:
    source = Source(name="合同", format="txt", text=text, path="合同.txt")
    return list(review(source, outline(source)).findings)


def of(findings: list[Diagnostic], issue: str) -> list[Diagnostic]:
    return [one for one in findings if one.issue == issue]


def test_a_definition_tells_whom_a_charge_leaves_out() -> None:
    fee = "第二条　物业费由收费房屋的业主交纳，收费房屋以外的房屋不计收物业费。\n"
    delivered = "第一条　“收费房屋”指已办妥交房手续并领取钥匙的房屋。\n"
    (one,) = of(told(EARLY + delivered + fee), "developer_vacant_fee_exempt")

    assert one.clause == "第二条"
    assert one.severity is Severity.HIGH


def test_another_clause_by_which_the_developer_pays_saves_it() -> None:
    fee = "第二条　物业费由收费房屋的业主交纳，收费房屋以外的房屋不向业主计收物业费。\n"
    delivered = "第一条　“收费房屋”指已办妥交房手续并领取钥匙的房屋。\n"
    pays = "第三条　尚未交付的房屋，其物业费由甲方按同一标准全额交纳。\n"

    assert not of(told(EARLY + delivered + fee + pays), "developer_vacant_fee_exempt")


def test_a_definition_by_the_deed_leaves_nobody_out() -> None:
    area = "第一条　“计费面积”指不动产权证书载明的建筑面积。\n第二条　物业费只按计费面积计收。\n"

    assert not of(told(EARLY + area), "developer_vacant_fee_exempt")


def test_a_title_states_nothing() -> None:
    text = f"{HEAD}第一条　【收费调整】服务期内收费标准固定，不随物价指数自动调整。\n第二条　乙方每日清扫楼道一次。\n"

    assert not of(told(text), "unilateral_fee_increase")


def test_law_that_is_gone_is_told_in_the_opening_words_too() -> None:
    text = f"{HEAD}依照《物权法》《物业管理条例》，双方订立本合同。\n第一条　乙方每日清扫楼道一次。\n"
    (one,) = of(told(text), "stale_citation")

    assert "民法典" in one.advice


def test_numbered_parts_of_a_titled_chapter_are_clauses_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "contract.md"
    file.write_text(
        "# 云水苑物业服务合同\n\n甲方：云水苑业主委员会\n\n乙方：云水物业服务有限公司\n\n## 1　服务\n\n"
        "**1.1**　乙方每日清扫楼道一次。\n\n**1.2**　业主欠费的，乙方可以停止供水、供电。\n\n## 2　期限\n\n"
        "**2.1**　期限三年。\n\n**2.2**　期满后由业主大会决定续聘。\n",
        encoding="utf-8",
    )
    source = read(file)
    findings = list(review(source, outline(source)).findings)

    assert [one.clause for one in of(findings, "cut_off_utilities")] == ["1.2"]


def test_a_row_of_an_annex_is_read_like_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "contract.md"
    file.write_text(
        "# 云水苑物业服务合同\n\n甲方：云水苑业主委员会\n\n乙方：云水物业服务有限公司\n\n"
        "第一条　乙方每日清扫楼道一次。\n\n## 附件一　维修项目及费用来源\n\n"
        "| 项目 | 周期 | 费用来源 |\n| --- | --- | --- |\n"
        "| 屋面防水翻新 | 八年 | 维修资金，业主表决 |\n| 楼道灯泡更换、草坪补种 | 日常 | 维修资金，乙方按季报销 |\n",
        encoding="utf-8",
    )
    source = read(file)
    (one,) = of(list(review(source, outline(source)).findings), "maintenance_fund_misuse")

    assert one.place == "附件一"
    assert one.severity is Severity.HIGH
