"""What follows the last article: the lines of signature, and annexes under titles of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from propertylaw.model import Annex, Locator, Span

from .closing import closes, is_annex
from .headings import BLANK
from .lines import Line
from .numerals import NUMERAL_CHARS, parse_numeral

_LABEL = re.compile(
    rf"[#*{BLANK}]*(?P<label>附[{BLANK}]*[件表录图][{BLANK}]*(?P<number>[{NUMERAL_CHARS}]*))[：:.．、{BLANK}]*(?P<heading>.*?)[*{BLANK}]*$"
)


def annexes(lines: Sequence[Line], after: int, instrument: str) -> tuple[Annex, ...]:
    """The annexes, each from its title to the next title or the end.

    Args:
        lines: all lines of the text.
        after: where the last article ends.
        instrument: id for their locators.
    """
    rest = [line for line in lines if line.start >= after]
    titles = [index for index, line in enumerate(rest) if is_annex(line)]
    numbered = [index for index in titles if _read(rest[index])["number"]]
    return tuple(_annexes(rest, numbered or titles[:1], instrument))


def signatures(lines: Sequence[Line], after: int, before: int) -> tuple[Span, ...]:
    """Lines of signature and date between the last article and the first annex."""
    return tuple((line.start, line.end) for line in lines if after <= line.start < before and closes(line))


def _annexes(rest: Sequence[Line], titles: Sequence[int], instrument: str) -> Iterator[Annex]:
    for place, index in enumerate(titles):
        found = _read(rest[index])
        last = rest[titles[place + 1] - 1 if place + 1 < len(titles) else -1]
        number = (parse_numeral(found["number"]) if found["number"] else None) or place + 1
        yield Annex(
            locator=Locator(instrument=instrument, annex=number),
            label="".join(found["label"].split()),
            heading=found["heading"].strip(),
            text_span=(rest[index].start, last.end),
        )


def _read(line: Line) -> re.Match[str]:
    found = _LABEL.match(line.text)
    assert found is not None, "is_annex has seen the label"
    return found
