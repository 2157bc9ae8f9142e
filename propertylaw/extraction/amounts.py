"""Amounts of fines: 处一万元以上三万元以下罚款."""

from __future__ import annotations

import re
from decimal import Decimal

from propertylaw.model import Amount

from .figures import NUMBER, number

_FROM = re.compile(rf"(?P<low>{NUMBER})元以上")
_TO = re.compile(rf"(?P<high>{NUMBER})(?:元|(?<=[万千百]))以下")
_FIXED = re.compile(rf"(?P<fixed>{NUMBER})元(?:的)?罚款")
_RELATIVE = re.compile(r"(?:处|并处|按照?)(?P<text>[^，。；]*(?:倍|百分之|万分之|千分之|[%％‰])[^，。；]*?)(?:的)?罚款")


def fine(words: str) -> Amount | None:
    """The amount of a fine: bounds in yuan, or the words of a multiple or percentage."""
    if "罚款" not in words and "元" not in words:
        return None
    relative = _RELATIVE.search(words)
    if relative:
        return Amount(text=relative["text"])
    low, high = _FROM.search(words), _TO.search(words)
    if low or high:
        return Amount(min=_value(low, "low"), max=_value(high, "high"))
    fixed = _FIXED.search(words)
    return Amount(min=_value(fixed, "fixed"), max=_value(fixed, "fixed")) if fixed else None


def _value(match: re.Match[str] | None, group: str) -> Decimal | None:
    return number(match[group]) if match else None
