"""For which part of the whole a respondent answers, by the ways in which he does."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Capacity, Money, Step, Truth
from propertylaw.rulebook.calculations.sums import cents, shown

from .claims import Examination
from .same_loss import of_others

WHOLE = frozenset({"sole", "joint"})
"""Who answers in this way owes the whole."""
_UP_TO = frozenset({"supplementary", "compensatory"})
"""Who answers in this way owes at most so much: what execution leaves, or what the court finds fair."""
_BESIDE_OTHERS = frozenset({"several", "proportionate"})
"""Who answers in this way owes his own part beside those of others."""
_ZERO, _ONE = Decimal(0), Decimal(1)


class _Part(NamedTuple):
    """A part of the whole between two shares."""

    low: Decimal | None
    """None: how little is for the court to say, or for what execution leaves."""
    high: Decimal

    @property
    def exact(self) -> bool:
        """Whether it is one share."""
        return self.low == self.high


def own_part(money: Money, loss: Money, examination: Examination) -> Money:
    """The part of the whole for which the respondent answers, by the capacity in which he does.

    A share is one of the whole loss and stands beside the part that the victim bears himself, which is not taken off
    once more. Where it is open in which of several ways he answers, at most what any of them gives.

    Args:
        money: the loss after all that defences take off it: nobody owes more.
        loss: the same before the victim's own part was taken off.
        examination: of the claim.
    """
    capacities = examination.capacities
    if all(capacity.kind in WHOLE for capacity in capacities):
        return money
    part = _of_all([_part(capacity, examination) for capacity in capacities])
    if part.exact and part.high == _ONE:
        return money
    owed = [_owed(capacity, money, loss, examination) for capacity in capacities]
    lows = [low for low, _ in owed]
    least = None if None in lows else min(low for low in lows if low is not None)
    most = max(high for _, high in owed)
    step = Step(
        says=_says(capacities, part, examination, own_fault=money.high < loss.high),
        amount=most if most < money.high else None,
    )
    limited = money.model_copy(update={"low": least, "high": most, "usual": None, "steps": (*money.steps, step)})
    (first, *others) = capacities
    return limited if others or first.shared_among is None else _shared(limited, first.shared_among, examination)


def _owed(capacity: Capacity, money: Money, loss: Money, examination: Examination) -> tuple[Decimal | None, Decimal]:
    """What the respondent owes in one capacity, at least and at most."""
    if capacity.kind in WHOLE:
        return money.low, money.high
    part = _part(capacity, examination)
    others = _shares_of_others(capacity, examination)
    if others:
        return None, max(money.high - cents(loss.high * others), _ZERO)
    if capacity.rest_after:
        # Who answers for the rest bears neither the share of those before him nor the victim's own.
        return None, max(money.high - cents(loss.high * (_ONE - part.high)), _ZERO)
    least = None if part.low is None or loss.low is None else cents(loss.low * part.low)
    if least is not None and money.low is not None:
        least = min(least, money.low)
    return least, min(cents(loss.high * part.high), money.high)


def _shared(money: Money, number: str, examination: Examination) -> Money:
    """What all who share it owe together, and what falls on one of them if all bear alike, where their number is told.

    Of a number between bounds the least counts, by which most falls on each.
    """
    bounds = examination.facts.bounds(number)
    if bounds is None:
        return money.model_copy(update={"together": True})
    fewest = max(bounds[0], _ONE)
    each = cents(money.high / fewest)
    title = examination.facts.use(number).title
    says = f"{title}为 {fewest.normalize():f}，各付各的，不是连带；平均每一方（怎样分由法院酌定）"
    step = Step(says=says, amount=each)
    together = fewest > _ONE
    return money.model_copy(
        update={"usual": each if together else None, "together": together, "steps": (*money.steps, step)}
    )


def for_a_part(examination: Examination) -> bool:
    """Whether it is known that the respondent answers for less than the whole that is asked for."""
    parts = [_part(one, examination) for one in examination.capacities if not one.of_claimant]
    return bool(parts) and all(part.high < _ONE for part in parts)


def perhaps_for_the_whole(examination: Examination) -> bool:
    """Whether the law leaves open whether the respondent answers for the whole or for a part."""
    ways = examination.capacities
    return len(ways) > 1 and any(one.where and one.kind in WHOLE for one in ways)


def _says(capacities: tuple[Capacity, ...], part: _Part, examination: Examination, *, own_fault: bool) -> str:
    """The part in words."""
    if len(capacities) > 1:
        most = f"承担其中的 {shown((part.high, part.high))}" if part.high < _ONE else "全部由他承担"
        return f"按哪一种责任方式负责还没有确定，最多{most}"
    (capacity,) = capacities
    bounds = _bounds(capacity, examination)
    if capacity.of_claimant and bounds:
        return f"其中请求的一方自己的一份 {shown(bounds)}"
    others = _shares_of_others(capacity, examination)
    if others:
        return f"别人承担的 {shown((others, others))} 不在其内，承担其余的多少，由法院酌定"
    if bounds in (None, (_ONE, _ONE)):
        return "按责任方式承担其中多少，由法院酌定"
    beside = "（受害人自负的部分另外扣除）" if capacity.rest_after and own_fault else ""
    return f"按责任方式{'至多' if part.low is None else ''}承担全部损失的 {shown(bounds)}{beside}"


def _of_all(parts: list[_Part]) -> _Part:
    """The part that covers each of several."""
    lows = [part.low for part in parts]
    low = None if None in lows else min(low for low in lows if low is not None)
    return _Part(low, max(part.high for part in parts))


def _part(capacity: Capacity, examination: Examination) -> _Part:
    """The part for which the respondent answers in one capacity."""
    if capacity.kind in WHOLE:
        return _Part(_ONE, _ONE)
    bounds = _bounds(capacity, examination)
    if bounds is None:
        return _Part(None, _ONE - _shares_of_others(capacity, examination))
    up_to = capacity.kind in _UP_TO or capacity.rest_after
    return _Part(None if up_to else bounds[0], bounds[1])


def _shares_of_others(capacity: Capacity, examination: Examination) -> Decimal:
    """What at least falls on others who answer each for his part, where the part of the respondent was not told."""
    if capacity.kind not in _BESIDE_OTHERS or capacity.share is None or _bounds(capacity, examination) is not None:
        return _ZERO
    others = of_others(capacity.share, examination.facts, examination.part.claim.id)
    told = (there.bounds(capacity.share) for there in others)
    return min(sum((bounds[0] for bounds in told if bounds), _ZERO), _ONE)


def _bounds(capacity: Capacity, examination: Examination) -> tuple[Decimal, Decimal] | None:
    """Between which shares of the whole the respondent answers; None where that is not known."""
    if capacity.share:
        return examination.facts.bounds(capacity.share)
    others = examination.concept(capacity.rest_where) if capacity.rest_where else Truth.TRUE
    if others is Truth.FALSE:
        return _ONE, _ONE
    before = examination.facts.bounds(capacity.rest_after) if capacity.rest_after else None
    if before is None:
        return None
    return _ONE - before[1], _ONE if others is Truth.UNKNOWN else _ONE - before[0]
