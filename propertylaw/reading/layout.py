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
_MOST = 0.6
_SENTENCE = re.compile(r"[。；]\s*$", re.MULTILINE)

Rows = Sequence[Sequence[str]]
"""The words of each cell, row by row; paragraphs within a cell on lines of their own."""


def is_layout(rows: Rows) -> bool:
    """Whether a table holds the running text of a document and not data.

    It does when a cell begins an article (第一条 …), when cells hold clauses numbered 一、二、 in whole sentences, when
    numbers stand in one column and sentences in the next, or when every filled row names a party. Lists inside the
    cells of a service standard (1. 2. 3.) are data.

    Args:
        rows: the words of its cells.
    """
    cells = [cell for row in rows for cell in row if cell.strip()]
    if any(_ARTICLE.match(line) for cell in cells for line in cell.splitlines()):
        return True
    if sum(bool(_CLAUSE.match(cell) and _SENTENCE.search(cell)) for cell in cells) > 1:
        return True
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    return _is_numbered(filled) or (bool(filled) and all(any(map(_PARTY.match, row)) for row in filled))


def is_label(cell: str) -> bool:
    """Whether a cell holds nothing but the number of the cell beside it."""
    return _LABEL.fullmatch(cell) is not None


def _is_numbered(rows: Rows) -> bool:
    """Whether most rows are a number and the sentences it belongs to; a head row may stand above them."""
    numbered = [row for row in rows if len(row) == 2 and is_label(row[0]) and _SENTENCE.search(row[1])]
    return len(numbered) > 1 and len(numbered) >= _MOST * len(rows)
