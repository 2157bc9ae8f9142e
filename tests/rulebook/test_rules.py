"""The curated law holds together, and `check_rules` finds what would not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from propertylaw.compare import read_cases
from propertylaw.library.texts_at_hand import TextsAtHand
from propertylaw.model import Locator
from propertylaw.rulebook import catalogue, data_folder, rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.checking import NoTexts, check_rules

BOOK = rules()
SHARED = Path(__file__).resolve().parents[3] / "shared"

CLAIM = """\
id: pack.refund
title: 退还多收的费用
topic: fees
claimant: [owner]
respondent: [service_provider]
basis: [物业服务解释/2/2]
capacities:
  - {kind: sole, says: 收费的人退还, basis: [物业服务解释/2/2]}
elements:
  - {id: unlawful, says: 违规收费, when: rate_raised_unilaterally, proof: claimant, basis: [物业服务解释/2/1]}
defences:
  - {id: paid_back, says: 已经退还, when: paid_back, effect: extinguishes, basis: [民法典/557/1/1]}
remedies:
  - {id: refund, says: 退还, basis: [物业服务解释/2/2]}
limitation: {years: 3, says: 三年, basis: [民法典/188]}
forum: 被告住所地人民法院
forum_basis: [民事诉讼法/22]
evidence: [收费通知]
"""
OLDER = "older_law: [{{until: 2020-12-31, says: 同, differs: 异, differs_when: {fact}, basis: [合同法/107]}}]\nforum:"
"""Goes before the forum of the claim."""
ONLY = "basis_only: [{{when: {when}, basis: [{at}]}}]\ncapacities:"
"""A place of the claim that counts only on a condition."""
SECOND = "{{id: refund, says: 退还}}\n  - {{id: interest, says: 利息, instead_of: {other},"
"""A remedy after the first, instead of another."""
FACTS = """\
- {id: paid_back, title: 已经退还, type: boolean, question: 多收的钱退了没有？}
"""


def pack(folder: Path, claim: str = CLAIM, facts: str = FACTS) -> Path:
    for name in ("claims", "facts", "cases"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "claims" / "pack.refund.yaml").write_text(claim, encoding="utf-8")
    (folder / "facts" / "pack.yaml").write_text(facts, encoding="utf-8")
    (folder / "cases" / "pack.refund.yaml").write_text("[]\n", encoding="utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in check_rules(folder, catalogue(), NoTexts(), BOOK)]


def test_the_rules_that_ship_are_without_fault() -> None:
    assert [str(fault) for fault in check_rules(data_folder("rules"), catalogue(), NoTexts())] == []


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.is_dir(), reason="no reference folder beside the checkout")
def test_every_citation_of_the_rules_is_found_in_the_text_it_names() -> None:
    texts = TextsAtHand(SHARED / "corpus")
    assert [str(fault) for fault in check_rules(data_folder("rules"), catalogue(), texts)] == []
    wrong = ["民法典/944/4", "民法典/278/1/10", "物业管理条例/12/9", "区分所有权解释/8/2"]
    assert [texts.holds(Locator.parse(at)) for at in wrong] == [False] * 4
    assert texts.holds(Locator.parse("民法典/1100")) is None  # a part of the code that is not at hand
    assert texts.holds(Locator.parse("物权法/76")) is None


def test_a_good_pack_is_without_fault(tmp_path: Path) -> None:
    assert faults(pack(tmp_path)) == []


@pytest.mark.parametrize(
    ("wrong", "right", "line", "says"),
    [
        ("when: rate_raised_unilaterally", "when: rate_raised_unilateraly", 10, "是不是“rate_raised_unilaterally”"),
        ("topic: fees", "topic: feas", 3, "是不是“fees”"),
        ("claimant: [owner]", "claimant: [ownr]", 4, "是不是“owner”"),
        ("[物业服务解释/2/1]", "[物业服务解释/9]", 10, "只有 5 条"),
        ("[物业服务解释/2/1]", "[物业服务解说/2]", 10, "是不是“物业服务解释”"),
        ("when: paid_back", "when: paid_back and not rate_raised_unilaterally", 12, "不可能具备"),
        ("when: paid_back", "when: 'paid_back and claimant_role == \"developer\"'", 12, "不可能具备"),
        ("when: paid_back", "when: paid_back and claim:fees.arears", 12, "是不是“fees.arrears”"),
        ("when: paid_back", "when: paid_back and claim:pack.refund", 1, "循环引用"),
        ("when: paid_back", "when: paid_back and fee_rate", 12, "写成比较"),
        ("when: paid_back", "when: paid_back or (", 12, "写法有误"),
        ("when: paid_back", "when: rate_raised_unilaterally", 1, "没有请求、概念或计算用到"),
        ("effect: extinguishes", "effect: extinguishes, calc: arears", 12, "是不是“arrears”"),
        ("effect: extinguishes", "effect: extinguishes, concept: serious_defct", 12, "是不是“serious_defect”"),
        ("effect: extinguishes", "effect: reduces, touches: [refnd]", 12, "是不是“refund”"),
        ("forum: 被告住所地人民法院\n", "", 1, "没有写管辖"),
        ("forum_basis: [民事诉讼法/22]\n", "", 1, "没有写管辖的依据"),
        ("forum_basis: [民事诉讼法/22]", "forum_basis: [民事诉讼法/2200]", 17, "民事诉讼法"),
        ("forum:", OLDER.format(fact="paid_bck"), 16, "是不是“paid_back”"),
        ("capacities:", ONLY.format(when="paid_bck", at="物业服务解释/2/2"), 7, "是不是“paid_back”"),
        ("capacities:", ONLY.format(when="paid_back", at="物业服务解释/2/3"), 7, "是不是“物业服务解释/2/2”"),
        ("{id: refund, says: 退还,", SECOND.format(other="refnd"), 15, "没有这个可得“refnd”；是不是“refund”"),
        ("{id: refund, says: 退还,", SECOND.format(other="interest"), 15, "没有这个可得“interest”"),
        ("id: pack.refund", "id: pack.refunds", 1, "文件名"),
        ("effect: extinguishes", "efect: extinguishes", None, "effect"),
        ("effect: extinguishes", "effect: extinguish", None, "值不合要求"),
    ],
)
def test_a_fault_is_told_with_file_line_and_the_nearest_name(
    wrong: str, right: str, line: int | None, says: str, tmp_path: Path
) -> None:
    assert wrong in CLAIM
    found = faults(pack(tmp_path, CLAIM.replace(wrong, right, 1)))
    told = [fault for fault in found if says in fault]
    assert told, found
    assert re.search(r"\.yaml", told[0])
    if line is not None:
        assert f"第 {line} 行" in told[0], told


def test_a_defence_behind_another_of_the_same_condition_is_no_fault_but_a_capacity_is(tmp_path: Path) -> None:
    twice = CLAIM.replace(
        "elements:", "  - {kind: joint, says: 连带, when: paid_back, basis: [物业服务解释/2/2]}\nelements:"
    )
    assert any("责任方式“连带”" in fault for fault in faults(pack(tmp_path, twice)))


def test_a_claim_without_an_example_and_an_example_without_a_claim_are_told(tmp_path: Path) -> None:
    folder = pack(tmp_path)
    (folder / "cases" / "pack.refund.yaml").rename(folder / "cases" / "pack.refunds.yaml")
    found = faults(folder)
    assert any("没有例子" in fault for fault in found)
    assert any("pack.refunds" in fault and "不属于" in fault for fault in found)


def test_an_id_that_stands_twice_is_told_once(tmp_path: Path) -> None:
    found = faults(pack(tmp_path, facts=FACTS + FACTS))
    assert len(found) == 1
    assert "定义了两次" in found[0]


def test_what_counts_where_nobody_speaks_is_yes_or_no_and_no_number(tmp_path: Path) -> None:
    number = "- {id: price, title: 价款, type: number, default: 0, question: 付了多少？}\n"
    counted = CLAIM.replace("when: paid_back", "when: paid_back and price > 0")
    assert any("没人说时的值" in fault for fault in faults(pack(tmp_path, counted, FACTS + number)))


def test_every_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    found = faults(pack(tmp_path, CLAIM.replace("says: 违规收费", "says: ["), FACTS.replace("boolean", "bool")))
    assert len(found) == 2


def test_a_calculation_tells_which_facts_it_asks_for() -> None:
    assert {"unpaid_from", "unpaid_to", "fee_rate", "floor_area", "amount_paid"} <= words_in(SUMS["arrears"])
    assert "cut_loss" in words_in(SUMS["cut_loss"])
    assert "late_fee_rate" not in words_in(SUMS["arrears"])


def test_patterns_of_topics_compile() -> None:
    for topic in BOOK.topics.values():
        for pattern in (*topic.patterns, *topic.unless):
            re.compile(pattern)
        assert topic.within is None or topic.within in BOOK.topics


def test_norms_name_a_bearer() -> None:
    assert all(norm.bearer or norm.modality == "constitutive" for norm in BOOK.norms.values())


def test_examples_are_forms_that_the_reader_of_forms_accepts() -> None:
    for file in (data_folder("rules") / "cases").glob("*.yaml"):
        assert read_cases([file], BOOK), file
