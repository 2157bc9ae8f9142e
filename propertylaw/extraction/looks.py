"""Quick looks: whether a text has something anywhere, with no more work than it takes to see that it has not."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .beginnings import openings


def look_for(pattern: str) -> re.Pattern[str]:
    """A regular expression whose matches begin where those of a pattern do, and are one character long.

    The characters that a match can begin with come first in it, so that a search passes over all others at once.
    """
    heads = "".join(sorted({opening.words[:1] for opening in openings(pattern)}))
    if not heads or "" in {opening.words for opening in openings(pattern)}:
        return re.compile(pattern)
    return re.compile(f"[{re.escape(heads)}](?<=(?=(?:{pattern})).)")


def somewhere(pattern: str) -> Callable[[str], bool]:
    """Tells whether a text has a pattern anywhere: what a paragraph lacks is not looked for in its parts.

    The answers on the last texts are kept: a paragraph is asked again for each of its clauses and norms.
    """
    search = look_for(pattern).search

    @lru_cache(maxsize=2)
    def has(text: str) -> bool:
        return search(text) is not None

    return has
