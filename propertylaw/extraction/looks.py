"""Quick looks: whether a text has something anywhere, with no more work than it takes to see that it has not."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from functools import lru_cache
from typing import Protocol

from .beginnings import alternatives, openings


def look_for(pattern: str) -> re.Pattern[str]:
    """A regular expression whose matches begin where those of a pattern do, and are one character long at most.

    The characters that a match can begin with come first in it, so that a search passes over all others at once; only
    the alternatives that may begin with any character are tried everywhere, those at the start of a text there alone.
    """
    anyhow, at_start, begun, heads = [], [], [], set[str]()
    for one in alternatives(pattern):
        first = {opening.words[:1] for opening in openings(one)}
        if "" not in first:
            begun.append(one)
            heads |= first
        elif one.startswith("^"):
            at_start.append(one[1:])
        else:
            anyhow.append(f"(?={one})")
    if at_start:
        anyhow.append(f"(?=^(?:{'|'.join(at_start)}))")
    if begun:
        anyhow.append(f"[{re.escape(''.join(sorted(heads)))}](?<=(?=(?:{'|'.join(begun)})).)")
    return re.compile("|".join(anyhow))


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
