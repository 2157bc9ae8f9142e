"""What a norm is about: topics whose patterns are all found in its words, and none of what excludes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from propertylaw.rulebook import topics

_Search = Callable[[str], re.Match[str] | None]


def topics_of(words: str) -> tuple[str, ...]:
    """Ids of the topics of a norm's own words, in the order of `rules/topics.yaml`."""
    found = []
    for id, first, wanted, unwanted in _compiled():
        if not first(words):  # most topics end here, without a generator being made
            continue
        if all(search(words) for search in wanted) and not any(search(words) for search in unwanted):
            found.append(id)
    return tuple(found)


@cache
def _compiled() -> tuple[tuple[str, _Search, tuple[_Search, ...], tuple[_Search, ...]], ...]:
    return tuple(
        (topic.id, _search(topic.patterns[0]), tuple(map(_search, topic.patterns[1:])), tuple(map(_search, topic.unless)))
        for topic in topics().values()
    )


def _search(pattern: str) -> _Search:
    return re.compile(pattern).search
