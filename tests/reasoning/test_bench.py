"""Claims that refer to the result of other claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from propertylaw.errors import RuleError
from propertylaw.library import KnowledgeBase
from propertylaw.model import Claim, Dispute, Result
from propertylaw.reasoning import analyze
from propertylaw.rulebook import rules


def claim(id: str, when: str) -> Claim:
    element = {"id": "one", "says": "要件", "when": when, "proof": "claimant", "basis": ["民法典/944"]}
    return Claim.model_validate(
        {
            "id": id,
            "title": id,
            "topic": "fees",
            "claimant": "owner",
            "respondents": [{"role": "service_provider"}],
            "basis": ["民法典/944"],
            "elements": [element],
        }
    )


def result(claims: list[Claim], *facts: dict[str, Any]) -> Result:
    form = {
        "on": date(2024, 1, 1),
        "place": "上海市",
        "parties": [
            {"id": "b", "name": "徐某", "role": "owner"},
            {"id": "a", "name": "甲物业公司", "role": "service_provider"},
        ],
        "claims": [{"by": "b", "against": ["a"], "claim": claims[0].id}],
        "facts": facts,
    }
    book = replace(rules(), claims={one.id: one for one in claims})
    law = KnowledgeBase(date(2024, 1, 1), "上海市", rules=book)
    return analyze(Dispute.model_validate(form), law).claims[0].result


BASE = claim("base", "utilities_cut")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([{"id": "utilities_cut", "value": True}], Result.SUPPORTED),
        ([{"id": "utilities_cut", "value": False}], Result.NOT_SUPPORTED),
        ([], Result.DEPENDS),
    ],
)
def test_a_claim_that_rests_on_another_follows_its_result(facts: list[dict[str, Any]], expected: Result) -> None:
    assert result([claim("upper", "claim:base"), BASE], *facts) is expected


def test_claims_that_refer_to_each_other_in_a_circle_are_refused() -> None:
    with pytest.raises(RuleError, match="循环"):
        result([claim("one", "claim:two"), claim("two", "claim:one")])
