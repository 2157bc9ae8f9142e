"""What a norm is about: topics whose patterns are all found in its words, and none of what excludes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from propertylaw.rulebook import topics

from .beginnings import openings
from .wordlists import overlapping

_Bits = int
"""A set of patterns: bit n stands for the n-th."""


class _Pattern(NamedTuple):
    bit: _Bits
    search: Callable[[str], re.Match[str] | None]


class _Test(NamedTuple):
    """How a topic is told."""

    id: str
    wanted: Sequence[_Pattern]
    unwanted: Sequence[_Pattern]

    def fits(self, words: str, certain: _Bits, possible: _Bits) -> bool:
        """Whether words are about it, of which is known which patterns they certainly and possibly match."""
        for one in self.wanted:  # a loop: this runs for every norm and several topics
            if not one.bit & certain and not (one.bit & possible and one.search(words)):
                return False
        return not self.unwanted or not any(
            one.bit & certain or (one.bit & possible and one.search(words)) for one in self.unwanted
        )


class _Told(NamedTuple):
    """What words at a place tell."""

    certain: _Bits
    """The patterns that they are a match of."""
    possible: _Bits
    """Those and the patterns that a match of may begin with them."""
    topics: frozenset[int]
    """Places of the topics whose first pattern is one of these."""


class _Tests(NamedTuple):
    """The tests of all topics; one look at words for the beginnings of their patterns rules nearly all of them out."""

    topics: Sequence[_Test]
    look: Callable[[str], list[str]]
    told: dict[str, _Told]
    """By what the look finds."""
    anyhow: _Told
    """What any words tell: the patterns that may begin with any character."""


def topics_of(words: str) -> tuple[str, ...]:
    """Ids of the topics of a norm's own words, in the order of `rules/topics.yaml`."""
    tests = _tests()
    certain, possible, near = tests.anyhow
    for word in set(tests.look(words)):
        told = tests.told[word]
        certain |= told.certain
        possible |= told.possible
        near |= told.topics
    return tuple([tests.topics[n].id for n in sorted(near) if tests.topics[n].fits(words, certain, possible)])


@cache
def _tests() -> _Tests:
    texts = {text for topic in topics().values() for text in (*topic.patterns, *topic.unless)}
    known = {text: _Pattern(1 << place, re.compile(text).search) for place, text in enumerate(sorted(texts))}
    tests = [
        _Test(topic.id, [known[text] for text in topic.patterns], [known[text] for text in topic.unless])
        for topic in topics().values()
    ]
    told = defaultdict[str, _Told](lambda: _Told(0, 0, frozenset()))
    for text, pattern in known.items():
        first = frozenset(place for place, test in enumerate(tests) if test.wanted[0] is pattern)
        for words, whole in openings(text):
            told[words] = _together([told[words], _Told(pattern.bit * whole, pattern.bit, first)])
    anyhow = told.pop("", _Told(0, 0, frozenset()))
    # the longest beginning hides the shorter ones it begins with
    heads = {word: [word[:end] for end in range(1, len(word) + 1) if word[:end] in told] for word in told}
    together = {word: _together(told[head] for head in heads[word]) for word in told}
    return _Tests(tests, overlapping(told).findall, together, anyhow)


def _together(all_told: Iterable[_Told]) -> _Told:
    certain, possible, topics = zip(*all_told, strict=True)
    return _Told(reduce(or_, certain), reduce(or_, possible), frozenset().union(*topics))
