"""Where tables are drawn on a PDF page: the boxes of their cells, row by row."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import cached_property
from io import BytesIO
from types import TracebackType
from typing import Any

from .glyphs import Box

Table = tuple[tuple[Box, ...], ...]


class TableFinder:
    """Finds tables by their ruled lines; parses the file a second time when the first ruled page comes.

    The text comes from another parser, so that a page this one cannot read has no tables, whatever the reason.

    Args:
        data: the whole PDF.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[Any] = []

    def __enter__(self) -> TableFinder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for pdf in self._open:
            with suppress(Exception):
                pdf.close()

    def tables(self, number: int) -> tuple[Table, ...]:
        """The tables of a page, counted from 1; a frame around text is no table."""
        found: list[Table] = []
        with suppress(Exception):
            page = self._pages[number - 1]
            found = [tuple(_cells(row) for row in table.rows) for table in page.find_tables()]
            page.close()
        return tuple(table for table in found if any(len(row) > 1 for row in table))

    @cached_property
    def _pages(self) -> list[Any]:
        import pdfplumber

        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        with suppress(Exception):
            pdf = pdfplumber.open(BytesIO(self._data))
            self._open.append(pdf)
            return list(pdf.pages)
        return []


def _cells(row: Any) -> tuple[Box, ...]:
    return tuple((float(cell[0]), float(cell[1]), float(cell[2]), float(cell[3])) for cell in row.cells if cell)
