"""Local regulations, covenants and contracts of a dispute state the facts that claims about common property ask for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from propertylaw.model import ClaimFinding, Effect, Result
from propertylaw.reasoning import analyze

REGULATION = """# 云溪市住宅物业管理条例

2023年5月1日 施行

第一条 业主要求承租尚未出售的车位、车库的，建设单位不得只售不租。

第二条 人民防空工程平时用作停车位的，建设单位不得出售、附赠。

第三条 业主对公共收益有异议的，可以查阅财务账簿。
"""

COVENANT = """# 枫林苑管理规约

第一条 业主逾期没有交回表决票的，其票数计入已表决的多数票。

第二条 拖欠物业费的业主，其投票权受到限制。
"""

PARKING = """on: 2025-06-30
place: {place}
documents: [条例.md]
parties:
  - {{id: b, name: 赵某, role: owner}}
  - {{id: d, name: 某置业公司, role: developer}}
claims: [{{by: b, against: [d], claim: parking.planned_first}}]
facts:
  - {{id: planned_space, value: true, said_by: b, admitted_by: [d]}}
  - {{id: spaces_disposed_by_respondent, of: d, value: true, said_by: b, admitted_by: [d]}}
  - {{id: owner_need_unmet, value: true, said_by: b, evidence: [求租记录]}}
  - {{id: sold_to_outsiders, of: d, value: false, said_by: d, admitted_by: [b]}}
  - {{id: sale_only, of: d, value: true, said_by: b, evidence: [销售公示]}}
"""

VOTE = """on: 2025-06-30
place: 临江省云溪市
documents: [规约.md]
parties:
  - {id: b, name: 彭某, role: owner}
  - {id: c, name: 枫林苑业主委员会, role: owners_committee}
claims: [{by: b, against: [c], claim: decisions.revoke}]
facts:
  - {id: decision_made, value: true, said_by: b, admitted_by: [c]}
  - {id: threshold_missed, value: false, said_by: c, admitted_by: [b]}
  - {id: decision_known_date, value: 2025-05-10}
  - {id: debtors_excluded, value: true, said_by: b, evidence: [公告]}
"""


SALE = """on: 2025-06-30
place: 临江省云溪市
documents: [条例.md]
parties:
  - {id: b, name: 赵某, role: owner}
  - {id: d, name: 某置业公司, role: developer}
claims: [{by: b, against: [d], claim: parking.sale}]
facts:
  - {id: cd_space, value: true, said_by: b, admitted_by: [d]}
  - {id: cd_space_sold, of: d, value: true, said_by: b, evidence: [使用权转让协议]}
"""

BOOKS = """on: 2025-06-30
place: 临江省云溪市
documents: [条例.md]
parties:
  - {id: b, name: 吴某, role: owner}
  - {id: a, name: 甲物业公司, role: service_provider}
claims: [{by: b, against: [a], claim: governance.disclosure}]
facts:
  - {id: asks_other_records, value: true, said_by: b, evidence: [书面申请]}
  - {id: records_withheld, value: true, said_by: b, admitted_by: [a]}
"""

HELP = """on: 2025-06-30
place: {place}
documents: [条例.md]
parties:
  - {{id: b, name: 邱某, role: owner}}
  - {{id: s, name: 某街道办事处, role: subdistrict}}
claims: [{{by: b, against: [s], claim: governance.no_assembly_help}}]
facts:
  - {{id: assembly_conditions_met, value: true, said_by: b, evidence: [入住情况]}}
  - {{id: review_applied, value: true, said_by: b, evidence: [复议申请书]}}
  - {{id: review_decision_date, value: 2025-06-28, said_by: b, evidence: [复议决定书]}}
  - {{id: help_requested, value: true, said_by: b, evidence: [签收回执]}}
  - {{id: help_request_date, value: {requested}, said_by: b, evidence: [签收回执]}}
  - {{id: help_not_given, of: s, value: true, said_by: b, admitted_by: [s]}}
"""

ASSEMBLY = """# 云溪市住宅物业管理条例

2023年5月1日 施行

第一条 符合条件的，街道办事处应当在收到业主的书面申请后四十日内组建业主大会筹备组，并自其成立之日起七十日内召开会议。
"""

SEAL = """on: 2025-06-30
place: 临江省云溪市
documents: [条例.md]
parties:
  - {{id: c, name: 新一届业主委员会, role: owners_committee}}
  - {{id: m, name: 原业主委员会, role: owners_committee}}
