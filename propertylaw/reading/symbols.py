"""Characters as they are meant: boxes of symbol fonts, and radicals that a font put in place of characters."""

from __future__ import annotations

import unicodedata

_BOXES = {
    0xF052: "☑",
    0xF054: "☒",
    0xF06F: "□",
    0xF071: "□",
    0xF0A3: "□",
    0xF0A8: "□",
    0xF0FC: "√",
    0xF0FD: "☒",
    0xF0FE: "☑",
}
_RADICALS = dict(
    zip(
        "⺁⺎⺒⺟⺠⺫⺮⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳",
        "厂兀巳母民目竹虎西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙龟",
        strict=True,
    )
)


def box_of(code: int) -> str:
    """The check box or tick that a symbol font draws for the code; empty for other drawings."""
    return _BOXES.get(code | 0xF000, "")


def character_of(code: int) -> str:
    """The character that a PDF means by a code; empty for what is no character.

    Some programs write 民法典 with the radicals ⺠ and ⼀ in place of 民 and 一: the page looks the same, the words do
    not match.
    """
    if 0xF000 <= code <= 0xF0FF:
        return box_of(code)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or code == 0xFFFD:
        return ""
    char = chr(code)
    if 0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB00:
        return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return char
