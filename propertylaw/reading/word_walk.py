"""A paragraph of a Word file gone through once: its own elements in order, each with what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .package import WORD
from .word_notes import CHANGES
from .word_styles import is_on

PARAGRAPH, RUN, CONTROL = f"{WORD}p", f"{WORD}r", f"{WORD}sdt"
RANGES = (f"{WORD}commentRangeStart", f"{WORD}commentRangeEnd")
_TEXT_BOX = f"{WORD}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNREAD = frozenset(f"{WORD}{name}" for name in ("del", "moveFrom", "rt"))
_WALKED = (PARAGRAPH, _FALLBACK, _TEXT_BOX, RUN, *RANGES, CONTROL, *_UNREAD, *CHANGES)
_DEEPEST = 4
"""Changes within changes beyond this are no writer's work."""


class Walk:
    """Goes through a paragraph; what it says of a run is true while it stands there.

    What belongs to a text box in the paragraph, or to a copy for old programs, is passed by; only its runs are counted.
    """

    def __init__(self, paragraph: Any) -> None:
        self.paragraph = paragraph
        self.boxes: list[Any] = []
        """The text boxes that it came by and that are read."""
        self.run = -1
        """Index of the last run, of all that the paragraph holds."""
        self.changes: list[Any] = []
        """The changes it stands in, the outermost first."""
        self._controls: list[Any] = []
        self._foreign = self._unread = 0

    @property
    def is_read(self) -> bool:
        """Whether it is there when all changes are accepted, and is no pronunciation."""
        return not self._unread

    @property
    def control(self) -> Any | None:
        """The control of a form that invites to fill it in, the innermost; None outside of such."""
        return self._controls[-1] if self._controls else None

    def __iter__(self) -> Iterator[Any]:
        """Runs, and where the words of comments begin and end; changes, where they end."""
        from lxml import etree

        for event, element in etree.iterwalk(self.paragraph, ("start", "end"), _WALKED):
            begins, tag = event == "start", element.tag
            self.run += begins and tag == RUN
            if tag in (PARAGRAPH, _FALLBACK):
                self._foreign += (1 if begins else -1) if element is not self.paragraph else 0
            elif self._foreign:
                continue
            elif begins:
                self._enter(element, tag)
                if tag == RUN or tag in RANGES:
                    yield element
            else:
                if tag in CHANGES:
                    yield element
                self._leave(element, tag)

    def _enter(self, element: Any, tag: str) -> None:
        self._unread += tag in _UNREAD
        if tag in CHANGES and len(self.changes) < _DEEPEST:
            self.changes.append(element)
        elif tag == CONTROL and is_unfilled(element):
            self._controls.append(element)
        elif tag == _TEXT_BOX and self.is_read:
            self.boxes.append(element)

    def _leave(self, element: Any, tag: str) -> None:
        self._unread -= tag in _UNREAD
        for open in (self.changes, self._controls):
            if open and open[-1] is element:
                open.pop()


def is_unfilled(control: Any) -> bool:
    """Whether a control of a form still shows the invitation to fill it in."""
    return is_on(control.find(f"{WORD}sdtPr/{WORD}showingPlcHdr"))