claims: [{{by: c, against: [m], claim: governance.seal_and_records}}]
facts:
  - {{id: assembly_authorised_suit, value: true, said_by: c, admitted_by: [m]}}
  - {{id: new_committee_elected, value: true, said_by: c, evidence: [选举公告]}}
  - {{id: office_ended, of: m, value: true, said_by: c, admitted_by: [m]}}
  - {{id: holds_seal_records, of: m, value: true, said_by: c, admitted_by: [m]}}
  - {{id: office_end_date, value: {ended}, said_by: c, admitted_by: [m]}}
"""

HANDOVER = """# 云溪市住宅物业管理条例

2023年5月1日 施行

第一条 业主委员会应当自换届之日起十二日内，向新一届业主委员会移交印章和档案。
"""


def found(folder: Path, form: str, **documents: str) -> ClaimFinding:
    for name, text in documents.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml").claims[0]


@pytest.mark.parametrize(
    ("place", "result"),
    [("临江省云溪市", Result.SUPPORTED), ("临江省南浦市", Result.DEPENDS)],
)
def test_where_a_local_rule_forbids_sale_only_refusing_to_rent_breaches_the_duty(
    tmp_path: Path, place: str, result: Result
) -> None:
    finding = found(tmp_path, PARKING.format(place=place), 条例=REGULATION)
    assert finding.result is result
    stated = [str(at) for element in finding.elements for use in element.facts for at in use.stated_at]
    assert bool(stated) is (result is Result.SUPPORTED)


@pytest.mark.parametrize(
    ("place", "requested", "result"),
    [
        ("临江省云溪市", "2025-05-18", Result.SUPPORTED),  # the forty days ended on Friday 27 June
        ("临江省云溪市", "2025-05-20", Result.PREMATURE),  # they ended on Sunday 29 June, moved to the 30th
        ("临江省南浦市", "2025-05-20", Result.DEPENDS),  # no rule there makes guidance a duty of forty days
    ],
)
def test_a_local_rule_says_in_how_many_days_the_subdistrict_has_to_act(
    tmp_path: Path, place: str, requested: str, result: Result
) -> None:
    assert found(tmp_path, HELP.format(place=place, requested=requested), 条例=ASSEMBLY).result is result


@pytest.mark.parametrize(
    ("ended", "result"),
    [("2025-06-18", Result.PREMATURE), ("2025-06-17", Result.SUPPORTED)],  # the twelve days end on 30 and on 29 June
)
def test_a_local_rule_says_in_how_many_days_a_committee_hands_over_its_seal(
    tmp_path: Path, ended: str, result: Result
) -> None:
    assert found(tmp_path, SEAL.format(ended=ended), 条例=HANDOVER).result is result


def test_a_covenant_that_restricts_debtors_opens_the_question_whether_it_may(tmp_path: Path) -> None:
    finding = found(tmp_path, VOTE, 规约=COVENANT)
    assert finding.result is Result.DEPENDS
    assert [defence.concept for defence in finding.defences if defence.concept] == ["debtor_vote"]
    without = COVENANT.split("第二条", maxsplit=1)[0]
    assert found(tmp_path, VOTE, 规约=without).result is Result.SUPPORTED


def test_a_covenant_states_that_unreturned_ballots_count_with_the_majority(tmp_path: Path) -> None:
    counted = VOTE.replace("debtors_excluded, value: true", "debtors_excluded, value: false")
    figures = {
        "area_total": 10000,
        "heads_total": 100,
        "area_in": 6000,
        "heads_in": 60,
        "area_for": 5500,
        "heads_for": 55,
    }
    figures |= {"area_unreturned": 2000, "heads_unreturned": 20}
    lines = "".join(
        f"  - {{id: vote_{name}, value: {number}, evidence: [表决票统计]}}\n" for name, number in figures.items()
    )
    matter = "  - {id: vote_on_fund_or_rebuilding, value: false}\n  - {id: vote_on_common_use, value: false}\n"
    finding = found(tmp_path, counted + lines + matter, 规约=COVENANT)
    assert finding.result is Result.DEPENDS
    assert [defence.id for defence in finding.defences if defence.concept == "unreturned_ballots"] == ["unreturned"]


def test_a_sales_contract_that_keeps_the_spaces_for_the_developer_does_not_help_it(tmp_path: Path) -> None:
    contract = (
        "# 商品房买卖合同\n\n出卖人：某置业公司\n买受人：赵某\n\n第一条 地下车位归出卖人所有，出卖人有权出售、出租。\n"
    )
    form = PARKING.format(place="临江省云溪市").replace("条例.md", "合同.md").replace("value: false", "value: true")
    finding = found(tmp_path, form, 合同=contract)
    assert finding.result is Result.SUPPORTED
    assert [d.id for d in finding.defences if d.effect is Effect.RULED_OUT] == ["owned"]


@pytest.mark.parametrize(
    ("form", "fact", "article"),
    [(SALE, "cd_local_sale_ban", 2), (BOOKS, "local_books_rule", 3)],
    ids=["civil defence spaces", "books"],
)
def test_a_local_rule_is_weighed_and_does_not_settle_an_open_concept(
    tmp_path: Path, form: str, fact: str, article: int
) -> None:
    finding = found(tmp_path, form, 条例=REGULATION)
    assert finding.result is Result.DEPENDS
    used = [use for part in (*finding.elements, *finding.defences) for use in part.facts if use.fact == fact]
    assert {at.article for use in used for at in use.stated_at} == {article}


MONTH_OF_HANDOVER = """# 云溪市住宅物业管理条例

