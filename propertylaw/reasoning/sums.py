"""What the claimant gets: the remedies as sums, less what the defences take off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import (
    Capacity,
    Defence,
    DefenceFinding,
    Effect,
    FactUse,
    Money,
    Remedy,
    RemedyFinding,
    Step,
    Truth,
)
from propertylaw.rulebook.calculations import FIGURES, SUMS, Inputs, MissingFactsError
from propertylaw.rulebook.calculations.fees import fee_of, instalments
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.calculations.sums import cents, shown
from propertylaw.rulebook.calculations.supposed import Supposed
from propertylaw.rulebook.expression import ROLES, Expression, Junction, Not, names, parse

from .casefile import PairFacts
from .claims import Examination
from .terms import Noted
from .truth import Standing, truth_of

_TAKES_OFF = frozenset({Effect.REDUCES, Effect.DEFEATS, Effect.MEASURES})
_ZERO = Decimal(0)


class _Cut(NamedTuple):
    """What a defence takes off: at least `sure`, at most `possible`; None: as much as the court finds right."""

    remedies: tuple[str, ...]
    calc: str | None
    sure: Decimal
    possible: Decimal | None
    says: str
    all_of_it: Truth = Truth.FALSE
    """Whether it takes everything, whatever the sum."""


def remedies_of(examination: Examination) -> tuple[RemedyFinding, ...]:
    """Every remedy that is asked for, with its sum or with what is missing to compute it."""
    cuts = tuple(_cuts(examination))
    found: list[RemedyFinding] = []
    principal: tuple[_Cut, ...] = ()
    for remedy in examination.part.remedies:
        given = examination.holds(remedy.when)
        if given is Truth.FALSE:
            to_prove = _to_prove(remedy, examination)
            if to_prove:
                found.append(RemedyFinding(says=remedy.says, missing=to_prove, basis=examination.cited(remedy)))
            continue
        touching = tuple(cut for cut in cuts if remedy.id in cut.remedies or not (cut.remedies or remedy.accessory))
        gone = any(cut.all_of_it is Truth.TRUE for cut in touching)
        if remedy.accessory:
            finding = _accessory(remedy, examination, principal)
        else:
            finding, principal = _priced(remedy, examination.facts, examination), touching
        if finding.money is not None:
            reduced = _less(finding.money, touching)
            finding = finding.model_copy(update={"money": _own_part(reduced, examination)})
        elif gone:
            continue
        else:
            finding = _unless_defeated(finding, touching)
        finding = finding if given is Truth.TRUE else _if_given(finding, remedy, examination)
        found.append(_chosen_between(finding, remedy, examination))
    return tuple(found)


def _unless_defeated(finding: RemedyFinding, cuts: Iterable[_Cut]) -> RemedyFinding:
    """A remedy without a sum that defences may take, which is open: told with them."""
    says = "".join(f"（抗辩“{cut.says}”成立则没有，未定）" for cut in cuts if cut.all_of_it is Truth.UNKNOWN)
    return finding.model_copy(update={"says": f"{finding.says}{says}"})


def _to_prove(remedy: Remedy, examination: Examination) -> tuple[FactUse, ...]:
    """What is disputed and not proved, where only that keeps a remedy from being given."""
    if examination.holds_if_proved(remedy.when) is Truth.FALSE:
        return ()
    named = (name for name in names(parse(remedy.when)) if name not in ROLES)
    uses = map(examination.facts.use, named)
    return tuple(use for use in uses if use.proof == "unproved")


def open_in(when: str, standing: Standing) -> tuple[str, ...]:
    """The facts of which it is not known whether they give a remedy; not those beside which another gives it."""
    return tuple(dict.fromkeys(_keeping_open(parse(when), standing)))


def _keeping_open(condition: Expression, standing: Standing) -> Iterator[str]:
    """The facts for want of which a condition is open."""
    if truth_of(condition, standing) is not Truth.UNKNOWN:
        return
    match condition:
        case Not(operand):
            yield from _keeping_open(operand, standing)
        case Junction(_, operands):
            for operand in operands:
                yield from _keeping_open(operand, standing)
        case _:
            yield from (name for name in names(condition) if name not in ROLES and standing.value(name) is None)


def _chosen_between(finding: RemedyFinding, remedy: Remedy, examination: Examination) -> RemedyFinding:
    """A remedy beside another for the same loss: told that only one of the two can be had."""
    remedies = examination.part.remedies
    for other in remedies:
        if other.id == remedy.instead_of and examination.holds(other.when) is not Truth.FALSE:
            return finding.model_copy(update={"says": f"{finding.says}（与“{other.says}”择一，不能重复）"})
    return finding


def _if_given(finding: RemedyFinding, remedy: Remedy, examination: Examination) -> RemedyFinding:
    """A remedy whose condition is open: told with it, and perhaps nothing."""
    wanting = open_in(remedy.when, examination.standing)
    titles = "、".join(examination.facts.use(name).title for name in wanting)
    low = finding.money and (None if finding.money.low is None else _ZERO)
    money = finding.money and finding.money.model_copy(update={"low": low})
    return finding.model_copy(update={"says": f"{finding.says}（以“{titles}”为条件，未定）", "money": money})


def reckoned_on_what_is_left(examination: Examination) -> Inputs:
    """The facts with what the defences that are given take off the fees, instalment by instalment."""
    return _lowered(examination.facts, [cut for cut in _cuts(examination) if cut.sure])


def calculations(examination: Examination) -> tuple[str, ...]:
    """What is reckoned for the sums that are asked for, and for what defences take off."""
    remedies = examination.part.remedies
    named = [remedy.calc for remedy in remedies if examination.holds(remedy.when) is not Truth.FALSE]
    return tuple(dict.fromkeys(filter(None, (*named, *(cut.calc for cut in _cuts(examination))))))


def total(findings: Iterable[RemedyFinding]) -> Money | None:
    """The remedies added up; None when none is a sum or one of them cannot be computed."""
    findings = tuple(findings)
    return None if any(finding.missing for finding in findings) else reckoned(findings)


def reckoned(findings: Iterable[RemedyFinding]) -> Money | None:
    """Those of the remedies added up that can be computed; None when none of them is a sum."""
    sums = [finding.money for finding in findings if finding.money is not None]
    if not sums:
        return None
    lows = [money.low for money in sums]
    low = None if None in lows else sum((low for low in lows if low is not None), _ZERO)
    supposing = tuple(dict.fromkeys(one for money in sums for one in money.supposing))
    return Money(low=low, high=sum((money.high for money in sums), _ZERO), supposing=supposing)


_ONE = Decimal(1)
WHOLE = frozenset({"sole", "joint"})
"""Who answers in this way owes the whole."""
_UP_TO = frozenset({"supplementary", "compensatory"})
"""Who answers in this way owes at most so much: what execution leaves, or what the court finds fair."""


def _priced(remedy: Remedy, inputs: Inputs, examination: Examination) -> RemedyFinding:
    noted = Noted(inputs)
    money, missing = computed(remedy.calc, noted)
    figures, lacking = _figures(remedy, examination.facts)
    return RemedyFinding(
        says=remedy.says,
        money=money,
        figures=figures,
        missing=tuple(map(examination.facts.use, (*missing, *lacking))),
        terms=tuple(noted.stated(examination.facts)),
        basis=examination.cited(remedy),
    )


def _figures(remedy: Remedy, facts: PairFacts) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """What is told beside a remedy, or the facts that are missing to reckon it."""
    try:
        return (FIGURES[remedy.figures](facts) if remedy.figures else ()), ()
    except MissingFactsError as missing:
        return (), missing.facts


def _accessory(remedy: Remedy, examination: Examination, cuts: tuple[_Cut, ...]) -> RemedyFinding:
    """What follows the debt, reckoned on what the defences leave of each instalment: at most with those that are given,
    at least with all that may be."""
    finding = _priced(remedy, _lowered(examination.facts, [cut for cut in cuts if cut.sure]), examination)
    open_cuts = any(cut.possible is None or cut.possible > cut.sure for cut in cuts)
    if finding.money is None or not open_cuts:
        return finding
    least = None
    if all(cut.possible is not None for cut in cuts):
        money, _ = computed(remedy.calc, _lowered(examination.facts, cuts))
        least = money.low if money else None
    says = "本金减收多少未定，随本金减少" if least is None else "未定的减收都成立时，随本金减为"
    step = Step(says=says, amount=least)
    money = finding.money.model_copy(update={"low": least, "steps": (*finding.money.steps, step)})
    return finding.model_copy(update={"money": money})


def _lowered(facts: PairFacts, cuts: Iterable[_Cut]) -> Inputs:
    """The facts with what the cuts take off each instalment; a plain sum goes to those that fell due first."""
    off: dict[date, Decimal] = {}
    for cut in cuts:
        if cut.calc is None or cut.possible is None:
            continue
        left = cut.possible
        for one in instalments(facts) if cut.possible else ():
            alone = Supposed(facts, dates={"unpaid_from": one.start, "unpaid_to": one.end})
            if "unpaid_from" in words_in(SUMS[cut.calc]):
                share = SUMS[cut.calc](alone).high
            else:
                share = min(left, fee_of(facts, one))
                left -= share
            off[one.start] = off.get(one.start, _ZERO) + share
    return Supposed(facts, off=off)


def _own_part(money: Money, examination: Examination) -> Money:
    """The part of the whole for which the respondent answers, by the capacity in which he does."""
    partial = [capacity for capacity in examination.capacities if capacity.kind not in WHOLE]
    if not partial:
        return money
    if len(examination.capacities) > 1:
        # In which of the capacities he answers is open: at most the whole.
        step = Step(says="以哪一种方式负责未定，至多为全部")
        return money.model_copy(update={"low": None, "steps": (*money.steps, step)})
    (capacity,) = partial
    bounds = _bounds(capacity, examination.facts)
    low, high = bounds or (_ZERO, _ONE)
    up_to = capacity.kind in _UP_TO or capacity.rest_after
    least = None if bounds is None or up_to or money.low is None else cents(money.low * low)
    says = (
        f"按责任方式{'至多' if up_to else ''}承担 {shown(bounds)}" if bounds else "按责任方式承担其中多少，由法院酌定"
    )
    step = Step(says=says, amount=cents(money.high * high) if bounds else None)
    update = {"low": least, "high": cents(money.high * high), "steps": (*money.steps, step)}
    return money.model_copy(update=update)


def for_a_part(examination: Examination) -> bool:
    """Whether it is known that the respondent answers for less than the whole loss."""
    bounds = [_bounds(capacity, examination.facts) for capacity in examination.capacities]
    return bool(bounds) and all(one is not None and one[1] < _ONE for one in bounds)


def _bounds(capacity: Capacity, facts: PairFacts) -> tuple[Decimal, Decimal] | None:
    """Between which shares of the whole the respondent answers; None where that is not known."""
    if capacity.share:
        return facts.bounds(capacity.share)
    before = facts.bounds(capacity.rest_after) if capacity.rest_after else None
    return (_ONE - before[1], _ONE - before[0]) if before else None


def computed(calc: str | None, facts: Inputs) -> tuple[Money | None, tuple[str, ...]]:
    """A sum, or the facts that are missing to compute it."""
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
    if finding.effect is Effect.DEFEATS:
        return _Cut(rule.touches, None, _ZERO, None, finding.says, finding.truth)
    # A counter-defence that is open, or only takes the defence away, leaves its calculation.
    countered = rule.unless if finding.unless and rule.unless and rule.unless.effect is finding.effect else None
    calc = countered.calc if countered else rule.calc
    money, _ = computed(calc, facts)
    possible = None if money is None else money.high
    sure = money.low or _ZERO if money is not None and finding.truth is Truth.TRUE else _ZERO
    says = finding.unless or finding.says
    return _Cut(rule.touches, calc, sure, possible, says)


def _measured(cut: _Cut, money: Money) -> _Cut:
    """What takes everything, measured by the sum that is there."""
    if cut.all_of_it is Truth.FALSE:
        return cut
    return cut._replace(possible=money.high, sure=money.high if cut.all_of_it is Truth.TRUE else _ZERO)


def _less(money: Money, cuts: Iterable[_Cut]) -> Money:
    for one in cuts:
        cut = _measured(one, money)
        low = None if money.low is None or cut.possible is None else max(money.low - cut.possible, _ZERO)
        high = max(money.high - cut.sure, _ZERO)
        if cut.possible is None:
            step = Step(says=f"{cut.says}：减多少由法院酌定")
        elif cut.sure:
            step = Step(says=cut.says, amount=-cut.sure)
        else:
            step = Step(says=f"{cut.says}（未定，最多）", amount=-cut.possible)
        money = money.model_copy(update={"low": low, "high": high, "steps": (*money.steps, step)})
    return money
