"""The time a public body has to act on a request, and the time to have it reviewed or to sue when it does not.

行政诉讼法 46 I, 47: two months from the request, or what a law or regulation says instead; six months after that or
from the refusal; fifteen days after the decision on review, or after the time for it where none was made (45). That the
six months run from the end of the two, that a review is asked for within sixty days and decided within sixty, that for
a review the body has sixty days to act where nothing else is laid down (行政复议法实施条例 16), and that since 2024 it
comes first where a body does not act, is laid down in texts that are not at hand.

Nobody has to plead these periods: where a day is not told on which they hang, they are open, not in time.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .inputs import Inputs, MissingFactsError, UndecidedError, required_day
from .procedural_periods import last_day

_TO_ACT = "P2M"
_TO_ACT_BEFORE_REVIEW = "P60D"
_TO_SUE = "P6M"
_TO_SUE_AFTER_REVIEW = "P15D"
_TO_ASK_FOR_REVIEW = "P60D"
_DAYS_TO_DECIDE_ON_REVIEW = 60
_REVIEW_FIRST_SINCE = date(2024, 1, 1)


class _Request(NamedTuple):
    """By which facts a request is told: the day it arrived, and the days that a local rule gives the body."""

    asked: str
    days: str


_REPORT = _Request("report_date", "body_own_period_days")
_HELP = _Request("help_request_date", "help_days")


def report_period_over(inputs: Inputs) -> bool:
    """Whether the time within which the body had to act on the report is over."""
    return inputs.on > last_day(required_day(inputs, _REPORT.asked), _time_to_act(_REPORT, inputs))


def help_period_over(inputs: Inputs) -> bool:
    """Whether the time to act on the request for help is over.

    Raises:
        UndecidedError: it is not told when the request arrived.
    """
    asked = inputs.day(_HELP.asked)
    if asked is None:
        raise UndecidedError(_HELP.asked)
    return inputs.on > last_day(asked, _time_to_act(_HELP, inputs))


def review_comes_first(inputs: Inputs) -> bool:
    """Whether a review has to be asked for before the suit."""
    return _sued(inputs) >= _REVIEW_FIRST_SINCE


def report_review_late(inputs: Inputs) -> bool:
    """Whether it is too late to ask for a review of what the body did with the report."""
    return _late(_REPORT, _TO_ASK_FOR_REVIEW, inputs.on, inputs, _TO_ACT_BEFORE_REVIEW)


def help_review_late(inputs: Inputs) -> bool:
    """The same for a request for help."""
    return _late(_HELP, _TO_ASK_FOR_REVIEW, inputs.on, inputs, _TO_ACT_BEFORE_REVIEW)


def report_suit_late(inputs: Inputs) -> bool:
    """Whether the suit over the report, or the day of the form, comes too late."""
    return _suit_late(_REPORT, inputs)


def help_suit_late(inputs: Inputs) -> bool:
    """The same for a request for help."""
    return _suit_late(_HELP, inputs)


def report_review_running(inputs: Inputs) -> bool:
    """Whether a review of what was done with the report is not decided yet, and its time not over."""
    return _review_running(_REPORT, inputs)


def help_review_running(inputs: Inputs) -> bool:
    """The same for a request for help."""
    return _review_running(_HELP, inputs)


def _suit_late(request: _Request, inputs: Inputs) -> bool:
    if inputs.truth("review_applied"):
        return _late_after_review(request, inputs)
    return _late(request, _TO_SUE, _sued(inputs), inputs)


def _late(request: _Request, period: str, until: date, inputs: Inputs, to_act: str = _TO_ACT) -> bool:
    """Whether a period that runs from the refusal, or from the end of the time to act, was over on a day.

    Raises:
        UndecidedError: it hangs on a day that is not told, or on whether the body refused.
    """
    asked, refused = inputs.day(request.asked), inputs.day("body_refused_date")
    if refused is not None:
        return until > last_day(refused, period)
    if asked is not None and until <= last_day(asked, period):
        return False  # a refusal cannot have come before the request
    if inputs.truth("body_refused"):
        raise UndecidedError("body_refused_date")
    if asked is None:
        raise UndecidedError(request.asked)
    late = until > last_day(asked, f"{_time_to_act(request, inputs, to_act)}+{period}")
    if not late and inputs.truth("body_refused") is None:
        raise UndecidedError("body_refused")
    return late


def _late_after_review(request: _Request, inputs: Inputs) -> bool:
    """Whether the suit came more than fifteen days after the decision on review, or after the time for it.

    Raises:
        UndecidedError: it is not told when the decision came, or when the review that was never decided began.
    """
    sued, decided = _sued(inputs), inputs.day("review_decision_date")
    if decided is not None:
        return sued > last_day(decided, _TO_SUE_AFTER_REVIEW)
    undecided = inputs.truth("review_undecided")
    if undecided:
        begun, earliest = _begun(request, inputs)
        ended = earliest and last_day(earliest, _time_of_review(inputs))
        lacking = () if begun else ("review_accepted_date",)
    else:
        ended = _earliest(request, inputs)
        lacking = ("review_decision_date", *(("review_undecided",) if undecided is None else ()))
    late = ended is None or sued > last_day(ended, _TO_SUE_AFTER_REVIEW)
    if late and lacking:
        raise UndecidedError(*lacking)
    return late


def _review_running(request: _Request, inputs: Inputs) -> bool:
    """Whether the time to decide on a review that was not decided is still running on the day of the suit.

    Raises:
        MissingFactsError: it is not told whether the review was decided.
        UndecidedError: it is not told when the review began.
    """
    undecided = inputs.truth("review_undecided")
    if inputs.day("review_decision_date") is not None or undecided is False:
        return False
    if undecided is None:
        raise MissingFactsError("review_undecided")
    begun, earliest = _begun(request, inputs)
    running = earliest is not None and _sued(inputs) <= last_day(earliest, _time_of_review(inputs))
    if not running and begun is None:
        raise UndecidedError("review_accepted_date")
    return running


def _begun(request: _Request, inputs: Inputs) -> tuple[date | None, date | None]:
    """The day from which the time to decide on the review runs, and the first on which it may have begun."""
    begun = inputs.day("review_accepted_date")
    return begun, begun or _earliest(request, inputs)


def _earliest(request: _Request, inputs: Inputs) -> date | None:
    """The day before which no review can have been asked for: that of the refusal, or of the request."""
    return inputs.day("body_refused_date") or inputs.day(request.asked)


def _time_to_act(request: _Request, inputs: Inputs, else_within: str = _TO_ACT) -> str:
    days = inputs.number(request.days)
    return else_within if days is None else f"P{int(days)}D"


def _time_of_review(inputs: Inputs) -> str:
    days = inputs.number("review_period_days")
    return f"P{_DAYS_TO_DECIDE_ON_REVIEW if days is None else int(days)}D"


def _sued(inputs: Inputs) -> date:
    return inputs.day("admin_suit_date") or inputs.on
