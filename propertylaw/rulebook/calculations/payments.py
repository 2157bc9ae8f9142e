"""What was paid of the fees claimed for or set off against them, and when: it bears the penalty until then.

民法典 560 II: a payment goes to what fell due first; 585: the penalty for delay runs while the delay lasts;
合同编通则解释 55: what is set off ends when the notice arrives, and not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Supposition

from .inputs import Inputs, Period
from .instalments import Instalment, Overdue

_PAID, _FOR_LATER = "amount_paid", "paid_for_later"
_ZERO = Decimal(0)


class _Payment(NamedTuple):
    """A payment with the day until which what it pays is late."""

    value: Decimal
    day: date
    says: str


_Owing = tuple[Instalment, Decimal, date]
"""An instalment, what is owed of it before payments, and its first day late."""


def paid_in_all(inputs: Inputs) -> Decimal:
    """Everything that was paid of the fees claimed for."""
    return sum((one.value for one in inputs.periods(_PAID)), _ZERO)


def paid_first(inputs: Inputs) -> Decimal:
    """What of it went to the instalments that fell due first: all for which nobody said that it was for later ones."""
    return max(paid_in_all(inputs) - (inputs.number(_FOR_LATER) or _ZERO), _ZERO)


def supposed_for_first(inputs: Inputs) -> tuple[Supposition, ...]:
    """What is supposed of what was paid, where nobody tells for which instalments it was."""
    untold = paid_in_all(inputs) and inputs.number(_FOR_LATER) is None
    return (Supposition(fact=_FOR_LATER, says="已付的钱没有指明交哪几期，先抵最早到期的"),) if untold else ()


def some_undated(inputs: Inputs) -> bool:
    """Whether of something that was paid nobody has told the day.

    Who lists the sums that were paid late by themselves has told of them.
    """
    return not inputs.periods("late_principal") and any(one.until is None for one in inputs.periods(_PAID) if one.value)


def with_payments(owing: Iterable[_Owing], inputs: Inputs, *, at_most: bool) -> Iterator[Overdue]:
    """What is late of each instalment: what was paid late until it was paid, the rest until the day of the form.

    Args:
        owing: the instalments that are or were late, the first due first.
        inputs: the facts.
        at_most: take a payment whose day is not told as made today, the latest it may be; else as made in time.
    """
    payments = _payments(inputs, at_most=at_most)
    unused = [payment.value for payment in payments]
    for instalment, fee, since in owing:
        left = fee
        for number, payment in enumerate(payments):
            part = min(unused[number], left)
            unused[number] -= part
            left -= part
            if part and payment.day >= since:
                yield Overdue(instalment, part, since, payment.day, payment.says)
        if left and inputs.on >= since:
            yield Overdue(instalment, left, since, inputs.on)


def _payments(inputs: Inputs, *, at_most: bool) -> list[_Payment]:
    """Each payment with its day, the earliest first, and how its delay is told; what was set off among them."""
    apart = bool(inputs.periods("late_principal"))
    found = [_set_off(one, inputs) for one in inputs.set_off]
    for one in inputs.periods(_PAID):
        if apart or (one.until is None and not at_most):
            found.append(_Payment(one.value, date.min, ""))
        elif one.until is None:
            found.append(_Payment(one.value, inputs.on, f"中已付的（哪天付的没有填，最迟算到 {inputs.on}）"))
        else:
            found.append(_Payment(one.value, one.until, f"中 {one.until} 付的"))
    return sorted(found, key=lambda payment: payment.day)


def _set_off(one: Period, inputs: Inputs) -> _Payment:
    """What was set off; at the latest today, where nobody tells when the notice arrived."""
    untold = f"中已抵销的（通知哪天到达没有填，最迟算到 {inputs.on}）"
    return _Payment(one.value, one.until or inputs.on, f"中 {one.until} 抵销的" if one.until else untold)
