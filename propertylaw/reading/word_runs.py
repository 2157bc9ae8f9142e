"""What a run of a Word file shows: its characters, the boxes of symbol fonts, what a form was filled in with."""

from __future__ import annotations

from typing import Any

from .package import WORD
from .symbols import box_of
from .word_styles import is_on, value

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
    fonts = None if properties is None else properties.find(f"{WORD}rFonts")
    return "".join(map(_drawn, words)) if value(fonts, "ascii").startswith("Wingdings") else words


def symbol(child: Any) -> str:
    """What a `w:sym` or a form field draws; empty for what is neither, and for drawings without a meaning here."""
    if child.tag == f"{WORD}sym":
        try:
            return box_of(int(value(child, "char"), 16))
        except ValueError:
            return ""
    return _filled_in(child) if child.tag == _FIELD else ""


def field_codes(paragraph: Any) -> frozenset[Any]:
    """The runs that hold instructions of a field, which are not printed; a field that never ends has none."""
    codes: set[Any] = set()
    fields: list[list[Any] | None] = []  # of each field that is open the runs of its code; None behind it
    if next(paragraph.iter(_FIELD), None) is None:
        return frozenset()
    for run in paragraph.iter(_RUN):
        for code in fields:
            if code is not None:
                code.append(run)
        for mark in run.iterchildren(_FIELD):
            kind = value(mark, "fldCharType")
            if kind == "begin" and len(fields) < _DEEPEST:
                fields.append([])
            elif kind != "begin" and fields:
                codes.update(fields[-1] or ())
                fields[-1:] = [None] if kind == "separate" else []
    return frozenset(codes)


def _drawn(char: str) -> str:
    code = ord(char)
    if char.isspace() or not (code < 0x100 or 0xF000 <= code < 0xF100):
        return char
    return box_of(code) or _UNKNOWN_SYMBOL


def _filled_in(field: Any) -> str:
    """What a form field of the old kind shows: a box, ticked or not, or the chosen entry of a list."""
    box = field.find(f"{WORD}ffData/{WORD}checkBox")
    if box is not None:
        state = box.find(f"{WORD}checked")
        return "☑" if is_on(box.find(f"{WORD}default") if state is None else state) else "□"
    entries = field.findall(f"{WORD}ffData/{WORD}ddList/{WORD}listEntry")
    chosen = field.find(f"{WORD}ffData/{WORD}ddList/{WORD}result")
    index = value(chosen, "val") if chosen is not None else "0"
    return value(entries[int(index)], "val") if index.isdecimal() and int(index) < len(entries) else ""
