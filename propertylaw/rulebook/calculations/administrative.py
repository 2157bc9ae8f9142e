"""The time a public body has to act on a request, and the time to sue when it does not.

行政诉讼法 46 I, 47: two months from the request, or what a law or regulation says instead; six months after that, or
fifteen days after the decision on review (45). That the six months run from the end of the two, and that since 2024 a
review comes first where a body does not act, is laid down in texts that are not at hand.
"""

from __future__ import annotations

from datetime import date, timedelta

from .inputs import Inputs, required_day
from .limitation import months_after
from .procedural_periods import last_day

_MONTHS_TO_ACT = 2
_MONTHS_TO_SUE = 6
_DAYS_TO_ASK_FOR_REVIEW = 60
_REVIEW_FIRST_SINCE = date(2024, 1, 1)


def help_period_over(inputs: Inputs) -> bool:
    """Whether the time to act on the request is over."""
    return inputs.on > _last_day_to_act(inputs)


def help_suit_late(inputs: Inputs) -> bool:
    """Whether the suit, or the day of the form, comes more than six months after that time."""
    sued = inputs.day("help_suit_date") or inputs.on
    return sued > months_after(_last_day_to_act(inputs), _MONTHS_TO_SUE)


def help_review_late(inputs: Inputs) -> bool:
    """Whether more than sixty days have gone by since that time and a review can no longer be asked for."""
    return inputs.on > _last_day_to_act(inputs) + timedelta(days=_DAYS_TO_ASK_FOR_REVIEW)


def _last_day_to_act(inputs: Inputs) -> date:
    asked, days = required_day(inputs, "help_request_date"), inputs.number("help_days")
    return months_after(asked, _MONTHS_TO_ACT) if days is None else asked + timedelta(days=int(days))


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
    return inputs.day("admin_suit_date") or inputs.day("help_suit_date") or inputs.on


def _time_to_act(inputs: Inputs) -> str:
    days = inputs.number("body_own_period_days")
    return f"P{int(days)}D" if days else "P2M"
