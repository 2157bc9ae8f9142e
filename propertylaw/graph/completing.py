"""Curated law beside texts that state it themselves: each article speaks once."""

from __future__ import annotations

from collections.abc import Iterable

from propertylaw.model import Norm


def completed(read: Iterable[Norm], curated: Iterable[Norm]) -> tuple[Norm, ...]:
    """Curated norms and norms read from texts, without the curated ones of articles that were read.

    Args:
        read: norms of texts.
        curated: norms of the rules.
    """
    read = tuple(read)
    stated = {(norm.locator.instrument, norm.locator.article) for norm in read}
    return *(norm for norm in curated if (norm.locator.instrument, norm.locator.article) not in stated), *read
