"""What a rule says of a part of a claim, short enough for a headline."""

from __future__ import annotations

import re

MOST_NAMED = 2
"""So many parts that keep a claim open are named in its headline."""
_LONGEST = 30
"""A part of a claim is named in a headline with so many characters."""


def in_short(says: str) -> str:
    """A part of a claim without what its brackets add, and no longer than fits a headline."""
    bare = within_quotes(re.sub("（[^（）]*）", "", re.sub("（[^（）]*）", "", says)))
    if len(bare) <= _LONGEST:
        return bare
    cut = bare[:_LONGEST]
    return f"{cut}…{'’' if cut.count('‘') > cut.count('’') else ''}"


def within_quotes(says: str) -> str:
    """Words that are to stand between quotation marks: their own become single ones."""
    return says.replace("“", "‘").replace("”", "’")
