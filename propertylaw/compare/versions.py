"""Which versions are compared: their titles, where their days come from, and whether they are versions of one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from propertylaw.graph import Pairing
from propertylaw.model import Outline, Source

Text = tuple[Source, Outline]

_DAY = re.compile(r"(?<!\d)(\d{4})[-.年]?(\d{1,2})[-.月]?(\d{1,2})(?!\d)")
_BRACKETS = re.compile(r"[（(〔][^（）()〔〕]*[）)〕]|[\s　]")
_KEPT = 0.1
"""Two versions of one text have more of their norms in common than this."""
_KEPT_OF_CONTRACT = 0.3
"""So have two of a contract: by the same model or not, contracts of two complexes share some."""
_KEPT_UNDER_OTHER_TITLE = 0.5
"""And two that are called differently."""
_ENOUGH = 10
"""Norms below which the share says nothing."""


def title(text: Text, other: Text) -> str:
    """The title; with the day of the version where the text names it, with the file where both are called alike."""
    source, outline = text
    own = outline.title or source.name
    if outline.history:
        return f"{own}（{_day(outline)}）"
    return f"{own}（{_file(source)}）" if own == other[1].title else own


def notes(old: Text, new: Text, pairing: Pairing) -> tuple[str, ...]:
    """Where the days come from, and what makes it doubtful that the two are an earlier and a later version."""
    return (*_about_days(old, new), *_about_order(old[1], new[1]), *_about_likeness(old[1], new[1], pairing))


def _about_days(old: Text, new: Text) -> Iterator[str]:
    if not (old[1].history or new[1].history):
        return
    others = "".join(f"；旧文本的文件名写作 {day}" for day in _other_day(old))
    others += "".join(f"；新文本的文件名写作 {day}" for day in _other_day(new))
    yield f"括号里的日期取自文本题注所载最近一次通过或者修改{others}"


def _other_day(text: Text) -> Iterator[str]:
    """The day in the name of the file, where the text itself names another one."""
    source, outline = text
    found = _DAY.search(Path(_file(source)).stem)
    if found is None or not outline.history:
        return
    year, month, day = map(int, found.groups())
    if (year, month, day) != (_day(outline).year, _day(outline).month, _day(outline).day):
        yield found[0]


def _about_order(old: Outline, new: Outline) -> Iterator[str]:
    if old.history and new.history and _day(old) > _day(new):
        yield "旧文本的日期晚于新文本，请核对两个文件的先后"


def _about_likeness(old: Outline, new: Outline, pairing: Pairing) -> Iterator[str]:
    shared = len(pairing.together)
    smaller = min(shared + len(pairing.came), shared + len(pairing.went))
    if smaller < _ENOUGH:
        return
    share, renamed = shared / smaller, _called_differently(old.title, new.title)
    if share < (_KEPT_OF_CONTRACT if "contract" in (old.kind, new.kind) else _KEPT):
        yield "两个文本相同的规定很少，可能不是同一文本的两个版本，增减只供参考"
    elif renamed and share < _KEPT_UNDER_OTHER_TITLE:
        yield f"两个文本标题不同，能对上的规定只占 {share:.0%}，可能是两份不同的文件，增减只供参考"


def _called_differently(one: str, other: str) -> bool:
    """Whether neither title holds the other, what stands in brackets (修订稿, 2026年版) left aside."""
    first, second = _BRACKETS.sub("", one), _BRACKETS.sub("", other)
    return bool(first and second) and first not in second and second not in first


def _day(outline: Outline) -> date:
    return max(event.on for event in outline.history)


def _file(source: Source) -> str:
    return Path(source.path or source.name).name
