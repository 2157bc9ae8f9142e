"""From when an agreed penalty for late fees runs: from the delay, or as agreed from a later day (民法典 509 I, 585 I).

Where no day of payment is agreed, nothing is late before the end of the time that a demand gave (民法典 511 (4)).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from propertylaw.model import Supposition

from .inputs import Inputs, MissingFactsError, UndecidedError, required_day

_DAY = timedelta(days=1)
_EVENT, _NTH, _NAMED = "late_fee_from", "late_fee_from_nth", "late_fee_from_date"
DEMANDS = ("demand_date", "demand_letter_date")
"""The days of demands: of any form, and of those in writing."""
_DEMANDED, _LETTERS = DEMANDS
_MADE, _IN_WRITING = "demand_made", "demand_in_writing"
_TIME_GIVEN, _SUED = "demand_days", "suit_date"
DUE_DAY = "fee_due_day"
"""The day of payment: that none is agreed leaves no doubt how much is owed at least."""
_WRITTEN = "written_demand"
_BY_DEMAND = ("demand", _WRITTEN)


class Began(NamedTuple):
    """What puts off the first day on which a fee bears a penalty."""

    owed: date = date.min
    """The day before which no fee is to be paid: the end of the time that a demand gave, where no day is agreed."""
    nth: int = 1
    """With which day of delay, or after a demand, it begins: 1 the first."""
    first: date = date.min
    """The day before which nothing bears a penalty."""
    demands: tuple[date, ...] = ()
    """Where it begins with a demand: the days of those that count. One before a fee fell due does not demand it."""

    def of(self, due: date) -> date:
        """The first day of the penalty for what fell due on a day."""
        due = max(due, self.owed)
        event = next((day for day in self.demands if day > due), None) if self.demands else due
        return date.max if event is None else max(event + self.nth * _DAY, self.first)


def began(inputs: Inputs) -> Began:
    """What puts off the penalty for what fell due, by itself or by a demand.

    Raises:
        MissingFactsError: the day is not told from which it runs.
    """
    return agreed_start(inputs)._replace(owed=owed_since(inputs).owed)


def owed_since(inputs: Inputs) -> Began:
    """What puts off the delay alone, whenever a penalty for it begins."""
    return Began() if _due_by_itself(inputs) else Began(owed=_end_of_demand(inputs))


def agreed_start(inputs: Inputs) -> Began:
    """What puts off the penalty by agreement, for what is late.

    Raises:
        MissingFactsError: the day is not told from which it runs.
    """
    event, nth = inputs.choice(_EVENT), inputs.number(_NTH)
    if event == "day":
        return Began(first=required_day(inputs, _NAMED))
    if event == "suit":
        return Began(first=required_day(inputs, _SUED) + int(nth or 0) * _DAY)
    if event not in _BY_DEMAND:
        return Began(nth=1 if nth is None else int(nth))
    if _never_demanded(event, inputs):
        return Began(first=date.max)
    return Began(nth=_time_given(inputs) + 1 if nth is None else int(nth), demands=_demands(inputs))


def never_begins(inputs: Inputs) -> bool:
    """Whether no demand was made as the contract requires it for the penalty.

    Raises:
        UndecidedError: it is not told whether one was made in writing.
    """
    event = inputs.choice(_EVENT)
    if event not in _BY_DEMAND or _never_demanded(event, inputs):
        return event in _BY_DEMAND
    if _demands(inputs) and event == _WRITTEN and not inputs.days(_LETTERS) and inputs.truth(_IN_WRITING) is None:
        raise UndecidedError(_IN_WRITING)
    return False


def course_in_words(inputs: Inputs) -> str:
    """From when to when the penalty, or the interest, is reckoned."""
    plain = "自各期逾期的次日" if _due_by_itself(inputs) else _after_time_given(None, inputs)
    return f"{agreed_in_words(inputs) or plain}起计至 {inputs.on}"


def agreed_in_words(inputs: Inputs) -> str:
    """From when it is agreed to run; empty where that is the first day of the delay."""
    event, nth = inputs.choice(_EVENT), inputs.number(_NTH)
    count = f"后的第 {nth:f} 日" if nth else "之日"
    if event == "day":
        return f"按约定自 {inputs.day(_NAMED)}"
    if event == "suit":
        return f"按约定自起诉（{inputs.day(_SUED)}）{count}"
    if event in _BY_DEMAND and _never_demanded(event, inputs):
        return f"没有约定要有的{_kind(event)}，没有"
    if event in _BY_DEMAND and nth is None:
        return _after_time_given(event, inputs)
    if event in _BY_DEMAND:
        return f"按约定自{_kind(event)}送达（{_told(inputs)}）{count}"
    return f"按约定自到期后的第 {nth:f} 日" if nth is not None and nth != 1 else ""


def supposed_of_start(inputs: Inputs) -> tuple[Supposition, ...]:
    """What the first day supposes that may be otherwise."""
    if _due_by_itself(inputs):
        return supposed_of_agreed(inputs)
    return (Supposition(fact=DUE_DAY, says="没有约定交费日"), *_supposed_of_time_given(inputs))


def supposed_of_agreed(inputs: Inputs) -> tuple[Supposition, ...]:
    """What the agreed first day supposes of a demand: with another less is owed, or nothing."""
    event = inputs.choice(_EVENT)
    if event not in _BY_DEMAND or _never_demanded(event, inputs):
        return ()
    found = _supposed_of_time_given(inputs) if inputs.number(_NTH) is None else ()
    if event != _WRITTEN or inputs.days(_LETTERS):
        return found
    if inputs.truth(_IN_WRITING) is None:
        return (*found, Supposition(fact=_IN_WRITING, says="历次催交是书面的"))
    several = len(set(inputs.days(_DEMANDED))) > 1
    return (*found, *((Supposition(fact=_LETTERS, says="历次催交都是书面的"),) if several else ()))


def _supposed_of_time_given(inputs: Inputs) -> tuple[Supposition, ...]:
    told = inputs.number(_TIME_GIVEN) is not None
    return () if told else (Supposition(fact=_TIME_GIVEN, says="催告没有另给期限"),)


def _due_by_itself(inputs: Inputs) -> bool:
    """Whether no demand is needed for a fee to be late: a day of payment is agreed, or another event than that."""
    return inputs.number(DUE_DAY) is not None or inputs.choice(_EVENT) not in (None, "due")


def _never_demanded(event: str | None, inputs: Inputs) -> bool:
    """Whether no demand was made as the contract requires it."""
    return inputs.truth(_MADE) is False or (event == _WRITTEN and inputs.truth(_IN_WRITING) is False)


def _demands(inputs: Inputs) -> tuple[date, ...]:
    """The days of the demands that count: of those in writing, where none is dated, of all, else of any form."""
    letters, told = inputs.days(_LETTERS), inputs.days(_DEMANDED)
    in_writing = inputs.choice(_EVENT) == _WRITTEN
    found = (letters or told) if in_writing else tuple(sorted({*letters, *told}))
    if not found:
        raise MissingFactsError(_LETTERS if in_writing else _DEMANDED)
    return found


def _time_given(inputs: Inputs) -> int:
    return int(inputs.number(_TIME_GIVEN) or 0)


def _end_of_demand(inputs: Inputs) -> date:
    return _demands(inputs)[0] + _time_given(inputs) * _DAY


def _kind(event: str | None) -> str:
    return "书面催告" if event == _WRITTEN else "催告"


def _told(inputs: Inputs) -> str:
    """The days of the demands that count."""
    days = _demands(inputs)
    return "、".join(map(str, days)) + ("，各期看到期以后的第一次" if len(days) > 1 else "")


def _after_time_given(event: str | None, inputs: Inputs) -> str:
    if event in _BY_DEMAND and len(_demands(inputs)) > 1:
        return f"自{_kind(event)}（{_told(inputs)}）给的 {_time_given(inputs)} 日期满的次日"
    end = _end_of_demand(inputs)
    if inputs.number(_TIME_GIVEN) is None:
        return f"自{_kind(event)}送达（{end}）的次日（催告给的期限没有填，合理期限多长没有定论，从中扣除）"
    return f"自 {end} {_kind(event)}期满的次日"
