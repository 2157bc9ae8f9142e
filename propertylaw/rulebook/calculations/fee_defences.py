"""What defences take off fees: the time before or after the respondent owned, after the contract, a price too high."""

from __future__ import annotations

from datetime import timedelta

from propertylaw.model import Money, Step

from .fees import fees_between
from .inputs import Inputs, Period, required_day, required_number
from .sums import cents, exactly
from .supposed import Supposed

_DAY = timedelta(days=1)


def before_ownership_part(inputs: Inputs) -> Money:
    """Fees for the service before the respondent became owner."""
    since = required_day(inputs, "ownership_from")
    off = fees_between(inputs, None, since - _DAY)
    return exactly(off, Step(says=f"{since} 取得房屋之前的物业费", amount=cents(off)))


def after_ownership_part(inputs: Inputs) -> Money:
    """Fees for the service after the respondent ceased to be owner."""
    until = required_day(inputs, "ownership_until")
    off = fees_between(inputs, until + _DAY, None)
    return exactly(off, Step(says=f"{until} 转让房屋之后的物业费", amount=cents(off)))


def all_before_ownership(inputs: Inputs) -> bool:
    """Whether all the service claimed for came before the respondent became owner."""
    return required_day(inputs, "ownership_from") > required_day(inputs, "unpaid_to")


def some_before_ownership(inputs: Inputs) -> bool:
    """Whether a part of it did, and only a part."""
    since = required_day(inputs, "ownership_from")
    return required_day(inputs, "unpaid_from") < since <= required_day(inputs, "unpaid_to")


def all_after_ownership(inputs: Inputs) -> bool:
    """Whether all the service claimed for came after the respondent ceased to be owner."""
    return required_day(inputs, "ownership_until") < required_day(inputs, "unpaid_from")


def some_after_ownership(inputs: Inputs) -> bool:
    """Whether a part of it did, and only a part."""
    until = required_day(inputs, "ownership_until")
    return required_day(inputs, "unpaid_from") <= until < required_day(inputs, "unpaid_to")


def all_after_end(inputs: Inputs) -> bool:
    """Whether all the service claimed for came after the contract had ended."""
    return required_day(inputs, "unpaid_from") > required_day(inputs, "contract_end_date")


def some_after_end(inputs: Inputs) -> bool:
    """Whether the service claimed for goes on after the end of the contract, on the day of the form."""
    return min(inputs.on, required_day(inputs, "unpaid_to")) > required_day(inputs, "contract_end_date")


def above_lawful_rate(inputs: Inputs) -> Money:
    """The part of the fees that lies above the price agreed or prescribed."""
    lawful, charged = required_number(inputs, "lawful_rate"), inputs.periods("fee_rate")
    capped = tuple(Period(min(one.value, lawful), one.since, one.until) for one in charged)
    off = fees_between(inputs, None, None) - fees_between(Supposed(inputs, {"fee_rate": capped}), None, None)
    says = f"标准超过应有的 {lawful.normalize():f} 元/平方米·月的部分"
    return exactly(off, Step(says=says, amount=cents(off)))
