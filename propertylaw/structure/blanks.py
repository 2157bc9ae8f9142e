"""Room left to be filled in (____), and options with a box (□ ☑)."""

from __future__ import annotations

import re

from propertylaw.model import Blank, Choice

from .position import Positions

_UNITS = "元%％‰年月日天周个户次条款项份名人万倍层栋幢号室时分台部只辆吨度米平立公处间"
_BLANK = re.compile(
    r"[_＿]{2,}(?:[ \u3000]*[_＿]{2,})*"
    r"|(?<=[（(])[ \u3000_＿]{2,}(?=[）)])"
    r"|(?<=[年月])[ \u3000]+(?=[月日])"
    rf"|(?<=[\u4e00-\u9fff：:])(?: {{3,}}|[ \u3000]*\u3000[ \u3000]+)(?!日期)(?=[{_UNITS}。，；、]|\n|$)",
    re.MULTILINE,
)
_FILLED = re.compile(r"[ \u3000]{2,}[^ \u3000，。；、：:\n]+$")
"""Words that have room before them as well: a value somebody wrote in the middle of the line."""
_CHOICE = re.compile(r"(?P<box>[□☐▢◻☑☒■✔✓√]|[\[［][ xX√✓]?[\]］])[ \u3000]*(?P<words>[^□☐▢◻☑☒■✔✓√\[［\n；;。]{1,60})")
_LONGEST = 60
_EMPTY = frozenset("□☐▢◻")


def blanks(text: str, positions: Positions) -> tuple[Blank, ...]:
    """The places of a form that nobody has filled in, in reading order."""
    return tuple(
        Blank(locator=positions.at(found.start()), text_span=found.span())
        for found in _BLANK.finditer(text)
        if not _is_filled(text, found)
    )


def choices(text: str, positions: Positions) -> tuple[Choice, ...]:
    """Options with a box, ticked or not, in reading order; a cross and a filled box count as ticked."""
    return tuple(
        Choice(
            locator=positions.at(found.start()),
            text_span=(found.start("words"), found.start("words") + len(found["words"].rstrip())),
            chosen=found["box"] not in _EMPTY and found["box"].strip("[]［］ ") != "",
        )
        for found in _CHOICE.finditer(text)
        if found["words"].strip()
    )


def _is_filled(text: str, room: re.Match[str]) -> bool:
    """Whether room of spaces only follows what was filled in; between 年, 月 and 日 a figure would stand."""
    if not room[0].isspace() or text[room.start() - 1] in "年月":
        return False
    line = text.rfind("\n", 0, room.start()) + 1
    return _FILLED.search(text, max(line, room.start() - _LONGEST), room.start()) is not None
