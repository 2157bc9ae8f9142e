"""Quick looks: whether a text has something anywhere, with no more work than it takes to see that it has not."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from functools import lru_cache
from typing import Protocol

from .beginnings import openings


def look_for(pattern: str) -> re.Pattern[str]:
    """A regular expression whose matches begin where those of a pattern do, and are one character long.

    The characters that a match can begin with come first in it, so that a search passes over all others at once.
    """
    heads = "".join(sorted({opening.words[:1] for opening in openings(pattern)}))
    if not heads or "" in {opening.words for opening in openings(pattern)}:
        return re.compile(pattern)
    return re.compile(f"[{re.escape(heads)}](?<=(?=(?:{pattern})).)")


class Look(Protocol):
    """Tells whether a pattern begins anywhere in a text, or in a stretch of it."""

    def __call__(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether it does between these two places."""


def somewhere(pattern: str) -> Look:
    """A look for a pattern: a stretch that lacks it need not be searched for what it is a part of.

    The places in the last texts are kept: a paragraph is asked again for each of its clauses and norms.
    """
    find = look_for(pattern).finditer

    @lru_cache(maxsize=2)
    def places(text: str) -> list[int]:
        return [match.start() for match in find(text)]

    def has(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        found = places(text)
        if not found or found[-1] < start:
            return False
        return found[0] < end if found[0] >= start else found[bisect_left(found, start)] < end

    return has
