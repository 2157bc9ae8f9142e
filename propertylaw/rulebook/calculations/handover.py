"""What a provider owes that does not leave or hand over in time: the loss (民法典 949 II), and the agreed penalty for
each day (民法典 585), which stands for as much of the loss.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from propertylaw.model import Money, Step, Supposition

from .barred_claims import harm_known
from .excess import above_loss, beyond_penalty
from .inputs import Inputs, MissingFactsError, required_day, required_number
from .lasting_harm import days_out_of_time
from .notice import longer_notice
from .periods import contract_end
from .still_running import Lasting
from .sums import cents, claimed, exactly, told_parts

_LOSS = "handover_loss"
_DAILY, _ONCE, _MOST = "handover_penalty_daily_sum", "handover_penalty_once", "handover_penalty_cap_sum"
_DONE, _TERM = "handed_over_date", "handover_days"
_ZERO = Decimal(0)
_DAY = timedelta(days=1)
_told = claimed(_LOSS, "拒不移交、迟延移交造成的损失")


def _left(inputs: Inputs) -> bool | None:
    """Whether the provider has left and handed over, by what is told beside the day: so has one of whom it is told that
    he did so late, and not only that he refused."""
    still = inputs.truth("not_handed_over")
    if still is not None:
        return not still
    late = inputs.truth("handed_over_late") and inputs.tellers("handed_over_late")
    done = all(inputs.truth(part) is False for part in ("not_left", "rooms_kept", "papers_kept"))
    return True if late or done else None


_STAYS = Lasting(ended=(_DONE,), over=_left, end="退出、移交完毕的日期", goes_on="还没有退出、移交完")
"""The time for which a provider stays, or keeps what it has to hand over."""


def handover_loss(inputs: Inputs) -> Money:
    """The loss as it is told, above the penalty that is agreed for it; where the longer notice of a local rule counts,
    what came before its end is not owed."""
    money = _loss(inputs)
    if not (inputs.number(_DAILY) or inputs.number(_ONCE)):
        return money
    return beyond_penalty(money, handover_penalty(inputs))


def _loss(inputs: Inputs) -> Money:
    money, told = _told(inputs), inputs.day("indefinite_notice_date")
    longer = longer_notice(inputs, told) if told and inputs.truth("longer_notice_holds") else None
    if longer is None:
        return money
    parts = told_parts(inputs, _LOSS)
    least = sum((part.value for part in parts if part.since and part.since > longer.end), _ZERO)
    before = sum((part.value for part in parts if part.until and part.until <= longer.end), _ZERO)
    step = Step(says=f"{longer.end} 合同终止以前的损失不算，没有写明各是什么时候的至多为全部")
    return money.model_copy(
        update={"low": cents(least), "high": cents(money.high - before), "steps": (*money.steps, step)}
    )


def handover_penalty_told(inputs: Inputs) -> bool:
    """Whether a penalty for leaving or handing over late is agreed.

    Raises:
        MissingFactsError: nobody told of any.
    """
    told = [value for value in map(inputs.number, (_DAILY, _ONCE)) if value is not None]
    if not told:
        raise MissingFactsError(_DAILY)
    return any(value > 0 for value in told)


def handed_over_after_term(inputs: Inputs) -> bool:
    """Whether the day on which the provider had left and handed over lies behind the time it had for that; not where
    it is told to have done so in time."""
    if inputs.truth("handed_over_late") is False:
        return False
    return required_day(inputs, _DONE) > contract_end(inputs) + timedelta(int(required_number(inputs, _TERM)))


def handover_penalty(inputs: Inputs) -> Money:
    """The agreed penalty: once, or for each day from the end of the time for handing over to the day on which all was
    handed over, or to the day of the form. Where no such time is agreed, a reasonable one comes off, and how long that
    is, is open."""
    due = _last_day_in_time(inputs)
    if inputs.number(_DAILY) is None:
        return _penalty(inputs, due, due)
    return _STAYS.sum_to_its_end(inputs, lambda end: _penalty(inputs, due, end))


def handover_penalty_reckoned(inputs: Inputs) -> Decimal:
    """The same as a number, at most."""
    return handover_penalty(inputs).high


def handover_penalty_above_loss(inputs: Inputs) -> Money:
    """What a court may take off a penalty that is excessive beside the loss by the delay."""
    return above_loss(handover_penalty(inputs).high, _loss(inputs).high)


def barred_handover_penalty(inputs: Inputs) -> Money:
    """The penalty for the days that are out of time, each counted by itself."""
    due, end = _last_day_in_time(inputs), _STAYS.last_day(inputs)
    days = days_out_of_time(due + _DAY, end, harm_known(inputs))
    whole, later = _penalty(inputs, due, end), _penalty(inputs, due + timedelta(days=days), end)
    early = whole.high - later.high
    return exactly(early, Step(says=f"逐日计算，满三年没有主张的 {days} 天", amount=early))


def early_handover_penalty(inputs: Inputs) -> bool:
    """Whether some of those days are out of time."""
    return barred_handover_penalty(inputs).high > 0


def _penalty(inputs: Inputs, due: date, end: date) -> Money:
    a_day, most = inputs.number(_DAILY), inputs.number(_MOST)
    if a_day is None:
        once = required_number(inputs, _ONCE)
        return exactly(once, Step(says="约定一次付清的违约金", amount=cents(once)))
    days = max((end - due).days, 0)
    owed = a_day * days
    steps = [Step(says=f"每日 {a_day:,f} 元 × {days} 天（自 {due} 的次日至 {end}）", amount=cents(owed))]
    if most is not None and owed > most:
        owed = most
        steps.append(Step(says="约定的上限", amount=cents(most)))
    if inputs.number(_TERM) is not None:
        return exactly(owed, *steps)
    steps.append(Step(says="没有约定移交的期限，合理期限多长没有定论，从中扣除"))
    supposed = Supposition(fact=_TERM, says="没有约定移交的期限，从终止的次日起算")
    return Money(low=None, high=cents(owed), steps=tuple(steps), supposing=(supposed,))


def _last_day_in_time(inputs: Inputs) -> date:
    return contract_end(inputs) + timedelta(days=int(inputs.number(_TERM) or 0))
