"""What defences take off fees: the time before or after the respondent owned, after the contract, a price too high.

What lies outside the time of ownership comes off once: every other defence is measured on the time that is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from propertylaw.model import Money, Step

from . import fees
from .due_days import agreed_instalments, due_by_now
from .fees import fees_between
from .inputs import Inputs, MissingFactsError, Period, UndecidedError, required_day, required_number
from .instalments import Instalment
from .ownership import bears_since, bears_until, bought_on, refused_time, required_since, required_until, sold_on
from .periods import contract_end
from .promised_fees import promised_fees, promised_time
from .running_from import left_open
from .sums import cents, exactly
from .supposed import Supposed

_DAY = timedelta(days=1)

_T = TypeVar("_T")


def before_ownership_part(inputs: Inputs) -> Money:
    """Fees for the service before the respondent became owner, or before his lease began."""
    since = required_since(inputs)
    off = fees_between(inputs, None, since - _DAY)
    return exactly(off, Step(says=f"{since} {_begins(inputs)}之前的物业费", amount=cents(off)))


def _begins(inputs: Inputs) -> str:
    return "租期开始" if inputs.choice("respondent_role") == "property_user" else "取得房屋"


def refused_part(inputs: Inputs) -> Money:
    """Fees for the time in which the buyer had been asked to take over and had not done so."""
    since, until = refused_time(inputs)
    off = fees_between(inputs, since, until)
    return exactly(off, Step(says=f"{since} 通知收房起、{until} 收房之前的物业费", amount=cents(off)))


def above_estate(inputs: Inputs) -> Money:
    """Fees that the deceased left owing, above what the heir received."""
    since, received = required_day(inputs, "ownership_from"), required_number(inputs, "inherited_value")
    owed = fees_between(inputs, None, since - _DAY)
    off = max(owed - received, Decimal(0))
    steps = (
        Step(says=f"{since} 去世以前的物业费", amount=cents(owed)),
        Step(says="所得遗产的实际价值", amount=cents(received)),
    )
    return exactly(off, *steps)


def estate_falls_short(inputs: Inputs) -> bool:
    """Whether what the heir received is less than the fees that the deceased left owing."""
    return above_estate(inputs).high > 0


def estate_limit(inputs: Inputs) -> Money:
    """What an heir owes at most of the debts of the deceased: what he received."""
    received, before = required_number(inputs, "inherited_value"), inputs.number("inherited_debt_sum")
    told = [] if before is None else [Step(says="其中去世以前的债务", amount=cents(before))]
    return exactly(received, *told, Step(says="所得遗产的实际价值", amount=cents(received)))


def after_ownership_part(inputs: Inputs) -> Money:
    """Fees for the service after the respondent ceased to be owner, without those that fell due while he was."""
    since = required_until(inputs) + _DAY
    off = fees_between(inputs, since, None) - _due_before(inputs, sold_on(inputs))
    how = "（租期已满）" if inputs.choice("respondent_role") == "property_user" else "转让、交付房屋"
    return exactly(off, Step(says=f"{since} {how}起的物业费", amount=cents(off)))


def due_before_sale_part(inputs: Inputs) -> Money:
    """Fees for the service after the transfer that had fallen due before it."""
    off, day = _due_before(inputs, sold_on(inputs)), sold_on(inputs)
    return exactly(off, Step(says=f"{day} 转让以前已经到期、属于转让以后的物业费", amount=cents(off)))


def due_before_purchase_part(inputs: Inputs) -> Money:
    """The same of who bought the flat from another owner."""
    off, day = _due_before(inputs, bought_on(inputs)), bought_on(inputs)
    return exactly(off, Step(says=f"{day} 取得房屋以前已经到期、属于取得以后的物业费", amount=cents(off)))


def due_before_sale(inputs: Inputs) -> bool:
    """Whether there are any: none of a developer, who bears what lies before the handover (物业管理条例 41 II)."""
    if sold_on(inputs) is None and inputs.choice("respondent_role") != "developer":
        raise MissingFactsError("ownership_until")
    return bool(_ahead(inputs, sold_on(inputs)))


def due_before_purchase(inputs: Inputs) -> bool:
    """Whether there are any of who bought it."""
    if bought_on(inputs) is None:
        raise MissingFactsError("ownership_from")
    return bool(_ahead(inputs, bought_on(inputs)))


def _due_before(inputs: Inputs, transfer: date | None) -> Decimal:
    """The fees of the service from a transfer on that were to be paid ahead, before it."""
    parts = ((max(one.start, transfer or one.start), one.end) for one in _ahead(inputs, transfer))
    return sum((fees_between(inputs, since, until) for since, until in parts), Decimal(0))


def _ahead(inputs: Inputs, transfer: date | None) -> list[Instalment]:
    """The instalments that were to be paid before a transfer and reach beyond it."""
    found = [] if transfer is None else agreed_instalments(inputs)
    return [one for one in found if transfer and one.due < transfer <= one.end]


def all_before_ownership(inputs: Inputs) -> bool:
    """Whether all the service claimed for came before the respondent became owner."""
    return required_since(inputs) > required_day(inputs, "unpaid_to")


def some_before_ownership(inputs: Inputs) -> bool:
    """Whether a part of it did, and only a part."""
    since = required_since(inputs)
    return required_day(inputs, "unpaid_from") < since <= required_day(inputs, "unpaid_to")


def all_after_ownership(inputs: Inputs) -> bool:
    """Whether all the service claimed for came after the respondent ceased to be owner."""
    return required_until(inputs) < required_day(inputs, "unpaid_from")


def some_after_ownership(inputs: Inputs) -> bool:
    """Whether a part of it did, and only a part, that had not fallen due while he was owner."""
    until, last = required_until(inputs), required_day(inputs, "unpaid_to")
    ahead = _ahead(inputs, sold_on(inputs))
    begun = bool(ahead) or required_day(inputs, "unpaid_from") <= until
    return begun and max([until, *(one.end for one in ahead)]) < last


def all_after_end(inputs: Inputs) -> bool:
    """Whether all the service claimed for came after the contract had ended."""
    return required_day(inputs, "unpaid_from") > contract_end(inputs)


def some_after_end(inputs: Inputs) -> bool:
    """Whether the service claimed for goes on after the end of the contract, on the day of the form."""
    return min(inputs.on, required_day(inputs, "unpaid_to")) > contract_end(inputs)


def some_after_takeover(inputs: Inputs) -> bool:
    """Whether the service claimed for goes on after the contract had ended and somebody had taken over (民法典 950).

    Raises:
        UndecidedError: it goes on after the end, and nobody told whether and when somebody took over.
    """
    if not some_after_end(inputs) or inputs.truth("only_before_takeover"):
        return False
    taken = inputs.day("takeover_date")
    if taken is not None:
        return required_day(inputs, "unpaid_to") >= taken
    nobody, only = inputs.truth("no_one_to_receive"), inputs.truth("only_before_takeover")
    if nobody is None and only is None:
        raise UndecidedError("no_one_to_receive", "only_before_takeover")
    if not nobody and only is None:
        raise UndecidedError("only_before_takeover")
    return not nobody


def all_before_end(inputs: Inputs) -> bool:
    """Whether none of the service claimed for came after the contract had ended."""
    return required_day(inputs, "unpaid_to") <= contract_end(inputs)


def some_before_end(inputs: Inputs) -> bool:
    """Whether a part of it came before the end, and only a part; the fee of the last day itself is owed either way."""
    end = contract_end(inputs)
    return required_day(inputs, "unpaid_from") < end < required_day(inputs, "unpaid_to")


def waived_part(inputs: Inputs) -> Money:
    """Fees of the time for which the developer promised to bear them: what he promised for each month, where that is
    told, else the whole fees or the share of them that he promised."""
    since, until = promised_time(inputs)
    if inputs.number("waived_monthly_fee") is None:
        off = fees_between(_owned(inputs), since, until) * (inputs.number("waiver_share") or Decimal(1))
    else:
        off = _months_promised(_owned(inputs), since, until)
    return exactly(off, Step(says=f"{since} 至 {until} 承诺免（减）的物业费", amount=cents(off)))


def _months_promised(inputs: Inputs, since: date, until: date) -> Decimal:
    """What the developer promised of the instalments due, for the part of the service between two days."""
    due = ((max(one.start, since), min(one.end, until)) for one in due_by_now(inputs))
    return sum((promised_fees(inputs, first, last) for first, last in due), Decimal(0))


def above_lawful_rate(inputs: Inputs) -> Money:
    """The part of the fees that lies above the price agreed or prescribed for each day: nothing where it is reckoned
    at that price already.

    Raises:
        MissingFactsError: no such price is known.
    """
    lawful, charged = inputs.periods("lawful_rate"), inputs.periods("fee_rate")
    if not lawful:
        raise MissingFactsError("lawful_rate")
    owned, capped = _owned(inputs), tuple(_capped(charged, lawful))
    off = fees_between(owned, None, None) - fees_between(Supposed(owned, {"fee_rate": capped}), None, None)
    prices = "、".join(dict.fromkeys(f"{one.value.normalize():f}" for one in lawful))
    return exactly(off, Step(says=f"标准超过应有的 {prices} 元/平方米·月的部分", amount=cents(off)))


def _capped(charged: Iterable[Period], lawful: Iterable[Period]) -> Iterator[Period]:
    """The price charged, no higher than the lawful one, for each stretch of time in which both are known."""
    told = tuple(lawful)
    for one in charged:
        for other in told:
            since, until = max(_since(one), _since(other)), min(_until(one), _until(other))
            if since <= until:
                yield Period(min(one.value, other.value), since, until)


def _since(period: Period) -> date:
    return period.since or date.min


def _until(period: Period) -> date:
    return period.until or date.max


def _owned(inputs: Inputs) -> Inputs:
    """The claim for the time in which the respondent owned, or took on the debt of the owner before him."""
    since, until = bears_since(inputs), bears_until(inputs)
    dates: dict[str, date] = {}
    if since and not (inputs.truth("assumed_old_debt") or inputs.truth("inherited_from_debtor")):
        dates["unpaid_from"] = max(required_day(inputs, "unpaid_from"), since)
    if until:
        dates["unpaid_to"] = min(required_day(inputs, "unpaid_to"), until)
    return Supposed(inputs, dates=dates)


def _while_owner(calculation: Callable[[Inputs], _T]) -> Callable[[Inputs], _T]:
    """The calculation for the time in which the respondent owned, or took on the debt of the owner before him."""

    def within(inputs: Inputs) -> _T:
        return calculation(_owned(inputs))

    return within


barred_part = _while_owner(fees.barred_part)
"""Fees out of time, instalment by instalment."""

barred_sum = left_open(_while_owner(fees.barred_sum))
"""The same as a number."""

empty_flat_reduction = _while_owner(fees.empty_flat_reduction)
"""What a rule for empty flats takes off."""

developer_part = _while_owner(fees.developer_part)
"""What the contract lets a developer not pay."""

agreed_defect_reduction = _while_owner(fees.agreed_defect_reduction)
"""What the contract takes off for poor service."""

after_end_part = _while_owner(fees.after_end_part)
"""Fees for the time after the contract ended."""

after_takeover_part = _while_owner(fees.after_takeover_part)
"""Fees for the time after somebody took over."""

before_end_part = _while_owner(fees.before_end_part)
"""Fees for the time to the end of the contract."""
