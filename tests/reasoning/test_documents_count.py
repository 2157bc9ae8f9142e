"""The documents of a dispute decide: another due day, a void clause, another city, a later version, an open term."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze

CONTRACT = """# 物业服务合同

甲方：某小区业主委员会
乙方：甲物业公司

第一条 业主按季度交纳物业费，应当于每季度首月20日前交纳当季物业费。

第二条 业主逾期交费的，应当按欠费额每日万分之三向乙方支付违约金。

第三条 业主逾期交费，经乙方及时催告后仍不交纳的，乙方可以暂停该户的供水、供电。
"""
REGULATION = """# 云溪市住宅物业管理条例

第一条 住宅房屋交付后空置六个月以上的，前期物业服务费按照不超过百分之七十交纳。

第二条 本条例自{since}起施行。
"""
ARREARS = """on: {on}
place: {place}
documents: [{documents}]
parties:
  - {{id: a, name: 甲物业公司, role: service_provider}}
  - {{id: b, name: 徐某, role: owner}}
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: signed_contract, value: true}}
  - {{id: service_provided, value: true}}
  - {{id: fee_rate, of: b, value: 2}}
  - {{id: floor_area, of: b, value: 100}}
  - {{id: unpaid_from, of: b, value: 2024-01-01}}
  - {{id: unpaid_to, of: b, value: 2024-03-31}}
  - {{id: late_fee_requested, value: true}}
"""
CUT = """on: 2025-06-30
place: 临江省云溪市
documents: [合同.md]
parties:
  - {id: b, name: 徐某, role: owner}
  - {id: a, name: 甲物业公司, role: service_provider}
claims: [{by: b, against: [a], claim: fees.cutoff}]
facts:
  - {id: utilities_cut, value: true}
  - {id: cut_by_provider, value: true}
  - {id: cut_to_collect, value: true}
"""


def arrears(folder: Path, contract: str = CONTRACT, on: str = "2024-04-30", place: str = "临江省云溪市") -> Analysis:
    (folder / "合同.md").write_text(contract, encoding="utf-8")
    (folder / "案.yaml").write_text(ARREARS.format(on=on, place=place, documents="合同.md"), encoding="utf-8")
    return analyze(folder / "案.yaml")


def with_regulation(folder: Path, since: str, place: str) -> Analysis:
    (folder / "云溪市住宅物业管理条例.md").write_text(REGULATION.format(since=since), encoding="utf-8")
    form = ARREARS.format(on="2024-04-30", place=place, documents="云溪市住宅物业管理条例.md")
    form += "  - {id: never_moved_in, of: b, value: true, admitted_by: [a]}\n"
    form += "  - {id: empty_flat_conditions_met, of: b, value: true, admitted_by: [a]}\n"
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml")


def test_another_due_day_changes_the_penalty(tmp_path: Path) -> None:
    # 600 for the quarter; due 20 January: 101 days to 30 April, 600 × 0.0003 × 101 = 18.18
    amount = arrears(tmp_path).claims[0].amount
    assert amount is not None
    assert amount.high == Decimal("618.18")
    # due 10 January: 111 days, 600 × 0.0003 × 111 = 19.98
    earlier = CONTRACT.replace("首月20日", "首月10日")
    amount = arrears(tmp_path, earlier).claims[0].amount
    assert amount is not None
    assert amount.high == Decimal("619.98")


def test_a_claim_before_the_agreed_day_is_premature(tmp_path: Path) -> None:
    assert arrears(tmp_path, on="2024-01-10").claims[0].result is Result.PREMATURE


def test_a_void_clause_does_not_help_and_is_cited_with_the_provision(tmp_path: Path) -> None:
    (tmp_path / "合同.md").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "案.yaml").write_text(CUT, encoding="utf-8")
    found = analyze(tmp_path / "案.yaml")
    assert found.claims[0].result is Result.SUPPORTED
    (void,) = found.void_clauses
    assert str(void.clause) == "doc:合同/3/1"
    assert "民法典/944/3" in map(str, void.overridden_by)
    assert any("条款" in sentence.says and void.clause in sentence.basis for sentence in found.prose)


def test_a_clause_that_keeps_owners_out_is_void_and_what_is_disputed_is_told(tmp_path: Path) -> None:
    out = CONTRACT.replace("暂停该户的供水、供电", "停用该户的门禁卡和电梯卡")
    (tmp_path / "合同.md").write_text(out, encoding="utf-8")
    (tmp_path / "案.yaml").write_text(CUT.replace("utilities_cut", "access_restricted"), encoding="utf-8")
    (void,) = analyze(tmp_path / "案.yaml").void_clauses
    assert str(void.clause) == "doc:合同/3/1"
    assert "民法典/944/3" in map(str, void.overridden_by)
    assert "等方式" in void.disputed
    lawful = CONTRACT.replace("暂停该户的供水、供电", "停止赠送的代办服务")
    (tmp_path / "合同.md").write_text(lawful, encoding="utf-8")
    assert not analyze(tmp_path / "案.yaml").void_clauses


HARM = """on: 2025-06-30
place: 临江省云溪市
documents: [合同.md]
parties:
  - {id: b, name: 徐某, role: owner}
  - {id: a, name: 甲物业公司, role: service_provider}
