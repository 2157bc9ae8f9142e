"""The time of notice before a contract of service ends: as agreed, else sixty days (民法典 946 I, 948 II)."""

from __future__ import annotations

from datetime import date, timedelta

from .inputs import Inputs, MissingFactsError
from .limitation import months_after
from .working_days import LONGEST_BREAK, working_day_from

NOTICE_DAYS = 60
_HALF_A_MONTH = 15


def last_day_of_notice(inputs: Inputs, told: date) -> date:
    """The last day of the notice by the calendar; where days and months are agreed, the later one."""
    days, months = inputs.number("agreed_notice_days"), inputs.number("agreed_notice_months")
    ends = [] if days is None else [told + timedelta(days=int(days))]
    if months is not None:
        half = timedelta(days=_HALF_A_MONTH if months % 1 else 0)
        ends.append(months_after(told, int(months)) + half)
    return max(ends, default=told + timedelta(days=NOTICE_DAYS))


def period_over(on: date, last: date) -> bool:
    """Whether a period has ended by a day; one that would end on a day off ends on the next working day.

    Raises:
        MissingFactsError: it hangs on days off past the end of their table.
    """
    end = working_day_from(last)
    if end is None and last <= on <= last + LONGEST_BREAK:
        raise MissingFactsError
    return on >= (end or last)
