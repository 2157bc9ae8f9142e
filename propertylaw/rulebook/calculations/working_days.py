"""Legal days off, from the table of the package `chinese_calendar`; what lies past its last year is unknown.

民法典 203 I: a period that would end on a legal day off ends on the day after it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

LONGEST_BREAK = timedelta(days=12)
"""No break of days off has been longer; so far a day behind an unknown calendar is surely working time again."""


def working_day_from(day: date) -> date | None:
    """The day itself, or the first working day after it; None where the table does not reach."""
    while True:
        off = _is_off(day)
        if off is None:
            return None
        if not off:
            return day
        day += timedelta(days=1)


@cache
def _is_off(day: date) -> bool | None:
    # The table is large; only claims about limitation need it.
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_holiday(day))
    except NotImplementedError:
        return None
