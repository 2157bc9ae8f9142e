"""Which provision a place in the text belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from propertylaw.model import Annex, Article, Locator, Span


class Positions:
    """The innermost provision or annex around a place.

    Args:
        articles: the articles of the text, in order.
        annexes: what is attached to it.
    """

    def __init__(self, articles: Sequence[Article], annexes: Sequence[Annex]) -> None:
        self._articles, self._annexes = articles, annexes

    @cached_property
    def _all(self) -> list[tuple[Span, Locator]]:
        attached = (place for annex in self._annexes for place in _places_of(annex))
        return sorted([*_places(self._articles), *attached], key=_widest_first)

    @cached_property
    def _starts(self) -> list[int]:
        return [span[0] for span, _ in self._all]

    def at(self, place: int) -> Locator | None:
        """The provision that holds the character at `place`; None outside of all."""
        for index in range(bisect_right(self._starts, place) - 1, -1, -1):
            span, locator = self._all[index]
            if span[1] > place:
                return locator
            if len(locator.numbers) == 1:
                return None
        return None


def _places(articles: Sequence[Article]) -> Iterator[tuple[Span, Locator]]:
    for article in articles:
        yield article.text_span, article.locator
        for paragraph in article.paragraphs:
            yield paragraph.text_span, paragraph.locator
            for item in paragraph.items:
                yield item.text_span, item.locator
                for sub_item in item.sub_items:
                    yield sub_item.text_span, sub_item.locator


def _places_of(annex: Annex) -> Iterator[tuple[Span, Locator]]:
    yield annex.text_span, annex.locator
    yield from _places(annex.articles)


def _widest_first(place: tuple[Span, Locator]) -> tuple[int, int, int]:
    return place[0][0], -place[0][1], len(place[1].numbers)
