"""Prints a locator the way lawyers do."""

from __future__ import annotations

from propertylaw.model import Locator

from .numerals import chinese_numeral

UNITS = ("条", "款", "项", "目")
"""What the numbers of a locator count."""


def cite(locator: Locator, title: str = "") -> str:
    """Print a locator: 《民法典》第九百四十四条第三款, 《服务合同》附件二第三条; without a title the place alone."""
    words = [f"第{chinese_numeral(n)}{unit}" for n, unit in zip(locator.numbers, UNITS, strict=False)]
    if locator.branch and words:
        words[0] += f"之{chinese_numeral(locator.branch)}"
    annex = f"附件{chinese_numeral(locator.annex)}" if locator.annex else ""
    return f"{f'《{title}》' if title else ''}{annex}{''.join(words)}"
