"""Defences that take off the same money take it once: of each day at most its whole fee, of what is left of a loss the
part that the victim bears himself, of a delay each day, of a penalty that is too high what is not out of time, for
running common parts no more than the cap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from propertylaw.rulebook.calculations import SUMS, Inputs, MissingFactsError, Period
from propertylaw.rulebook.calculations.fees import months_due
from propertylaw.rulebook.calculations.income import cap_on_share
from propertylaw.rulebook.calculations.inputs import required_day
from propertylaw.rulebook.calculations.late_payment import excess_in_time
from propertylaw.rulebook.calculations.sums import CENT, cents, told_sum
from propertylaw.rulebook.calculations.supposed import Supposed

from .reductions import Cut

_ZERO = Decimal(0)
_DAY = timedelta(days=1)
_OWN_PART = "own_part_of_damage"
_BEFORE_OWN_PART = ("barred_damage", "health_insurance_paid")
_BARRED_DAYS, _PUT_OFF = "barred_delivery_penalty", ("force_majeure_part", "extension_part")
"""Calculations of the first days of a delay: those out of time, and those that put off the agreed day one by one."""
_BARRED_LATE = ("barred_late_fee", "barred_late_fee_on_paid")
_EXCESS = ("penalty_above_loss", "unpaid_penalty_above_loss")
"""Calculations of days of late payment that are out of time, and of what a penalty is above the loss."""
_SPENDING = ("income_cost", "provider_share")
"""Calculations of what a provider keeps for running common parts."""
_FINE = 10**6
"""Fees are reckoned for so many times the area, so that the fee of a day is not rounded to the cent."""
_OF_A_MONTH = ("floor_area", "waived_monthly_fee")
"""What the fee of a month, and what is promised of it, is reckoned by."""

_Stretch = tuple[Decimal, tuple[Decimal, ...], tuple[Decimal, ...]]
"""The fee of a stretch of service, and what each cut takes off it at most and at least."""


def taken_once(cuts: Iterable[Cut], facts: Inputs) -> tuple[Cut, ...]:
    """The cuts, each with what it takes off besides the others; of fees with what rounds their sum once.

    Args:
        cuts: what defences take off a sum.
        facts: the facts on which it is reckoned.
    """
    once = _of_the_first_days(_of_what_is_left(_of_the_same_days(tuple(cuts), facts), facts))
    once = of_days_in_time(once, facts)
    return tuple(cut.unpaid() for cut in _within_one_cap(once, facts))


def of_days_in_time(cuts: tuple[Cut, ...], facts: Inputs) -> tuple[Cut, ...]:
    """A penalty is too high beside the loss only for days that are not out of time."""
    barred = [cut for cut in cuts if cut.calc in _BARRED_LATE and cut.possible]
    if not barred:
        return cuts
    return tuple(
        cut._replace(possible=min(cut.possible, excess_in_time(cut.calc, facts)))
        if cut.calc in _EXCESS and cut.possible
        else cut
        for cut in cuts
    )


def _within_one_cap(cuts: tuple[Cut, ...], facts: Inputs) -> tuple[Cut, ...]:
    """What a provider takes off for cost and what it keeps as its pay are spending both: together within one cap. What
    is given for certain takes of it before what is open."""
    spending = [cut for cut in cuts if cut.calc in _SPENDING and cut.possible]
    cap = cap_on_share(facts) if len(spending) > 1 else None
    if cap is None:
        return cuts
    once: dict[int, Cut] = {}
    sure_left, possible_left = cap.sum, cap.sum
    for cut in sorted(spending, key=lambda cut: not cut.sure):
        sure, possible = min(cut.sure, sure_left), cut.possible or _ZERO
        if not cap.untold:
            possible = max(min(possible, possible_left), sure)
        sure_left, possible_left = sure_left - sure, possible_left - possible
        once[id(cut)] = cut._replace(sure=sure, possible=possible)
    return tuple(once.get(id(cut), cut) for cut in cuts)


def _of_what_is_left(cuts: tuple[Cut, ...], facts: Inputs) -> tuple[Cut, ...]:
    """The part that the victim bears himself is one of what limitation and health insurance leave of the loss."""
    first = [cut for cut in cuts if cut.calc in _BEFORE_OWN_PART]
    if not first or not any(cut.calc == _OWN_PART for cut in cuts):
        return cuts
    possibly = [cut.possible for cut in first if cut.possible is not None]
    if len(possibly) < len(first):
        return cuts
    try:
        whole = told_sum(facts, "damage_amount")
    except MissingFactsError:
        return cuts
    taken = (sum((cut.sure for cut in first), _ZERO), sum(possibly, _ZERO))
    sure, possible = (max(whole - off, _ZERO) / whole if whole else _ZERO for off in taken)
    return tuple(
        cut._replace(
            sure=cents(cut.sure * sure), possible=None if cut.possible is None else cents(cut.possible * possible)
        )
        if cut.calc == _OWN_PART
        else cut
        for cut in cuts
    )


def _of_the_first_days(cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """Days out of time and days that put off the agreed day both are the first of a delay: what is given for certain
    takes them before what is open, and each only those that are left."""
    if not any(cut.calc == _BARRED_DAYS for cut in cuts):
        return cuts
    first = [cut for cut in cuts if cut.calc in (_BARRED_DAYS, *_PUT_OFF) and cut.possible is not None]
    once: dict[int, Cut] = {}
    sure, possible = _First(), _First()
    for cut in sorted(first, key=lambda cut: not cut.sure):
        for_sure = sure.besides(cut, cut.sure)
        at_most = possible.besides(cut, cut.possible or _ZERO)
        once[id(cut)] = cut._replace(sure=for_sure, possible=max(at_most, for_sure))
    return tuple(once.get(id(cut), cut) for cut in cuts)


class _First:
    """What is taken off for the first days of a delay, as the penalty for them."""

    def __init__(self) -> None:
        self._put_off = self._taken = _ZERO

    def besides(self, cut: Cut, off: Decimal) -> Decimal:
        """What a cut takes off besides those before it; days that put off the agreed day follow one another."""
        if cut.calc in _PUT_OFF:
            self._put_off += off
            off = self._put_off
        more = max(off - self._taken, _ZERO)
        self._taken += more
        return more


def _of_the_same_days(told: tuple[Cut, ...], facts: Inputs) -> tuple[Cut, ...]:
    """The cuts of fees, each with what it takes off besides those before it: what is given for certain takes first."""
    timed = sorted((cut for cut in told if cut.possible and cut.by_time), key=lambda cut: not cut.sure)
    if not timed:
        return told
    try:
        stretches = list(_stretches(timed, facts))
    except MissingFactsError:
        return told
    if len(timed) == 1:
        return (*told, *_rounded_once(timed, stretches))
    more = {id(cut): _besides(number, timed, stretches) for number, cut in enumerate(timed)}
    once = _rounded_once([more[id(cut)] for cut in timed], stretches)
    return (*(more.get(id(cut), cut) for cut in told), *once)


def _rounded_once(cuts: Sequence[Cut], stretches: Sequence[_Stretch]) -> Iterator[Cut]:
    """What is left of fees is rounded once, and not each of the months, nor the whole and what goes off it by itself:
    the cent by which that may differ. What differs by more is not measured by the fees alone."""
    sure = [cut.sure > 0 for cut in cuts]
    whole = sum((fee for fee, _, _ in stretches), _ZERO) / _FINE
    left = whole - _union(((fee, shares) for fee, _, shares in stretches), sure)
    by_parts = cents(whole) - sum((cut.sure for cut in cuts), _ZERO)
    over = by_parts - cents(left)
    if over and abs(over) <= CENT * len(cuts):
        yield Cut((), None, over, over, "各项分别四舍五入的尾差（合计只舍入一次）")


def _besides(number: int, cuts: Sequence[Cut], stretches: Sequence[_Stretch]) -> Cut:
    """A cut with what it takes off besides those before it: of those that are sure, and of all that may be."""
    sure = [cut.sure > 0 for cut in cuts]
    possible = [True] * len(cuts)
    cut = cuts[number]
    least = [(fee, shares) for fee, _, shares in stretches]
    most = [(fee, shares) for fee, shares, _ in stretches]
    ways = ((least, sure), (most, possible))
    taken = (_union(some, which[: number + 1]) - _union(some, which[:number]) for some, which in ways)
    for_sure, at_most = map(cents, taken)
    return cut._replace(sure=for_sure, possible=max(at_most, for_sure))


def _union(stretches: Iterable[tuple[Decimal, tuple[Decimal, ...]]], which: Sequence[bool]) -> Decimal:
    """What several cuts take together, of each stretch at most its fee."""
    together = (
        min(fee, sum((share for share, taken in zip(shares, which, strict=False) if taken), _ZERO))
        for fee, shares in stretches
    )
    return sum(together, _ZERO) / _FINE


def _stretches(cuts: Sequence[Cut], facts: Inputs) -> Iterator[_Stretch]:
    """The service month by month, day by day where several cuts take a part of a month; at once where there is one."""
    if len(cuts) == 1:
        yield _stretch(required_day(facts, "unpaid_from"), required_day(facts, "unpaid_to"), cuts, facts)
        return
    for start, end in months_due(facts):
        month = _stretch(start, end, cuts, facts)
        parts = [share for share in month[1] if share]
        if len(parts) < 2 or all(share >= month[0] for share in parts):
            yield month
            continue
        days = (start + _DAY * number for number in range((end - start).days + 1))
        yield from (_stretch(day, day, cuts, facts) for day in days)


def _stretch(start: date, end: date, cuts: Sequence[Cut], facts: Inputs) -> _Stretch:
    told = ((id, facts.number(id)) for id in _OF_A_MONTH)
    large: dict[str, tuple[Period, ...]] = {"amount_paid": ()}
    large |= {id: (Period(value * _FINE, None, None),) for id, value in told if value is not None}
    alone = Supposed(facts, numbers=large, dates={"unpaid_from": start, "unpaid_to": end})
    found = [SUMS[cut.calc](alone) for cut in cuts if cut.calc]
    most, least = tuple(one.high for one in found), tuple(one.low or _ZERO for one in found)
    return SUMS["arrears"](alone).high, most, least
