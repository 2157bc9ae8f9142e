"""Terms in tables: a price in a cell, its unit in the cell, at the head of its column or row, or above the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from propertylaw.model import Locator, Outline, PlacedTable, Quantity, Span, Term

from .figures import number
from .price_times import price_time
from .quantities import PRICE, quantities_in
from .stretches import areas, rises_with_the_floor
from .topics import topics_of

_SQUARE = "(?:建筑)?(?:平方米|㎡|m2|m²|平米)"
_PRICE = re.compile(
    rf"元(?:/|／|每)(?:{_SQUARE}[/／·•.每]?个?月|个?月[/／·•.每]?{_SQUARE})|每{_SQUARE}每?月|每月每{_SQUARE}"
)
_UNIT_CELL = re.compile(rf"元?(?:/|／|每)?(?:{_SQUARE}(?:[/／·•.]|每)?个?月|个?月(?:[/／·•.]|每)?{_SQUARE})")
"""A cell that holds nothing but the unit of its row."""
_NUMBER_ALONE = re.compile(r"[¥￥]?\s*(?P<n>\d+(?:\.\d+)?)\s*(?:元(?:整)?)?")
_PRICES = re.compile("标准|单价|价格|收费|物业费")
_NO_LABEL = re.compile(r"\d{0,3}|[¥￥]?\s*[\d.,，]+\s*元?")
_CAPTION = 120
"""Characters above a table in which the unit of its numbers may stand."""


def table_terms(text: str, outline: Outline) -> Iterator[Term]:
    """The prices of all tables, row by row."""
    whole = Locator(instrument=outline.instrument)
    for placed in outline.tables:
        yield from _of_table(text, placed, placed.locator or whole)


def _of_table(text: str, placed: PlacedTable, at: Locator) -> Iterator[Term]:
    rows = [[(" ".join(text[slice(*cell)].split()), cell) for cell in row] for row in placed.table.rows]
    start = placed.table.text_span[0]
    caption = text[max(0, start - _CAPTION) : start]
    head = [words for words, _ in rows[0]] if rows else []
    for row in rows[1:]:
        for place, (words, span) in enumerate(row):
            # A cell that reaches over several rows is missing in the later ones: count from the right.
            column = head[place + len(head) - len(row)] if len(row) <= len(head) else ""
            beside = [cell for cell, _ in row if _UNIT_CELL.fullmatch(_close(cell))]
            price = _price(text, words, span, (column, row[0][0], _unit_of_row(column, beside), caption))
            if price is not None:
                row_words = _labels([cell for cell, _ in row if cell not in (price.text, *beside)], column)
                topics = topics_of(f"{caption}\n{row_words}\n{column}")
                yield _term(price, row_words, column, topics, at)


def _price(text: str, words: str, span: Span, units: tuple[str, ...]) -> Quantity | None:
    """The price in a cell: with its unit, or a bare number whose unit stands in one of the other places."""
    for quantity in quantities_in(text, span):
        if quantity.unit == PRICE:
            return quantity
    bare = _NUMBER_ALONE.fullmatch(words)
    value = number(bare["n"]) if bare else None
    if value is None or (not any(_PRICE.search(_close(unit)) for unit in units[:-1]) and not _only_price(units)):
        return None
    return Quantity(value=Decimal(value), unit=PRICE, text=words, text_span=span)


def _unit_of_row(column: str, beside: list[str]) -> str:
    """The unit that a cell of the row gives to the number in a column of prices; empty where none does."""
    if not beside or not _PRICES.search(column) or "元" not in f"{column}{beside[0]}":
        return ""
    return f"元/{_close(beside[0]).removeprefix('元').lstrip('/／每')}"


def _only_price(units: tuple[str, ...]) -> bool:
    """Whether the unit stands above the table and the column speaks of a price."""
    return bool(_PRICE.search(_close(units[-1])) and _PRICES.search(units[0]))


def _close(words: str) -> str:
    return "".join(words.split())


def _labels(cells: list[str], column: str) -> str:
    """What tells a price from the others: the cells of its row that are words, the head of its column."""
    across = [] if _PRICE.search(_close(column)) or _PRICES.search(column) else [column]
    return "，".join(cell for cell in (*cells, *across) if cell and not _NO_LABEL.fullmatch(cell))


def _term(price: Quantity, row: str, column: str, topics: tuple[str, ...], at: Locator) -> Term:
    least, most = areas(row)
    time = price_time(f"{column}，{row}")
    return Term(
        locator=at.bare,
        text_span=price.text_span,
        words=row,
        topics=topics,
        quantities=(price.model_copy(update={"context": row, "since": time.since, "until": time.until}),),
        least_area=least,
        most_area=most,
        by_floor=rises_with_the_floor(f"{row}，{column}"),
        times_unread=time.unread,
        row=row,
    )
