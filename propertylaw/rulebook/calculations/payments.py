"""What was paid of the fees claimed for or set off against them, and when: it bears the penalty until then.

民法典 560 II: a payment goes to what fell due first; 585: the penalty for delay runs while the delay lasts;
合同编通则解释 55: what is set off ends when the notice arrives, and not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Supposition

from .inputs import Inputs, Period
from .instalments import Instalment, Overdue

_PAID, _FOR_LATER = "amount_paid", "paid_for_later"
_ZERO = Decimal(0)


class Payment(NamedTuple):
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
    """Whether of something that was paid nobody has told the day, though delay is reckoned by it."""
    return not told_apart(inputs) and any(one.until is None for one in inputs.periods(_PAID) if one.value)


def told_apart(inputs: Inputs) -> bool:
    """Whether what was paid late is claimed for by itself: its sums are listed, or it is said that there are some, and
    no penalty is asked for with the debt."""
    claimed = inputs.truth("fee_paid_late") and not inputs.truth("late_fee_requested")
    return bool(inputs.periods("late_principal") or claimed)


def with_payments(owing: Iterable[_Owing], payments: Sequence[Payment], on: date) -> Iterator[Overdue]:
    """What is late of each instalment: what was paid late until it was paid, the rest until today.

    Args:
        owing: the instalments that are or were late, the first due first.
        payments: the earliest first.
        on: today.
    """
    unused = [payment.value for payment in payments]
    for instalment, fee, since in owing:
        left = fee
        for number, payment in enumerate(payments):
            part = min(unused[number], left)
            unused[number] -= part
            left -= part
            if part and payment.day >= since:
                yield Overdue(instalment, part, since, payment.day, payment.says)
        if left and on >= since:
            yield Overdue(instalment, left, since, on)


def payments(inputs: Inputs, *, at_most: bool) -> list[Payment]:
    """Each payment with its day, the earliest first, and how its delay is told; what was set off among them.

    Args:
        inputs: the facts.
        at_most: take a payment whose day is not told as made today, the latest it may be; else as made in time. Where
            what was paid late is claimed for by itself, none is late here.
    """
    apart = told_apart(inputs)
    found = [_set_off(one, inputs) for one in inputs.set_off]
    for one in inputs.periods(_PAID):
        if apart or (one.until is None and not at_most):
            found.append(Payment(one.value, date.min, ""))
        elif one.until is None:
            found.append(Payment(one.value, inputs.on, f"中已付的（哪天付的没有填，最迟算到 {inputs.on}）"))
        else:
            found.append(_on_its_day(one.value, one.until))
    return sorted(found, key=lambda payment: payment.day)


def dated_payments(inputs: Inputs) -> list[Payment]:
    """The payments whose day is told, the earliest first."""
    found = (_on_its_day(one.value, one.until) for one in inputs.periods(_PAID) if one.until)
    return sorted(found, key=lambda payment: payment.day)


def _on_its_day(value: Decimal, day: date) -> Payment:
    return Payment(value, day, f"中 {day} 付的")


def _set_off(one: Period, inputs: Inputs) -> Payment:
    """What was set off; at the latest today, where nobody tells when the notice arrived."""
    untold = f"中已抵销的（通知哪天到达没有填，最迟算到 {inputs.on}）"
    return Payment(one.value, one.until or inputs.on, f"中 {one.until} 抵销的" if one.until else untold)
