"""Tables that only arrange a page: a contract typed into a grid, the parties side by side. They read as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMERAL = r"[零〇一二三四五六七八九十百千\d]"
_ARTICLE = re.compile(rf"\s*第\s*{_NUMERAL}+\s*[条章](?!\s*第)")
_CLAUSE = re.compile(r"\s*[一二三四五六七八九十]{1,3}\s*[、．.]")
_LABEL = re.compile(
    rf"\s*(?:第\s*{_NUMERAL}+\s*[条章]|[一二三四五六七八九十]{{1,3}}\s*[、．.]?|\d{{1,2}}(?:\.\d{{1,2}})*[.．、]?)\s*"
)
_PARTY = re.compile(r"\s*[甲乙丙丁]\s*方\s*(?:[（(][^）)]*[）)])?\s*[：:]")
_TO_FILL_IN = re.compile(r"\s*[^：:。；\n]{1,15}[：:]")
_MOST = 0.6
_SENTENCE = re.compile(r"[。；]\s*$", re.MULTILINE)

Rows = Sequence[Sequence[str]]
"""The words of each cell, row by row; paragraphs within a cell on lines of their own."""


def is_layout(rows: Rows) -> bool:
    """Whether a table holds the running text of a document and not data.

    It does when a cell begins an article (第一条 …) and its row holds whole sentences, when cells hold clauses numbered
    一、二、 in whole sentences, when numbers stand in one column and sentences in the next, or when it is the room for
    names and signatures. Articles that are only cited in a cell (第九条), and lists inside the cells of a service
    standard (1. 2. 3.), are data.

    Args:
        rows: the words of its cells.
    """
    filled = [[cell for cell in row if cell.strip()] for row in rows]
    if any(_begins_an_article(row) for row in filled):
        return True
    if sum(bool(_CLAUSE.match(cell) and _SENTENCE.search(cell)) for row in filled for cell in row) > 1:
        return True
    return _is_numbered([row for row, cells in zip(rows, filled, strict=True) if cells]) or _is_for_signatures(filled)


def is_label(cell: str) -> bool:
    """Whether a cell holds nothing but the number of the cell beside it."""
    return _LABEL.fullmatch(cell) is not None


def _begins_an_article(row: Sequence[str]) -> bool:
    begins = any(_ARTICLE.match(line) for cell in row for line in cell.splitlines())
    return begins and any(map(_SENTENCE.search, row))


def _is_for_signatures(rows: Rows) -> bool:
    """Whether a party is named and every cell says what to write behind its colon."""
    cells = [cell for row in rows for cell in row]
    return any(map(_PARTY.match, cells)) and all(map(_TO_FILL_IN.match, cells))


def _is_numbered(rows: Rows) -> bool:
    """Whether most rows are a number and the sentences it belongs to; a head row may stand above them."""
    numbered = [row for row in rows if len(row) == 2 and is_label(row[0]) and _SENTENCE.search(row[1])]
    return len(numbered) > 1 and len(numbered) >= _MOST * len(rows)
