"""Periods of procedures to the day: one that ends on a legal day off ends on the next working day (民事诉讼法 85).

They are written as ISO 8601, several that follow each other joined by a plus sign.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from .limitation import months_after
from .working_days import working_day_from

PART = re.compile(r"P(\d+)([DMY])")
"""One period of several that follow each other: P2M+P60D."""


def last_day(start: date, period: str) -> date:
    """The last day of a period that runs from the day after `start`; by the calendar where days off are not known."""
    day = start
    for count, unit in PART.findall(period):
        months = {"M": 1, "Y": 12}.get(unit)
        day = months_after(day, int(count) * months) if months else day + timedelta(days=int(count))
    return working_day_from(day) or day
