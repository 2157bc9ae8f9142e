"""Prints a locator the way lawyers do."""

from __future__ import annotations

from collections.abc import Mapping

from propertylaw.model import Locator

from .numerals import chinese_numeral

UNITS = ("条", "款", "项", "目")
"""What the numbers of a locator count."""
_NONE: Mapping[str, str] = {}


def cite(locator: Locator, title: str = "", printed: Mapping[str, str] = _NONE) -> str:
    """Print a locator: 《民法典》第九百四十四条第三款, 《服务合同》附件二第三条; without a title the place alone.

    Args:
        locator: the place.
        title: of its text.
        printed: how clauses are numbered in print whose running number is another (`printed_clauses`).
    """
    words = [f"第{chinese_numeral(n)}{unit}" for n, unit in zip(locator.numbers, UNITS, strict=False)]
    if printed and words:
        words[0] = printed.get(str(locator.at(locator.numbers[:1]).bare), words[0])
    if locator.branch and words:
        words[0] += f"之{chinese_numeral(locator.branch)}"
    annex = f"附件{chinese_numeral(locator.annex)}" if locator.annex else ""
    return f"{f'《{title}》' if title else ''}{annex}{''.join(words)}"
