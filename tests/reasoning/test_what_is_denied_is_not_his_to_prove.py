"""Who has to prove what is named: a party to the claim, who bears the burden; who else told it is told beside."""

from __future__ import annotations

import pytest

from propertylaw.model import Dispute
from propertylaw.reasoning import analyze
from propertylaw.reasoning.results_in_words import to_prove_in_words

BESIDE = "（房东已经主张，由其证明也算）"


@pytest.mark.parametrize(("told_by", "denied_by", "beside"), [("b", "t", BESIDE), ("t", "a", "")])
def test_a_defence_of_the_tenant_is_his_to_prove_though_his_landlord_tells_it_and_he_denies_it(
    told_by: str, denied_by: str, beside: str
) -> None:
    agreed = {"value": True, "said_by": "a", "admitted_by": ["b", "t"]}
    analysis = analyze(
        Dispute.model_validate(
            {
                "on": "2025-06-30",
                "place": "江苏省南通市",
                "parties": [
                    {"id": "a", "name": "楼下", "role": "owner"},
                    {"id": "b", "name": "房东", "role": "owner"},
                    {"id": "t", "name": "租客", "role": "property_user"},
                ],
                "claims": [{"by": "a", "against": ["t"], "claim": "neighbours.leak"}],
                "facts": [
                    {"id": "flat_flooded", **agreed},
                    {"id": "leak_from_their_part", **agreed},
                    {"id": "leak_by_aged_fixture", "value": True, "said_by": told_by, "denied_by": [denied_by]},
                ],
            }
        )
    )
    said = to_prove_in_words(analysis.claims[0], analysis.names)
    assert "待租客补证：房屋设施老化" in said
    assert beside in said
