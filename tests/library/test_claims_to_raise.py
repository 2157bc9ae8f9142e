"""From an everyday question to the claims that it may come to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from propertylaw.library import KnowledgeBase
from propertylaw.library.claims_to_raise import ClaimsToRaise
from propertylaw.library.search import Search

TITLES = Path(__file__).parent / "questions" / "claims.jsonl"
LAW = KnowledgeBase(date(2026, 1, 1), "")
SEARCH, RAISING = Search(LAW), ClaimsToRaise(LAW.rules.claims)


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("楼上漏水", "neighbours.leak"),
        ("小孩掉进景观水池淹死了", "torts.duty_of_care"),
        ("物业换了，老物业不交接资料", "handover.refusal"),
        ("电梯里的广告费归谁", "common_parts.income"),
        ("停车位只卖不租", "parking.planned_first"),
        ("开发商迟迟不给房产证", "developer.late_certificate"),
        ("装修押金不退", "conduct.renovation_deposit"),
        ("邻居的狗咬人", "torts.animals"),
        ("物业把我家水停了", "fees.cutoff"),
        ("物业把我家电断了", "fees.cutoff"),
    ],
)
def test_the_claim_of_a_question_is_told(question: str, claim: str) -> None:
    found = RAISING.of(SEARCH.ask(question), SEARCH.claims(question))
    assert claim in [one.id for one in found]
    assert len(found) <= 3


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("业主欠了三年物业费，物业想起诉", "fees.arrears"),
        ("空置的没卖出去的房子开发商不交物业费", "fees.developer_unsold"),
        ("业委会成员收了物业好处", "governance.member_benefits"),
        ("装充电桩物业不盖章", "common_parts.charging_point"),
        ("进小区被道闸杆砸到头", "torts.duty_of_care"),
    ],
)
def test_of_claims_that_rest_on_the_same_provisions_the_one_of_the_situation_comes_first(
    question: str, claim: str
) -> None:
    assert RAISING.of(SEARCH.ask(question), SEARCH.claims(question))[0].id == claim


def test_of_everyday_titles_nine_in_ten_find_their_claim_first_and_nearly_all_among_three() -> None:
    asked = [json.loads(line) for line in TITLES.read_text(encoding="utf-8").splitlines()]
    found = [
        [one.id for one in RAISING.of(SEARCH.ask(one["question"]), SEARCH.claims(one["question"]))] for one in asked
    ]
    pairs = list(zip(asked, found, strict=True))
    first = sum(bool(set(ids[:1]) & set(one["claims"])) for one, ids in pairs)
    among = sum(bool(set(ids) & set(one["claims"])) for one, ids in pairs)
    assert first / len(pairs) >= 0.9
    assert among / len(pairs) >= 0.95


def test_without_answers_there_is_no_claim() -> None:
    assert RAISING.of((), {}) == ()


def test_to_a_question_of_another_field_no_situation_comes_near() -> None:
    assert SEARCH.claims("今天吃什么") == {}


@pytest.mark.parametrize("question", ["认购书定金退不退", "买房定金能退吗"])
def test_what_the_rules_hold_no_claim_for_is_said(question: str) -> None:
    assert "没有做成请求" in SEARCH.unclaimed(question)


@pytest.mark.parametrize("question", ["物业把我家电断了", "装修押金不退", "今天吃什么"])
def test_of_anything_else_nothing_is_said(question: str) -> None:
    assert SEARCH.unclaimed(question) == ""
