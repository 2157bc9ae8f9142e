"""Room left to be filled in (____), and options with a box (□ ☑)."""

from __future__ import annotations

import re

from propertylaw.model import Blank, Choice

from .position import Positions

_BLANK = re.compile(
    r"[_＿]{2,}(?:[ \u3000]*[_＿]{2,})*"
    r"|(?<=[（(])[ \u3000_＿]{2,}(?=[）)])"
    r"|(?<=[：:为第共按])[ \u3000]{3,}(?=[元%％年月日天个平户次条款项。，；]|\n|$)",
    re.MULTILINE,
)
_CHOICE = re.compile(r"(?P<box>[□☐▢◻☑☒■✔✓√]|[\[［][ xX√✓]?[\]］])[ \u3000]*(?P<words>[^□☐▢◻☑☒■✔✓√\[［\n；;。]{1,60})")
_EMPTY = frozenset("□☐▢◻")


def blanks(text: str, positions: Positions) -> tuple[Blank, ...]:
    """The places of a form that nobody has filled in, in reading order."""
    return tuple(Blank(locator=positions.at(found.start()), text_span=found.span()) for found in _BLANK.finditer(text))


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
