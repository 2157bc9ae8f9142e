"""What contracts fix is read from the wordings and the tables that they use."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw.library import KnowledgeBase
from propertylaw.model import Dispute, Fact, Participant
from propertylaw.reasoning.casefile import CaseFile
from propertylaw.reasoning.document import read_document
from propertylaw.reasoning.documents import DisputeDocuments
from propertylaw.reasoning.pair_facts import PairFacts
from propertylaw.reasoning.stated import StatedFacts

CONTRACT = (
    "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业公司\n\n第一条 乙方提供物业服务。\n\n第二条 {clause}\n"
)
CLAUSES = yaml.safe_load(Path(__file__).with_suffix("").with_name("contract_terms.yaml").read_text(encoding="utf-8"))
DEVELOPER_PARTS = yaml.safe_load(Path(__file__).with_name("developer_parts.yaml").read_text(encoding="utf-8"))
FEE_CLAUSES = yaml.safe_load(Path(__file__).with_name("fee_clauses.yaml").read_text(encoding="utf-8"))
PARTIES = (
    Participant(id="a", name="甲物业公司", role="service_provider"),
    Participant(id="b", name="徐某", role="owner"),
)
DEVELOPER = Participant(id="d", name="乙置业公司", role="developer")
DUE = ("fee_due_day", "fee_period_months", "fee_due_month")
GIVEN = {"kind": "property_kind", "building": "building_type", "area": "floor_area"}


def facts_beside(folder: Path, text: str, *, other: Participant = PARTIES[1], **given: Any) -> PairFacts:
    """The facts between provider and owner (or another), where this document and these facts are all there is."""
    parties = (PARTIES[0], other)
    file = folder / "合同.md"
    file.write_text(text, encoding="utf-8")
    facts = tuple(Fact(id=id, value=_exact(value)) for id, value in given.items())
    dispute = Dispute(on=date(2025, 6, 30), place="江苏省南通市", parties=parties, facts=facts)
    law = KnowledgeBase(dispute.on, dispute.place)
    return CaseFile(dispute, law.rules.facts, StatedFacts(DisputeDocuments([read_document(file)], law))).between(
        *parties
    )


def _exact(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


@pytest.mark.parametrize("one", CLAUSES, ids=lambda one: one["name"])
def test_what_a_clause_fixes_is_read(one: dict[str, Any], tmp_path: Path) -> None:
    given = {id: one[key] for key, id in GIVEN.items() if key in one}
    facts = facts_beside(tmp_path, CONTRACT.format(clause=one["clause"]), **given)
    assert {id: facts.value(id) for id in one["terms"]} == {id: _exact(value) for id, value in one["terms"].items()}


@pytest.mark.parametrize("one", DEVELOPER_PARTS, ids=lambda one: one["clause"])
def test_the_part_that_the_developer_pays_for_the_unsold_is_read(one: dict[str, Any], tmp_path: Path) -> None:
    text = CONTRACT.replace("甲方：某小区业主委员会", "甲方（建设单位）：乙置业公司").format(clause=one["clause"])
    facts = facts_beside(tmp_path, text, other=DEVELOPER)
    known = facts.known("developer_fee_share")
    told = {"not_understood": "unread", "silent": "none"}.get(known.proof)
    assert (told or facts.value("developer_fee_share")) == _exact(one["part"])


@pytest.mark.parametrize("one", FEE_CLAUSES, ids=lambda one: one["name"])
def test_from_which_day_fees_run_and_how_parts_of_months_are_reckoned_is_read(
    one: dict[str, Any], tmp_path: Path
) -> None:
    text = CONTRACT.format(clause=one["clause"])
    facts = facts_beside(tmp_path, text)
    found = {id: None if facts.known(id).proof == "silent" else facts.value(id) or None for id in one["terms"]}
    assert found == {id: _exact(value) for id, value in one["terms"].items()}
    terms = read_document(tmp_path / "合同.md").terms
    unread = any(term.not_understood for term in terms if "fee_parts_by_days" in term.topics)
    assert unread is one.get("told", False)


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("按一年期LPR的四倍支付违约金", False),
        ("按月息两分计付违约金", True),
        ("按每日5/10000计收滞纳金", True),
        ("按欠费总额的5%支付违约金", True),
        ("每日加收2元滞纳金", True),
        ("每逾期一天收取5元滞纳金", True),
        ("逾期一日收5元违约金", True),
        ("按5元/天计收滞纳金", True),
        ("滞纳金每天十元", True),
        ("每逾期一个月加收50元违约金", True),
        ("每户每天支付违约金3元", True),
        ("按日收取5元违约金", True),
        ("每迟延一日，支付违约金人民币10元", True),
        ("一次性支付违约金200元", True),
        ("按同期贷款利率的1.5倍支付违约金，但累计不超过欠费总额的20%", True),
        ("自第31日起每天加收千分之零点五的滞纳金", False),
        ("按年利率12%支付违约金", False),
        ("按日5‱计收滞纳金，以欠费本金为限", False),
    ],
)
def test_a_penalty_that_was_not_all_read_is_told(clause: str, told: bool, tmp_path: Path) -> None:
    file = tmp_path / "合同.md"
    file.write_text(CONTRACT.format(clause=f"业主逾期交费的，{clause}。"), encoding="utf-8")
    assert any(term.not_understood for term in read_document(file).terms) is told


@pytest.mark.parametrize(
    "clause",
    [
        "逾期交纳的，每逾期一天收取5元滞纳金。",
        "逾期每天收取5元滞纳金。",
        "未按时交纳的，按日收取违约金3元。",
        "逾期的，滞纳金5元/天。",
        "逾期未交的，逾期一日加收10元违约金。",
        "逾期的，每迟延一日支付违约金人民币十元。",
        "逾期未缴的，每月加收50元滞纳金。",
        "逾期不交的，逐日加收2元违约金。",
        "拖欠的，每拖欠一个月加付违约金30元。",
    ],
)
def test_a_penalty_of_a_sum_by_time_is_told_where_the_sentence_names_no_fee(clause: str, tmp_path: Path) -> None:
    file = tmp_path / "合同.md"
    file.write_text(CONTRACT.format(clause=f"物业服务费每季首月交纳。\n\n第三条 {clause}"), encoding="utf-8")
    assert "late_fee" in {about for term in read_document(file).terms for about in term.not_understood}


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("房屋空置超过三个月的，减半收取物业费。", True),
        ("空置房物业服务费按收费标准乘以0.7计算。", True),
        ("未入住期间物业费每平方米每月1.2元。", True),
        ("空房的物业费酌情优惠。", True),
        ("空置房屋按系数0.8计收物业费。", True),
        ("空置房屋照常交纳物业费，乙方每月巡查两次。", False),
        ("空置房屋的业主不得以空置为由减交物业费。", False),
        ("空置房物业费按70%收取。", False),
    ],
)
def test_a_reduction_for_empty_flats_that_was_not_read_is_told(clause: str, told: bool, tmp_path: Path) -> None:
    file = tmp_path / "合同.md"
    file.write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    unread = {about for term in read_document(file).terms for about in term.not_understood}
    assert ("empty_flat_reduction" in unread) is told


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("公共收益由双方按六四比例分成。", True),
        ("公共收益扣除成本后，三七分。", True),
        ("经营净收益由乙方按约定比例分成。", True),
        ("公共收益七三分成，业主得五。", True),
        ("公共收益由甲乙双方按六四比例分成。", False),
        ("公共收益由甲乙双方平分。", False),
        ("公共收益的一部分归乙方作为管理报酬，其余归全体业主。", True),
        ("公共收益百分之七十归全体业主，百分之四十归乙方。", True),
        ("公共收益百分之六十归全体业主，百分之四十归乙方作为管理报酬。", False),
        ("公共收益扣除合理成本后，剩余部分归全体业主，乙方每年公示。", False),
        ("公共收益按照业主专有部分面积所占比例分给业主，由乙方发放。", False),
        ("公共收益的百分之七十补充专项维修资金，其余由业主大会决定使用。", False),
    ],
)
def test_a_division_of_the_income_that_was_not_read_is_told(clause: str, told: bool, tmp_path: Path) -> None:
    file = tmp_path / "合同.md"
    file.write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    assert any(term.not_understood for term in read_document(file).terms) is told


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("业主每季度首月10日前交纳", (10, 3, 1)),
        ("业主应在每月10日前向乙方支付", (10, 1, 1)),
        ("业主须于每年的1月、7月的15日前交纳", (15, 6, 1)),
        ("每季度第一个月的15日之前缴纳", (15, 3, 1)),
        ("交纳期限：每半年第一个月20日前", (20, 6, 1)),
        ("业主应当于次月10日前交纳上月费用", (10, 1, 2)),
        ("业主应于每年6月30日、12月31日前各交半年", (31, 6, 6)),
        ("业主应当在每个季度开始后10日内交纳", (10, 3, 1)),
        ("按月结算，业主于当月最后一日前支付", (31, 1, 1)),
        ("每个自然季度首月10号前缴", (10, 3, 1)),
    ],
)
@pytest.mark.parametrize("before", ["住宅每月每平方米2.15元", "乙方按包干制收取物业服务费"])
def test_a_day_of_payment_after_words_on_the_fee_is_the_day_of_the_fee(
    before: str, words: str, due: tuple[int, int, int], tmp_path: Path
) -> None:
    facts = facts_beside(tmp_path, CONTRACT.format(clause=f"{before}。{words}。"))
    assert tuple(map(facts.value, DUE)) == due


@pytest.mark.parametrize(
    "clause",
    [
        "业主每季度首月10日前交纳。",  # nothing says what is paid
        "物业服务费每月每平方米2元。地下车位租金每月150元，使用人每月5日前交纳。",
        "物业服务费每月每平方米2元。装修押金另收，业主每月5日前交纳。",
    ],
)
def test_a_day_on_which_something_else_is_paid_is_not_the_day_of_the_fee(clause: str, tmp_path: Path) -> None:
    facts = facts_beside(tmp_path, CONTRACT.format(clause=clause))
    assert [facts.value(id) for id in DUE] == [None] * 3


def test_the_share_is_that_of_the_provider_whichever_party_he_is(tmp_path: Path) -> None:
    text = "# 物业服务合同\n\n甲方：甲物业公司\n\n乙方：某小区业主委员会\n\n第一条 公共收益甲方得30%，乙方得70%。\n"
    assert facts_beside(tmp_path, text).value("provider_income_share") == Decimal("0.3")


@pytest.mark.parametrize("clause", ["公共收益全部归乙方。", "公共收益归乙方所有。"])
def test_a_clause_that_leaves_all_to_the_provider_is_seen(clause: str, tmp_path: Path) -> None:
    stated = facts_beside(tmp_path, CONTRACT.format(clause=clause)).known("income_clause_all_to_provider")
    assert stated.proof == "void"


OWN_AGREEMENT = """# 前期物业服务协议

