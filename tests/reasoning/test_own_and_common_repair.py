"""A defect in the owner's own part and in common parts: each has a repair of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

from two_parties import agreed, raised

from propertylaw.model import Result
from propertylaw.reasoning import analyze

DEFECT = (
    agreed("quality_defect"),
    agreed("defect_kind", "waterproofing"),
    agreed("accepted_date", date(2021, 5, 20)),
    agreed("defect_found_date", date(2024, 9, 1)),
    agreed("sold_the_building"),
)
OWN, COMMON = agreed("defect_in_own_part"), agreed("defect_in_common_part")
AUTHORISED = agreed("assembly_authorised_suit")
PAID_OWN = agreed("own_repair_paid_by_owner")
PAID_COMMON = agreed("common_repair_paid_by_owner")


def orders(*facts: dict[str, Any]) -> list[str]:
    """Which repairs are had, or may be."""
    (finding,) = analyze(raised("developer.warranty", ("owner", "developer"), *DEFECT, *facts)).claims
    had = [one.says for one in finding.remedies if one.money is None]
    return [place for says in had for place in ("自己房屋", "共有部分") if f"修好{place}" in says]


def test_both_parts_are_repaired() -> None:
    assert orders(OWN, COMMON, AUTHORISED) == ["自己房屋", "共有部分"]


def test_who_had_his_own_part_repaired_still_has_the_common_part_repaired() -> None:
    paid = (PAID_OWN, agreed("repair_cost_sum", 4600))
    assert orders(OWN, COMMON, AUTHORISED, *paid) == ["共有部分"]


def test_who_had_the_common_part_repaired_still_has_his_own_part_repaired() -> None:
    paid = (PAID_COMMON, agreed("common_repair_cost_sum", 9000))
    assert orders(OWN, COMMON, AUTHORISED, *paid) == ["自己房屋"]


def test_a_loss_that_he_put_right_inside_is_no_repair_of_the_outer_wall() -> None:
    inside = (agreed("damage_amount", 3200), PAID_OWN)
    assert orders(COMMON, *inside) == ["共有部分"]


def test_a_defect_inside_gives_no_right_of_his_own_to_the_common_repair() -> None:
    (finding,) = analyze(raised("developer.warranty", ("owner", "developer"), *DEFECT, OWN, COMMON)).claims
    assert (finding.result, finding.at_least_partly) == (Result.DEPENDS, True)
