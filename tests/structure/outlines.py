"""Factories and views for tests of outlines."""

from __future__ import annotations

from propertylaw.model import Outline, Source
from propertylaw.structure import outline

Shape = list[tuple[str, list[int]]]


def source(text: str, name: str = "样本") -> Source:
    return Source(name=name, format="md", text=text)


def outlined(text: str, name: str = "样本") -> Outline:
    return outline(source(text, name))


def shape(result: Outline) -> Shape:
    """For each article its label and the number of items of each paragraph."""
    return [(article.label, [len(p.items) for p in article.paragraphs]) for article in result.articles]


def covered(text: str, result: Outline) -> set[int]:
    """Positions that articles with their labels, divisions and `unplaced` cover."""
    spans = [division.text_span for division in result.divisions] + list(result.unplaced)
    for article in result.articles:
        spans.append((text.rfind(article.label, 0, article.text_span[0]), article.text_span[1]))
    return {position for start, end in spans for position in range(start, end)}
