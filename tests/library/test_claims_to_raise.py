"""From an everyday question to the claims that it may come to."""

from __future__ import annotations

from datetime import date

import pytest

from propertylaw.library import KnowledgeBase
from propertylaw.library.claims_to_raise import ClaimsToRaise
from propertylaw.library.search import Search

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
    found = RAISING.of(SEARCH.ask(question))
    assert claim in [one.id for one in found]
    assert len(found) <= 3


def test_without_answers_there_is_no_claim() -> None:
    assert RAISING.of(()) == ()


@pytest.mark.parametrize("question", ["认购书定金退不退", "买房定金能退吗"])
def test_what_the_rules_hold_no_claim_for_is_said(question: str) -> None:
    assert "没有做成请求" in SEARCH.unclaimed(question)


@pytest.mark.parametrize("question", ["物业把我家电断了", "装修押金不退", "今天吃什么"])
def test_of_anything_else_nothing_is_said(question: str) -> None:
    assert SEARCH.unclaimed(question) == ""
