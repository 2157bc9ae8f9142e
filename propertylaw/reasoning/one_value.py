"""Where the value of a fact is written as a list: a fact has one value, or two bounds between which it lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from propertylaw.rulebook.complaints import Complaint


def one_value(one: Complaint, data: Any) -> Complaint:
    """The complaint about a value that is a list, told as what it is; any other as it stands.

    Args:
        one: a complaint about the layout of a form.
        data: the form as it was read.
    """
    match one.keys:
        case ("facts", int() as index, "value"):
            value = data["facts"][index]["value"]
        case _:
            return one
    return one._replace(problem="value 只能写一个值", advice=_instead(value)) if isinstance(value, list) else one


def _instead(value: Sequence[Any]) -> str:
    if len(value) == 2 and all(isinstance(number, int | float) and not isinstance(number, bool) for number in value):
        return f"只知道大概范围的，不写 value，写 min: {min(value)}, max: {max(value)}"
    return "几个值各写一行；只知道大概范围的数，不写 value，写 min 和 max"
