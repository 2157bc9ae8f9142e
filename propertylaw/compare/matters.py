"""The matters that a condition lists (决定筹集资金、改建或者重建…的): which of them came, and which went."""

from __future__ import annotations

import re

from propertylaw.graph import plain

from .covered import covered
from .figures import Told

_BETWEEN = re.compile("[、，；]|或者|以及|和(?!解)|及(?!其|时)")
_SAME = 0.7
"""How much of a matter has to be found in the other condition to be in it."""
_TELLING = 4
"""Characters of a matter that say what it is."""
_END = re.compile("的$")


def matters(before: str, after: str) -> Told | None:
    """The matters that only one of the two conditions lists; None where neither does, or where nothing is listed."""
    gone, come = _only_in(before, after), _only_in(after, before)
    listed = _BETWEEN.search(before) or _BETWEEN.search(after)
    return Told("matters", gone, come) if listed and (gone or come) else None


def _only_in(one: str, other: str) -> str:
    words = plain(other)
    parts = (_END.sub("", part) for part in _BETWEEN.split(one))
    return "、".join(part for part in parts if len(part) >= _TELLING and covered(plain(part), words) < _SAME)
