"""A clause that speaks of a term and was not understood leaves open what hangs on it; what the form tells closes it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from shares import EVERY_EXAMPLE
from worked_cases import BOOK, DISPUTES, EXAMPLES

from propertylaw import analyze
from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, ClaimFinding, Dispute, Fact, FactDefinition, Locator, Result, Severity
from propertylaw.reasoning import case
from propertylaw.reasoning.case import case_of
from propertylaw.reasoning.casefile import NoDocuments
from propertylaw.reasoning.looked_at import facts_of

CONTRACT = """# 物业服务合同

甲方：某小区业主委员会

乙方：甲物业公司

第一条 乙方提供服务。{price}

第二条 {clause}
"""
PRICE = "物业服务费每月每平方米2元。"
SILENT = "乙方每月张贴工作简报。"
PARTIES = {
    "a": "{id: a, name: 甲物业公司, role: service_provider}",
    "b": "{id: b, name: 徐某, role: owner}",
    "c": "{id: c, name: 某小区业主委员会, role: owners_committee}",
}


class Matter(NamedTuple):
    """A dispute in which a clause may bear on a claim."""

    claim: str
    by: str
    against: str
    facts: tuple[str, ...]
    asked: int | None = None

    def worked(self, folder: Path, clause: str, *more: str, price: str = PRICE) -> Analysis:
        (folder / "合同.md").write_text(CONTRACT.format(clause=clause, price=price), encoding="utf-8")
        form = ["on: 2025-06-30", "place: 江苏省南通市", "documents: [合同.md]", "parties:"]
        form += [f"  - {PARTIES[one]}" for one in (self.by, self.against)]
        sum_asked = f", sum: {self.asked}" if self.asked else ""
        form += [f"claims: [{{by: {self.by}, against: [{self.against}], claim: {self.claim}{sum_asked}}}]", "facts:"]
        form += [f"  - {{{one}}}" for one in (*self.facts, *more)]
        (folder / "案.yaml").write_text("\n".join(form), encoding="utf-8")
        return analyze(folder / "案.yaml")


FEES = Matter(
    "fees.arrears",
    "a",
    "b",
    (
        "id: service_provided, value: true",
        "id: demand_made, value: true",
        "id: floor_area, value: 100",
        "id: unpaid_from, value: 2024-01-01",
        "id: unpaid_to, value: 2024-12-31",
        "id: amount_paid, value: 0",
    ),
)
FEES_OF_THIS_YEAR = FEES._replace(
    facts=(*FEES.facts[:3], "id: unpaid_from, value: 2025-01-01", "id: unpaid_to, value: 2025-12-31")
)
EMPTY = FEES._replace(facts=(*FEES.facts, "id: never_moved_in, value: true"))
DEFECTIVE = FEES._replace(
    facts=(
        *FEES.facts,
        "id: service_defect, value: true",
        "id: defect_notice_unheeded, value: true",
        "id: defect_from, value: 2024-02-01",
        "id: defect_to, value: 2024-03-31",
    )
)
PENALTY = FEES._replace(claim="fees.late_fee", asked=300)
INCOME = Matter(
    "common_parts.income",
    "c",
    "a",
    (
        "id: assembly_authorised_suit, value: true",
        "id: common_part_used, value: true",
        "id: operated_by_respondent, value: true",
        "id: common_income_gross, value: 100000",
        "id: share_decided_by_owners, value: true",
    ),
)
HANDOVER = Matter(
    "handover.refusal",
    "c",
    "a",
    (
        "id: dismissed_by_decision, value: true",
        "id: notice_given, value: true",
        "id: dismissal_notice_date, value: 2025-04-15",
        "id: dismissal_named_day, value: 2025-05-01",
        "id: assembly_authorised_suit, value: true",
        "id: not_left, value: true",
        "id: rooms_kept, value: true",
        "id: papers_kept, value: true",
        "id: handed_over_late, value: true",
    ),
)
KINDS = [
    pytest.param(INCOME, "公共收益由双方按季度协商分配。", "id: provider_income_share, value: 0.3", id="分成"),
    pytest.param(
        INCOME, "利用共用部位经营的收入，双方按7:3比例分成。", "id: provider_income_share, value: 0.3", id="比例"
    ),
    pytest.param(INCOME, "公共收益归乙方。", "id: income_clause_all_to_provider, value: false", id="归乙方"),
    pytest.param(
        PENALTY,
        "业主每月10日前交物业费。业主逾期不交物业费的，加倍收取违约金。",
        "id: late_fee_rate, value: 0.0005",
        id="违约金",
    ),
    pytest.param(
        PENALTY,
        "业主每月10日前交物业费。逾期一个月以内按千分之一、超过一个月按千分之三每日加收违约金。",
        "id: late_fee_rate, value: 0.0005",
        id="分段违约金",
    ),
    pytest.param(
        PENALTY,
        "业主每月10日前交物业费。逾期的，自乙方发出律师函之日起按欠费每日千分之一支付违约金。",
        "id: late_fee_from, value: due",
        id="发函之日起",
    ),
    pytest.param(
        PENALTY,
        "业主每月10日前交物业费。逾期的，自逾期的次月1日起按欠费每日千分之一支付违约金。",
        "id: late_fee_from, value: due",
        id="次月起",
    ),
    pytest.param(
        PENALTY,
        "业主每月10日前交物业费。逾期的，按欠费每日千分之一支付违约金，计算天数最长不超过90天。",
        "id: late_fee_cap, value: 0.09",
        id="按天数封顶",
    ),
    pytest.param(FEES, "物业服务费以后每年递增5%。", "id: fee_rate, value: 2", id="标准逐年递增"),
    pytest.param(FEES, "物业服务费合同期内每满一年上调5%。", "id: fee_rate, value: 2", id="每满一年上调"),
    pytest.param(FEES, "物业服务费每年按11个月收取。", "id: fee_rate, value: 1.8333", id="按十一个月收"),
    pytest.param(FEES, "物业服务费自第二年起按2.2元执行。", "id: fee_rate, value: 2.2", id="第二年起"),
    pytest.param(FEES, "第一年物业服务费按八折收取。", "id: fee_rate, value: 1.6", id="首年打折"),
    pytest.param(FEES_OF_THIS_YEAR, "物业服务费按年交纳，每年春节前交清。", "id: fee_due_day, value: 10", id="交费日"),
    pytest.param(EMPTY, "房屋空置满六个月的，物业费减半收取。", "id: empty_flat_rule, value: false", id="空置减半"),
    pytest.param(
        DEFECTIVE, "电梯连续停运的，按停运天数免收物业费。", "id: defect_reduction_share, value: 0.2", id="停运免收"
    ),
    pytest.param(
        HANDOVER, "任何一方解除合同的，应提前一个季度书面告知对方。", "id: agreed_notice_days, value: 30", id="通知期"
    ),
]


def open_on_a_clause(analysis: Analysis) -> bool:
    """Whether the clause is asked about."""
    return any("《物业服务合同》第二条" in q and "怎么约定的" in q for one in analysis.decisive for q in one.questions)


def firm(finding: ClaimFinding) -> bool:
    """Whether the result or the sum is told as if nothing were open."""
    amount = finding.amount
    exact = amount is not None and amount.low is not None
    return finding.settled and not finding.at_least_partly and (exact or not finding.remedies)


def without_places(analysis: Analysis) -> list[object]:
    """What came of the claims and what is asked, but for where in the contract it stands."""
    claims = [(one.result, one.at_least_partly, one.amount, one.capacity) for one in analysis.claims]
    return [claims, [one.questions for one in analysis.decisive]]


@pytest.mark.parametrize(("dispute", "clause", "told"), KINDS)
def test_what_hangs_on_the_clause_is_open_and_asked(dispute: Matter, clause: str, told: str, tmp_path: Path) -> None:
    analysis = dispute.worked(tmp_path, clause)
    assert open_on_a_clause(analysis)
    assert not firm(analysis.claims[0])
    (warning,) = (one for one in analysis.diagnostics if one.code == "DOC007")
    assert warning.severity is Severity.HIGH


@pytest.mark.parametrize(("dispute", "clause", "told"), KINDS)
def test_what_the_form_tells_closes_it(dispute: Matter, clause: str, told: str, tmp_path: Path) -> None:
    analysis = dispute.worked(tmp_path, clause, told)
    assert not open_on_a_clause(analysis)
    assert {one.severity for one in analysis.diagnostics if one.code == "DOC007"} <= {Severity.INFO}


@pytest.mark.parametrize(("dispute", "clause", "told"), KINDS)
def test_that_it_is_unknown_does_not_close_it(dispute: Matter, clause: str, told: str, tmp_path: Path) -> None:
    analysis = dispute.worked(tmp_path, clause, f"{told.split(',', maxsplit=1)[0]}, value: unknown")
    assert open_on_a_clause(analysis)
    assert not firm(analysis.claims[0])


@pytest.mark.parametrize(
    ("dispute", "clause"),
    [
        (FEES, "任何一方解除合同的，应提前一个季度书面告知对方。"),
        (FEES, "公共收益由双方按季度协商分配。"),
        (FEES, "房屋空置满六个月的，物业费减半收取。"),
        (FEES, "物业服务费按年交纳，每年春节前交清。"),  # all of the year is due by then in any case
        (FEES, "本合同期限为三年，自开工之日起算。"),
        (INCOME, "业主逾期不交物业费的，加倍收取违约金。"),
        (INCOME, "停车场内车辆的损失由车主自行承担，与乙方无关。"),
        (HANDOVER, "公共收益由双方按季度协商分配。"),
    ],
)
def test_a_clause_that_cannot_change_the_result_changes_nothing(dispute: Matter, clause: str, tmp_path: Path) -> None:
    assert without_places(dispute.worked(tmp_path, clause)) == without_places(dispute.worked(tmp_path, SILENT))


@pytest.mark.parametrize(
    ("dispute", "clause"),
    [
        (INCOME, "公共收益归全体业主所有，乙方每半年公布一次收支。"),
        (INCOME, "公共收益由乙方代收代管，扣除合理成本后归全体业主所有。"),
        (PENALTY, "乙方不收取违约金。业主逾期交费的，不加收滞纳金。"),
        (EMPTY, "空置房屋不减免物业费。"),
        (EMPTY, "业主大会决定对空置房屋减收费用的，按照决定执行。"),
        (FEES, "业主应当按时交纳物业费。"),
        (HANDOVER, "合同期限届满前三个月，甲方应当组织召开业主大会会议。"),
        (HANDOVER, "前期物业服务合同的期限自2024年1月1日起，至业主大会选聘的物业服务人订立的合同生效时止。"),
    ],
)
def test_a_sentence_that_fixes_no_term_is_not_asked_about(dispute: Matter, clause: str, tmp_path: Path) -> None:
    analysis = dispute.worked(tmp_path, clause)
    assert not open_on_a_clause(analysis)
    assert not any(one.code == "DOC007" for one in analysis.diagnostics)


def test_a_share_that_was_not_read_leaves_at_most_the_whole_income(tmp_path: Path) -> None:
    finding = INCOME.worked(tmp_path, "公共收益由双方按季度协商分配。").claims[0]
    assert finding.at_least_partly
    assert finding.amount is not None
    assert (finding.amount.low, str(finding.amount.high)) == (None, "100000.00")
    assert finding.amount.untold == ("约定由经营者提取的比例",)


def test_a_longer_notice_may_make_a_claim_premature(tmp_path: Path) -> None:
    clause = "任何一方解除合同的，应提前一个季度书面告知对方。"
    # By law sixty days: notice of 15 April ends the contract on 14 June, before the form of 30 June.
    assert HANDOVER.worked(tmp_path, SILENT).claims[0].result is Result.SUPPORTED
    assert HANDOVER.worked(tmp_path, clause).claims[0].result is Result.DEPENDS
    assert HANDOVER.worked(tmp_path, clause, "id: agreed_notice_days, value: 90").claims[0].result is Result.PREMATURE


def test_a_rate_by_stages_is_not_taken_for_the_whole_delay(tmp_path: Path) -> None:
    clause = "业主每月10日前交物业费。逾期交费的每日加收万分之三、从第31日起每日加收万分之五的违约金。"
    (remedy,) = PENALTY.worked(tmp_path, clause).claims[0].remedies
    assert (remedy.money, [(one.fact, one.proof) for one in remedy.missing]) == (
        None,
        [("late_fee_rate", "not_understood")],
    )


def test_days_of_grace_put_off_the_penalty(tmp_path: Path) -> None:
    due = "业主每月10日前交物业费。"
    at_once = PENALTY._replace(asked=None).worked(tmp_path, f"{due}逾期的，按欠费每日千分之一支付违约金。")
    clause = f"{due}逾期的给予30日宽限期，自宽限期满次日起按欠费每日千分之一支付违约金。"
    later = PENALTY._replace(asked=None).worked(tmp_path, clause)
    sums = [one.claims[0].amount for one in (at_once, later)]
    assert all(one is not None and one.low == one.high for one in sums)
    # Twelve instalments of 200, all due more than 30 days ago: 30 days less of each at 0.1 %.
    assert sums[0] is not None and sums[1] is not None
    assert sums[0].high - sums[1].high == 12 * 200 * 30 * Decimal("0.001")


def test_one_clause_is_asked_about_once(tmp_path: Path) -> None:
    analysis = FEES_OF_THIS_YEAR.worked(tmp_path, "物业服务费按年交纳，每年春节前交清。")
    asked = [q for one in analysis.decisive for q in one.questions if "怎么约定的" in q]
    assert len(asked) == 1


def test_a_term_that_another_clause_fixes_is_known(tmp_path: Path) -> None:
    clause = "业主逾期交费的，按本条支付违约金：每日万分之五。业主每月10日前交物业费。经催告仍不交的，违约金继续计算。"
    assert not open_on_a_clause(PENALTY.worked(tmp_path, clause))


@pytest.mark.parametrize("source", ["快递柜", "充电桩", "小区内的其他", "架空层、屋面出租的", "小区公共"])
def test_income_of_any_source_that_goes_to_the_provider_is_read(source: str, tmp_path: Path) -> None:
    alone = INCOME._replace(facts=INCOME.facts[:-1])
    analysis = alone.worked(tmp_path, f"{source}收益归乙方所有。")
    assert not open_on_a_clause(analysis)
    assert [one.reason for one in analysis.void_clauses] == ["gives_to_another"]
    assert analysis.claims[0].result is Result.SUPPORTED


def test_such_a_clause_stands_where_the_owners_decided_it(tmp_path: Path) -> None:
    analysis = INCOME.worked(tmp_path, "小区公共收益归乙方所有。")
    assert analysis.claims[0].result is Result.NOT_SUPPORTED
    assert analysis.void_clauses == ()


LIFT_SHARE = "利用电梯轿厢、外墙等共用部位经营所得，扣除成本后70%归全体业主，30%归乙方。"
ONE_SOURCE = [
    "乙方可在小区公共道路划定停车位并收取停车费，收益归乙方所有。",
    "快递柜收益归乙方所有。",
    "充电桩的收入全部归物业公司。",
    "电梯等共用部位的广告收入归乙方所有。",
    "地面停车场的收入由乙方享有。",
    "地下车库停车费收入归乙方，其余公共收益归全体业主。",
]
BY_SUMS_OR_YEARS = [
    "公共收益每年的前两万元归乙方作为经营费用，其余归全体业主。",
    "公共收益不足10万元的归乙方，超过的部分双方对半分。",
    "年收益5万元以内的公共收益全部归业主，超过5万元的部分乙方得50%。",
    "公共收益超出预算的，超出部分的20%归乙方。",
    "公共收益归全体业主，乙方每年定额提取2万元作为管理成本。",
    "电梯广告由乙方承包经营，乙方每年向业主委员会上交3万元，超出部分归乙方。",
    "停车位由乙方包干经营，每年向业主大会支付十万元，剩余归乙方所有。",
    "小区广告位由乙方承包，乙方按年向甲方交纳承包费20000元。",
    "经营收益的30%归乙方，但每年不超过2万元。",
    "公共收益首年全部归乙方，第二年起双方各半。",
    "停车费收入归乙方，其余公共收益的30%归乙方。",
]


@pytest.mark.parametrize("clause", ONE_SOURCE)
@pytest.mark.parametrize("before", ["", LIFT_SHARE], ids=["alone", "beside a share"])
def test_that_one_source_goes_to_the_provider_is_asked_not_taken_for_all_income(
    clause: str, before: str, tmp_path: Path
) -> None:
    assert INCOME.worked(tmp_path, before + clause).claims[0].result is Result.DEPENDS
    assert open_on_a_clause(INCOME.worked(tmp_path, before + clause))


def test_the_share_of_what_is_claimed_holds_beside_a_clause_on_other_income(tmp_path: Path) -> None:
    cost, other = (
        "id: common_income_cost, value: 20000, evidence: [发票]",
        "id: income_clause_all_to_provider, value: false",
    )
    finding = INCOME.worked(tmp_path, f"{LIFT_SHARE}{ONE_SOURCE[0]}", cost, other).claims[0]
    assert finding.result is Result.SUPPORTED
    # (100,000 - 20,000) x 70 %
    assert finding.amount is not None
    assert str(finding.amount.high) == str(finding.amount.low) == "56000.00"


@pytest.mark.parametrize("clause", BY_SUMS_OR_YEARS)
@pytest.mark.parametrize("before", ["", "公共收益的30%归乙方，其余归全体业主。"], ids=["alone", "beside a share"])
def test_a_division_by_sums_or_years_is_no_share_and_not_everything(clause: str, before: str, tmp_path: Path) -> None:
    analysis = INCOME.worked(tmp_path, before + clause)
    finding = analysis.claims[0]
    assert open_on_a_clause(analysis)
    assert finding.at_least_partly
    assert finding.amount is not None
    assert (finding.amount.low, str(finding.amount.high)) == (None, "100000.00")


@pytest.mark.parametrize(
    "clause",
    [
        "公共区域停车收费每月150元，停车收入扣除成本后归全体业主。",
        "公共收益累计超过5万元时，乙方应当公布。",
        "公共收益使用超过5000元的，由业主大会决定后用于共有部分。",
        "公共区域广告收入扣除成本后归业主，乙方挪用的支付违约金5000元。",
        "地面停车场由乙方经营管理，业主每月交纳停车费150元。",
        "停车费由乙方收取，归全体业主所有。",
        "停车场地使用费归全体业主所有，停车服务费归乙方。",
    ],
)
def test_a_sum_that_divides_nothing_leaves_nothing_open(clause: str, tmp_path: Path) -> None:
    assert not open_on_a_clause(INCOME.worked(tmp_path, clause))


BOUGHT = FEES._replace(facts=(*FEES.facts, "id: ownership_from, of: b, value: 2024-04-01"))
PASSED_ON = "物业费于每年1月10日前交清全年。业主转让房屋前拖欠的物业费，由受让人承担。"


def test_a_clause_that_passes_arrears_on_does_not_bind_the_buyer(tmp_path: Path) -> None:
    finding = BOUGHT.worked(tmp_path, PASSED_ON, "id: bought_from_owner, value: false").claims[0]
    (clause,) = (one for one in finding.defences if one.id == "clause_on_transfer")
    assert clause.effect == "ruled_out"
    # 200 a month for April to December
    assert finding.amount is not None
    assert str(finding.amount.high) == str(finding.amount.low) == "1800.00"


def test_whether_a_flat_was_bought_from_an_owner_decides_what_was_due_before(tmp_path: Path) -> None:
    analysis = BOUGHT.worked(tmp_path, PASSED_ON)
    assert analysis.claims[0].result is Result.DEPENDS
    assert any("bought_from_owner" in one.ids for one in analysis.decisive)


class Unclear(NoDocuments):
    """Documents of which one clause speaks of a fact and was not understood."""

    def __init__(self, fact: str) -> None:
        self.not_understood = frozenset({fact})

    def clauses_on(self, fact: FactDefinition, told: Callable[[str], bool]) -> tuple[Locator, ...]:
        return () if told(fact.id) else (Locator(instrument="doc:合同", article=2),)


def may_be_stated(dispute: Dispute) -> list[str]:
    """The facts that the claims of a dispute look at, that a contract may state, and of which nobody spoke."""
    law = KnowledgeBase(dispute.on, dispute.place, rules=BOOK)
    parts = [part for _, (part, _, _) in case_of(dispute, law, None).wanted]
    looked_at = {id for part in parts for id in facts_of(part, BOOK)} - {fact.id for fact in dispute.facts}
    usual = {id for ids in BOOK.stated_under.values() for id in ids if not BOOK.facts[id].exceptional}
    return sorted(looked_at & usual)


def tried() -> list[Any]:
    """One worked case in fifty, each with a fact of which a clause may speak; all with EVERY_EXAMPLE=1."""
    chance = random.Random(17)
    forms = zip(EXAMPLES, DISPUTES, strict=True)
    chosen = [(str(name), one) for name, one in forms if one.claims and (EVERY_EXAMPLE or chance.random() < 0.02)]
    found = [(name, one, chance.choice(facts)) for name, one in chosen if (facts := may_be_stated(one))]
    return [pytest.param(one, fact, id=f"{name}, {fact}") for name, one, fact in found]


def values_of(fact: FactDefinition, on: date) -> list[Any]:
    """Values that a clause may well state, other than those that are tried to see what turns on it."""
    if fact.type == "boolean":
        return [True, False]
    if fact.type == "date":
        return [on - timedelta(days=days) for days in (-200, 45, 800)]
    share = fact.unit == "share" or (fact.unit or "").startswith("1/")
    numbers = [Decimal("0.003"), Decimal("0.3")] if share else [Decimal(5), Decimal(15), Decimal(90)]
    return [one for one in numbers if fact.admits(one) and one <= (fact.usual or one)]


@pytest.mark.parametrize(("dispute", "fact"), tried())
def test_what_is_firm_beside_a_clause_stays_so_whatever_it_says(
    dispute: Dispute, fact: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = KnowledgeBase(dispute.on, dispute.place, rules=BOOK)
    with monkeypatch.context() as beside:
        beside.setattr(case, "_stated", lambda _: Unclear(fact))
        before = analyze(dispute, law).claims
    for value in values_of(BOOK.facts[fact], dispute.on):
        told = dispute.model_copy(update={"facts": (*dispute.facts, Fact(id=fact, value=value))})
        for old, new in zip(before, analyze(told, law).claims, strict=True):
            assert old.result is Result.DEPENDS or old.result is new.result
            if old.result is not Result.DEPENDS and old.amount and new.amount and old.amount.low is not None:
                assert (old.amount.low, old.amount.high) == (new.amount.low, new.amount.high)