claims:
  - {by: b, against: [a], claim: torts.duty_of_care}
  - {by: b, against: [a], claim: contract.void_exemption}
facts: [{id: harm_suffered, value: true}]
"""


def test_an_exemption_from_injury_is_void_on_its_face_and_one_from_other_loss_is_not(tmp_path: Path) -> None:
    def found(clause: str) -> Analysis:
        (tmp_path / "合同.md").write_text(f"{CONTRACT}\n第四条 {clause}\n", encoding="utf-8")
        (tmp_path / "案.yaml").write_text(HARM, encoding="utf-8")
        return analyze(tmp_path / "案.yaml")

    both = found("乙方不对业主的财物损失承担任何责任，业主在小区内受到人身伤害的，乙方概不负责。")
    (void,) = both.void_clauses
    assert (str(void.clause), void.reason) == ("doc:合同/4/1", "frees_from_liability")
    assert "民法典/506/1/1" in map(str, void.overridden_by)
    assert both.claims[1].result is Result.SUPPORTED
    goods = found("业主的财物损失，乙方概不负责。")
    assert not goods.void_clauses
    assert goods.claims[1].result is Result.DEPENDS
    lawful = found("业主因自身原因受到人身伤害的，乙方不承担责任。")
    assert not lawful.void_clauses


def test_a_void_clause_that_does_not_bear_on_the_claims_is_told_without_a_number(tmp_path: Path) -> None:
    (tmp_path / "合同.md").write_text(CONTRACT, encoding="utf-8")
    harm = CUT.replace("fees.cutoff", "torts.duty_of_care").split("facts:", maxsplit=1)[0]
    (tmp_path / "案.yaml").write_text(harm + "facts: [{id: harm_suffered, value: true}]\n", encoding="utf-8")
    found = analyze(tmp_path / "案.yaml")
    assert found.void_clauses == ()
    (told,) = (one for one in found.diagnostics if one.code == "DOC006")
    assert "已见到与强制性规定冲突的，还可能有别的问题" in told.message
    assert not any(char.isdigit() for char in told.message)
    assert "propertylaw review" in told.advice


def vague_terms(folder: Path, claim: str, contract: str = CONTRACT) -> list[tuple[str, list[str]]]:
    form = {
        "fees.cutoff": CUT,
        "fees.late_fee": ARREARS.format(on="2024-04-30", place="临江省云溪市", documents="合同.md"),
    }
    (folder / "合同.md").write_text(contract, encoding="utf-8")
    (folder / "案.yaml").write_text(form[claim].replace("fees.arrears", claim), encoding="utf-8")
    found = analyze(folder / "案.yaml").open_concepts
    return [(one.id, list(map(str, one.vague_in))) for one in found if one.vague_in]


def test_an_open_term_in_a_clause_on_which_the_result_hangs_is_told(tmp_path: Path) -> None:
    demanded = CONTRACT.replace("业主逾期交费的，应当", "业主逾期交费，经乙方及时催告仍不交的，应当")
    assert vague_terms(tmp_path, "fees.late_fee", demanded) == [("vague_time", ["doc:合同/2/1"])]
    in_days = demanded.replace("经乙方及时催告仍不交的", "经乙方催告满三十日仍不交的")
    assert vague_terms(tmp_path, "fees.late_fee", in_days) == []


def test_an_open_term_in_a_clause_that_the_law_overrides_changes_nothing_and_is_not_told(tmp_path: Path) -> None:
    # Clause 3 lets the provider cut the water after a timely demand: void, however timely.
    assert vague_terms(tmp_path, "fees.cutoff") == []


def test_the_rule_of_another_city_or_of_a_later_day_is_set_aside_and_the_reason_told(tmp_path: Path) -> None:
    here = with_regulation(tmp_path, "2023年1月1日", "临江省云溪市")
    assert not {d.code for d in here.diagnostics} & {"DOC001", "DOC002"}
    elsewhere = with_regulation(tmp_path, "2023年1月1日", "临江省青山市")
    assert "DOC001" in {d.code for d in elsewhere.diagnostics}
    later = with_regulation(tmp_path, "2025年1月1日", "临江省云溪市")
    assert "DOC002" in {d.code for d in later.diagnostics}
    # 600 × 0.7 where the local rule counts, else the whole
    sums = [analysis.claims[0].amount for analysis in (here, elsewhere, later)]
    assert [money.high for money in sums if money] == [Decimal("420.00"), Decimal("600.00"), Decimal("600.00")]
    assert [a.claims[0].result for a in (here, elsewhere, later)] == [
        Result.PARTLY_SUPPORTED,
        Result.SUPPORTED,
        Result.SUPPORTED,
    ]


LOCAL_BAN = """# 云溪市住宅物业管理条例

