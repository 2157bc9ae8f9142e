"""Figures in masked text: fractions (万分之三, 0.3%), numbers, and the limits that rates are measured by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.extraction.figures import number

_PARTS = {"万分之": 10000, "千分之": 1000, "百分之": 100, "%": 100, "％": 100, "‰": 1000, "‱": 10000, "成": 10}


@cache
def limits() -> Mapping[str, Decimal]:
    """Degrees beyond which a figure is reported: `rules/contract/limits.yaml`."""
    return contract_data("limits", dict[str, Decimal])


def fraction(match: re.Match[str]) -> Decimal | None:
    """The fraction that a pattern with the groups `part` and `of`, or `value` and `sign`, has found."""
    groups = match.groupdict()
    written, unit = (groups["of"], groups["part"]) if groups.get("part") else (groups["value"], groups["sign"])
    value = number(written or "")
    return None if value is None or unit is None else value / _PARTS[unit]
