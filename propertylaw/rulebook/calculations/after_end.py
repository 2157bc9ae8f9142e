"""The end of the contract of service: fees for bridging until the takeover, and the time of notice before it.

民法典 946, 948, 950. How the time is counted: 201 I (the day of the notice does not count), 202 (months by the
calendar), 203 I (days off).
"""

from __future__ import annotations

from datetime import date, timedelta

from propertylaw.model import Money

from .fees import arrears
from .inputs import Inputs, MissingFactsError, required_day
from .limitation import months_after
from .periods import contract_end
from .working_days import LONGEST_BREAK, working_day_from

_NOTICE_DAYS = 60
_HALF_A_MONTH = 15


def fees_after_end(inputs: Inputs) -> Money:
    """Fees for the service after the end of the contract, at the price it had."""
    contract_end(inputs)
    return arrears(inputs)


def notice_period_over(inputs: Inputs) -> bool:
    """Whether the agreed notice, or sixty days, has gone by since the provider was told in writing."""
    return _over(inputs.on, _last_day(inputs, required_day(inputs, "dismissal_notice_date")))


def sixty_days_over(inputs: Inputs) -> bool:
    """Whether sixty days have gone by since notice to end an indefinite contract arrived (民法典 948 II)."""
    return _over(inputs.on, required_day(inputs, "indefinite_notice_date") + timedelta(days=_NOTICE_DAYS))


def _last_day(inputs: Inputs, told: date) -> date:
    """The last day of the notice by the calendar; where days and months are agreed, the later one."""
    days, months = inputs.number("agreed_notice_days"), inputs.number("agreed_notice_months")
    ends = [] if days is None else [told + timedelta(days=int(days))]
    if months is not None:
        half = timedelta(days=_HALF_A_MONTH if months % 1 else 0)
        ends.append(months_after(told, int(months)) + half)
    return max(ends, default=told + timedelta(days=_NOTICE_DAYS))


def _over(on: date, last: date) -> bool:
    """Whether a period has ended by a day; one that would end on a day off ends on the next working day.

    Raises:
        MissingFactsError: it hangs on days off past the end of their table.
    """
    end = working_day_from(last)
    if end is None and last <= on <= last + LONGEST_BREAK:
        raise MissingFactsError
    return on >= (end or last)
