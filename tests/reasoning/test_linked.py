"""Things that are linked, directly or through others, are one group."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from propertylaw.reasoning.linked import linked


def near(one: int, other: int) -> bool:
    return abs(one - other) <= 1


def test_what_is_linked_through_a_third_is_one_group_in_the_order_of_the_first() -> None:
    assert linked([7, 1, 3, 8, 2], near) == [[7, 8], [1, 3, 2]]


def test_nothing_makes_no_group() -> None:
    assert linked([], near) == []


@given(st.lists(st.integers(0, 30), unique=True))
def test_everything_is_in_one_group_and_no_two_groups_are_linked(numbers: list[int]) -> None:
    groups = linked(numbers, near)
    assert sorted(number for group in groups for number in group) == sorted(numbers)
    assert not any(
        near(one, other) for group in groups for one in group for rest in groups if rest is not group for other in rest
    )
