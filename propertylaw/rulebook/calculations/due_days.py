"""The instalments of the fees claimed for, and the day on which each falls due.

Nobody owes before he has the flat (物业管理条例 41 II, 民法典 944 I): the instalment in which the respondent took it
over falls due on that day at the earliest, though the day of payment for the whole period was over by then. When it
falls due is told by the contract; else at the latest with the instalment after it. Who answers for a debt of the owner
before him owes it as it fell due for that one. Where no day of payment is agreed, a fee falls due when its service
has been rendered: at the end of its period, or with the contract that ends within it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from propertylaw.model import Supposition

from .inputs import Inputs, UndecidedError, required_day
from .instalments import Instalment
from .limitation import Acts, out_of_time
from .month_of_period import counted_from
from .ownership import bears_since
from .periods import end_as_told

_DAY = timedelta(days=1)
_OWNERS = ("owner", "buyer")
_TAKEN_OVER, _FIRST_DUE, _BEGINS = "ownership_from", "first_due_date", "fee_period_begins"


def instalments(inputs: Inputs) -> list[Instalment]:
    """The instalments of the fees claimed for, the first due first."""
    start = required_day(inputs, "unpaid_from")
    return _of(inputs, _Beginning(_owes_since(inputs), inputs.day(_FIRST_DUE), start))


def agreed_instalments(inputs: Inputs) -> list[Instalment]:
    """The same with the days of payment that are agreed for the whole period, whoever owned the flat on them; none
    where no such day is agreed."""
    return [] if inputs.number("fee_due_day") is None else _of(inputs, None)


def _of(inputs: Inputs, began: _Beginning | None) -> list[Instalment]:
    """The instalments with their days of payment, moved by the day with which the respondent began to owe."""
    start, end = required_day(inputs, "unpaid_from"), required_day(inputs, "unpaid_to")
    months, begins = int(inputs.number("fee_period_months") or 1), int(inputs.number(_BEGINS) or 1)
    day, month = inputs.number("fee_due_day"), inputs.number("fee_due_month")
    due = _DayOfPayment(day, month, None if day else end_as_told(inputs))
    other = None
    if _may_begin_with_claim(inputs) and month is not None:
        other = _Reckoned(
            months, start.month, due._replace(month=Decimal(counted_from(start.month, int(month), months)))
        )
    return [*_instalments((start, end), _Reckoned(months, begins, due), other, began)]


def _may_begin_with_claim(inputs: Inputs) -> bool:
    """Whether periods may begin with the month of the first day claimed for: several months are paid together by a
    day of the calendar, nothing tells from which month on, and that day begins no period of the calendar year, nor the
    time of the respondent."""
    if inputs.number(_BEGINS) is not None or not inputs.truth("fee_due_month_by_calendar"):
        return False
    months, start = int(inputs.number("fee_period_months") or 1), inputs.day("unpaid_from")
    if start is None or start.day != 1 or (start.month - 1) % months == 0:
        return False
    return _owes_since(inputs) != start


class _DayOfPayment(NamedTuple):
    """On which day of a month the contract lets a period fall due, and of which month of the period."""

    day: Decimal | None
    month: Decimal | None
    over: date | None
    """Where no day is agreed: the last day of the contract, with which all of its service has been rendered."""

    def of(self, first: date, last: date) -> date:
        """That of a period. Where none is agreed, its fee is taken as due when its service has been rendered."""
        if self.day is None:
            return last
        year, number = shifted(first, 0 if self.month is None else int(self.month) - 1)
        return date(year, number, min(int(self.day), monthrange(year, number)[1]))


class _Reckoned(NamedTuple):
    """How time is divided into periods, and when each of them falls due."""

    months: int
    begins: int
    due: _DayOfPayment

    def days(self, start: date, end: date) -> list[date]:
        """The days of payment of the periods that overlap a time."""
        return [self.due.of(*period) for period in calendar_periods(start, end, self.months, self.begins)]


class _Beginning(NamedTuple):
    """With what day the time begins for which the respondent owes."""

    since: date | None
    """The first day whose fee he bears; None where that is not told."""
    first_due: date | None
    """On which day his first instalment falls due, where that is told."""
    claimed_since: date

    def moved(self, one: Instalment, first: date, last: date, next_due: date) -> Instalment:
        """An instalment with its day of payment: another than agreed for the period only where he began to owe in it,
        or after the day on which it was to be paid ahead.

        Args:
            one: with the day that is agreed.
            first: the first day of its period.
            last: the last.
            next_due: the day agreed for the period after it.
        """
        begins = self.since or self.claimed_since
        begun_within = first <= begins <= last if self.since else first < begins
        if begun_within and self.first_due is not None:
            day = max(self.first_due, self.since or self.first_due)
            return one._replace(due=day, latest=day)
        if last < begins or one.due >= begins:
            return one
        latest = max(next_due, begins)
        if self.since:
            return one._replace(due=begins, latest=latest, untold=_FIRST_DUE if latest > begins else "")
        return one._replace(latest=latest, untold=_TAKEN_OVER) if begun_within else one


@lru_cache(maxsize=256)  # one sum after another is reckoned by the same instalments
def _instalments(
    service: tuple[date, date], told: _Reckoned, other: _Reckoned | None, began: _Beginning | None
) -> tuple[Instalment, ...]:
    (start, end), due, found = service, told.due, []
    for first, last in calendar_periods(start, end, told.months, told.begins):
        regular = due.of(first, last)
        if due.over and max(first, start) <= due.over <= min(last, end):
            regular = due.over
        one = Instalment(max(first, start), min(last, end), regular, regular)
        days = [regular, *(other.days(one.start, one.end) if other else ())]
        if min(days) < max(days):
            found.append(one._replace(due=min(days), latest=max(days), untold=_BEGINS))
            continue
        found.append(began.moved(one, first, last, due.of(last + _DAY, last)) if began else one)
    return tuple(found)


def _owes_since(inputs: Inputs) -> date | None:
    """The first day whose fee the respondent bears, None where it is not told; who answers for the debts of the owner
    before him, a developer and a tenant owe each instalment as it falls due by the contract."""
    if inputs.choice("respondent_role") not in _OWNERS:
        return date.min
    if inputs.truth("assumed_old_debt") or inputs.truth("inherited_from_debtor"):
        return date.min
    return bears_since(inputs)


def fee_period_begin_matters(inputs: Inputs) -> bool:
    """Whether several months are paid together, and nothing tells in which month of them, or which they are."""
    together = (inputs.number("fee_period_months") or 1) > 1
    return together and (inputs.number("fee_due_month") is None or _may_begin_with_claim(inputs))


def due_by_now(inputs: Inputs) -> list[Instalment]:
    """The instalments that have fallen due, at the earliest that they may."""
    return [one for one in instalments(inputs) if one.due <= inputs.on]


def supposed_of_due_days(inputs: Inputs) -> tuple[Supposition, ...]:
    """What a sum reckoned by days of delay supposes of an instalment whose day of payment is not told."""
    return tuple(
        Supposition(fact=one.untold, says=f"{one.start} 起的一期在 {one.due} 至 {one.latest} 之间到期")
        for one in instalments(inputs)
        if one.untold
    )


def out_of_time_for_sure(one: Instalment, acts: Acts) -> bool:
    """Whether an instalment is out of time.

    Raises:
        UndecidedError: that hangs on its day of payment, which is not told.
    """
    if not out_of_time(one.due, acts):
        return False
    if one.untold and not out_of_time(one.latest, acts):
        raise UndecidedError(one.untold)
    return True


def calendar_periods(start: date, end: date, months: int, begins: int = 1) -> Iterator[tuple[date, date]]:
    """Months, quarters, years … that overlap the time from `start` to `end`, counted from January or another month."""
    year = start.year if start.month >= begins else start.year - 1
    since = (start.year - year) * 12 + start.month - begins
    first = date(*shifted(date(year, begins, 1), since // months * months), 1) if months <= 12 else start
    while first <= end:
        year, month = shifted(first, months)
        following = date(year, month, 1)
        yield first, following - _DAY
        first = following


def shifted(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months after a day."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1
