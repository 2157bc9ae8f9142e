"""Reads what is printed below a title about the life of a text: when it was adopted, approved, amended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from propertylaw.model import Event

from .headings import BLANK
from .numerals import NUMERAL_CHARS, parse_numeral

Kind = Literal["adopted", "approved", "promulgated", "amended", "revised"]

_DATE = (
    rf"(?P<year>[{NUMERAL_CHARS}]{{4}})[{BLANK}]*年[{BLANK}]*(?P<month>[{NUMERAL_CHARS}]{{1,3}})[{BLANK}]*月"
    rf"[{BLANK}]*(?P<day>[{NUMERAL_CHARS}]{{1,3}})[{BLANK}]*日"
)
_EVENT = re.compile(
    rf"{_DATE}(?P<what>(?:(?![{NUMERAL_CHARS}]{{4}}[{BLANK}]*年[{BLANK}]*[{NUMERAL_CHARS}]{{1,2}}[{BLANK}]*月)[^\n]){{0,160}}?)"
    r"(?P<verb>通过|批准|公布|发布|修订|修正)(?!的|了)"
)
_KINDS: Mapping[str, Kind] = {
    "通过": "adopted",
    "批准": "approved",
    "公布": "promulgated",
    "发布": "promulgated",
    "修正": "amended",
    "修订": "revised",
}
_NAME_DATE = re.compile(r"(?P<year>\d{4})[-年._]?(?P<month>\d{2})[-月._]?(?P<day>\d{2})")
_LONGEST_DELAY = 366
"""Days between the adoption of a text and the date printed with it; more is another version's date."""


def history(head: str) -> tuple[Event, ...]:
    """The events that stand before the first article, in reading order; spans count in `head`."""
    return tuple(_events(head))


def contradiction(name: str, events: tuple[Event, ...]) -> str:
    """How the date in a file name or title disagrees with the text's own history; empty when it does not."""
    found = _NAME_DATE.search(name)
    named = _day(found) if found else None
    if named is None or not events:
        return ""
    latest = max(event.on for event in events)
    if latest > named:
        return f"文件名写的是{named}，文本却含有{latest}的修改，是更晚的版本"
    if (named - latest).days > _LONGEST_DELAY:
        return f"文件名写的是{named}，文本的最后一次通过或者修改却在{latest}，可能不是那一天的版本"
    return ""


def _events(head: str) -> Iterator[Event]:
    for found in _EVENT.finditer(head):
        day = _day(found)
        if day is not None:
            yield Event(on=day, kind=_KINDS[found["verb"]], text_span=found.span())


def _day(found: re.Match[str]) -> date | None:
    numbers = [parse_numeral(found[part]) or 0 for part in ("year", "month", "day")]
    try:
        return date(*numbers)
    except ValueError:
        return None
