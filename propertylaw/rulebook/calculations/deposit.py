"""When a renovation deposit is to be given back, where a contract gives some time from the end of the works.

民法典 200, 201 I, 202: days and months by the calendar, the day of the end itself not counted.
"""

from __future__ import annotations

from datetime import timedelta

from .inputs import Inputs, UndecidedError
from .limitation import months_after


def deposit_wait_running(inputs: Inputs) -> bool:
    """Whether the agreed time is not over; a contract that counts from the acceptance gives no less than that.

    Who says that it is over has the last word: it may have been waived.

    Raises:
        UndecidedError: the works are done, and nobody told when.
    """
    days, months = inputs.number("deposit_wait_days"), inputs.number("deposit_wait_months")
    if inputs.truth("deposit_time_running") is False or not (days or months):
        return False
    finished = inputs.day("renovation_finished_date")
    if finished is None:
        raise UndecidedError("renovation_finished_date")
    ends = (finished + timedelta(days=int(days or 0)), months_after(finished, int(months or 0)))
    return inputs.on <= max(ends)
