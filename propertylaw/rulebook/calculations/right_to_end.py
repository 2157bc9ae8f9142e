"""How long somebody may end a contract for cause: as agreed, else one year from knowing of the ground.

民法典 564: or a reasonable time once the other side has called on him, for a dwelling three months (an interpretation
that is not at hand); 199: nothing stops or interrupts it; 时间效力规定 25: from 2021 where the ground was known before
and no law of that time set a period. Nobody has to plead it: where a day is not told on which it hangs, it is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from propertylaw.model import Step

from .delivery import DELAY
from .inputs import Inputs, MissingFactsError, UndecidedError, required_day
from .limitation import End, months_after, years_after

_CODE_IN_FORCE = date(2021, 1, 1)
_MONTHS_FOR_A_DWELLING = 3


def rescission_lapsed(inputs: Inputs) -> bool:
    """Whether the buyer of a dwelling let the time go by in which he could end the contract.

    Raises:
        UndecidedError: it hangs on a day that is not told.
        MissingFactsError: it hangs on days off that nobody knows yet.
    """
    urged = inputs.day("ending_urged_date")
    called_on = urged is not None and _agreed_days(inputs) is None
    if urged and called_on and _passed(End(months_after(urged, _MONTHS_FOR_A_DWELLING)), inputs):
        return True
    known = inputs.day("ending_ground_known_date")
    if known is None and _in_time_anyway(inputs):
        return False
    return _lapsed(known, inputs)


def delivery_still_due(inputs: Inputs) -> bool:
    """Whether the breach goes on: the dwelling is still not handed over, and nothing else is the ground."""
    return not DELAY.is_over(inputs) and not inputs.truth("structure_failed")


def quit_right_lapsed(inputs: Inputs) -> bool:
    """Whether a provider who left for a breach of the owners let that time go by; raises as the other does."""
    return _lapsed(_known_under_the_code(inputs), inputs)


def ground_before_code(inputs: Inputs) -> bool:
    """Whether the ground was known before the code, and the time that nobody agreed runs from its first day."""
    return required_day(inputs, "ending_ground_known_date") < _CODE_IN_FORCE and _agreed_days(inputs) is None


def rescission_time(inputs: Inputs) -> tuple[Step, ...]:
    """From which day the time of the buyer runs, and its last day."""
    return tuple(_told(inputs.day("ending_ground_known_date"), inputs))


def quit_time(inputs: Inputs) -> tuple[Step, ...]:
    """The same for the provider."""
    return tuple(_told(_known_under_the_code(inputs), inputs))


def _told(start: date | None, inputs: Inputs) -> Iterator[Step]:
    if start is not None:
        days, last = _agreed_days(inputs), _end(start, inputs).day
        length = "一年" if days is None else f"约定的 {days} 日"
        yield Step(says=f"自 {start} 起{length}{f'，{last} 届满' if last else ''}")


def _known_under_the_code(inputs: Inputs) -> date | None:
    known = inputs.day("ending_ground_known_date")
    return _CODE_IN_FORCE if known is not None and ground_before_code(inputs) else known


def _in_time_anyway(inputs: Inputs) -> bool:
    """Whether the buyer acted within the time even if he knew on the first day on which he could: a flat that is late
    gives no ground before it was due, one that is refused or unsafe may."""
    due, earlier = inputs.day("delivery_due_date"), ("developer_refuses_to_finish", "structure_failed")
    if due is None or any(inputs.truth(ground) for ground in earlier):
        return False
    return not _end(due, inputs).passed(_acted(inputs) or inputs.on)


def _lapsed(known: date | None, inputs: Inputs) -> bool:
    if known is None:
        raise UndecidedError("ending_ground_known_date")
    return _passed(_end(known, inputs), inputs)


def _passed(end: End, inputs: Inputs) -> bool:
    """Whether the notice, or the suit, came after the last day; as of the day of the form nothing may have come yet."""
    acted = _acted(inputs)
    late = end.passed(acted or inputs.on)
    if late is None:
        raise MissingFactsError
    if late and acted is None:
        raise UndecidedError("ending_notice_date")
    return late


def _acted(inputs: Inputs) -> date | None:
    return inputs.day("ending_notice_date")


def _end(known: date, inputs: Inputs) -> End:
    days = _agreed_days(inputs)
    return End(years_after(known, 1) if days is None else known + timedelta(days=days))


def _agreed_days(inputs: Inputs) -> int | None:
    days = inputs.number("ending_period_days")
    return None if days is None else int(days)
