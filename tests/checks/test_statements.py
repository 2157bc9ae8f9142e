"""What half a sentence states: whom a ban holds back, and on what ground a thing is lawful."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from propertylaw.checks.view import contract_view
from propertylaw.extraction.contracts import masking, statement
from propertylaw.extraction.contracts.statement import Ground, Statement
from propertylaw.model import Source
from propertylaw.structure import outline

HEAD = "物业服务合同\n甲方：业主委员会\n乙方：物业服务企业\n第一条　"


def stated(text: str, words: str) -> Statement:
    """How words are read that stand in a clause."""
    source = Source(name="合同", format="txt", text=HEAD + text)
    contract = contract_view(source, outline(source))
    (clause,) = contract.clauses
    at = source.text.index(words, len(HEAD))
    (sentence,) = [one for one in clause.sentences if one.span[0] <= at < one.span[1]]
    start = at - sentence.span[0]
    return Statement(clause, sentence, (start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("乙方不得以业主拖欠物业费为由停水。", "不得以业主拖欠物业费为由停水"),
        ("乙方应当妥善保管资料，不得以费用争议为由留存。", "不得以费用争议为由留存"),
        ("建设单位、物业服务企业均不得审查候选人。", "均不得审查候选人"),
        ("业主委员会、物业服务企业均不得变更规约。", "不得变更规约"),
        ("押金仅用于担保，不得没收。", "不得没收"),
        ("业主对记录有异议的，不得拒绝核对。", "不得拒绝核对"),
        ("建设单位的保修责任不因业主收房而免除。", "保修责任不因业主收房而免除"),
        ("乙方不因此加收费用。", "不因此加收费用"),
    ],
    ids=[
        "named before the ban",
        "named in the step before",
        "two of one side",
        "an organ beside the provider",
        "nobody is named and only the provider does it",
        "only the provider does it, whoever was named",
        "who stays bound",
        "who gives it up",
    ],
)
def test_a_ban_holds_back_the_provider_or_the_developer(text: str, words: str) -> None:
    assert stated(text, words).holds_back_strong


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("业主不得以服务瑕疵为由拒付物业费。", "不得以服务瑕疵为由拒付物业费"),
        ("物业费应当按时交纳，不得拒付。", "不得拒付"),
        ("乙方提供服务，业主不得查阅账目。", "业主不得查阅账目"),
        ("双方不得更换物业服务企业。", "不得更换"),
        ("乙方不得向业主公开合同。", "不得向业主公开合同"),
        ("乙方有权停水，业主不得异议。", "停水，业主不得异议"),
        ("乙方可以停水。", "停水"),
        ("业主的交费义务不因服务瑕疵而免除。", "不因服务瑕疵而免除"),
    ],
    ids=[
        "the owner",
        "nobody, and only owners do it",
        "the owner after the provider",
        "both sides",
        "what serves the owners",
        "a ban on the other side in the same words",
        "no ban",
        "the owner stays bound",
    ],
)
def test_other_bans_do_not(text: str, words: str) -> None:
    assert not stated(text, words).holds_back_strong


@given(
    strong=some.sampled_from(["乙方", "物业服务企业", "建设单位"]),
    weak=some.sampled_from(["业主", "甲方", "业主大会"]),
    ban=some.sampled_from(["不得", "无权", "不准"]),
    act=some.sampled_from(["停水", "拒绝移交资料", "拒付费用", "推翻记录"]),
)
def test_who_is_named_before_a_ban_is_held_back_by_it_whatever_the_act(
    strong: str, weak: str, ban: str, act: str
) -> None:
    words = f"{ban}{act}"
    assert stated(f"{strong}{words}。", words).holds_back_strong
    assert not stated(f"{weak}{words}。", words).holds_back_strong


@pytest.mark.parametrize(
    ("text", "words", "ground"),
    [
        ("经业主大会表决通过，乙方可以调整收费标准。", "调整收费标准", Ground.OWNERS_DECIDE),
        ("收费标准由业主共同决定后调整。", "调整", Ground.OWNERS_DECIDE),
        ("双方协商一致的，可以上调收费标准。", "上调", Ground.BOTH_AGREE),
        ("违规停车每次支付三十元，存入业主共有资金账户。", "每次支付三十元", Ground.OWNERS_RECEIVE),
        ("委员签署合同的后果由全体业主承担。", "委员签署合同的后果", Ground.OWNERS_BEAR),
        ("因业主拆改造成渗漏的，乙方不承担责任。", "不承担责任", Ground.OWNERS_CAUSE),
        ("任何一方对间接损失不承担责任。", "不承担责任", Ground.BOTH_ALIKE),
    ],
)
def test_a_ground_in_the_same_part_of_the_sentence_counts(text: str, words: str, ground: Ground) -> None:
    assert stated(text, words).rests_on(ground)


@pytest.mark.parametrize(
    "text",
    [
        "无须经业主大会表决，乙方可以调整收费标准。",
        "无须逐项提请业主表决，乙方可以调整收费标准。",
        "视为业主大会已经批准，乙方可以调整收费标准。",
        "业主大会决定停车收费；乙方可以调整收费标准。",
        "乙方可以调整收费标准。",
    ],
    ids=["needless", "needless one by one", "a fiction", "of another part", "none"],
)
def test_a_decision_that_is_needless_or_feigned_or_of_something_else_is_no_ground(text: str) -> None:
    assert not stated(text, "调整收费标准").rests_on(Ground.OWNERS_DECIDE)


def test_a_case_in_which_a_party_breaks_the_contract_is_no_permission() -> None:
    assert stated("乙方将全部服务转由他人承担的，构成违约。", "全部服务转由他人").is_breach
    assert not stated("乙方可以将全部服务转由他人承担。", "全部服务转由他人").is_breach


def test_every_token_of_a_party_stands_on_a_side() -> None:
    tokens = {*masking._TOKENS.values(), masking._SEVERAL}

    assert tokens == set(statement._OF_TOKEN)


def test_a_ban_in_a_sentence_without_any_party_is_read_by_its_act() -> None:
    assert stated("押金不得罚没。", "不得罚没").holds_back_strong
    assert not stated("本条不得修改。", "不得修改").holds_back_strong
