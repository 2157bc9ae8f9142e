"""A month of the calendar, counted within periods that begin with another month than January."""

from __future__ import annotations

_YEAR = 12


def counted_from(begins: int, month: int, every: int) -> int:
    """Which month of its period a month of the calendar is.

    A day that lies in the first half of a period is paid for that one, though the contract speaks of the next: who pays
    in July for the year from July on pays for the year that has just begun.

    Args:
        begins: the month with which periods begin, from 1.
        month: the month, counted from January of the year that is paid for: below 1 in the year before, above 12 in the
            year after it.
        every: months of a period.
    """
    counted, years_off = (month - begins) % every + 1, (month - 1) // _YEAR
    if years_off > 0:
        return counted + every
    return counted - every if years_off < 0 and 2 * counted > every else counted
