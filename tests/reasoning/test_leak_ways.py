"""Beside a leak: the developer's warranty while it runs or nobody has told, and the maintenance fund after it."""

from __future__ import annotations

from typing import Any

import pytest
from two_parties import agreed, raised

from propertylaw.model import RouteFinding
from propertylaw.reasoning import analyze

WARRANTY = "within_leak_warranty"


def ways(*facts: dict[str, Any], against: str = "service_provider") -> dict[str, RouteFinding]:
    found = analyze(raised("neighbours.leak", ("owner", against), agreed("flat_flooded"), *facts))
    return {one.id: one for one in found.routes if one.id.startswith("leak_")}


ROOF = agreed("leak_from_common_part")


def test_within_the_warranty_of_the_roof_the_developer_repairs() -> None:
    found = ways(ROOF, agreed(WARRANTY))
    assert set(found) == {"leak_warranty"}
    assert found["leak_warranty"].asks == ""
    assert "建设工程质量管理条例/40/1/2" in map(str, found["leak_warranty"].basis)


def test_where_nobody_told_since_when_the_building_stands_it_is_asked_and_both_are_named() -> None:
    found = ways(ROOF)
    assert set(found) == {"leak_warranty", "leak_fund"}
    assert "竣工验收合格" in found["leak_warranty"].asks


def test_after_it_the_fund_of_the_owners_pays() -> None:
    assert set(ways(ROOF, agreed(WARRANTY, False))) == {"leak_fund"}


def test_a_leak_from_a_flat_may_be_one_of_quality_too_and_no_fund_pays() -> None:
    found = ways({**agreed("leak_from_their_part"), "of": "b"}, against="owner")
    assert set(found) == {"leak_warranty"}


@pytest.mark.parametrize("fact", ["leak_not_normal_use", "leak_by_own_alteration", "leak_by_careless_use"])
def test_what_the_people_in_the_flat_did_is_no_matter_of_warranty(fact: str) -> None:
    of = {} if fact == "leak_not_normal_use" else {"of": "b"}
    assert ways({**agreed(fact), **of}, {**agreed("leak_from_their_part"), "of": "b"}, against="owner") == {}


def test_the_developer_who_is_sued_is_not_named_again() -> None:
    assert "leak_warranty" not in ways(agreed("leak_from_quality_defect"), agreed(WARRANTY), against="developer")
