"""Whether a stated total agrees with the figures listed before or after it."""

from __future__ import annotations

import re
from decimal import Decimal

from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number

_CLOSE = Decimal("0.006")
"""Relative difference that rounding explains."""

_WITH_ANOTHER = re.compile(r"[连含][^，。；]{1,10}$")
"""The total takes in somebody who has no figure of his own (连负责人共)."""
_OF_EACH = re.compile(r"[每各均][^，。；、]{0,10}$")


def sum_is_wrong(before: str, after: str, total: Decimal, unit: str) -> Decimal | None:
    """The sum of the parts, where the text lists parts of the same unit and they do not add up; else None."""
    parts = _parts(after, unit) if pattern("^{of_which}").search(after) else _parts(_same_list(before), unit)
    if total in parts or _WITH_ANOTHER.search(before):
        return None
    return _other_sum(parts, total)


def items_differ(after: str, total: Decimal, unit: str) -> Decimal | None:
    """The sum of the items of a list, where it is not the total that announces them; None where one has no figure.

    Args:
        after: what stands behind the total, with the list.
        total: what the items are said to make up.
        unit: of the total and of its parts.
    """
    announced = pattern("^{made_up_of}").match(after)
    if announced is None:
        return None
    items = [one for one in pattern("{list_item}").split(after[announced.end() :].strip())[1:] if one.strip()]
    parts = [_parts(item, unit) for item in items]
    if any(len(found) != 1 for found in parts):
        return None
    return _other_sum([value for found in parts for value in found], total)


def _other_sum(parts: list[Decimal], total: Decimal) -> Decimal | None:
    summed = sum(parts, Decimal(0))
    rounding = sum((_last_place(value) for value in (*parts, total)), Decimal(0)) / 2
    if len(parts) < 2 or (agree(summed, total) and abs(summed - total) <= rounding):
        return None
    return summed


def _last_place(value: Decimal) -> Decimal:
    """What one is worth in the last place that a figure states: 100 in 138600, 0.1 in 33.3."""
    return Decimal(10) ** int(value.normalize().as_tuple().exponent)


def parts_exceed(whole: Decimal, after: str, unit: str) -> Decimal | None:
    """The sum of the parts that a figure is said to contain (其中…), where they are more than the whole; else None."""
    if not pattern("^{of_which}").search(after):
        return None
    parts = _parts(after, unit)
    summed = sum(parts, Decimal(0))
    return summed if len(parts) > 1 and summed > whole and not agree(summed, whole) else None


def year_is_wrong(before: str, total: Decimal) -> Decimal | None:
    """Twelve times the monthly sum stated before, where the text gives another sum for the year; else None."""
    if not pattern("{total_of_year}").search(before[-12:]):
        return None
    months = [number(match["value"]) for match in pattern("{monthly_sum}").finditer(before)]
    if len(months) != 1 or months[0] is None or pattern("{area}").search(before):
        return None
    expected = months[0] * 12
    return None if agree(expected, total) else expected


def product_is_wrong(before: str, total: Decimal, unit: str) -> Decimal | None:
    """Price times area (times months), where the text states both and no such product is the total; else None."""
    if unit != "元":
        return None
    price = pattern("{price_times_area}").search(before)
    area = pattern("{area}").search(before)
    if price is None or area is None:
        return None
    rate, size = number(price["price"] or price["price2"]), number(area["area"])
    if rate is None or size is None:
        return None
    month = rate * size
    span = pattern("{total_of_year}").search(before[-24:])
    expected = month * 12 if span else month
    return None if any(agree(month * months, total) for months in _months(before, span)) else expected


def _months(before: str, yearly: re.Match[str] | None) -> tuple[int, ...]:
    return (12,) if yearly else (1, 2, 3, 4, 6, 12, 24, 36)


def _same_list(before: str) -> str:
    """The words of the list that ends here: after the last full sentence or other total."""
    cut = [match.end() for match in pattern("{total_of}|。|；").finditer(before)]
    return before[cut[-1] :] if cut else before


def _parts(words: str, unit: str) -> list[Decimal]:
    """The figures of the unit; none where one of them is what each of several has."""
    found = [match for match in pattern("{figure_of_unit}").finditer(words) if match["unit"] == unit]
    if any(_OF_EACH.search(words, 0, match.start()) for match in found):
        return []
    return [value for match in found if (value := number(match["value"])) is not None]


def agree(one: Decimal, other: Decimal) -> bool:
    """Whether rounding explains the difference of two figures."""
    return abs(one - other) <= max(abs(other) * _CLOSE, Decimal(1) if abs(other) > 200 else Decimal("0.011"))
