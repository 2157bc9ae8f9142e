"""A run of citations falls into one for every article that it names (第三条、第五条第一款)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propertylaw.model import Citation
from propertylaw.structure import parse_numeral
from propertylaw.structure.numerals import NUMERAL_CHARS

_ARTICLE = re.compile(rf"第(?P<number>[{NUMERAL_CHARS}]+)条")
_BETWEEN = re.compile(rf"(?:、|，|和|与|或者|以及|及)(?=第[{NUMERAL_CHARS}]+条)")


def by_article(citation: Citation) -> Iterator[Citation]:
    """The citation itself, or its parts where it names several articles; a range (第三条至第五条) is one part."""
    if citation.text_span is None or _BETWEEN.search(citation.text) is None:
        yield citation
        return
    first, start = citation.text_span[0], 0
    for end, behind in [*(match.span() for match in _BETWEEN.finditer(citation.text)), (len(citation.text),) * 2]:
        words = citation.text[start:end]
        targets = tuple(target for target in citation.targets if target.article in _articles(words))
        yield citation.model_copy(
            update={"text": words, "text_span": (first + start, first + end), "targets": targets},
        )
        start = behind


def _articles(words: str) -> range:
    """The articles that a part names."""
    named = [parse_numeral(match["number"]) for match in _ARTICLE.finditer(words)]
    known = [number for number in named if number is not None]
    return range(known[0], known[-1] + 1) if known else range(0)
