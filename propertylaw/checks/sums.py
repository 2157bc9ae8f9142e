"""Whether a stated total agrees with the figures listed before or after it."""

from __future__ import annotations

import re
from decimal import Decimal

from propertylaw.extraction.figures import number

from .words import pattern

_CLOSE = Decimal("0.006")
"""Relative difference that rounding explains."""


def sum_is_wrong(before: str, after: str, total: Decimal, unit: str) -> Decimal | None:
    """The sum of the parts, where the text lists parts of the same unit and they do not add up; else None."""
    parts = _parts(after, unit) if pattern("^{of_which}").search(after) else _parts(_same_list(before), unit)
    if len(parts) < 2 or total in parts:
        return None
    summed = sum(parts, Decimal(0))
    return None if agree(summed, total) else summed


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
    found = [number(match["value"]) for match in pattern("{figure_of_unit}").finditer(words) if match["unit"] == unit]
    return [value for value in found if value is not None]


def agree(one: Decimal, other: Decimal) -> bool:
    """Whether rounding explains the difference of two figures."""
    return abs(one - other) <= max(abs(other) * _CLOSE, Decimal(1) if abs(other) > 200 else Decimal("0.011"))
