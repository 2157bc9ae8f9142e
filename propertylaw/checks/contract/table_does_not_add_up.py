"""CON052: a table whose total is not the sum of its rows, or whose products are not what its columns say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from propertylaw.checks.registry import check
from propertylaw.checks.sums import agree
from propertylaw.checks.view import Contract
from propertylaw.extraction.contracts.hit import Hit
from propertylaw.extraction.contracts.words import pattern
from propertylaw.extraction.figures import number
from propertylaw.model import Severity, Span, Table

_ISSUE = "amounts_do_not_add_up"

_FACTORS = ("table_price", "table_size")

Row = Sequence[Span]


@check("CON052", "table_does_not_add_up", Severity.MEDIUM)
def table_does_not_add_up(contract: Contract) -> Iterator[Hit]:
    """表格的合计对不上。

    收费表、面积表、人员表的合计一行、合计一栏不等于各项之和，或者“单价×面积”不等于所写的金额。

    会报告：三行分别为 100、200、300，合计一行写 700。

    不报告：三行分别为 100、200、300，合计一行写 600。
    """
    for placed in contract.outline.tables:
        yield from _totals(contract.source.text, placed.table)
        yield from _products(contract.source.text, placed.table)
        yield from _across(contract.source.text, placed.table)


def _totals(text: str, table: Table) -> Iterator[Hit]:
    """Each figure of a row of totals against the rows above it; a total stands from then on for the rows it sums."""
    above: list[Row] = []
    for row in table.rows[1:]:
        if not _is_total(text, row):
            above.append(row)
            continue
        starts = {column: _summed_from(text, row, above, column) for column in range(1, len(row))}
        for column, start in starts.items():
            if start is None:
                yield _wrong_total(text, row, above, column)
        above = [*above[: min((start for start in starts.values() if start is not None), default=0)], row]


def _summed_from(text: str, total: Row, above: Sequence[Row], column: int) -> int | None:
    """From which row on the rows above a total make it up, from the first that do; the end where figures are missing
    so that nothing can be compared; None where it is the sum of no rows."""
    figures = _column_of(text, above, column)
    stated = _figure(text, total[column])
    if stated is None or len(above) < 2:
        return len(above)
    known = next((at for at in range(len(above), 0, -1) if figures[at - 1] is None), 0)
    sums = {
        start: sum((figure or Decimal(0) for figure in figures[start:]), Decimal(0))
        for start in range(known, len(above) - 1)
    }
    fitting = [start for start, summed in sums.items() if agree(summed, stated)]
    return min(fitting, default=len(above) if known else None)


def _wrong_total(text: str, total: Row, above: Sequence[Row], column: int) -> Hit:
    summed = sum((figure for figure in _column_of(text, above, column) if figure is not None), Decimal(0))
    stated = _figure(text, total[column])
    return Hit(total[column], says=f"合计写作 {stated}，各行之和为 {summed}", issue=_ISSUE)


def _column_of(text: str, rows: Sequence[Row], column: int) -> list[Decimal | None]:
    return [_figure(text, row[column]) if column < len(row) else None for row in rows]


def _is_total(text: str, row: Row) -> bool:
    """Whether the first words of a row say that it is a sum; a number of the row may be left out before them."""
    words = [text[slice(*cell)].strip() for cell in row]
    first = next((word for word in words if word), "")
    return bool(pattern("^{table_total}").search(first))


def _across(text: str, table: Table) -> Iterator[Hit]:
    """A column of totals against the columns before it, where none of them is a price or a quantity."""
    heads = [text[slice(*cell)] for cell in table.rows[0]] if table.rows else []
    at = _column(heads, "{table_total}")
    if at is None or any(pattern(f"{{{words}}}").search(head) for head in heads[:at] for words in _FACTORS):
        return
    for row in table.rows[1:]:
        figures = [value for cell in row[1:at] if (value := _figure(text, cell)) is not None]
        total, summed = _figure(text, row[at]) if at < len(row) else None, sum(figures, Decimal(0))
        if len(figures) == at - 1 > 1 and total is not None and not agree(summed, total):
            yield Hit(row[at], says=f"合计写作 {total}，各栏之和为 {summed}", issue=_ISSUE)


def _products(text: str, table: Table) -> Iterator[Hit]:
    """Price times quantity against the amount, where the head of the table names the three."""
    heads = [text[slice(*cell)] for cell in table.rows[0]] if table.rows else []
    found = [_column(heads, words) for words in ("{table_price}", "{table_size}", "{table_amount}")]
    if None in found:
        return
    for row in table.rows[1:]:
        values = [_figure(text, row[at]) if at is not None and at < len(row) else None for at in found]
        price, size, amount = values
        if price is None or size is None or amount is None:
            continue
        if not any(agree(price * size * months, amount) for months in (1, 3, 6, 12)):
            cell = row[found[2] or 0]
            yield Hit(cell, says=f"写作 {amount}，{price} × {size} = {price * size}", issue=_ISSUE)


def _column(heads: Sequence[str], words: str) -> int | None:
    fitting = [place for place, head in enumerate(heads) if pattern(words).search(head)]
    return fitting[0] if len(fitting) == 1 else None


def _figure(text: str, cell: Span) -> Decimal | None:
    """The figure that a cell is, with its unit at most."""
    match = pattern("^\\s*(?P<value>{number})\\s*{unit}?\\s*$").match(text[slice(*cell)])
    return number(match["value"]) if match else None
