"""What a norm is about: topics whose patterns are all found in its words, and none of what excludes them."""

from __future__ import annotations

import re
from functools import cache

from propertylaw.rulebook import topics


def topics_of(words: str) -> tuple[str, ...]:
    """Ids of the topics of these words (sentence, condition and lead-in), in the order of `rules/topics.yaml`."""
    return tuple(
        id
        for id, wanted, unwanted in _compiled()
        if all(pattern.search(words) for pattern in wanted) and not any(pattern.search(words) for pattern in unwanted)
    )


@cache
def _compiled() -> tuple[tuple[str, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (topic.id, tuple(map(re.compile, topic.patterns)), tuple(map(re.compile, topic.unless)))
        for topic in topics().values()
    )
