"""Chinese and Arabic numerals, both ways: 一千二百五十四 and 1254."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
_NAMES = "零一二三四五六七八九"

CHINESE_CHARS = "".join([*_DIGITS, *_UNITS, *_GROUPS])
"""Characters of a Chinese numeral, for use inside a character class."""
NUMERAL_CHARS = "0-9０-９" + CHINESE_CHARS
"""Characters of any numeral, for use inside a character class."""


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> int | None:
    """The value of a numeral, or None when the text is not one.

    Takes 一百零五, 一〇五, 两千, 壹佰, 105, １０５, ③ and blanks between the characters.
    """
    compact = "".join(text.split())
    if not compact:
        return None
    plain = unicodedata.normalize("NFKC", compact)
    if plain.isascii():
        return int(plain) if plain.isdigit() else None
    if all(char in _DIGITS for char in compact):
        return int("".join(str(_DIGITS[char]) for char in compact))
    return _spoken(compact)


def chinese_numeral(value: int) -> str:
    """The numeral as statutes write it: 10 is 十, 115 一百一十五, 1005 一千零五.

    Raises:
        ValueError: the value is negative or not below 10 000 000 000 000 000.
    """
    if not 0 <= value < 10**16:
        raise ValueError(f"no numeral for {value}")
    if value == 0:
        return "零"
    text = _large(value)
    return text[1:] if text.startswith("一十") else text


def _spoken(text: str) -> int | None:
    total = group = digit = 0
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _UNITS:
            group, digit = group + (digit or 1) * _UNITS[char], 0
        elif char == "万":
            total, group, digit = total + (group + digit) * _GROUPS[char], 0, 0
        elif char == "亿":
            total, group, digit = (total + group + digit) * _GROUPS[char], 0, 0
        else:
            return None
    return total + group + digit


def _large(value: int) -> str:
    for name, size in (("亿", 10**8), ("万", 10**4)):
        if value >= size:
            head, rest = divmod(value, size)
            return f"{_large(head)}{name}{_rest(rest, size)}"
    return _small(value)


def _rest(rest: int, size: int) -> str:
    if rest == 0:
        return ""
    return ("零" if rest < size // 10 else "") + _large(rest)


def _small(value: int) -> str:
    text = ""
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            text += _NAMES[digit] + name
        elif text and value and not text.endswith("零"):
            text += "零"
    return text
