"""The time a public body has to act on a request, and the time to sue when it does not.

行政诉讼法 46 I, 47: two months from the request, or what a law or regulation says instead; six months after that.
"""

from __future__ import annotations

from datetime import date, timedelta

from .inputs import Inputs, required_day
from .limitation import months_after

_MONTHS_TO_ACT = 2
_MONTHS_TO_SUE = 6


def help_period_over(inputs: Inputs) -> bool:
    """Whether the time to act on the request is over."""
    return inputs.on > _last_day_to_act(inputs)


def help_suit_late(inputs: Inputs) -> bool:
    """Whether the suit, or the day of the form, comes more than six months after that time."""
    sued = inputs.day("help_suit_date") or inputs.on
    return sued > months_after(_last_day_to_act(inputs), _MONTHS_TO_SUE)


def _last_day_to_act(inputs: Inputs) -> date:
    asked, days = required_day(inputs, "help_request_date"), inputs.number("help_days")
    return months_after(asked, _MONTHS_TO_ACT) if days is None else asked + timedelta(days=int(days))
