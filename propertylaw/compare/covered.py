"""How much of an act is found in other words."""

from __future__ import annotations

from difflib import SequenceMatcher

_PIECE = 2
"""Characters that have to follow each other to count as the same words."""


def covered(act: str, words: str) -> float:
    """The share of an act that is found in other words, in the same order; none of an empty one."""
    blocks = SequenceMatcher(None, act, words, False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _PIECE) / len(act) if act else 0.0