2023年5月1日 施行

第一条 前期物业服务合同生效至房屋交付当月的物业费，由建设单位承担。交付的次月起由业主承担。
"""
FLAT = """on: 2025-06-30
place: {place}
documents: [条例.md]
parties:
  - {{id: a, name: 甲物业公司, role: service_provider}}
  - {{id: b, name: 徐某, role: owner}}
claims: [{{by: a, against: [b], claim: fees.arrears}}]
facts:
  - {{id: preliminary_contract, value: true, said_by: a, evidence: [前期物业服务合同]}}
  - {{id: service_provided, value: true, said_by: a, evidence: [服务记录]}}
  - {{id: fee_rate, value: 2, said_by: a, evidence: [前期物业服务合同]}}
  - {{id: floor_area, of: b, value: 100}}
  - {{id: unpaid_from, of: b, value: 2024-03-01}}
  - {{id: unpaid_to, of: b, value: 2024-06-30}}
  - {{id: delivered_date, value: 2024-03-11, said_by: b, evidence: [交接单]}}
  - {{id: ownership_from, of: b, value: {owned}, said_by: b, evidence: [交接单]}}
"""


@pytest.mark.parametrize(
    ("place", "owned", "amount"),
    [
        ("临江省云溪市", "2024-03-11", "600.00"),  # April to June
        ("临江省南浦市", "2024-03-11", "735.48"),  # the same and 21 of the 31 days of March: 135.48
        ("临江省云溪市", "2024-04-16", "500.00"),  # bought from the first owner: 15 of 30 days of April, May and June
    ],
)
def test_a_local_rule_says_that_the_month_of_the_handover_is_the_developers(
    tmp_path: Path, place: str, owned: str, amount: str
) -> None:
    finding = found(tmp_path, FLAT.format(place=place, owned=owned), 条例=MONTH_OF_HANDOVER)
    assert finding.amount is not None
    assert (finding.amount.low, finding.amount.high) == (Decimal(amount), Decimal(amount))


CAP = """# 云溪市住宅物业管理条例

2023年5月1日 施行

第一条 利用共用部位经营的，前期物业服务人代为经营的支出不得超过经营收入的百分之二十五。
"""
INCOME = """on: 2025-06-30
place: {place}
documents: [条例.md, 合同.md]
parties:
  - {{id: o, name: 某小区业主大会, role: owners_assembly}}
  - {{id: a, name: 甲物业公司, role: service_provider}}
claims: [{{by: o, against: [a], claim: common_parts.income}}]
facts:
  - {{id: common_part_used, value: true, said_by: o, admitted_by: [a]}}
  - {{id: operated_by_respondent, of: a, value: true, said_by: o, admitted_by: [a]}}
  - {{id: common_income_gross, value: 40000, said_by: o, admitted_by: [a]}}
  - {{id: common_income_cost, value: 18000, said_by: a, evidence: [成本凭证]}}
"""
PRELIMINARY = """# 前期物业服务合同

甲方：某置业公司（建设单位）
乙方：甲物业公司

