"""The end of the contract of service: fees for bridging until the takeover, and the time of notice before it.

民法典 946, 948, 950. How the time is counted: 201 I (the day of the notice does not count), 202 (months by the
calendar), 203 I (days off).
"""

from __future__ import annotations

from datetime import timedelta

from propertylaw.model import Money

from .fees import arrears
from .inputs import Inputs, required_day
from .notice import NOTICE_DAYS, last_day_of_notice, period_over
from .periods import contract_end


def fees_after_end(inputs: Inputs) -> Money:
    """Fees for the service after the end of the contract, at the price it had."""
    contract_end(inputs)
    return arrears(inputs)


def notice_period_over(inputs: Inputs) -> bool:
    """Whether the agreed notice, or sixty days, has gone by since the provider was told in writing."""
    return period_over(inputs.on, last_day_of_notice(inputs, required_day(inputs, "dismissal_notice_date")))


def sixty_days_over(inputs: Inputs) -> bool:
    """Whether sixty days have gone by since notice to end an indefinite contract arrived (民法典 948 II)."""
    return period_over(inputs.on, required_day(inputs, "indefinite_notice_date") + timedelta(days=NOTICE_DAYS))
