"""Periods against public bodies: two months to act on a report, then six months to sue (行政诉讼法 46, 47).

That the six months run from the end of the two is laid down in an interpretation whose text is not at hand.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from .inputs import Inputs, required_day

_MONTHS_TO_ACT = 2
_MONTHS_TO_SUE = 6


def report_period_over(inputs: Inputs) -> bool:
    """Whether the time within which the body had to act on the report is over."""
    return inputs.on > _act_by(inputs)


def admin_suit_late(inputs: Inputs) -> bool:
    """Whether the time to sue is over: six months from a refusal, else from the end of the time to act."""
    refused = inputs.day("body_refused_date")
    sued = inputs.day("admin_suit_date") or inputs.on
    return sued > months_after(refused or _act_by(inputs), _MONTHS_TO_SUE)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _act_by(inputs: Inputs) -> date:
    days = inputs.number("body_own_period_days")
    reported = required_day(inputs, "report_date")
    return date.fromordinal(reported.toordinal() + int(days)) if days else months_after(reported, _MONTHS_TO_ACT)
