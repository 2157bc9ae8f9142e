"""Patterns that names of parties follow, and names and patterns by the characters that they begin with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from .beginnings import heads
from .draft import Parties

_HEAD = 2
"""So many characters are looked at first."""


class Form:
    """A pattern that names of parties follow.

    Args:
        pattern: the regular expression.
        parties: whom words of that pattern name.

    Raises:
        ValueError: the pattern does not say how a name begins.
    """

    def __init__(self, pattern: str, parties: Callable[[str], Parties]) -> None:
        self.pattern = pattern
        self.parties = parties
        self.heads = heads(pattern, _HEAD)
        """The characters that a name of this pattern begins with."""

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Looks for a name at a place; compiled where a text has its first characters."""
        return re.compile(self.pattern).match


def by_head(forms: Sequence[Form], names: Iterable[str]) -> Mapping[str, tuple[Sequence[Form], Sequence[int]]]:
    """For each way to begin, the patterns in their order and the lengths of the names, the longest first."""
    patterns, lengths = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for place, form in enumerate(forms):
        for head in form.heads:
            patterns[head].add(place)
    for name in names:
        lengths[name[:_HEAD]].add(len(name))
    begun = {}
    for head in patterns.keys() | lengths.keys():
        begins = (head, head[:1])  # the longest hides those that it begins with
        places = set[int]().union(*(patterns.get(one, ()) for one in begins))
        known = set[int]().union(*(lengths.get(one, ()) for one in begins))
        begun[head] = [forms[place] for place in sorted(places)], sorted(known, reverse=True)
    return begun
