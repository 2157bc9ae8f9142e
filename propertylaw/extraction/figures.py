"""Numbers as contracts write them: 1.80, 二十万, 3万, 七十三点八, 半."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from propertylaw.structure import parse_numeral
from propertylaw.structure.numerals import CHINESE_CHARS

NUMBER = rf"(?:[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[万亿]?|[{CHINESE_CHARS}]+(?:点[{CHINESE_CHARS}]+)?|半)"
"""Regular expression of a number."""

_SIZES = {"万": 10**4, "亿": 10**8}
_GROUPING = re.compile(r"(?<=\d)[,，](?=\d{3})")
FRACTIONS = {
    "十万分之": 100000,
    "万分之": 10000,
    "千分之": 1000,
    "百分之": 100,
    "%": 100,
    "％": 100,
    "‰": 1000,
    "‱": 10000,
}
"""Words and signs of fractions by what they divide by."""


def number(text: str) -> Decimal | None:
    """The value of a number, or None when the text is not one."""
    plain = _GROUPING.sub("", unicodedata.normalize("NFKC", text.strip()))
    if plain == "半":
        return Decimal("0.5")
    size = _SIZES.get(plain[-1:], 1) if plain[:1].isascii() else 1
    if plain[:1].isdigit() and plain[:1].isascii():
        try:
            return Decimal(plain.rstrip("万亿,，")) * size
        except InvalidOperation:
            return None
    whole, _, part = plain.partition("点")
    value = parse_numeral(whole)
    if value is None:
        return None
    digits = [parse_numeral(char) for char in part]
    if part and all(digit is not None and digit < 10 for digit in digits):
        return Decimal(f"{value}." + "".join(str(digit) for digit in digits))
    return Decimal(value)
