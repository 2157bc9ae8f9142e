"""The end of the contract of service: fees for bridging until the takeover, and the time of notice before it.

民法典 946, 948, 950. How the time is counted: 201 I (the day of the notice does not count), 202 (months by the
calendar), 203 I (days off).
"""

from __future__ import annotations

from propertylaw.model import Money

from .fees import arrears
from .inputs import Inputs, MissingFactsError, UndecidedError, required_day
from .notice import longer_notice_open, notice_of_dismissal, notice_of_indefinite
from .periods import contract_end


def fees_after_end(inputs: Inputs) -> Money:
    """Fees for the service after the end of the contract, at the price it had."""
    contract_end(inputs)
    return arrears(inputs)


def notice_period_over(inputs: Inputs) -> bool:
    """Whether the agreed notice, or sixty days, has gone by since the provider was told in writing; where the notice
    names a day that leaves as much, whether that has come."""
    return notice_of_dismissal(inputs, required_day(inputs, "dismissal_notice_date")).over(inputs.on)


def sixty_days_running(inputs: Inputs) -> bool:
    """Whether the sixty days since notice to end an indefinite contract arrived are not over (民法典 948 II).

    The day it arrived goes before what is said of its having ended the contract.

    Raises:
        UndecidedError: notice arrived, and nobody told when; or the sixty days are over, and a longer time of a local
            rule is not.
        MissingFactsError: nothing is told of a notice.
    """
    told, ended = inputs.day("indefinite_notice_date"), inputs.truth("indefinite_ended_by_notice")
    if longer_notice_open(inputs):
        raise UndecidedError("longer_notice_holds")
    if told is not None:
        return not notice_of_indefinite(inputs, told).over(inputs.on)
    if ended is not None:
        return not ended
    raise (UndecidedError if inputs.truth("indefinite_notice_sent") else MissingFactsError)("indefinite_notice_date")
