"""The end of the contract of service: fees for bridging until the takeover, and the time of notice before it.

民法典 946, 948, 949, 950. How the time is counted: 201 I (the day of the notice does not count), 202 (months by the
calendar), 203 I (days off).
"""

from __future__ import annotations

from propertylaw.model import Money

from .fees import arrears
from .inputs import Inputs, MissingFactsError, UndecidedError, required_day
from .notice import longer_notice_open, notice_of_dismissal, notice_of_indefinite
from .periods import contract_end

_STAYING = ("takeover_blocked", "handover_refused", "handed_over_late", "not_handed_over")
"""What is said of a provider that does not leave."""


def fees_after_end(inputs: Inputs) -> Money:
    """Fees for the service after the end of the contract, at the price it had."""
    contract_end(inputs)
    return arrears(inputs)


def begun_before_takeover(inputs: Inputs) -> bool:
    """Whether the service claimed for began before the day on which somebody took over."""
    return required_day(inputs, "unpaid_from") < required_day(inputs, "takeover_date")


def taken_over(inputs: Inputs) -> bool:
    """Whether the day has come on which somebody took over."""
    return required_day(inputs, "takeover_date") <= inputs.on


def stayed_after_end(inputs: Inputs) -> bool:
    """Whether the provider did not leave or hand over, or did so late, or kept others from taking over: then it may ask
    no fees for the time after the end (民法典 949 II), where there was somebody to take over and its time was over.

    Raises:
        UndecidedError: that is told and not proved.
    """
    if any(map(inputs.truth, (*_STAYING, "handed_over_after_term"))):
        return True
    in_doubt = [one for one in _STAYING if inputs.truth(one) is None and inputs.tellers(one)]
    if in_doubt:
        raise UndecidedError(*in_doubt)
    return False


def somebody_to_take_over(inputs: Inputs) -> bool:
    """Whether there is somebody to take over; who is kept from it is there.

    Raises:
        UndecidedError: nobody told whether there is.
    """
    if inputs.truth("takeover_blocked"):
        return True
    nobody = inputs.truth("no_one_to_receive")
    if nobody is None:
        raise UndecidedError("no_one_to_receive")
    return not nobody


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
