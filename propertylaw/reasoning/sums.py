"""What the claimant gets: the remedies as sums, less what the defences take off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from propertylaw.model import (
    Capacity,
    Defence,
    DefenceFinding,
    Effect,
    Money,
    Remedy,
    RemedyFinding,
    Step,
    Truth,
)
from propertylaw.rulebook.calculations import SUMS, MissingFactsError
from propertylaw.rulebook.calculations.sums import cents, shown

from .casefile import PairFacts
from .claims import Examination

_TAKES_OFF = frozenset({Effect.REDUCES, Effect.MEASURES})
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a defence takes off: at least `sure`, at most `possible`; None: as much as the court finds right."""

    remedies: tuple[str, ...]
    sure: Decimal
    possible: Decimal | None
    says: str


def remedies_of(examination: Examination) -> tuple[RemedyFinding, ...]:
    """Every remedy that is asked for, with its sum or with what is missing to compute it."""
    cuts = list(_cuts(examination))
    found: list[RemedyFinding] = []
    principal: tuple[Decimal, Money] | None = None
    for remedy in (*examination.part.claim.remedies, *examination.part.head.remedies):
        if examination.holds(remedy.when) is Truth.FALSE:
            continue
        finding = _priced(remedy, examination)
        if finding.money is not None:
            before = finding.money
            reduced = _reduced(finding.money, remedy, cuts, principal)
            if not remedy.accessory:
                principal = (before.high, reduced)
            finding = finding.model_copy(update={"money": _own_part(reduced, examination)})
        found.append(finding)
    return tuple(found)


def total(findings: Iterable[RemedyFinding]) -> Money | None:
    """The remedies added up; None when none is a sum or one of them cannot be computed."""
    findings = tuple(findings)
    sums = [finding.money for finding in findings if finding.money is not None]
    if not sums or any(finding.missing for finding in findings):
        return None
    lows = [money.low for money in sums]
    low = None if None in lows else sum((low for low in lows if low is not None), _ZERO)
    return Money(low=low, high=sum((money.high for money in sums), _ZERO))


_ONE = Decimal(1)
_WHOLE = frozenset({"sole", "joint"})
"""Who answers in this way owes the whole."""
_UP_TO = frozenset({"supplementary", "compensatory"})
"""Who answers in this way owes at most so much: what execution leaves, or what the court finds fair."""


def _priced(remedy: Remedy, examination: Examination) -> RemedyFinding:
    money, missing = _computed(remedy.calc, examination.facts)
    uses = tuple(map(examination.facts.use, missing))
    return RemedyFinding(says=remedy.says, money=money, missing=uses, basis=remedy.basis)


def _own_part(money: Money, examination: Examination) -> Money:
    """The part of the whole for which the respondent answers, by the capacity in which he does."""
    partial = [capacity for capacity in examination.capacities if capacity.kind not in _WHOLE]
    if not partial:
        return money
    if len(examination.capacities) > 1:
        # In which of the capacities he answers is open: at most the whole.
        return money.model_copy(update={"low": None, "steps": (*money.steps, *(Step(says=c.says) for c in partial))})
    (capacity,) = partial
    bounds = _bounds(capacity, examination.facts)
    low, high = bounds or (_ZERO, _ONE)
    least = None if bounds is None or capacity.kind in _UP_TO or money.low is None else cents(money.low * low)
    part = f"（{shown(bounds)}）" if bounds else ""
    step = Step(says=f"{capacity.says}{part}", amount=cents(money.high * high) if bounds else None)
    return Money(low=least, high=cents(money.high * high), unit=money.unit, steps=(*money.steps, step))


def _bounds(capacity: Capacity, facts: PairFacts) -> tuple[Decimal, Decimal] | None:
    """Between which shares of the whole the respondent answers; None where that is not known."""
    if capacity.share:
        return facts.bounds(capacity.share)
    before = facts.bounds(capacity.rest_after) if capacity.rest_after else None
    return (_ONE - before[1], _ONE - before[0]) if before else None


def _computed(calc: str | None, facts: PairFacts) -> tuple[Money | None, tuple[str, ...]]:
    if calc is None:
        return None, ()
    try:
        return SUMS[calc](facts), ()
    except MissingFactsError as missing:
        return None, missing.facts


def _cuts(examination: Examination) -> Iterable[_Cut]:
    for rule, finding in zip(examination.part.defences, examination.defences, strict=True):
        if finding.effect in _TAKES_OFF and finding.truth is not Truth.FALSE:
            yield _cut(finding, rule, examination.facts)


def _cut(finding: DefenceFinding, rule: Defence, facts: PairFacts) -> _Cut:
    calc = rule.unless.calc if finding.unless and rule.unless else rule.calc
    money, _ = _computed(calc, facts)
    possible = None if money is None else money.high
    sure = money.low or _ZERO if money is not None and finding.truth is Truth.TRUE else _ZERO
    says = finding.unless or finding.says
    return _Cut(rule.touches, sure, possible, says)


def _reduced(money: Money, remedy: Remedy, cuts: list[_Cut], principal: tuple[Decimal, Money] | None) -> Money:
    if remedy.accessory and principal is not None:
        money = _in_proportion(money, *principal)
        cuts = [cut for cut in cuts if remedy.id in cut.remedies]
    else:
        cuts = [cut for cut in cuts if not cut.remedies or remedy.id in cut.remedies]
    for cut in cuts:
        money = _less(money, cut)
    return money


def _less(money: Money, cut: _Cut) -> Money:
    low = None if money.low is None or cut.possible is None else max(money.low - cut.possible, _ZERO)
    high = max(money.high - cut.sure, _ZERO)
    if cut.possible is None:
        step = Step(says=f"{cut.says}：减多少由法院酌定")
    elif cut.sure:
        step = Step(says=cut.says, amount=-cut.sure)
    else:
        step = Step(says=f"{cut.says}（未定，最多）", amount=-cut.possible)
    return Money(low=low, high=high, unit=money.unit, steps=(*money.steps, step))


def _in_proportion(money: Money, before: Decimal, principal: Money) -> Money:
    """An accessory sum on a reduced principal."""
    if not before or (principal.low == before and principal.high == before):
        return money
    low = None if principal.low is None else cents((money.low or _ZERO) * principal.low / before)
    high = cents(money.high * principal.high / before)
    return Money(
        low=low, high=high, unit=money.unit, steps=(*money.steps, Step(says="随本金减收按比例计算", amount=high))
    )
