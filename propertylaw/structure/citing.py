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
        words = _in_print(locator, words, printed)
    if locator.branch and words:
        words[0] += f"之{chinese_numeral(locator.branch)}"
    annex = f"附件{chinese_numeral(locator.annex)}" if locator.annex else ""
    return f"{f'《{title}》' if title else ''}{annex}{''.join(words)}"


def _in_print(locator: Locator, words: list[str], printed: Mapping[str, str]) -> list[str]:
    """The words of a place, its numbers as printed as far as they are: 第12.1条 is followed by the items in it."""
    for depth in range(len(words), 0, -1):
        number = printed.get(str(locator.at(locator.numbers[:depth]).bare))
        if number:
            inner = locator.numbers[depth:]
            units = UNITS[1:] if depth == 1 else UNITS[2:]
            return [number, *(f"第{chinese_numeral(n)}{unit}" for n, unit in zip(inner, units, strict=False))]
    return words
