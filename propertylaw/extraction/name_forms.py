"""Patterns that names of parties follow, and names and patterns by the characters that they begin with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from .beginnings import heads
from .draft import Parties
from .mentions import Mention

_HEAD = 8
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


class Begun(NamedTuple):
    """What names can begin with certain words."""

    forms: Sequence[Form]
    """The patterns in their order."""
    length: int
    """Of the longest name in these words."""
    parties: Parties | None
    """Whom that name names; None where no name is in the words."""

    def named(self, text: str, start: int) -> Mention | None:
        """The name that begins with the words at `start`: by the first pattern that fits, else the longest name."""
        for form in self.forms:
            if match := form.match(text, start):
                return Mention(start, match.end(), form.parties(match[0]))
        return None if self.parties is None else Mention(start, start + self.length, self.parties)


def by_beginning(forms: Sequence[Form], names: Mapping[str, Parties]) -> dict[str, Begun]:
    """For each way to begin the patterns and the name that can begin so; the longest beginning hides those in it."""
    patterns = defaultdict[str, set[int]](set)
    for place, form in enumerate(forms):
        for head in form.heads:
            patterns[head].add(place)
    begun = {}
    for words in patterns.keys() | names.keys():
        begins = [words[:end] for end in range(1, len(words) + 1)]
        places = set[int]().union(*(patterns.get(one, ()) for one in begins))
        name = next((one for one in reversed(begins) if one in names), "")
        begun[words] = Begun([forms[place] for place in sorted(places)], len(name), names.get(name))
    return begun