第一条 {clause}
"""


@pytest.mark.parametrize(
    ("place", "amount"),
    [("临江省云溪市", "30000.00"), ("临江省南浦市", "22000.00")],  # cost up to 25 % of 40000; the whole of it
)
def test_a_local_rule_caps_what_running_common_parts_may_cost(tmp_path: Path, place: str, amount: str) -> None:
    contract = PRELIMINARY.format(clause="物业服务费每季度首月10日前交纳。")
    finding = found(tmp_path, INCOME.format(place=place), 条例=CAP, 合同=contract)
    assert finding.amount is not None
    assert (finding.amount.low, finding.amount.high) == (Decimal(amount), Decimal(amount))


def test_a_clause_on_a_share_is_open_and_one_that_gives_all_away_is_void(tmp_path: Path) -> None:
    share = PRELIMINARY.format(clause="利用共用部位经营的收入，百分之四十归乙方所有。")
    finding = found(tmp_path, INCOME.format(place="临江省南浦市"), 条例=CAP, 合同=share)
    # 40000 less cost of 18000; if the share binds, 40 % of the gross (16000) comes off as well
    assert finding.amount is not None
    assert (finding.amount.low, finding.amount.high) == (Decimal(6000), Decimal(22000))
    assert analyze(tmp_path / "案.yaml").void_clauses == ()
    whole = PRELIMINARY.format(clause="利用共用部位经营的收入归乙方所有。")
    finding = found(tmp_path, INCOME.format(place="临江省南浦市"), 条例=CAP, 合同=whole)
    assert finding.amount is not None
    assert (finding.amount.low, finding.amount.high) == (Decimal(22000), Decimal(22000))
    assert [one.reason for one in analyze(tmp_path / "案.yaml").void_clauses] == ["gives_to_another"]


INSPECTION = """on: 2025-06-30
place: 临江省云溪市
documents: [合同.md]
parties:
  - {id: b, name: 徐某, role: owner}
  - {id: a, name: 甲物业公司, role: service_provider}
claims: [{by: b, against: [a], claim: governance.disclosure}]
facts:
  - {id: records_withheld, value: true, said_by: b, admitted_by: [a]}
  - {id: asks_contract_and_income, value: true, said_by: b, evidence: [书面申请]}
"""


@pytest.mark.parametrize(
    ("clause", "void"),
    [
        ("物业收支账目属于乙方内部资料，业主不得查阅。", ["takes_away_right"]),
        ("业主查阅收支账目时，不得泄露其他业主的个人信息。", []),
    ],
)
def test_a_clause_that_forbids_owners_to_look_at_the_accounts_is_void(
    tmp_path: Path, clause: str, void: list[str]
) -> None:
    found(tmp_path, INSPECTION, 合同=PRELIMINARY.format(clause=clause))
    assert [one.reason for one in analyze(tmp_path / "案.yaml").void_clauses] == void


HANDOVER_OF_SEAL = """# 云溪市住宅物业管理条例

2023年5月1日 施行

第一条 业主委员会应当自新一届业主委员会选出后十日内，将其保管的印章、财务凭证移交新一届业主委员会。
"""
NEW_COMMITTEE = """on: 2025-06-30
place: 临江省云溪市
documents: [条例.md]
parties:
  - {{id: n, name: 枫林苑新业主委员会, role: owners_committee}}
  - {{id: o, name: 冯某, role: committee_member}}
claims: [{{by: n, against: [o], claim: governance.seal_and_records}}]
facts:
  - {{id: new_committee_elected, value: {elected}}}
  - {{id: office_ended, of: o, value: true, admitted_by: [o]}}
  - {{id: office_end_date, of: o, value: 2025-05-10}}
  - {{id: holds_seal_records, of: o, value: true, admitted_by: [o]}}
"""


@pytest.mark.parametrize(
    ("elected", "result", "asked"),
    [
        ("true, evidence: [选举公告]", Result.SUPPORTED, set()),
        ("unknown", Result.DEPENDS, {"new_committee_elected"}),
    ],
    ids=["elected", "not known"],
)
def test_a_condition_of_a_local_rule_that_the_form_tells_is_not_asked_again(
    elected: str, result: Result, asked: set[str], tmp_path: Path
) -> None:
    (tmp_path / "条例.md").write_text(HANDOVER_OF_SEAL, encoding="utf-8")
    form = tmp_path / "表.yaml"
    form.write_text(NEW_COMMITTEE.format(elected=elected), encoding="utf-8")
    analysis = analyze(form)
    assert analysis.claims[0].result is result
    assert {id for question in analysis.decisive for id in question.ids} == asked
