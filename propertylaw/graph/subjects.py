"""Topics within topics: what counts for the wider one too."""

from __future__ import annotations

from collections.abc import Mapping

from propertylaw.model import Topic


def with_wider(id: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """A topic and the topics around it, the narrowest first; a topic that is not known stands alone."""
    found: list[str] = []
    current: str | None = id
    while current and current not in found:
        found.append(current)
        current = topics[current].within if current in topics else None
    return tuple(found)


def within(id: str, topics: Mapping[str, Topic]) -> frozenset[str]:
    """A topic and all topics within it."""
    return frozenset([id, *(other for other in topics if id in with_wider(other, topics))])
