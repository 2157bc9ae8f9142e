"""Interest on money had late: each sum × the rate of each day × days, a year of 365; the rate told, else the one-year
loan prime rate of that day.

A day of which no rate is known is never guessed: it is left out of the sum, and the sum says so and what it wants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from propertylaw.model import Money, Step
from propertylaw.rulebook.rates import prime_rates

from .inputs import Inputs, MissingFactsError, Period
from .sums import cents, exactly, in_per_cent, yuan, yuan_range

DAYS_A_YEAR = Decimal(365)
_PRIME = "prime_rate"
_DAY = timedelta(days=1)
_ZERO = Decimal(0)


class Rate(NamedTuple):
    """A rate a year with the days for which it holds, both included; None: open on that side."""

    value: Decimal
    since: date | None
    until: date | None
    says: str

    def holds(self, day: date) -> bool:
        """Whether it is the rate of a day."""
        return (self.since or day) <= day <= (self.until or day)


class _Stretch(NamedTuple):
    """Days of one sum that have one rate, or none that is known."""

    principal: Decimal
    since: date
    until: date
    rate: Rate | None

    @property
    def days(self) -> int:
        return (self.until - self.since).days + 1

    @property
    def interest(self) -> Decimal:
        return self.principal * self.rate.value * self.days / DAYS_A_YEAR if self.rate else _ZERO


def interest_on(late: Sequence[Period], rates: Sequence[Rate]) -> Money:
    """Interest on sums, each for its own days.

    Args:
        late: the sums; one without its first or last day bears none.
        rates: of two that hold for a day the one listed first counts.
    """
    found = _all_stretches(late, rates)
    by_rate: dict[Rate | None, list[_Stretch]] = {}
    for one in sorted(found, key=lambda stretch: stretch.since):
        by_rate.setdefault(one.rate, []).append(one)
    steps = [_step(rate, stretches) for rate, stretches in by_rate.items()]
    left_out = by_rate.get(None, [])
    money = exactly(_owed(found), *steps)
    if not left_out:
        return money
    last = prime_rates().known_until
    later = len(by_rate) > 1 and all(one.since > last for one in left_out)
    return money.model_copy(update={"wanting": (_PRIME,), "known_until": last if later else None})


def unrounded(late: Sequence[Period], rates: Sequence[Rate]) -> Decimal:
    """The same, for what is reckoned from it: cents are rounded once, of the whole."""
    return _owed(_all_stretches(late, rates))


def _all_stretches(late: Sequence[Period], rates: Sequence[Rate]) -> list[_Stretch]:
    return [stretch for one in late for stretch in _stretches(one, rates)]


def _owed(found: Sequence[_Stretch]) -> Decimal:
    return sum((one.interest for one in found), _ZERO)


def told_rates(inputs: Inputs, fact: str, says: str) -> tuple[Rate, ...]:
    """The rates a year that are told, each with its words.

    Raises:
        MissingFactsError: two of them are told for the same days.
    """
    told = sorted(inputs.periods(fact), key=lambda one: one.since or date.min)
    if any((before.until or date.max) >= (after.since or date.min) for before, after in pairwise(told)):
        raise MissingFactsError(fact)
    return tuple(Rate(one.value, one.since, one.until, f"{says}{in_per_cent(one.value)}") for one in told)


def prime_rates_of(inputs: Inputs) -> tuple[Rate, ...]:
    """The one-year loan prime rates of the table, and after them those told for days that lie outside it."""
    table, told = prime_rates(), told_rates(inputs, _PRIME, "所填的一年期 LPR ")
    rows = table.between(table.rows[0].announced, table.known_until)
    known = (
        Rate(row.one_year, since, until, f"{row.announced} 公布的一年期 LPR {in_per_cent(row.one_year)}")
        for since, until, row in rows
    )
    return (*known, *told)


def times_prime(inputs: Inputs, multiple: Decimal) -> tuple[Rate, ...]:
    """So many times these rates, as parties agree on them for money paid late."""
    return tuple(
        rate._replace(value=rate.value * multiple, says=f"{rate.says} 的 {multiple.normalize():f} 倍")
        for rate in prime_rates_of(inputs)
    )


def _stretches(one: Period, rates: Sequence[Rate]) -> Iterator[_Stretch]:
    """The days of a sum, cut where a rate begins or ends."""
    if one.since is None or one.until is None:
        return
    starts = {rate.since for rate in rates if rate.since} | {rate.until + _DAY for rate in rates if rate.until}
    cuts = sorted({one.since, *(day for day in starts if one.since < day <= one.until)})
    for since, until in zip(cuts, [*(day - _DAY for day in cuts[1:]), one.until], strict=True):
        if since <= until:
            yield _Stretch(one.value, since, until, next((rate for rate in rates if rate.holds(since)), None))


def _step(rate: Rate | None, stretches: Sequence[_Stretch]) -> Step:
    """The days of one rate in a line; of days without one, that they are left out."""
    since, until = min(one.since for one in stretches), max(one.until for one in stretches)
    same_days = all((one.since, one.until) == (since, until) for one in stretches)
    days = f"{since} 至 {until}" + (f"，{stretches[0].days} 日" if same_days else "")
    sums = [one.principal for one in stretches]
    if rate is None:
        table = prime_rates()
        known = f"{table.rows[0].announced} 至 {table.known_until}"
        return Step(says=f"{days}：利率表只载有 {known} 的，没有推算、没有计入")
    least, most = cents(min(sums)), cents(max(sums))
    if same_days:
        principal = yuan(sum(sums, _ZERO))
    else:
        principal = f"各期 {yuan(least)}" if least == most else f"各期 {yuan_range(least, most)}"
    return Step(says=f"{days}，{principal}，{rate.says}，一年按 365 日", amount=cents(_owed(stretches)))