第一条 物业服务人不得自行提高物业费的收费标准。

第二条 本条例自2023年1月1日起施行。
"""


def test_a_clause_that_local_law_alone_forbids_is_told_and_counts(tmp_path: Path) -> None:
    (tmp_path / "条例.md").write_text(LOCAL_BAN, encoding="utf-8")
    contract = CONTRACT.replace("乙方可以暂停该户的供水、供电", "乙方可以自行提高物业费的收费标准")
    (tmp_path / "合同.md").write_text(contract, encoding="utf-8")
    form = ARREARS.format(on="2024-04-30", place="临江省云溪市", documents="合同.md, 条例.md")
    (tmp_path / "案.yaml").write_text(form, encoding="utf-8")
    (told,) = (one for one in analyze(tmp_path / "案.yaml").diagnostics if one.code == "DOC005")
    assert [str(at) for at in told.basis] == ["民法典/153/1", "民法典/153/2"]
    assert "不当然无效" in told.message


CAP = """# 云溪市住宅物业管理条例

第一条 前期物业服务人利用共有部分经营的，扣除合理支出后的收益归业主共有，其支出不得超过经营收入的百分之三十。

第二条 本条例自2021年1月1日起施行。
"""
SHARED_INCOME = """# 枫林苑前期物业服务合同

甲方（建设单位）：某置业公司

乙方（物业服务企业）：甲物业公司

第八条 共用部位经营

8.1 经营收入的{share}作为乙方管理成本及报酬。
"""


@pytest.mark.parametrize(("share", "told"), [("60%", ["DOC005"]), ("20%", [])])
def test_a_share_of_the_developers_provider_above_the_local_cap_is_told(
    share: str, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "条例.md").write_text(CAP, encoding="utf-8")
    (tmp_path / "合同.md").write_text(SHARED_INCOME.format(share=share), "utf-8")
    form = """
on: 2024-04-30
place: 临江省云溪市
documents: [合同.md, 条例.md]
parties:
  - {id: o, name: 业主大会, role: owners_assembly}
  - {id: a, name: 甲物业公司, role: service_provider}
claims: [{by: o, against: [a], claim: common_parts.income}]
facts:
  - {id: common_part_used, value: true, admitted_by: [a]}
  - {id: operated_by_respondent, of: a, value: true, admitted_by: [a]}
  - {id: common_income_gross, value: 100000, admitted_by: [a]}
  - {id: preliminary_contract, value: true}
  - {id: share_decided_by_owners, value: false}
"""
    (tmp_path / "案.yaml").write_text(form, encoding="utf-8")
    found = analyze(tmp_path / "案.yaml")
    assert [one.code for one in found.diagnostics if one.code == "DOC005"] == told
    money = found.claims[0].remedies[0].money
    # at least 70 % is left to the owners, or 80 % where the share is 20 %
    assert money is not None and money.low == (70000 if told else 80000)
