"""What is left of the sums of a claim where somebody owes no more than he received: an heir, of debts of the deceased.

The limit holds for all sums of the claim together; what the heir owes for his own time stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import DefenceFinding, RemedyFinding, Step, Truth
from propertylaw.rulebook.calculations.sums import cents

from .claims import Examination
from .reductions import computed

_ZERO = Decimal(0)
_OWED_BEFORE = "inherited_debt_sum"
"""The fact that says how much of the whole the deceased owed; all of it where nobody tells it."""


class Limit(NamedTuple):
    """A defence that leaves no more than a sum."""

    says: str
    remedies: tuple[str, ...]
    most: Decimal | None
    """The sum; None where nobody told it."""
    lacking: tuple[str, ...]
    sure: bool
    """Whether the defence is given; else it is open."""


def limits_of(examination: Examination) -> Iterator[Limit]:
    """The limits that defences set, given or open."""
    for rule, finding in zip(examination.part.defences, examination.defences, strict=True):
        if rule.leaves and _counts(finding):
            money, lacking = computed(rule.leaves, examination.facts)
            most = None if money is None else money.high
            yield Limit(finding.says, rule.touches, most, lacking, finding.truth is Truth.TRUE)


def within_limits(findings: dict[str, RemedyFinding], examination: Examination) -> dict[str, RemedyFinding]:
    """The remedies, by their ids, none with more than the limits leave; they are used up in the order of the claim."""
    for limit in limits_of(examination):
        touched = {id: one for id, one in findings.items() if id in limit.remedies and one.money and not one.unasked}
        if limit.most is not None:
            findings = {**findings, **dict(_lowered(touched, limit, limit.most, examination))}
    return findings


def _counts(finding: DefenceFinding) -> bool:
    return finding.truth is not Truth.FALSE and finding.effect == "measures"


def _lowered(
    touched: dict[str, RemedyFinding], limit: Limit, most: Decimal, examination: Examination
) -> Iterator[tuple[str, RemedyFinding]]:
    sums = [one.money for one in touched.values() if one.money]
    above = _above(sum((money.high for money in sums), _ZERO), most, examination)
    above_least = _above(sum((money.low or _ZERO for money in sums), _ZERO), most, examination)
    for id, one in touched.items():
        money = one.money
        if money is None or above <= 0:
            continue
        off = min(above, money.high)
        above -= off
        least = None if money.low is None else max(money.low - (above_least if limit.sure else off), _ZERO)
        above_least = max(above_least - (money.low or _ZERO), _ZERO)
        says = limit.says if limit.sure else f"{limit.says}（未定）"
        step = Step(says=says, amount=-cents(off))
        high = money.high - off if limit.sure else money.high
        lowered = money.model_copy(update={"low": least, "high": high, "steps": (*money.steps, step)})
        yield id, one.model_copy(update={"money": lowered, "limited": limit.sure})


def _above(whole: Decimal, most: Decimal, examination: Examination) -> Decimal:
    """What of the whole lies above the limit: of what the deceased owed, where it is told how much that is."""
    before = examination.facts.number(_OWED_BEFORE)
    owed = whole if before is None else min(before, whole)
    return max(owed - most, _ZERO)


def lacking_for_limits(examination: Examination) -> Iterable[str]:
    """The facts without which it is not known how far a limit reaches."""
    return (id for limit in limits_of(examination) for id in limit.lacking)
