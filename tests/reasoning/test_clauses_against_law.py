"""Clauses that mandatory law overrides, or may, are told beside the claims they bear on, and state what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from propertylaw.model import Analysis, DefenceFinding, ElementFinding, Result
from propertylaw.reasoning import analyze
from propertylaw.report.analysis_page import analysis_text

SERVICE = "# 物业服务合同\n\n甲方：某小区业主委员会\n\n乙方：甲物业服务有限公司\n\n"
EARLY = "# 前期物业服务合同\n\n甲方：某房地产开发有限公司（建设单位）\n\n乙方：甲物业服务有限公司\n\n"
RULES = "# 业主大会议事规则\n\n"
BEFORE = "第一条 乙方负责公共区域的保洁、秩序维护和共用设施设备的日常维护。\n\n"
AFTER = "\n\n第三条 本合同自双方签字盖章之日起生效。\n"
PEOPLE = {
    "a": "service_provider",
    "b": "owner",
    "c": "owners_committee",
    "d": "developer",
    "e": "owners_assembly",
    "n": "owner",
}


def worked(
    folder: Path, claim: str, clause: str, head: str = SERVICE, *, facts: str = "", on: str = "2025-06-30"
) -> Analysis:
    """The analysis of one claim, `fees.raise b a`, beside a contract whose second article is the clause."""
    (folder / "合同.md").write_text(f"{head}{BEFORE}第二条 {clause}{AFTER}", encoding="utf-8")
    id, by, against = claim.split()
    parties = "".join(f"  - {{id: {one}, name: {one}某, role: {PEOPLE[one]}}}\n" for one in (by, against))
    form = f"on: {on}\nplace: 北京市海淀区\ndocuments: [合同.md]\nparties:\n{parties}"
    form += f"claims: [{{by: {by}, against: [{against}], claim: {id}}}]\nfacts: [{facts}]\n"
    (folder / "案.yaml").write_text(form, encoding="utf-8")
    return analyze(folder / "案.yaml")


def told(folder: Path, claim: str, clause: str, head: str = SERVICE, facts: str = "") -> list[tuple[bool, str]]:
    """Of each clause that is told beside the claim whether it is void, and the first provision that says so."""
    (finding,) = worked(folder, claim, clause, head, facts=facts).claims
    assert all(str(one.clause).startswith("doc:合同/2") for one in finding.clauses)
    return [(one.void, str(one.basis[0])) for one in finding.clauses]


def part(analysis: Analysis, id: str) -> ElementFinding | DefenceFinding:
    """A part of the only claim; it has to be there."""
    (finding,) = analysis.claims
    return next(one for one in finding.parts if one.id == id)


VOID = [
    ("torts.lift_accident b a", SERVICE, "电梯困人、夹伤乘客的，乙方概不承担任何赔偿责任。", "民法典/506/1/1"),
    ("torts.guards_violence b a", SERVICE, "保安与住户冲突致人受伤的，乙方不承担任何责任。", "民法典/506/1/1"),
    ("contract.performance c a", SERVICE, "共用消防设施由各户业主自行维护，乙方不承担该项义务。", "消防法/18/2"),
    ("contract.dismissal c a", SERVICE, "业主大会决定解聘乙方的，须经乙方书面同意。", "民法典/946/1"),
    ("handover.refusal c a", SERVICE, "甲方未补足乙方垫付款和亏损前，乙方可以不撤场、不交接。", "民法典/949/1"),
    ("contract.public_promises b a", SERVICE, "乙方公示的服务承诺仅供参考，不作为合同内容。", "民法典/938/2"),
    ("persons.debtor_list b a", SERVICE, "乙方有权将欠费业主的姓名、房号和欠费金额在公告栏公布。", "个人信息保护法/25"),
    ("maintenance_fund.use b a", SERVICE, "乙方可以直接动用维修资金支付日常维修费用，无须业主表决。", "民法典/281/1"),
    (
        "contract.preliminary_end c a",
        EARLY,
        "业委会选聘新物业服务人的，本合同仍然有效，直至服务期满。",
        "民法典/940",
    ),
    ("decisions.revoke b e", RULES, "对业主大会决定不服的，应在公告后十五日内提出，逾期不得起诉。", "民法典/280/2"),
    (
        "governance.invalid_meeting b e",
        RULES,
        "利用共有部分从事经营，经参与表决业主过半数同意即可。",
        "民法典/278/2",
    ),
]
LAWFUL = [
    ("torts.lift_accident b a", SERVICE, "电梯困人的，乙方应当在十分钟内到场，并按其过错承担赔偿责任。"),
    ("torts.guards_violence b a", SERVICE, "保安与住户冲突的，乙方应当及时报警，造成损害的依法赔偿。"),
    ("contract.performance c a", SERVICE, "共用消防设施由乙方负责日常维护，户内设施由业主自行维护。"),
    ("contract.dismissal c a", SERVICE, "业主依法共同决定解聘乙方的，提前六十日书面通知乙方。"),
    ("handover.refusal c a", SERVICE, "合同终止后乙方在十五日内撤场并交接，不得以欠费为由拒绝。"),
    ("contract.public_promises b a", SERVICE, "乙方公示的服务承诺是本合同的组成部分。"),
    ("persons.debtor_list b a", SERVICE, "乙方可以公布缴费户数和收缴率，不得公布业主的姓名、房号。"),
    ("maintenance_fund.use b a", SERVICE, "维修资金的使用由业主依法共同决定，乙方可以提出建议。"),
    ("contract.preliminary_end c a", EARLY, "业主委员会与新物业服务人的合同生效时，本合同终止。"),
    ("governance.invalid_meeting b e", RULES, "利用共有部分从事经营活动，经参与表决的业主双四分之三以上同意。"),
]
SUSPECTED = [
    ("fees.arrears a b", SERVICE, "业主不得以服务存在瑕疵为由拒付、减付物业费。", "民法典/497/1/3"),
    ("conduct.renovation_deposit b a", SERVICE, "装修期间有任何违规行为的，装修押金全部不予退还。", "民法典/497/1/2"),
    ("torts.trees b a", SERVICE, "树木折断砸坏车辆的，一律由车主自行承担，乙方不负赔偿责任。", "民法典/506/1/2"),
    ("persons.home_entry b a", SERVICE, "乙方因管理需要可随时进入业主室内检查，业主不得拒绝。", "民法典/1033/1/2"),
    ("common_parts.income c a", SERVICE, "公共收益由乙方自行安排使用，抵作乙方的经营成本。", "民法典/282"),
    ("governance.vote_count b c", RULES, "欠交物业费的业主没有表决权，其面积和人数不计入总数。", "民法典/278"),
    ("fees.raise b a", SERVICE, "调价通知张贴后七日内业主未书面反对的，视为同意。", "民法典/140/2"),
    ("common_parts.income c a", SERVICE, "乙方在小区道路划定停车位，停车收益归乙方。", "民法典/282"),
    ("fees.arrears a b", SERVICE, "尚未售出的房屋不收取物业费。", "物业管理条例/41/2"),
    ("fees.arrears a b", SERVICE, "开发商名下的空置房免交物业费。", "物业管理条例/41/2"),
]


@pytest.mark.parametrize(("claim", "head", "clause", "by"), VOID)
def test_a_void_clause_is_told_with_what_overrides_it(
    claim: str, head: str, clause: str, by: str, tmp_path: Path
) -> None:
    assert (True, by) in told(tmp_path, claim, clause, head)


@pytest.mark.parametrize(("claim", "head", "clause"), LAWFUL)
def test_a_lawful_clause_on_the_same_matter_is_not_told(claim: str, head: str, clause: str, tmp_path: Path) -> None:
    assert told(tmp_path, claim, clause, head) == []


@pytest.mark.parametrize(("claim", "head", "clause", "by"), SUSPECTED)
def test_what_hangs_on_more_than_its_words_is_only_possibly_void(
    claim: str, head: str, clause: str, by: str, tmp_path: Path
) -> None:
    assert told(tmp_path, claim, clause, head) == [(False, by)]


@pytest.mark.parametrize(("claim", "head", "clause", "by"), SUSPECTED)
def test_a_suspicion_decides_nothing(claim: str, head: str, clause: str, by: str, tmp_path: Path) -> None:
    with_it, without = (worked(tmp_path, claim, one, head).claims[0] for one in (clause, "双方友好协商。"))
    assert (with_it.result, with_it.settled, with_it.amount) == (without.result, without.settled, without.amount)


def test_the_page_says_beside_the_claim_which_clause_and_why(tmp_path: Path) -> None:
    claim = "contract.dismissal c a"
    page = "".join(analysis_text(worked(tmp_path, claim, "业主大会决定解聘乙方的，须经乙方书面同意。")).split())
    assert "条款的效力✗《物业服务合同》第二条第一款“业主大会决定解聘乙方的，须经乙方书面同意”：无效，因为" in page
    open_ = analysis_text(worked(tmp_path, "fees.arrears a b", "业主放弃就服务质量行使抗辩权和抵销权。"))
    assert "：可能无效，因为" in "".join(open_.split())


def test_the_argument_holds_it_too(tmp_path: Path) -> None:
    whole = worked(tmp_path, "contract.dismissal c a", "业主大会决定解聘乙方的，须经乙方书面同意。").argument
    (claim,) = whole.parts
    (clause,) = (one for one in claim.parts if one.kind == "clause")
    assert [str(at) for at in clause.basis] == ["doc:合同/2/1", "民法典/946/1", "民法典/278/1/4"]


def test_it_is_told_only_beside_claims_on_which_it_bears(tmp_path: Path) -> None:
    clause = "业主大会决定解聘乙方的，须经乙方书面同意。"
    assert told(tmp_path, "contract.dismissal c a", clause)
    assert told(tmp_path, "fees.cutoff b a", clause) == []


def test_what_frees_the_provider_is_not_told_in_a_claim_against_a_neighbour(tmp_path: Path) -> None:
    clause = "高空坠物造成人身伤害的，乙方概不负责。"
    assert told(tmp_path, "torts.thrown_object b a", clause)
    assert told(tmp_path, "torts.thrown_object b n", clause) == []


@pytest.mark.parametrize(
    ("claim", "bears"),
    [("torts.duty_of_care b a", True), ("torts.lift_accident b a", False), ("torts.trees b a", False)],
)
def test_a_clause_on_one_kind_of_harm_says_nothing_of_another(claim: str, bears: bool, tmp_path: Path) -> None:
    analysis = worked(tmp_path, claim, "业主家中财物被盗，无论何种原因，乙方均不予赔偿。")
    (finding,) = analysis.claims
    assert bool(finding.clauses or [one for one in finding.defences if one.id == "exemption"]) is bears


def test_words_with_several_signs_are_told_once(tmp_path: Path) -> None:
    assert len(told(tmp_path, "torts.falling_object b a", "外墙砖脱落砸伤行人的，乙方不承担任何赔偿责任。")) == 1


def test_what_is_told_among_the_void_clauses_is_not_told_again(tmp_path: Path) -> None:
    analysis = worked(tmp_path, "torts.duty_of_care b a", "业主在公共区域摔伤的，乙方一概不承担赔偿责任。")
    assert [str(one.clause) for one in analysis.void_clauses] == ["doc:合同/2/1"]
    assert analysis.claims[0].clauses == ()


def test_income_that_the_owners_decided_on_is_no_clause_against_the_law(tmp_path: Path) -> None:
    clause, claim = "公共收益由乙方自行安排使用，抵作乙方的经营成本。", "common_parts.income c a"
    assert told(tmp_path, claim, clause) == [(False, "民法典/282")]
    decided = "{id: share_decided_by_owners, value: true, said_by: a, admitted_by: [c]}"
    assert told(tmp_path, claim, clause, facts=decided) == []


def test_of_a_day_before_the_code_nothing_is_told(tmp_path: Path) -> None:
    clause = "业主大会决定解聘乙方的，须经乙方书面同意。"
    assert worked(tmp_path, "contract.dismissal c a", clause, on="2019-06-30").claims[0].clauses == ()


def test_of_a_day_before_the_code_a_sign_states_no_fact(tmp_path: Path) -> None:
    (finding,) = worked(
        tmp_path, "fees.cutoff b a", "未按时缴费的，电梯卡自动失效，补缴后恢复。", on="2019-06-30"
    ).claims
    assert not any(use.stated_at for one in finding.parts for use in one.facts)


@pytest.mark.parametrize(
    ("clause", "fact"),
    [
        ("未按时缴费的，电梯卡自动失效，补缴后恢复。", "access_clause"),
        ("业主欠费期间，乙方可暂不为其充值水电。", "cutoff_clause"),
    ],
)
def test_a_clause_that_cuts_off_permits_nothing_in_whatever_words(clause: str, fact: str, tmp_path: Path) -> None:
    permits = part(worked(tmp_path, "fees.cutoff b a", clause), "contract_permits")
    assert [use.proof for use in permits.facts if use.fact == fact] == ["void"]


@pytest.mark.parametrize(
    ("claim", "clause", "given"),
    [
        ("contract.void_exemption b a", "老人、儿童在小区内伤亡的，后果由其监护人自负，与乙方无关。", "clause"),
        ("contract.subcontracting c a", "乙方可以把各项服务拆开，分别整体交给不同的公司完成。", "clause"),
        ("fees.refund_prepaid b a", "预交的物业费概不退还。", "no_refund_clause"),
        ("contract.indefinite_end c a", "合同期满双方未提出异议的，自动延续五年，以后依此类推。", "auto_renewed"),
        ("fees.late_fee a b", "业主逾期交费的，违约金标准双方均认可合理，不得请求减少。", "no_adjustment"),
    ],
)
def test_a_clause_that_has_the_sign_is_there_in_the_claim(claim: str, clause: str, given: str, tmp_path: Path) -> None:
    found = part(worked(tmp_path, claim, clause), given)
    places = [str(at) for use in found.facts for at in use.stated_at]
    assert "doc:合同/2/1" in places


def test_a_clause_that_passes_arrears_on_is_answered_where_a_sale_is_in_question(tmp_path: Path) -> None:
    clause, claim = "房屋转让的，新业主应当对原业主拖欠的物业费承担清偿责任。", "fees.arrears a b"
    assert told(tmp_path, claim, clause) == []
    days = {"ownership_from": "2024-07-01", "unpaid_from": "2023-01-01", "unpaid_to": "2024-12-31"}
    sold = ", ".join(f"{{id: {id}, of: b, value: {day}}}" for id, day in days.items())
    found = part(worked(tmp_path, claim, clause, facts=sold), "clause_on_transfer")
    assert ["doc:合同/2/1"] in [[str(at) for at in use.stated_at] for use in found.facts]


def test_an_exclusion_of_injury_in_any_words_is_void_in_the_claim(tmp_path: Path) -> None:
    clause = "老人、儿童在小区内伤亡的，后果由其监护人自负，与乙方无关。"
    assert worked(tmp_path, "contract.void_exemption b a", clause).claims[0].result is Result.SUPPORTED


@pytest.mark.parametrize(
    "clause",
    [
        "因不可抗力造成业主人身伤害的，乙方不承担责任。",
        "第三人侵害造成业主人身伤害，乙方已尽安全保障义务的，不承担责任。",
        "业主因自身原因摔伤的，由其自行承担，乙方不承担责任。",
    ],
)
def test_what_lies_with_others_is_no_exclusion(clause: str, tmp_path: Path) -> None:
    analysis = worked(tmp_path, "torts.duty_of_care b a", clause)
    assert (analysis.void_clauses, analysis.claims[0].clauses) == ((), ())
    assert not any(one.id == "exemption" for one in analysis.claims[0].defences)


def test_a_price_that_the_provider_raises_alone_by_contract_stays_open(tmp_path: Path) -> None:
    analysis = worked(tmp_path, "fees.raise b a", "物价上涨时乙方有权单方提高物业费标准，公示后即生效。")
    (clause,) = analysis.claims[0].clauses
    assert not clause.void
    assert analysis.claims[0].result is Result.DEPENDS


@pytest.mark.parametrize("clause", ["空置房屋不收取公共能耗费，其余照收。", "空置房免收电梯运行费。"])
def test_a_reduction_for_empty_flats_is_none_for_the_unsold_of_the_developer(clause: str, tmp_path: Path) -> None:
    analysis = worked(tmp_path, "fees.arrears a b", clause, facts="{id: never_moved_in, value: true}")
    assert not analysis.claims[0].clauses
    # What is asked is what the clause reduces, not whether there is any.
    use = next(use for use in part(analysis, "empty_flat").facts if use.fact == "empty_flat_rule")
    assert use.proof == "not_understood"


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("乙方可在小区公共道路划定停车位并收取停车费，收益归乙方所有。", False),
        ("小区道路上的停车位由乙方经营，停车费收入归乙方所有。", False),
        ("小区道路、绿地上的停车位归乙方所有。", True),
        ("地面停车位的所有权归乙方，收益归乙方。", True),
    ],
)
def test_who_has_the_income_of_spaces_is_not_who_owns_them(clause: str, said: bool, tmp_path: Path) -> None:
    analysis = worked(tmp_path, "parking.common_ground c a", clause, facts="{id: space_on_common_ground, value: true}")
    uses = [use for one in analysis.claims[0].defences for use in one.facts if use.fact == "parking_ownership_clause"]
    assert any(use.stated_at for use in uses) is said


def test_income_of_spaces_that_the_owners_left_to_the_provider_is_not_called_void(tmp_path: Path) -> None:
    clause, decided = "乙方在小区道路划定停车位，停车收益归乙方。", "{id: share_decided_by_owners, value: true}"
    assert told(tmp_path, "common_parts.income c a", clause, facts=decided) == []


CARELESS = (
    "{id: harm_in_service_area, value: true, admitted_by: [a]}, {id: damage_amount, value: 10000, evidence: [票]}, "
    "{id: harm_to_person, value: false}, {id: known_hazard_left, of: a, value: true, evidence: [报修记录]}, "
    "{id: breach_contributed, of: a, value: true, evidence: [录像]}, {id: third_party_caused, value: false}"
)
HURT = "{id: harm_to_person, value: true, evidence: [病历]}"


def test_no_exclusion_stands_where_somebody_was_hurt(tmp_path: Path) -> None:
    """It need not speak of injury: what excludes liability for all harm excludes that for an injury as well."""
    clause = "高空抛物造成的损失由行为人承担，乙方不承担任何责任。"
    assert told(tmp_path, "torts.thrown_object b a", clause) == [(False, "民法典/506/1/2")]
    assert told(tmp_path, "torts.thrown_object b a", clause, facts=HURT) == [(True, "民法典/506/1/1")]


def test_a_clause_on_things_does_not_bear_on_an_injury(tmp_path: Path) -> None:
    clause = "小区内发生盗窃等治安案件造成的财产损失，乙方不承担赔偿责任。"
    assert told(tmp_path, "contract.void_exemption b a", clause, facts=HURT) == []
    both = f"{HURT}, {{id: things_harmed, value: true, evidence: [照片视频]}}"
    assert told(tmp_path, "contract.void_exemption b a", clause, facts=both) == [(False, "民法典/506/1/2")]


@pytest.mark.parametrize(
    ("clause", "slight"),
    [
        ("除乙方故意或重大过失外，乙方对业主的财产损失不承担责任。", True),
        ("因乙方一般过失造成业主财产损失的，乙方不承担责任。", True),
        ("业主的财产损失，乙方概不负责。", False),
        ("除乙方故意或重大过失外，乙方对业主的人身、财产损失不承担责任。", False),
    ],
)
def test_who_excludes_slight_fault_alone_may_have_negotiated_it(clause: str, slight: bool, tmp_path: Path) -> None:
    (finding,) = worked(tmp_path, "torts.duty_of_care b a", clause, facts=CARELESS).claims
    assert finding.result is (Result.DEPENDS if slight else Result.SUPPORTED)


def test_an_agreed_limit_leaves_the_sum_open(tmp_path: Path) -> None:
    clause = "因乙方原因造成业主财产损失的，乙方赔偿总额以该业主一年物业费为限。"
    (finding,) = worked(tmp_path, "torts.duty_of_care b a", clause, facts=CARELESS).claims
    assert finding.result is Result.DEPENDS
    assert finding.amount is not None
    assert finding.amount.low != finding.amount.high


SALE = "# 商品房买卖合同补充协议\n\n出卖人：某房地产开发有限公司\n\n买受人：某某\n\n"


@pytest.mark.parametrize(
    ("clause", "void"),
    [
        ("因买受人使用、装修不当造成的质量问题，出卖人不承担保修责任。", False),
        ("因买受人改造管线引起的渗漏，出卖人不承担保修责任。", False),
        ("房屋交付后，出卖人不再承担任何保修责任。", True),
    ],
)
def test_a_warranty_that_ends_with_the_buyers_own_fault_is_none_that_is_excluded(
    clause: str, void: bool, tmp_path: Path
) -> None:
    analysis = worked(tmp_path, "developer.warranty b d", clause, SALE)
    assert bool(analysis.void_clauses) is void
