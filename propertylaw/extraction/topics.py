"""What a norm is about: topics whose patterns are all found in its words, and none of what excludes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from propertylaw.model import Topic
from propertylaw.rulebook import topics

from .wordlists import one_of

_Search = Callable[[str], re.Match[str] | None]
_TOP_LEVEL_BAR = re.compile(r"\|(?![^()]*\))")
_LOOKBEHIND = re.compile(r"^\(\?<[!=][^()]*\)")
_LITERAL = re.compile(r"[一-龥]+(?![?*{])|[一-龥](?=[一-龥])")


@dataclass(frozen=True, slots=True)
class _Test:
    """How a topic is told."""

    id: str
    wanted: tuple[_Search, ...]
    unwanted: tuple[_Search, ...]

    def fits(self, words: str) -> bool:
        for search in self.wanted:  # a loop: this runs for every norm and most of the topics
            if not search(words):
                return False
        return not any(search(words) for search in self.unwanted)


def topics_of(words: str) -> tuple[str, ...]:
    """Ids of the topics of a norm's own words, in the order of `rules/topics.yaml`."""
    tests, always, by_beginning, beginnings = _compiled()
    places = set(always)
    for match in beginnings.finditer(words):
        places |= by_beginning[match[0] + match[match.lastindex or 1]]
    return tuple(tests[place].id for place in sorted(places) if tests[place].fits(words))


@cache
def _compiled() -> tuple[tuple[_Test, ...], frozenset[int], dict[str, frozenset[int]], re.Pattern[str]]:
    """The tests, those to be tried always, and those to be tried where words begin like one of their patterns."""
    tests, always = [], set()
    exact: dict[str, set[int]] = defaultdict(set)
    for place, topic in enumerate(topics().values()):
        tests.append(_test(topic))
        beginnings = _beginnings(topic.patterns[0])
        if beginnings is None:
            always.add(place)
        for beginning in beginnings or ():
            exact[beginning].add(place)
    # the longest beginning hides the shorter ones it begins with
    known = {word: frozenset[int]().union(*(exact[key] for key in exact if word.startswith(key))) for word in exact}
    return tuple(tests), frozenset(always), known, _overlapping(known)


def _overlapping(words: Iterable[str]) -> re.Pattern[str]:
    """Where words begin, also inside each other: the match is a first character, its group the rest of the word."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[0]].append(word[1:])
    return re.compile("|".join(f"{re.escape(first)}(?=({one_of(rest)}))" for first, rest in rests.items()))


def _test(topic: Topic) -> _Test:
    return _Test(topic.id, _searches(topic.patterns), _searches(topic.unless))


def _searches(patterns: Iterable[str]) -> tuple[_Search, ...]:
    return tuple(re.compile(pattern).search for pattern in patterns)


def _beginnings(pattern: str) -> list[str] | None:
    """The plain words with which the alternatives of a pattern begin; None where one begins otherwise."""
    found = [_LITERAL.match(_LOOKBEHIND.sub("", one)) for one in _TOP_LEVEL_BAR.split(pattern)]
    return None if None in found else [match[0] for match in found if match is not None]
