"""A contract beside a dispute of 2019: it keeps the result open only where the claim rests on a doubtful clause."""

from __future__ import annotations

from pathlib import Path

from propertylaw.model import Analysis, Result
from propertylaw.reasoning import analyze

CONTRACT = """# 物业服务合同

甲方：某小区业主委员会
乙方：甲物业公司

第一条 业主按季度交纳物业费，应当于每季度首月20日前交纳当季物业费，住宅每平方米每月2元。

第二条 业主逾期交费的，应当按欠费额每日万分之三向乙方支付违约金。

第三条 业主逾期交费，经乙方催告后仍不交纳的，乙方可以暂停该户的供水、供电。
"""
PEOPLE = """on: 2019-12-01
place: 江苏省南通市
{documents}
parties:
  - {{id: b, name: 徐某, role: owner}}
  - {{id: c, name: 黄某, role: owner}}
  - {{id: a, name: 甲物业公司, role: service_provider}}
"""
LEAK = """claims: [{by: b, against: [c], claim: neighbours.leak}]
facts:
  - {id: flat_flooded, value: true, said_by: b, evidence: [照片]}
  - {id: leak_from_their_part, of: c, value: true, said_by: b, evidence: [鉴定意见]}
  - {id: damage_amount, value: 3000, said_by: b, evidence: [维修单]}
  - {id: act_date, value: 2019-06-01, said_by: b, evidence: [照片]}
"""
OWED = """claims: [{by: a, against: [b], claim: fees.arrears}]
facts:
  - {id: service_provided, value: true}
  - {id: signed_contract, value: true}
  - {id: demand_made, value: true}
  - {id: floor_area, of: b, value: 100}
  - {id: unpaid_from, of: b, value: 2019-01-01}
  - {id: unpaid_to, of: b, value: 2019-06-30}
"""
CUT = """claims: [{by: b, against: [a], claim: fees.cutoff}]
facts:
  - {id: utilities_cut, value: true}
  - {id: cut_by_provider, value: true}
  - {id: cut_to_collect, value: true}
  - {id: act_date, value: 2019-06-01}
"""


def of_2019(folder: Path, rest: str, *, with_contract: bool) -> Analysis:
    (folder / "合同.md").write_text(CONTRACT, encoding="utf-8")
    documents = "documents: [合同.md]" if with_contract else "documents: []"
    (folder / "案.yaml").write_text(PEOPLE.format(documents=documents) + rest, encoding="utf-8")
    return analyze(folder / "案.yaml")


def codes(analysis: Analysis) -> set[str]:
    return {one.code for one in analysis.diagnostics if one.code.startswith("TIM")}


def test_a_contract_that_says_nothing_of_a_leak_leaves_it_to_the_older_law(tmp_path: Path) -> None:
    for with_contract in (False, True):
        analysis = of_2019(tmp_path, LEAK, with_contract=with_contract)
        assert analysis.claims[0].result is Result.SUPPORTED
        assert codes(analysis) == {"TIM003"}


def test_a_claim_on_a_clause_that_stands_under_the_code_is_reckoned_by_the_older_law(tmp_path: Path) -> None:
    # 时间效力规定 8: what was void then and is not under the code stands; so does what never was.
    analysis = of_2019(tmp_path, OWED, with_contract=True)
    (claim,) = analysis.claims
    assert claim.result is Result.SUPPORTED
    assert claim.amount is not None and claim.amount.high == 1200  # six months of 100 m2 at 2 yuan, from the contract
    assert claim.time is not None and any("合同法" in str(at) for at in claim.basis)
    assert codes(analysis) == {"TIM003"}


def test_a_claim_on_a_clause_that_the_code_overrides_stays_open_and_the_page_says_why(tmp_path: Path) -> None:
    analysis = of_2019(tmp_path, CUT, with_contract=True)
    assert analysis.claims[0].result is Result.DEPENDS
    assert codes(analysis) == {"TIM001"}


def test_a_clause_that_only_the_code_forbids_leaves_open_what_was_over_before_it(tmp_path: Path) -> None:
    over = CUT + "  - {id: harm_end_date, value: 2019-06-05}\n"
    people = PEOPLE.replace("2019-12-01", "2025-06-30")
    (tmp_path / "合同.md").write_text(CONTRACT, encoding="utf-8")
    for documents, result in (("[合同.md]", Result.DEPENDS), ("[]", Result.SUPPORTED)):
        file = tmp_path / "案.yaml"
        file.write_text(people.format(documents=f"documents: {documents}") + over, encoding="utf-8")
        (claim,) = analyze(file).claims
        assert claim.result is result
