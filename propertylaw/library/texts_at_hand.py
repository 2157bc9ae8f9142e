"""Which provisions the texts of a folder hold, so that a citation can be held against the text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from propertylaw.model import Article, Item, Locator
from propertylaw.reading import read
from propertylaw.structure import outline

Branch = tuple[int, int]
"""Number of an article, and of one inserted behind it (0: none)."""


class TextsAtHand:
    """The outlines of a folder of texts; an instrument may come in several files or versions."""

    def __init__(self, folder: Path) -> None:
        self._articles: dict[str, dict[Branch, list[Article]]] = {}
        for file in sorted(folder.rglob("*.md")):
            structure = outline(read(file))
            known = self._articles.setdefault(structure.instrument, {})
            for article in structure.articles:
                known.setdefault((article.number, article.locator.branch or 0), []).append(article)

    def holds(self, place: Locator) -> bool | None:
        """Whether a text has this article, paragraph and item; None where no text of the instrument is at hand."""
        articles = self._articles.get(place.instrument)
        if articles is None or place.annex or place.version:
            return None  # which version a text is, its catalogue entry alone says
        if place.article is None:
            return True
        candidates = articles.get((place.article, place.branch or 0), [])
        if not candidates and not _between(place.article, articles):
            return None
        return any(_has(article, place.numbers[1:]) for article in candidates)


def _between(number: int, articles: Iterable[Branch]) -> bool:
    """Whether the texts at hand reach around an article; a code whose parts are missing says nothing about them."""
    numbers = {article for article, _ in articles}
    return number - 1 in numbers or number + 1 in numbers


def _has(article: Article, path: tuple[int, ...]) -> bool:
    if not path:
        return True
    paragraph, *items = path
    if paragraph > len(article.paragraphs):
        return False
    inside: tuple[Item, ...] = article.paragraphs[paragraph - 1].items
    for number in items:
        found = next((item for item in inside if item.number == number), None)
        if found is None:
            return False
        inside = found.sub_items
    return True
