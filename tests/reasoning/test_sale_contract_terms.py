"""What a sale contract fixes for late delivery and late certificates is read from it, and what was not is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from propertylaw import analyze
from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, Dispute, Fact, Participant
from propertylaw.reasoning.casefile import CaseFile
from propertylaw.reasoning.document import read_document
from propertylaw.reasoning.documents import DisputeDocuments
from propertylaw.reasoning.pair_facts import PairFacts
from propertylaw.reasoning.stated import StatedFacts

CONTRACT = "# 商品房买卖合同\n\n出卖人：某置业公司\n\n买受人：丁某\n\n第一条 房屋坐落于某市某路。\n\n第二条 {clause}\n"
CLAUSES = yaml.safe_load(Path(__file__).with_name("sale_contract_terms.yaml").read_text(encoding="utf-8"))
SELLER = Participant(id="s", name="某置业公司", role="developer")
BUYER = Participant(id="b", name="丁某", role="buyer")


def facts_beside(folder: Path, clause: str, days: dict[str, date]) -> PairFacts:
    """The facts between buyer and seller, where this clause and these days are all there is."""
    file = folder / "合同.md"
    file.write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    facts = tuple(Fact(id=id, value=day) for id, day in days.items())
    dispute = Dispute(on=date(2025, 6, 30), place="江苏省南通市", parties=(BUYER, SELLER), facts=facts)
    law = KnowledgeBase(dispute.on, dispute.place)
    stated = StatedFacts(DisputeDocuments([read_document(file)], law))
    return CaseFile(dispute, law.rules.facts, stated).between(BUYER, SELLER)


def exact(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def as_told(facts: PairFacts, id: str, wanted: Any) -> Any:
    if isinstance(wanted, list):
        return [[one.value, one.since, one.until] for one in facts.all(id)]
    return facts.value(id)


@pytest.mark.parametrize("one", CLAUSES, ids=lambda one: one["name"])
def test_what_a_clause_of_a_sale_fixes_is_read(one: dict[str, Any], tmp_path: Path) -> None:
    days = {"delivered_date": one.get("delivered"), "certificate_date": one.get("certified")}
    facts = facts_beside(tmp_path, one["clause"], {id: day for id, day in days.items() if day})
    for id, wanted in one["terms"].items():
        told = [[exact(part) for part in line] for line in wanted] if isinstance(wanted, list) else exact(wanted)
        assert as_told(facts, id, wanted) == told, id


FORM = """on: 2025-10-15
place: 江苏省南通市
documents: [合同.md]
parties:
  - {{id: b, name: 丁某, role: buyer}}
  - {{id: s, name: 某置业公司, role: developer}}
claims:
  - {{by: b, against: [s], claim: {claim}}}
