"""Periods against public bodies: two months to act on a report, then six to sue (行政诉讼法 46, 47); after a review
fifteen days (45). That the six months run from the end of the two, and that since 2024 a review comes first where a
body does not act, is laid down in texts that are not at hand.
"""

from __future__ import annotations

from datetime import date

from .inputs import Inputs, required_day
from .procedural_periods import last_day

_REVIEW_FIRST_SINCE = date(2024, 1, 1)


def report_period_over(inputs: Inputs) -> bool:
    """Whether the time within which the body had to act on the report is over."""
    return inputs.on > last_day(required_day(inputs, "report_date"), _time_to_act(inputs))


def review_comes_first(inputs: Inputs) -> bool:
    """Whether a review has to be asked for before the suit."""
    return _sued(inputs) >= _REVIEW_FIRST_SINCE


def admin_suit_late(inputs: Inputs) -> bool:
    """Whether the suit is late: fifteen days after the decision on review, else six months from refusal or inaction."""
    if inputs.truth("review_applied"):
        return _sued(inputs) > last_day(required_day(inputs, "review_decision_date"), "P15D")
    refused = inputs.day("body_refused_date")
    if refused:
        return _sued(inputs) > last_day(refused, "P6M")
    return _sued(inputs) > last_day(required_day(inputs, "report_date"), f"{_time_to_act(inputs)}+P6M")


def _sued(inputs: Inputs) -> date:
    return inputs.day("admin_suit_date") or inputs.on


def _time_to_act(inputs: Inputs) -> str:
    days = inputs.number("body_own_period_days")
    return f"P{int(days)}D" if days else "P2M"
