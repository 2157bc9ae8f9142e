"""What a derived fact hangs on is named beside it, where it hangs on few things."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_casefile import facts

WY = {"said_by": "a"}


@pytest.mark.parametrize(
    ("fact", "told", "shown"),
    [
        pytest.param(
            "not_handed_over",
            [{"id": "handover_refused", "of": "a", "value": True}],
            ("明确表示或以行为表明不退出、不移交",),
            id="a refusal shows that nothing was handed over",
        ),
        pytest.param(
            "begun_before_takeover",
            [
                {"id": "unpaid_from", "value": date(2023, 7, 10)},
                {"id": "takeover_date", "value": date(2023, 11, 1)},
                {"id": "floor_area", "value": 90},
            ],
            ("欠费起始日：2023-07-10", "新物业（业主）接管的日期：2023-11-01"),
            id="a time rests on its two days, and not on the area",
        ),
    ],
)
def test_what_a_derived_fact_hangs_on_is_named(fact: str, told: list[dict[str, Any]], shown: tuple[str, ...]) -> None:
    use = facts(*told).use(fact)
    assert (use.proof, use.evidence) == ("derived", shown)


def test_where_either_of_two_facts_would_do_none_is_named() -> None:
    both = [{"id": id, "of": "a", "value": True} for id in ("handover_refused", "takeover_blocked")]
    use = facts(*both).use("stayed_after_end")
    assert (use.value, use.evidence) == (True, ())
