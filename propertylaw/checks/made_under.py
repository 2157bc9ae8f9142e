"""Which of the texts given is made under which, as the first article of the lower one says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.regulation import Regulation
from propertylaw.model import Outline, Source

_NAMED = re.compile(r"《([^》\n]+)》")
_LAND = "中华人民共和国"


def texts_above(regulation: Regulation) -> Iterator[tuple[Source, Outline]]:
    """The texts given that a regulation names as what it is made under."""
    named = _bases(regulation.source, regulation.outline)
    return (pair for pair in _others(regulation) if pair[1].title.removeprefix(_LAND) in named)


def texts_below(regulation: Regulation) -> Iterator[tuple[Source, Outline]]:
    """The texts given that name a regulation as what they are made under."""
    title = regulation.outline.title.removeprefix(_LAND)
    return (pair for pair in _others(regulation) if title in _bases(*pair))


def _others(regulation: Regulation) -> Iterator[tuple[Source, Outline]]:
    pairs = zip(regulation.body.sources, regulation.body.outlines, strict=True)
    return ((source, outline) for source, outline in pairs if outline is not regulation.outline)


def _bases(source: Source, outline: Outline) -> frozenset[str]:
    if not outline.articles:
        return frozenset()
    words = source.text[slice(*outline.articles[0].text_span)]
    return frozenset(name.removeprefix(_LAND) for name in _NAMED.findall(words))
