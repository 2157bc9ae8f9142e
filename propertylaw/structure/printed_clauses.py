"""How the clauses of a contract are cited: by the numbers that it prints, where its locators count otherwise.

A contract may leave numbers out, or count its clauses anew in each chapter; a locator carries the running number.
Within a clause it may print the whole number (12.1), where a locator counts paragraphs and items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from propertylaw.model import Article, Outline, Provision

from .headings import recognise
from .numerals import chinese_numeral

_DECIMAL = re.compile(r"\d+(?:[.．]\d+)+")


def printed_clauses(outline: Outline) -> dict[str, str]:
    """The clauses whose printed number is not that of their locator (`doc:合同/5`), and how it reads: 第十二条.

    Where a number leads to several clauses, the chapter goes before it: 第二章第一条. Decimals stay: 第12.1条.

    Args:
        outline: of any text; those of a statute carry their printed numbers, but for lists whose items lost theirs:
            what was read as paragraphs are items, and the paragraphs behind them count on.
    """
    if outline.kind == "statute":
        return dict(_of_lost_numbers(outline.articles))
    bodies = (outline.articles, *(annex.articles for annex in outline.annexes))
    return {place: words for body in bodies for place, words in _of_body(body)}


def printed_number(article: Article) -> int | None:
    """The number of a clause as printed; its running one where it prints none."""
    mark = recognise(article.label + " ")
    return mark.number if mark else article.number


def _of_body(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    counted = Counter(map(_words, articles))
    for article in articles:
        words = _words(article)
        chapter = article.divisions[-1] if counted[words] > 1 and article.divisions else ""
        if chapter or words != f"第{chinese_numeral(article.number)}条":
            yield str(article.locator.bare), chapter + words
    within = [(one.locator.bare, decimal[0]) for one in _parts(articles) if (decimal := _DECIMAL.match(one.label))]
    repeated = Counter(number for _, number in within)
    yield from ((str(at), f"第{_dotted(number)}条") for at, number in within if repeated[number] == 1)


def _of_lost_numbers(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    for article in articles:
        if article.locator.branch or not any(one.list_head for one in article.paragraphs):
            continue
        number, items = 0, Counter[int]()
        for one in article.paragraphs:
            number += one.list_head is None
            words = f"第{chinese_numeral(article.number)}条第{chinese_numeral(number)}款"
            if one.list_head:
                items[number] += 1
                words += f"第{chinese_numeral(items[number])}项"
            yield str(one.locator.bare), words


def _parts(articles: Iterable[Article]) -> Iterator[Provision]:
    """What stands within clauses: paragraphs, items, what stands in these."""
    for paragraph in (paragraph for article in articles for paragraph in article.paragraphs):
        yield paragraph
        for item in paragraph.items:
            yield item
            yield from item.sub_items


def _words(article: Article) -> str:
    decimal = _DECIMAL.match(article.label)
    number = _dotted(decimal[0]) if decimal else chinese_numeral(printed_number(article) or article.number)
    return f"第{number}条"


def _dotted(number: str) -> str:
    return number.replace("．", ".")
