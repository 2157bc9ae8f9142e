"""What a party denies he has not to prove: it is for who told it."""

from __future__ import annotations

import pytest

from propertylaw.model import Dispute
from propertylaw.reasoning import analyze
from propertylaw.reasoning.argument import to_prove_in_words


@pytest.mark.parametrize(("told_by", "denied_by", "prover"), [("b", "t", "房东"), ("t", "a", "租客")])
def test_a_defence_of_the_tenant_that_his_landlord_tells_and_he_denies_is_for_the_landlord_to_prove(
    told_by: str, denied_by: str, prover: str
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
    assert f"待{prover}补证：房屋设施老化" in said
