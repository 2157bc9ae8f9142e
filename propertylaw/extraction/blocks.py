"""Paragraphs that belong together: a lead-in that ends with a colon, and the unnumbered items after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.model import Article, Locator, Paragraph, Span

_OPEN = ("：", ":")
_CLOSED = ("。", "！", "？")


class Block(NamedTuple):
    """A lead-in and its items, wherever the outline has put them."""

    paragraph: Paragraph
    span: Span
    """From the first to the last character, in the source."""
    items: tuple[tuple[Span, Locator], ...]


def blocks(article: Article, text: str) -> Iterator[Block]:
    """The blocks of an article in reading order; most are one paragraph with its items."""
    rest = list(article.paragraphs)
    while rest:
        paragraph = rest.pop(0)
        items = [(item.text_span, item.locator) for item in paragraph.items]
        start, end = paragraph.text_span
        while rest and not items and _is_open(paragraph, text):
            end, items = _with_following(rest, text)
        yield Block(paragraph, (start, end), tuple(items))


def _is_open(paragraph: Paragraph, text: str) -> bool:
    return text[slice(*paragraph.lead_span)].rstrip().endswith(_OPEN)


def _with_following(rest: list[Paragraph], text: str) -> tuple[int, list[tuple[Span, Locator]]]:
    """Take the paragraphs up to the one that ends with a full stop as items."""
    items: list[tuple[Span, Locator]] = []
    end = 0
    while rest:
        following = rest.pop(0)
        items.append((following.lead_span, following.locator))
        items += [(item.text_span, item.locator) for item in following.items]
        end = following.text_span[1]
        if text[slice(*following.text_span)].rstrip().endswith(_CLOSED):
            break
    return end, items
