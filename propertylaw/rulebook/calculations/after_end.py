"""The end of the contract of service: fees for bridging until the takeover, and the time of notice before it.

民法典 946, 948, 950.
"""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money

from .fees import arrears
from .inputs import Inputs, required_day
from .periods import contract_end

_NOTICE_DAYS = Decimal(60)


def fees_after_end(inputs: Inputs) -> Money:
    """Fees for the service after the end of the contract, at the price it had."""
    contract_end(inputs)
    return arrears(inputs)


def notice_period_over(inputs: Inputs) -> bool:
    """Whether the agreed notice, or sixty days, has gone by since the provider was told in writing."""
    days = inputs.number("agreed_notice_days")
    told = required_day(inputs, "dismissal_notice_date")
    return (inputs.on - told).days >= (_NOTICE_DAYS if days is None else days)


def sixty_days_over(inputs: Inputs) -> bool:
    """Whether sixty days have gone by since notice to end an indefinite contract arrived (民法典 948 II)."""
    return (inputs.on - required_day(inputs, "indefinite_notice_date")).days >= _NOTICE_DAYS