甲方：云溪安和物业服务有限公司

{party}：徐某

第一条 {party_short}所购房屋基本情况：坐落于枫林苑3栋502室，建筑面积{area}平方米。

第二条 小区总建筑面积146400平方米，甲方提供保洁服务。
"""


@pytest.mark.parametrize("party", ["乙方（业主）", "乙方（买受人）"])
def test_the_agreement_of_the_owner_states_the_area_of_the_unit(party: str, tmp_path: Path) -> None:
    text = OWN_AGREEMENT.format(party=party, party_short="乙方", area="98.56")
    assert facts_beside(tmp_path, text).value("floor_area") == Decimal("98.56")


def test_the_contract_of_the_committee_states_the_area_of_no_unit(tmp_path: Path) -> None:
    facts = facts_beside(tmp_path, CONTRACT.format(clause="本物业房屋建筑面积111900平方米，业主978户。"))
    assert facts.value("floor_area") is None


def test_the_body_goes_before_an_annex_where_the_contract_says_so(tmp_path: Path) -> None:
    annex = "\n## 附件一 收费标准\n\n| 类别 | 单价 |\n| --- | --- |\n| 住宅 | 2.10元/平方米·月 |\n"
    clause = "物业服务费每月每平方米1.90元。"
    unclear = facts_beside(tmp_path, CONTRACT.format(clause=clause) + annex).known("fee_rate")
    assert (unclear.value, unclear.proof) == (None, "several")
    body = clause + "附件与正文不一致的，以正文为准。"
    assert facts_beside(tmp_path, CONTRACT.format(clause=body) + annex).value("fee_rate") == Decimal("1.90")


@pytest.mark.parametrize(
    "change",
    [
        "合同期内每满一年上调5%",
        "每两年递增3%",
        "以后每12个月增长3%",
        "合同满两年后上浮10%",
        "自第二年起按2.20元执行",
        "第二年2.10元，第三年2.20元",
        "每年按11个月收取",
        "全年按十个月计收",
        "每年减免一个月",
    ],
)
def test_a_price_that_changes_with_the_years_is_not_understood(change: str, tmp_path: Path) -> None:
    known = facts_beside(tmp_path, CONTRACT.format(clause=f"住宅物业服务费每月每平方米2.00元，{change}。")).known(
        "fee_rate"
    )
    assert (known.value, known.proof) == (None, "not_understood")


@pytest.mark.parametrize(
    "beside",
    [
        "每年按12个月收取",
        "一次交清全年的只收11个月",
        "预交全年的按11个月收取",
        "按季度收取，每次按三个月收取",
        "车位管理费每年上调5%",
        "房屋空置第一年按七折收取",
    ],
)
def test_what_does_not_change_the_price_leaves_it(beside: str, tmp_path: Path) -> None:
    facts = facts_beside(tmp_path, CONTRACT.format(clause=f"住宅物业服务费每月每平方米2.00元，{beside}。"))
    assert facts.value("fee_rate") == Decimal(2)


@pytest.mark.parametrize("gap", ["\n\n", "　", "    ", "；", "，"])
def test_whose_share_is_whose_is_read_where_both_parties_stand_on_one_line_too(gap: str, tmp_path: Path) -> None:
    text = CONTRACT.replace("\n\n乙方：", f"{gap}乙方：").format(clause="公共收益按甲方60%、乙方40%分配。")
    facts = facts_beside(tmp_path, text)
    assert facts.value("provider_income_share") == Decimal("0.4")


def test_a_contract_of_the_assembly_of_owners_is_one_of_the_owners(tmp_path: Path) -> None:
    text = CONTRACT.replace("某小区业主委员会", "某小区业主大会").format(clause="物业服务费每月每平方米2元。")
    assert facts_beside(tmp_path, text).value("signed_contract") is True
