"""Money to give back: prepaid fees after the service has ended, charges that were not lawful.

物业服务解释 2, 3; 民法典 950.
"""

from __future__ import annotations

from datetime import date, timedelta

from propertylaw.model import Money, Step

from .inputs import Inputs, MissingFactsError, UndecidedError, required_day, required_number
from .periods import contract_end
from .sums import cents, exactly, told_sum

_DAY = timedelta(days=1)


def prepaid_refund(inputs: Inputs) -> Money:
    """The prepaid sum for the days that are left after the contract, or the service, ended."""
    stop = last_day_served(inputs)
    left = _days_from(inputs, stop + _DAY, required_day(inputs, "prepaid_to"))
    return _part(inputs, left, f"{stop} 之后没有服务的 {left} 日")


def special_service_all(inputs: Inputs) -> bool:
    """Whether all that is asked back is the pay for services that the owner ordered for himself (物业管理条例 43).

    Raises:
        UndecidedError: some of it is, and nobody told how much, or of how much in all.
    """
    if not inputs.truth("special_service_agreed"):
        raise MissingFactsError("special_service_agreed")
    try:
        return told_sum(inputs, "special_service_sum") >= told_sum(inputs, "overcharge_paid")
    except MissingFactsError as missing:
        if any(map(inputs.tellers, missing.facts)):
            raise
        raise UndecidedError(*missing.facts) from missing


def last_day_served(inputs: Inputs) -> date:
    """The last day of the contract, or the last on which there was service, whichever came first: what was not served
    is given back (物业服务解释 3). Service after the end is the defence of who gave it (民法典 950).

    Raises:
        MissingFactsError: neither is known.
    """
    stop = inputs.day("service_stop_date")
    try:
        end = contract_end(inputs)
    except MissingFactsError:
        if stop is None:
            raise
        return stop
    return min(end, stop or end)


def bridging_part(inputs: Inputs) -> Money:
    """The prepaid sum for the days still served: from the end of the contract to the day before the takeover."""
    end, takeover = contract_end(inputs), required_day(inputs, "takeover_date")
    # the day of the takeover is served, and charged, by the one who takes over
    served = _days_from(inputs, end + _DAY, min(takeover - _DAY, required_day(inputs, "prepaid_to")))
    return _part(inputs, served, f"终止后至 {takeover} 接管前继续服务的 {served} 日")


def _days_from(inputs: Inputs, since: date, until: date) -> int:
    """Days of the prepaid time from `since` to `until`, both included."""
    return max((until - max(since, required_day(inputs, "prepaid_from"))).days + 1, 0)


def _part(inputs: Inputs, days: int, says: str) -> Money:
    since, until = required_day(inputs, "prepaid_from"), required_day(inputs, "prepaid_to")
    prepaid, whole = required_number(inputs, "prepaid_sum"), (until - since).days + 1
    if whole <= 0:
        raise MissingFactsError("prepaid_to")
    part = prepaid * days / whole
    steps = (
        Step(says=f"预交 {since} 至 {until} 共 {whole} 日", amount=cents(prepaid)),
        Step(says=says, amount=cents(part)),
    )
    return exactly(part, *steps)
