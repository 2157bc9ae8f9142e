"""Of a contract's void clauses those are told that bear on the claims, each with what overrides it; no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

CONTRACT = """# 物业服务合同

{parties}

第一条 业主拖欠物业服务费满两个月的，乙方可以暂停向该户售电。

第二条 业主欠费超过三个月的，乙方有权注销其门禁卡和电梯卡。

第三条 个别业主欠费给乙方造成损失的，乙方可以从公共收益中抵扣。

第四条 乙方在服务区域内造成业主人身伤害的，不承担责任。

第五条 业主大会决定用公共收益弥补物业服务费不足的，乙方应当配合。

第六条 因乙方重大过失造成业主财产损失的，乙方不负赔偿责任。

第七条 除因乙方故意或者重大过失外，业主车辆被刮擦的，乙方不承担责任。

第八条 乙方有权将全部物业服务转委托给其他公司。
"""
ON_A_LINE = "甲方：某小区业主委员会  乙方：甲物业服务有限公司"
FORM = """on: 2025-06-30
place: 浙江省绍兴市
documents: [合同.md]
parties:
  - {{id: c, name: 某小区业主大会, role: owners_assembly}}
  - {{id: a, name: 甲物业公司, role: service_provider}}
  - {{id: b, name: 徐某, role: owner}}
claims: [{claim}]
"""
CUT, CARD, TAKEN, HARM, GRAVE, ON_WHOLE = "1/1", "2/1", "3/1", "4/1", "6/1", "8/1"
POWER, INCOME, INJURY = "民法典/944/3", "民法典/282", "民法典/506/1/1"
INTENT, HANDED_ON = "民法典/506/1/2", "民法典/941/2"


def told(folder: Path, claim: str, contract: str) -> dict[str, list[str]]:
    (folder / "合同.md").write_text(contract, encoding="utf-8")
    (folder / "案.yaml").write_text(FORM.format(claim=claim), encoding="utf-8")
    void = analyze(folder / "案.yaml").void_clauses
    return {str(one.clause).removeprefix("doc:合同/"): [str(at) for at in one.overridden_by] for one in void}


@pytest.mark.parametrize(
    ("claim", "void"),
    [
        ("{by: a, against: [b], claim: fees.arrears}", {CUT: [POWER], CARD: [POWER]}),
        ("{by: a, against: [b], claim: fees.late_fee}", {CUT: [POWER], CARD: [POWER]}),
        ("{by: b, against: [a], claim: fees.cutoff}", {CUT: [POWER], CARD: [POWER]}),
        ("{by: c, against: [a], claim: common_parts.income}", {TAKEN: [INCOME]}),
        ("{by: b, against: [a], claim: torts.duty_of_care}", {HARM: [INJURY], GRAVE: [INTENT]}),
        ("{by: c, against: [a], claim: contract.subcontracting}", {ON_WHOLE: [HANDED_ON]}),
        ("{by: b, against: [a], claim: governance.disclosure}", {}),
    ],
)
def test_void_clauses_that_bear_on_the_claim_are_told_and_no_others(
    claim: str, void: dict[str, list[str]], tmp_path: Path
) -> None:
    assert told(tmp_path, claim, CONTRACT.format(parties=ON_A_LINE)) == void


@pytest.mark.parametrize(
    "parties",
    [
        "甲方：某小区业主委员会\n\n乙方：甲物业服务有限公司",
        "某小区业主委员会（以下简称甲方）与甲物业服务有限公司（以下简称乙方）订立本合同。",
        "| 甲方 | 某小区业主委员会 |\n| --- | --- |\n| 乙方 | 甲物业服务有限公司 |",
    ],
)
def test_they_are_told_however_the_contract_names_its_parties(parties: str, tmp_path: Path) -> None:
    claim = "{by: a, against: [b], claim: fees.arrears}"
    assert told(tmp_path, claim, CONTRACT.format(parties=parties)) == {CUT: [POWER], CARD: [POWER]}


def test_a_clause_is_cited_by_the_number_that_it_prints(tmp_path: Path) -> None:
    parties = "# 物业服务合同\n\n甲方：业主\n\n乙方：甲物业公司\n\n"
    text = f"{parties}第三条 乙方提供服务。\n\n第九条 乙方造成业主人身伤害的，不承担责任。\n"
    (tmp_path / "合同.md").write_text(text, encoding="utf-8")
    claim = "{claim: torts.duty_of_care, by: b, against: [a]}"
    (tmp_path / "案.yaml").write_text(FORM.format(claim=claim), encoding="utf-8")
    page = analysis_text(analyze(tmp_path / "案.yaml"))
    assert "《物业服务合同》第九条第一款" in page
    assert "《物业服务合同》第二条" not in page


@pytest.mark.parametrize(
    ("clause", "overridden_by"),
    [
        ("出卖人对屋面防水、卫生间防水的保修期为两年，自交付之日起计算。", ["建设工程质量管理条例/40/1/2"]),
        ("出卖人对给排水管道保修一年。", ["建设工程质量管理条例/40/1/4"]),
        ("房屋交付后，出卖人不再承担保修责任。", ["物业管理条例/31"]),
        ("屋面、外墙防水保修五年，给排水管道保修两年，装修保修两年。", []),
        ("保修期满后，出卖人不再承担保修责任。", []),
    ],
)
def test_a_warranty_below_the_least_is_told_in_a_claim_for_it(
    clause: str, overridden_by: list[str], tmp_path: Path
) -> None:
    (tmp_path / "合同.md").write_text(f"# 商品房买卖合同\n\n第一条 {clause}\n", encoding="utf-8")
    form = FORM.replace("owners_assembly", "developer").format(claim="{by: b, against: [c], claim: developer.warranty}")
    (tmp_path / "案.yaml").write_text(form, encoding="utf-8")
    analysis = analyze(tmp_path / "案.yaml")
    assert [str(at) for one in analysis.void_clauses for at in one.overridden_by] == overridden_by
    answered = [one.id for one in analysis.claims[0].parts if one.id == "agreed_shorter"]
    assert answered == (["agreed_shorter"] if overridden_by else [])
