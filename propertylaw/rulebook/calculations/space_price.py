"""What comes back of the price of a parking space: all where its sale is void, a part where it comes to a lease."""

from __future__ import annotations

from decimal import Decimal

from propertylaw.model import Money, Step

from .inputs import Inputs, required_number
from .sums import cents, exactly, told_sum, yuan

_LONGEST_LEASE = Decimal(20)
"""Years, 民法典 705 I (合同法 214 before)."""


def space_without_term(inputs: Inputs) -> bool:
    """Whether a space was sold for good."""
    return required_number(inputs, "space_term_years") == 0


def space_for_a_time(inputs: Inputs) -> bool:
    """Whether its use was sold for some years."""
    return required_number(inputs, "space_term_years") > 0


def space_price_back(inputs: Inputs) -> Money:
    """The price of a space: all of it where its sale is void, that of the years beyond twenty where it comes to a
    lease."""
    price, years = told_sum(inputs, "space_price_paid"), required_number(inputs, "space_term_years")
    whole = Step(says="全部无效的，退全部价款（已经使用期间的使用费由法院酌定扣减）", amount=cents(price))
    if not years:
        return exactly(price, whole)
    part = _of_years_beyond(price, years)
    told = f"近于租赁的，{_told(years)}的价款：{yuan(part)}"
    return Money(low=part, high=cents(price), steps=(whole, Step(says=told)))


def rent_beyond_twenty_years(inputs: Inputs) -> Money:
    """Of rent paid at once for more than twenty years: that of the years beyond."""
    price, years = told_sum(inputs, "space_price_paid"), required_number(inputs, "space_term_years")
    if not years:
        return exactly(Decimal(0))
    part = _of_years_beyond(price, years)
    return exactly(part, Step(says=f"{_told(years)}的租金", amount=part))


def _of_years_beyond(price: Decimal, years: Decimal) -> Decimal:
    return cents(price * _beyond(years) / years)


def _beyond(years: Decimal) -> Decimal:
    return max(years - _LONGEST_LEASE, Decimal(0))


def _told(years: Decimal) -> str:
    return f"约定 {years.normalize():f} 年，退超过二十年的 {_beyond(years).normalize():f} 年"
