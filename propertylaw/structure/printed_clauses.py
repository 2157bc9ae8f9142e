"""How the clauses of a contract are cited: by the numbers that it prints, where its locators count otherwise.

A contract may leave numbers out, or count its clauses anew in each chapter; a locator carries the running number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from propertylaw.model import Article, Outline

from .headings import recognise
from .numerals import chinese_numeral

_DECIMAL = re.compile(r"\d+(?:[.．]\d+)+")


def printed_clauses(outline: Outline) -> dict[str, str]:
    """The clauses whose printed number is not that of their locator (`doc:合同/5`), and how it reads: 第十二条.

    Where a number leads to several clauses, the chapter goes before it: 第二章第一条.

    Args:
        outline: of any text; those of a statute carry their printed numbers.
    """
    if outline.kind == "statute":
        return {}
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


def _words(article: Article) -> str:
    decimal = _DECIMAL.match(article.label)
    number = decimal[0].replace("．", ".") if decimal else chinese_numeral(printed_number(article) or article.number)
    return f"第{number}条"
