"""What a clause that was not understood may say of a fact: some of all it may be, to see what turns on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import FactDefinition, FactValue

_PARTS = (Decimal(0), Decimal("0.001"), Decimal(1))
"""Shares and rates."""
_NUMBERS = tuple(map(Decimal, (0, 1, 3, 6, 12, 28, 3650)))
_DAYS = (timedelta(days=-7300), timedelta(days=-400), timedelta(days=-30), timedelta(days=3650))
"""How far from the day of the form."""


def may_say(fact: FactDefinition, on: date) -> Iterator[FactValue]:
    """Values that differ as far as they can.

    Args:
        fact: of which the clause speaks.
        on: the day of the form.
    """
    match fact.type:
        case "boolean":
            yield from (True, False)
        case "number":
            of_a_whole = fact.unit is not None and (fact.unit == "share" or fact.unit.startswith("1/"))
            most = fact.usual or max(_NUMBERS)
            yield from (one for one in (_PARTS if of_a_whole else _NUMBERS) if fact.admits(one) and one <= most)
        case "date":
            yield from (on + far for far in _DAYS)
        case _:
            yield from fact.choices
