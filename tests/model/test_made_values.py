"""Values that the library makes are not checked when they are made; they are what checking would have made of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from propertylaw.model import Dispute, Money, Step
from propertylaw.model.base import Made
from propertylaw.reasoning import analyze


def test_what_is_not_given_has_its_default_and_the_fields_keep_their_order() -> None:
    step = Step(amount=Decimal(3), says="三元")

    assert step == Step.model_validate({"says": "三元", "amount": "3"})
    assert list(step.model_dump()) == ["says", "amount", "ahead"]


def test_a_field_that_is_missing_or_unknown_is_refused() -> None:
    with pytest.raises(TypeError, match="says"):
        Step(amount=Decimal(3))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="sum"):
        Step(says="三元", sum=3)  # type: ignore[call-arg]


def test_what_comes_from_outside_is_still_checked() -> None:
    with pytest.raises(ValidationError):
        Money.model_validate({"low": None, "high": "many"})


def test_a_whole_analysis_is_what_checking_makes_of_it() -> None:
    form = {
        "on": date(2025, 6, 30),
        "place": "江苏省南通市",
        "parties": [
            {"id": "a", "name": "甲物业", "role": "service_provider"},
            {"id": "b", "name": "徐某", "role": "owner"},
        ],
        "claims": [{"by": "a", "against": ["b"], "claim": "fees.arrears"}],
        "facts": [
            {"id": "signed_contract", "value": True, "said_by": "a", "admitted_by": ["b"]},
            {"id": "service_provided", "value": True, "said_by": "a", "denied_by": ["b"]},
            {"id": "fee_rate", "value": Decimal("1.5")},
            {"id": "floor_area", "of": "b", "value": 100},
            {"id": "unpaid_from", "of": "b", "value": date(2023, 1, 1)},
            {"id": "unpaid_to", "of": "b", "value": date(2023, 12, 31)},
        ],
    }
    made = analyze(Dispute.model_validate(form))

    assert isinstance(made, Made)
    assert type(made).model_validate_json(made.model_dump_json()) == made
