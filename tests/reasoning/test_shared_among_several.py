"""Nobody knows who threw: those who may have done so share the rest of the loss, each for himself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from propertylaw.model import Analysis, ClaimFinding, Dispute, Money, Result
from propertylaw.reasoning import analyze
from propertylaw.reasoning.sums_in_words import money_in_words

PROVED = {"value": True, "evidence": ["调查情况说明"]}
FACTS: tuple[dict[str, Any], ...] = (
    {"id": "object_from_building", **PROVED},
    {"id": "damage_amount", "value": 30000, "evidence": ["医疗票据"]},
    {"id": "police_investigated", **PROVED},
    {"id": "thrower_identified", "value": False, "evidence": ["调查情况说明"]},
    {"id": "no_measures", **PROVED},
    {"id": "could_have_thrown", "of": "u", **PROVED},
)
TWELVE = {"id": "possible_throwers", "value": 12, "evidence": ["楼层位置图"]}


def thrown(*more: dict[str, Any], asked: int | None = None) -> Analysis:
    roles = {"v": "anyone", "p": "service_provider", "u": "property_user"}
    claim = {"by": "v", "against": ["p", "u"], "claim": "torts.thrown_object"}
    form = {
        "on": "2025-06-30",
        "place": "",
        "parties": [{"id": id, "name": id, "role": role} for id, role in roles.items()],
        "claims": [claim | ({"sum": asked} if asked else {})],
        "facts": [*FACTS, *more],
    }
    return analyze(Dispute.model_validate(form))


def of(respondent: str, analysis: Analysis) -> ClaimFinding:
    (found,) = [one for one in analysis.claims if one.respondent == respondent]
    return found


def owed(analysis: Analysis) -> Money:
    amount = of("u", analysis).amount
    assert amount is not None
    return amount


def asked(respondent: str, analysis: Analysis) -> set[str]:
    return {id for one in analysis.decisive if one.respondent == respondent for id in one.ids}


def test_how_many_share_it_is_asked_and_the_bound_is_that_of_all_together() -> None:
    found = thrown()
    assert "possible_throwers" in asked("u", found)
    assert "possible_throwers" not in asked("p", found)
    assert money_in_words(owed(found)) == "各方分担，合计至多 30,000.00 元，每一方多少由法院酌定"


def test_an_equal_part_is_what_one_of_them_generally_bears() -> None:
    # 30 000 / 12
    found = thrown(TWELVE)
    assert "possible_throwers" not in asked("u", found)
    assert money_in_words(owed(found)) == "一般至多 2,500.00 元左右，具体由法院酌定（各方合计至多 30,000.00 元）"


def test_only_what_the_provider_does_not_bear_is_divided() -> None:
    # 30 000 less a fifth, 24 000 / 12
    found = thrown(TWELVE, {"id": "provider_fault_share", "value": Decimal("0.2"), "evidence": ["同类判决"]})
    assert (owed(found).usual, owed(found).high) == (2000, 24000)


def test_of_a_number_between_bounds_the_least_counts() -> None:
    found = thrown({"id": "possible_throwers", "min": 10, "max": 15, "evidence": ["楼层位置图"]})
    assert owed(found).usual == 3000


def test_the_only_one_who_may_have_thrown_shares_with_nobody() -> None:
    found = thrown(TWELVE | {"value": 1})
    assert money_in_words(owed(found)) == "至多 30,000.00 元，具体由法院酌定"


@pytest.mark.parametrize(("sum_asked", "words"), [(5000, "一般至多 2,500.00 元左右"), (2000, "至多 2,000.00 元")])
def test_nobody_owes_more_than_is_asked_of_him(sum_asked: int, words: str) -> None:
    told = money_in_words(owed(thrown(TWELVE, asked=sum_asked)))
    assert told.startswith(words)
    assert "合计" not in told


def test_who_proves_that_it_was_not_him_leaves_the_circle() -> None:
    found = thrown(TWELVE, {"id": "proves_not_thrower", "of": "u", **PROVED})
    assert of("u", found).result is Result.NOT_SUPPORTED


def test_that_each_pays_his_own_is_told_beside_the_one_loss() -> None:
    (told,) = [one for one in thrown(TWELVE).diagnostics if one.code == "SUM001"]
    assert "u分担适当的补偿，各付各的" in told.message
    assert told.advice == "各人只付自己的份额，一方付了的不减少其他人的份额"
