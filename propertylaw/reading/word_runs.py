"""What a run of a Word file shows: its characters, the boxes of symbol fonts, what a form was filled in with."""

from __future__ import annotations

from typing import Any

from .package import WORD
from .symbols import box_of
from .word_styles import first, is_on, value

_RUN, _FIELD = f"{WORD}r", f"{WORD}fldChar"
_CHARACTERS = {f"{WORD}tab": "\t", f"{WORD}ptab": "\t", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
_UNKNOWN_SYMBOL = "•"
_DEEPEST = 32
"""Fields within fields beyond this are no writer's work."""


def characters(child: Any) -> str:
    """What `python-docx` counts as the text of a run, so that offsets agree with it."""
    if child.tag == f"{WORD}t":
        return child.text or ""
    if child.tag == f"{WORD}br":
        return "\n" if child.get(f"{WORD}type") in (None, "textWrapping") else ""
    return _CHARACTERS.get(child.tag, "")


def shown(words: str, properties: Any | None) -> str:
    """The characters as they are printed, one for one: a font of pictures draws a box where the file says ¨.

    Args:
        words: the characters of a run.
        properties: its `w:rPr` element, if it has one.
    """
    fonts = value(first(properties, f"{WORD}rFonts"), "ascii")
    return "".join(map(_drawn, words)) if fonts.startswith("Wingdings") else words


def symbol(child: Any) -> str:
    """What a `w:sym` or a form field draws; empty for what is neither, and for drawings without a meaning here."""
    if child.tag == f"{WORD}sym":
        try:
            return box_of(int(value(child, "char"), 16))
        except ValueError:
            return ""
    return _filled_in(child) if child.tag == _FIELD else ""


def field_codes(paragraph: Any) -> frozenset[int]:
    """The runs, counted from 0, that hold instructions of a field, which are not printed; none if it never ends."""
    if next(paragraph.iter(_FIELD), None) is None:
        return frozenset()
    codes: list[tuple[int, int]] = []  # each without those within it: however deep they are, a run is taken once
    fields: list[int | None] = []  # of each field that is open the run it begins with; None behind its code
    for index, run in enumerate(paragraph.iter(_RUN)):
        for mark in run.iterchildren(_FIELD):
            kind = value(mark, "fldCharType")
            if kind == "begin" and len(fields) < _DEEPEST:
                fields.append(index)
            elif kind != "begin" and fields:
                begun = fields.pop()
                if begun is not None:
                    while codes and codes[-1][0] >= begun:
                        codes.pop()
                    codes.append((begun, index))
                if kind == "separate":
                    fields.append(None)
    return frozenset(index for begun, ended in codes for index in range(begun + 1, ended + 1))


def _drawn(char: str) -> str:
    code = ord(char)
    if char.isspace() or not (code < 0x100 or 0xF000 <= code < 0xF100):
        return char
    return box_of(code) or _UNKNOWN_SYMBOL


def _filled_in(field: Any) -> str:
    """What a form field of the old kind shows: a box, ticked or not, or the chosen entry of a list."""
    data = first(field, f"{WORD}ffData")
    if data is None:
        return ""
    box = data.find(f"{WORD}checkBox")
    if box is not None:
        state = box.find(f"{WORD}checked")
        return "☑" if is_on(box.find(f"{WORD}default") if state is None else state) else "□"
    entries = data.findall(f"{WORD}ddList/{WORD}listEntry")
    chosen = data.find(f"{WORD}ddList/{WORD}result")
    index = value(chosen, "val") if chosen is not None else "0"
    return value(entries[int(index)], "val") if index.isdecimal() and int(index) < len(entries) else ""
