"""Versions of one regulation among the texts that are checked together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from propertylaw.model import Outline


def last_changed(outline: Outline) -> date | None:
    """When a text was last adopted or amended, as its head says."""
    return max((event.on for event in outline.history), default=None)


def later_version(outline: Outline, among: Iterable[Outline]) -> Outline | None:
    """The latest version of a text among others; None where it is the latest itself, or its day is not known.

    The parts of a code are one instrument too, but have no article in common.
    """
    day = last_changed(outline)
    if day is None:
        return None
    own = _articles(outline)
    same = [one for one in among if one.instrument == outline.instrument and own & _articles(one)]
    latest = max(same, key=lambda one: last_changed(one) or day, default=outline)
    return latest if (last_changed(latest) or day) > day else None


def _articles(outline: Outline) -> frozenset[int | None]:
    return frozenset(article.locator.article for article in outline.articles)
