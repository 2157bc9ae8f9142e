"""Which of the texts given is made under which: as the first article of the lower one says, else by their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.checks.regulation import Regulation
from propertylaw.library import instrument_of
from propertylaw.model import NATION, Outline, Source

_NAMED = re.compile(r"《([^》\n]+)》")
_LAND = "中华人民共和国"


def texts_above(regulation: Regulation) -> Iterator[tuple[Source, Outline]]:
    """The texts given that a regulation is made under."""
    own = regulation.source, regulation.outline
    return (pair for pair in _others(regulation) if _is_under(own, pair))


def texts_below(regulation: Regulation) -> Iterator[tuple[Source, Outline]]:
    """The texts given that are made under a regulation."""
    own = regulation.source, regulation.outline
    return (pair for pair in _others(regulation) if _is_under(pair, own))


def _others(regulation: Regulation) -> Iterator[tuple[Source, Outline]]:
    pairs = zip(regulation.body.sources, regulation.body.outlines, strict=True)
    return ((source, outline) for source, outline in pairs if outline is not regulation.outline)


def _is_under(lower: tuple[Source, Outline], higher: tuple[Source, Outline]) -> bool:
    """Whether one text names the other as what it is made under; one that names none is under those of its province."""
    named = _bases(*lower)
    return higher[1].title.removeprefix(_LAND) in named if named else _lies_within(lower, higher)


def _lies_within(lower: tuple[Source, Outline], higher: tuple[Source, Outline]) -> bool:
    place, around = instrument_of(*lower).territory, instrument_of(*higher).territory
    return NATION not in (place, around) and place != around and place.startswith(around)


def _bases(source: Source, outline: Outline) -> frozenset[str]:
    if not outline.articles:
        return frozenset()
    words = source.text[slice(*outline.articles[0].text_span)]
    return frozenset(name.removeprefix(_LAND) for name in _NAMED.findall(words))
