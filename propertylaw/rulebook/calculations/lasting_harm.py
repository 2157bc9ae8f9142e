"""Harm that goes on from day to day: whether it reached into the time of limitation, and which part of the loss lies
before it (民法典 188 II).

Whether each day's loss runs by itself, or all of it from the end of the harm, is an open concept of the rules; here the
first is reckoned. A loss may be told as one sum or as several, each with the time in which it arose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Money, Step

from .barred_claims import harm_known
from .inputs import Inputs, MissingFactsError, Period, UndecidedError
from .limitation import acts_of_creditor, out_of_time
from .running_from import Running
from .still_running import Lasting
from .sums import cents, exactly, time_in_words, told_parts, told_sum, yuan

_ZERO = Decimal(0)
_BEGUN, _END, _WENT_ON, _RECENT = "act_date", "harm_end_date", "harm_went_on", "loss_within_time"

_BESIDE_ANOTHER = ("access_loss", "substitute_cost")
"""Losses that stand beside another of the same claim, of which `loss_within_time` speaks."""


def barred_loss(fact: str, runs: Callable[[Inputs], Running] = harm_known) -> Callable[[Inputs], Money]:
    """What of a loss arose too early, where the harm reached into the time; untold, anything up to the whole."""
    recent_told = fact not in _BESIDE_ANOTHER

    def calculation(inputs: Inputs) -> Money:
        whole, parts = told_sum(inputs, fact), told_parts(inputs, fact)
        recent = inputs.number(_RECENT) if recent_told else None
        if parts:
            return _barred_parts(parts, runs(inputs))
        begun = inputs.day(_BEGUN)
        if begun is not None and not out_of_time(begun, acts_of_creditor(inputs, "harm_demand_date")):
            return exactly(_ZERO, Step(says="从开始发生起还不满三年", amount=_ZERO))
        if recent is not None:
            early = max(whole - recent, _ZERO)
            return exactly(early, Step(says=f"全部损失减去三年以内发生的 {cents(recent)} 元", amount=cents(early)))
        says = "其中三年以内发生的损失没有说明，至多为全部"
        return Money(low=_ZERO, high=cents(whole), steps=(Step(says=says, amount=cents(whole)),))

    return calculation


def early_loss(fact: str) -> Callable[[Inputs], bool]:
    """Whether a part of the loss may have arisen too early, where the harm reached into the time."""
    barred = barred_loss(fact)

    def calculation(inputs: Inputs) -> bool:
        return barred(inputs).high > 0

    return calculation


def in_time(
    losses: tuple[str, ...],
    *,
    still_on: str | None = None,
    over: str | None = None,
    by_nature: bool = False,
) -> Callable[[Inputs], bool]:
    """Whether harm reached into the time of limitation.

    Args:
        losses: facts that tell the loss; with their times they tell how long the harm went on.
        still_on: the fact that says that it goes on, or no longer does.
        over: the fact that says that it is over, or is not.
        by_nature: whether such harm goes on until somebody says that it is over.

    Raises:
        UndecidedError: nobody told whether it went on.
    """

    def calculation(inputs: Inputs) -> bool:
        last = [part for fact in losses for part in told_parts(inputs, fact)]
        if last:
            return _some_in_time(last, harm_known(inputs))
        recent, end_day, went_on = inputs.number(_RECENT), inputs.day(_END), inputs.truth(_WENT_ON)
        if recent is not None:
            return recent > 0
        if end_day is not None:
            return _ended_in_time(end_day, harm_known(inputs))
        if went_on is not None:
            return went_on
        ended = _over(inputs, still_on, over)
        if ended is False or (by_nature and ended is None):
            return True
        raise UndecidedError(_END if ended else _WENT_ON)

    return calculation


def delay_in_time(delay: Lasting, runs: Callable[[Inputs], Running]) -> Callable[[Inputs], bool]:
    """Whether a delay, which lasts until something tells that it is over, reached into the time of limitation."""

    def calculation(inputs: Inputs) -> bool:
        return not delay.is_over(inputs) or _ended_in_time(delay.last_day(inputs), runs(inputs))

    return calculation


def _over(inputs: Inputs, still_on: str | None, over: str | None) -> bool | None:
    """Whether harm is over, by the fact that says so or the one that says that it goes on; None where neither does."""
    goes_on = inputs.truth(still_on) if still_on else None
    ended = inputs.truth(over) if over else None
    return ended if goes_on is None else not goes_on


def end_day_past(inputs: Inputs) -> bool:
    """Whether there is nothing left to stop, by the day on which act or harm ended: that day alone does not tell.

    Raises:
        UndecidedError: the day is past, and nobody said whether the act itself has ended.
        MissingFactsError: it says nothing.
    """
    end = inputs.day(_END)
    if end is None or end > inputs.on or inputs.truth("conduct_ended") is not None:
        raise MissingFactsError
    raise UndecidedError("conduct_ended")


def _ended_in_time(day: date, known: Running) -> bool:
    late = known.late(day)
    if late is None:
        raise UndecidedError(*() if known.told else (known.start.known,))
    return not late


def _some_in_time(parts: list[Period], known: Running) -> bool:
    """Whether one of the parts of a loss arose in time; what hangs on days off that nobody knows yet did."""
    late = [known.late(part.until) for part in parts]
    if False not in late and None in late and not known.told:
        raise UndecidedError(known.start.known)
    return any(one is not True for one in late)


def _barred_parts(parts: tuple[Period, ...], known: Running) -> Money:
    """The parts out of time; of one that lies on both sides of the line nobody told how much."""
    low, high, steps = _ZERO, _ZERO, []
    for part in parts:
        last, first = known.late(part.until), known.late(part.since)
        if first is False:
            continue
        low, high = low + (part.value if last else _ZERO), high + part.value
        says = time_in_words(part) + (
            "已满三年" if last else f"，其中满三年的有多少没有说明，至多为全部{_by_days(part, known)}"
        )
        steps.append(Step(says=says, amount=cents(part.value)))
    return Money(low=cents(low), high=cents(high), steps=tuple(steps))


def _by_days(part: Period, known: Running) -> str:
    """What of a part on both sides of the line lies before it if each of its days counts alike."""
    if part.since is None or part.until is None or not known.told:
        return ""
    early, days = days_out_of_time(part.since, part.until, known), (part.until - part.since).days + 1
    return f"（按天数均摊，{early}/{days} 天，{yuan(part.value * early / days)}）"


def days_out_of_time(since: date, until: date, known: Running) -> int:
    """How many of the days from one to another, each by itself, are out of time: the earliest ones."""
    return bisect_left(range((until - since).days + 1), True, key=lambda n: not known.late(since + timedelta(n)))
