"""Money to give back: prepaid fees after the service has ended, charges that were not lawful.

物业服务解释 2, 3; 民法典 950. What was prepaid is spread over its months, as arrears are reckoned, and a part of a
month over its days; where the contract gives back by the day, over all days (民法典 509 I).
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Money, Step

from .fees import BY_MONTH, fees_by_month
from .inputs import Inputs, MissingFactsError, UndecidedError, required_day, required_number
from .periods import contract_end
from .sums import cents, exactly, told_sum

_DAY = timedelta(days=1)


def prepaid_refund(inputs: Inputs) -> Money:
    """The prepaid sum for the time that is left after the contract, or the service, ended."""
    stop = last_day_served(inputs)
    left = _time(inputs, stop + _DAY, required_day(inputs, "prepaid_to"))
    return _part(inputs, left, f"{stop} 之后没有服务的 {_told(inputs, left)}")


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
    """The prepaid sum for the time still served: from the end of the contract to the day before the takeover."""
    end, takeover = contract_end(inputs), required_day(inputs, "takeover_date")
    # the day of the takeover is served, and charged, by the one who takes over
    served = _time(inputs, end + _DAY, min(takeover - _DAY, required_day(inputs, "prepaid_to")))
    return _part(inputs, served, f"终止后至 {takeover} 接管前继续服务的 {_told(inputs, served)}")


def _time(inputs: Inputs, since: date, until: date) -> Decimal:
    """The prepaid time from `since` to `until`, both included, in months, or in days where that is agreed."""
    first = max(since, required_day(inputs, "prepaid_from"))
    if inputs.truth(BY_MONTH):
        return fees_by_month(first, until, Decimal(1))
    return Decimal(max((until - first).days + 1, 0))


def _told(inputs: Inputs, time: Decimal) -> str:
    """A stretch of time in words."""
    unit = "个月" if inputs.truth(BY_MONTH) else "日"
    return f"{round(time, 4).normalize():f} {unit}"


def _part(inputs: Inputs, time: Decimal, says: str) -> Money:
    since, until = required_day(inputs, "prepaid_from"), required_day(inputs, "prepaid_to")
    prepaid, whole = required_number(inputs, "prepaid_sum"), _time(inputs, since, until)
    if whole <= 0:
        raise MissingFactsError("prepaid_to")
    part = prepaid * time / whole
    how = "（不满一个月的按当月天数折算）" if inputs.truth(BY_MONTH) else ""
    steps = (
        Step(says=f"预交 {since} 至 {until} 共 {_told(inputs, whole)}{how}", amount=cents(prepaid)),
        Step(says=says, amount=cents(part)),
    )
    return exactly(part, *steps)