facts:
  - {{id: sale_contract, value: true, said_by: b, admitted_by: [s]}}
  - {{id: price_paid, value: 1000000, said_by: b, admitted_by: [s]}}
  - {{id: delivered_date, value: 2023-04-10, said_by: b, admitted_by: [s]}}
{more}
"""
DELIVERY = "出卖人应当在2022年12月31日前将房屋交付买受人，因政府停工令停工的，交房期限相应顺延。"
PENALTY = "出卖人逾期交房的，按日支付已付房款万分之二的违约金"


def worked(folder: Path, clause: str, more: str = "", claim: str = "developer.unfinished") -> Analysis:
    (folder / "合同.md").write_text(CONTRACT.format(clause=clause), encoding="utf-8")
    (folder / "案.yaml").write_text(FORM.format(claim=claim, more=more), encoding="utf-8")
    return analyze(folder / "案.yaml")


def most(found: Analysis) -> Decimal | None:
    money = found.claims[0].amount
    return money.high if money else None


def test_a_cap_that_only_the_contract_states_counts(tmp_path: Path) -> None:
    # 100 days × 200 = 20,000; one per cent of 1,000,000 is 10,000
    assert most(worked(tmp_path, f"{DELIVERY}{PENALTY}。")) == Decimal(20000)
    assert most(worked(tmp_path, f"{DELIVERY}{PENALTY}，累计不超过已付房款的百分之一。")) == Decimal(10000)


def test_a_penalty_on_the_whole_price_is_reckoned_on_it(tmp_path: Path) -> None:
    # 1,500,000 × 0.0002 × 100
    clause = f"房屋总价款为人民币1,500,000元。{DELIVERY}出卖人逾期交房的，按日支付总房款万分之二的违约金。"
    assert most(worked(tmp_path, clause)) == Decimal(30000)


def test_a_penalty_to_the_day_before_the_handover_is_a_day_less(tmp_path: Path) -> None:
    # 99 of the 100 days × 200
    clause = f"{DELIVERY}出卖人逾期交房的，自届满次日起至实际交付的前一日止，按日支付已付房款万分之二的违约金。"
    assert most(worked(tmp_path, clause)) == Decimal(19800)


def test_the_days_to_a_certificate_run_from_the_handover(tmp_path: Path) -> None:
    # due 2023-10-07 (180 days), had 2023-10-17: 10 days × 1,000,000 × 0.0001
    clause = "出卖人应当自房屋交付之日起180日内为买受人办理不动产权证书；逾期办证的，按日支付已付房款万分之一的违约金。"
    more = """  - {id: certificate_date, value: 2023-10-17, said_by: b, admitted_by: [s]}
  - {id: certificate_by_developer, value: true, said_by: b, admitted_by: [s]}"""
    found = worked(tmp_path, clause, more, "developer.late_certificate")
    assert most(found) == Decimal(1000)


def test_the_words_that_were_read_are_shown_with_the_clause(tmp_path: Path) -> None:
    found = worked(tmp_path, f"{DELIVERY}{PENALTY}，累计不超过已付房款的百分之一。")
    told = [use for remedy in found.claims[0].remedies for use in remedy.terms if use.fact == "delivery_penalty_cap"]
    assert any("百分之一" in words for use in told for words in use.evidence)


def test_a_clause_on_the_point_that_was_not_understood_is_told(tmp_path: Path) -> None:
    def codes(clause: str, claim: str = "developer.unfinished") -> list[str]:
        return [one.message for one in worked(tmp_path, clause, claim=claim).diagnostics if one.code == "DOC007"]

    (by_rent,) = codes(f"{DELIVERY}出卖人逾期交房的，违约金按照同地段房屋租金标准支付。")
    assert "租金标准" in by_rent
    (in_money,) = codes(f"{DELIVERY}{PENALTY}，累计不超过人民币五万元。")
    assert "五万元" in in_money
    assert not codes(f"{DELIVERY}{PENALTY}。")
    assert not codes(f"{DELIVERY}{PENALTY}，累计不超过人民币五万元。", claim="neighbours.leak")


def test_a_clause_that_puts_the_day_off_is_shown_until_somebody_says_whether_it_happened(tmp_path: Path) -> None:
    def shown(more: str) -> bool:
        return any(one.code == "DOC008" for one in worked(tmp_path, f"{DELIVERY}{PENALTY}。", more).diagnostics)

    assert shown("")
    assert not shown("  - {id: extension_agreed, value: false, said_by: b, admitted_by: [s]}")


@pytest.mark.parametrize(
    "put_off",
    [
        "因重大活动管控停工的，交房日期顺延60日",
        "因疫情封控停工45天，交付时间相应推迟45天",
        "因政府停工令，出卖人将房屋的交付日期延期至2023年2月28日前",
        "双方同意将交付时间延期至2023年2月28日",
        "施工中遇到异常困难及重大技术问题不能及时解决的，可据实予以延期交房",
    ],
)
def test_days_by_which_the_handover_is_put_off_are_told_and_change_nothing_by_themselves(
    put_off: str, tmp_path: Path
) -> None:
    found = worked(tmp_path, f"出卖人应当在2022年12月31日前将房屋交付买受人。{put_off}。{PENALTY}。")
    (told,) = [one.message for one in found.diagnostics if one.code == "DOC008"]
    assert put_off in told
    # 100 days × 1,000,000 × 0.0002
    assert most(found) == Decimal(20000)


def test_a_form_that_says_otherwise_is_told_of_the_clause(tmp_path: Path) -> None:
    more = "  - {id: delivery_penalty_rate, value: 0.0005, said_by: b}"
    found = worked(tmp_path, f"{DELIVERY}{PENALTY}。", more)
    assert [one for one in found.diagnostics if one.code == "FCT003"]


REDUCED = """  - {id: delivery_loss, of: b, value: 15000, said_by: b, admitted_by: [s]}
  - {id: delivery_penalty_reduction_requested, of: s, value: true, said_by: s}
  - {id: delay_by_force_majeure, value: true, said_by: s, admitted_by: [b]}
  - {id: force_majeure_days, value: 20, said_by: s, admitted_by: [b]}
  - {id: force_majeure_after_delay, value: false, said_by: s, admitted_by: [b]}"""


def test_a_penalty_that_is_too_high_comes_down_to_the_loss_and_not_below(tmp_path: Path) -> None:
    # 20,000 less 20 days of force majeure is 16,000: the most that may still go is 1,000
    money = worked(tmp_path, f"{DELIVERY}{PENALTY}。", REDUCED).claims[0].amount
    assert money is not None
    assert (money.low, money.high) == (Decimal(15000), Decimal(16000))


def test_a_loss_that_the_penalty_makes_good_is_told_of(tmp_path: Path) -> None:
    steps = [
        step.says
        for remedy in worked(tmp_path, f"{DELIVERY}{PENALTY}。", REDUCED).claims[0].remedies
        if remedy.money
        for step in remedy.money.steps
    ]
    assert any("不再相加" in says for says in steps)
