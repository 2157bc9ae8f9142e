"""Prices of documents without those of a paper that raised them: it cannot itself be what the raise is measured by."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from propertylaw.model import FactValue
from propertylaw.model.fact import Raise

from .schedule import Line

_Paper = tuple[str | None, bool]
"""The document of a line, and whether the line stands after its numbered clauses: a supplement in the same file."""


def before_the_raise(lines: list[Line], raised: Raise, values: Callable[[str], FactValue | None]) -> list[Line]:
    """The lines without those of a paper that names no less than what is charged, where a raise is spoken of and
    another paper names less; what one paper lets rise is agreed from the first.

    Args:
        lines: what documents state of a price.
        raised: the facts that tell of the raise.
        values: the established value of a fact.
    """
    charged = values(raised.charged)
    if values(raised.told) is not True or not isinstance(charged, Decimal):
        return lines
    lower = {_paper(line) for line in lines if _below(line, charged)}
    return [line for line in lines if _paper(line) in lower] or lines


def _paper(line: Line) -> _Paper:
    place = next(iter(line.known.stated_at), None)
    return (None, False) if place is None else (place.instrument, place.article is None and place.annex is None)


def _below(line: Line, charged: Decimal) -> bool:
    return isinstance(line.known.value, Decimal) and line.known.value < charged
