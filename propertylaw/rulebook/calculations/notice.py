"""The time of notice before a contract of service ends, and the day on which it does.

As agreed, else sixty days (民法典 946 I, 948 II); a dismissal from before the code took effect when notice arrived
(合同法 96 I). The time is a least one: a day that the notice names and that leaves as much counts, day off or not.
Where none is named it runs like any period: one that would end on a day off ends behind it (民法典 203 I).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from .inputs import Inputs, MissingFactsError, required_day
from .limitation import months_after
from .working_days import LONGEST_BREAK, working_day_from

NOTICE_DAYS = 60
_HALF_A_MONTH = 15
_CODE_IN_FORCE = date(2021, 1, 1)


class Notice(NamedTuple):
    """A notice that ends the contract."""

    told: date
    """When it arrived."""
    last: date
    """The last day of its time by the calendar."""
    named: date | None
    """The day on which it says that the contract ends."""
    says: str
    """What arrived, in words."""
    time: str
    """What time it has, in words."""

    @property
    def names_enough(self) -> bool:
        """Whether the day that it names leaves the time of notice."""
        return self.named is not None and self.named >= self.last

    @property
    def put_off(self) -> bool:
        """Whether its time would end on a day off."""
        return not self.names_enough and self.told < self.last != self._moved

    @property
    def end(self) -> date:
        """The day on which the contract ends."""
        if self.named is not None and self.names_enough:
            return self.named
        return self._moved if self.put_off else self.last

    @property
    def why(self) -> str:
        """How that day follows, in words."""
        if self.names_enough:
            return f"{self.told} {self.says}，写明到 {self.named} 终止"
        put_off = f"；期间的最后一日 {self.last} 是休息日，顺延（通知期是否顺延有不同看法）"
        return f"{self.told} {self.says}，{self.time}{put_off if self.put_off else ''}"

    def over(self, on: date) -> bool:
        """Whether its time has gone by on a day.

        Raises:
            MissingFactsError: it hangs on days off past the end of their table.
        """
        if self.names_enough or self.last == self.told:
            return on >= self.end
        return period_over(on, self.last)

    @property
    def _moved(self) -> date:
        return working_day_from(self.last) or self.last


def notice_of_dismissal(inputs: Inputs, told: date) -> Notice:
    """The notice by which the owners dismiss the provider, from the day on which it arrived."""
    agreed = [inputs.number(fact) for fact in ("agreed_notice_days", "agreed_notice_months")]
    told_time = [one for one in agreed if one is not None]
    time = f"没有约定通知期的 {NOTICE_DAYS} 日" if told >= _CODE_IN_FORCE else "当时没有规定通知期，到达时解除"
    named = inputs.day("dismissal_named_day")
    if told_time:
        time = "通知期依约定" if any(told_time) else "约定不另留通知期，通知到达时解除"
    return Notice(told, last_day_of_notice(inputs, told), named, "解聘通知到达", time)


def notice_of_indefinite(inputs: Inputs, told: date) -> Notice:
    """The notice by which either side ends an indefinite contract: with the time of the code, unless a longer one of a
    local rule is held to count."""
    return (inputs.truth("longer_notice_holds") and longer_notice(inputs, told)) or notice_by_code(inputs, told)


def notice_by_code(inputs: Inputs, told: date) -> Notice:
    """That notice with the sixty days of 民法典 948 II."""
    return _of_indefinite(inputs, told, told + timedelta(days=NOTICE_DAYS), f"满 {NOTICE_DAYS} 日")


def longer_notice(inputs: Inputs, told: date) -> Notice | None:
    """That notice with the time of a local rule, where there is one that ends the contract later."""
    months = inputs.number("local_notice_months")
    if months is None or told < _CODE_IN_FORCE:
        return None
    time = f"满当地规定的 {months.normalize():f} 个月"
    longer = _of_indefinite(inputs, told, months_after(told, int(months)), time)
    return longer if longer.end > notice_by_code(inputs, told).end else None


def local_notice_longer(inputs: Inputs) -> bool:
    """Whether a local rule would have an indefinite contract end later than the code."""
    return longer_notice(inputs, required_day(inputs, "indefinite_notice_date")) is not None


def longer_notice_open(inputs: Inputs) -> bool:
    """Whether it hangs on which of the two times counts if the contract is over by the day of the form."""
    told = inputs.day("indefinite_notice_date")
    longer = None if told is None or inputs.truth("longer_notice_holds") is not None else longer_notice(inputs, told)
    return bool(told and longer and notice_by_code(inputs, told).over(inputs.on) and not longer.over(inputs.on))


def _of_indefinite(inputs: Inputs, told: date, last: date, time: str) -> Notice:
    return Notice(told, last, inputs.day("dismissal_named_day"), "解除不定期合同的通知到达", time)


def last_day_of_notice(inputs: Inputs, told: date) -> date:
    """The last day of the notice by the calendar; where days and months are agreed, the later one."""
    days, months = inputs.number("agreed_notice_days"), inputs.number("agreed_notice_months")
    ends = [] if days is None else [told + timedelta(days=int(days))]
    if months is not None:
        half = timedelta(days=_HALF_A_MONTH if months % 1 else 0)
        ends.append(months_after(told, int(months)) + half)
    by_law = timedelta(days=NOTICE_DAYS if told >= _CODE_IN_FORCE else 0)
    return max(ends, default=told + by_law)


def period_over(on: date, last: date) -> bool:
    """Whether a period has ended by a day; one that would end on a day off ends on the next working day.

    Raises:
        MissingFactsError: it hangs on days off past the end of their table.
    """
    end = working_day_from(last)
    if end is None and last <= on <= last + LONGEST_BREAK:
        raise MissingFactsError
    return on >= (end or last)
