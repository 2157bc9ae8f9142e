"""What a norm is about: topics whose patterns are all found in its words, and none of what excludes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from propertylaw.model import Span
from propertylaw.rulebook import topics

from .beginnings import openings
from .cues import Cues
from .looks import look_for

_Bits = int
"""A set of patterns: bit n stands for the n-th."""


class _Test(NamedTuple):
    """How a topic is told."""

    id: str
    wanted: _Bits
    unwanted: _Bits


class Near(NamedTuple):
    """What a text may be about: nothing else needs to be looked for in any stretch of it."""

    topics: Sequence[_Test]
    """The topics whose patterns may all be somewhere in it."""
    cues: Sequence[tuple[int, int, _Bits]]
    """Where the cues that concern them stand, and what each of them tells."""


_NOTHING = Near((), ())


class _Tests(NamedTuple):
    """The tests of all topics; one look at words for the beginnings of their patterns rules nearly all of them out.

    What a cue tells is one number: from its first bit on the patterns that a match of may begin with it, above them
    those that it is a match of, above these the topics whose most telling pattern is one of them.
    """

    topics: Sequence[_Test]
    patterns: Sequence[str]
    cues: Cues[int]
    anyhow: int
    """What any words tell: the patterns that may begin with any character."""


def topics_of(words: str) -> tuple[str, ...]:
    """Ids of the topics of words, in the order of `rules/topics.yaml`."""
    return topics_of_runs(words, ((0, len(words)),), near(words))


def topics_of_runs(text: str, runs: Sequence[Span], around: Near) -> tuple[str, ...]:
    """Ids of the topics of what these runs of a text say together, in the order of `rules/topics.yaml`.

    Args:
        text: the whole text.
        runs: stretches of it, in reading order.
        around: what the whole text may be about.
    """
    tests = _tests()
    told = tests.anyhow
    for begin, end, tells in around.cues:
        for start, last in runs:
            if start <= begin and end <= last:
                told |= tells
    lacking = ~told
    possible = [one for one in around.topics if not one.wanted & lacking]
    if not possible:
        return ()
    words, certain = "\n".join([text[start:end] for start, end in runs]), told >> len(tests.patterns)
    return tuple([one.id for one in possible if _fits(one, tests.patterns, words, certain, told)])


def near(text: str) -> Near:
    """What a text may be about."""
    tests = _tests()
    cues, tells, count = tests.cues.found(text), tests.cues.told, len(tests.patterns)
    told = reduce(or_, [tells[place] for place in {place for place, _, _ in cues}], tests.anyhow)
    lacking = ~told
    possible = [one for one in map(tests.topics.__getitem__, _places(told >> 2 * count)) if not one.wanted & lacking]
    if not possible:
        return _NOTHING
    concern = reduce(or_, [one.wanted | one.unwanted for one in possible])
    concern |= concern << count
    return Near(possible, [(start, end, tells[place]) for place, start, end in cues if tells[place] & concern])


def _fits(test: _Test, patterns: Sequence[str], words: str, certain: _Bits, possible: _Bits) -> bool:
    """Whether words are about a topic, of which is known which patterns they certainly and possibly match."""
    unsure, excluding = test.wanted & ~certain, test.unwanted & possible
    if not unsure and not excluding:
        return True
    if test.unwanted & certain or not all(_search(patterns[place])(words) for place in _places(unsure)):
        return False
    return not any(_search(patterns[place])(words) for place in _places(excluding))


@cache
def _search(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return look_for(pattern).search


def _places(bits: _Bits) -> list[int]:
    """Which bits are set, from the first on."""
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found


@cache
def _tests() -> _Tests:
    texts = sorted({text for topic in topics().values() for text in (*topic.patterns, *topic.unless)})
    bits = {text: 1 << place for place, text in enumerate(texts)}
    tests = [_Test(topic.id, _all(topic.patterns, bits), _all(topic.unless, bits)) for topic in topics().values()]
    first = defaultdict[str, int](int)
    for place, topic in enumerate(topics().values()):
        first[max(topic.patterns, key=_shortest_opening)] |= 1 << place
    told = defaultdict[str, int](int)
    for text, bit in bits.items():
        for words, whole in openings(text):
            told[words] |= bit | (bit * whole) << len(texts) | first[text] << 2 * len(texts)
    anyhow = told.pop("", 0)
    return _Tests(tests, texts, Cues(told), anyhow)


def _shortest_opening(pattern: str) -> int:
    """How many characters tell at least that a pattern may match: the more, the fewer texts have them."""
    return min(len(one.words) for one in openings(pattern))


def _all(patterns: Sequence[str], bits: dict[str, _Bits]) -> _Bits:
    return sum(bits[text] for text in set(patterns))
