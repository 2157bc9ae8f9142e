"""Groups of things that are linked to one another, directly or through others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def linked(things: Iterable[T], link: Callable[[T, T], bool]) -> list[list[T]]:
    """The groups in the order of their first members, and in each its members in their order.

    Args:
        things: to group.
        link: whether two of them belong together; the same in either order.
    """
    groups: list[list[tuple[int, T]]] = []
    for place, one in enumerate(things):
        near = [group for group in groups if any(link(one, other) for _, other in group)]
        joined = sorted([(place, one), *(member for group in near for member in group)], key=lambda member: member[0])
        groups = sorted([*(group for group in groups if group not in near), joined], key=lambda group: group[0][0])
    return [[one for _, one in group] for group in groups]
