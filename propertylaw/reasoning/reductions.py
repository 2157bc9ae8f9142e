"""What defences take off the sums of a claim, and what they leave of the fees of each instalment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Defence, DefenceFinding, Effect, Money, Remedy, Step, Supposition, Truth
from propertylaw.rulebook.calculations import SUMS, Inputs, MissingFactsError, Period
from propertylaw.rulebook.calculations.due_days import instalments
from propertylaw.rulebook.calculations.fees import fee_of
from propertylaw.rulebook.calculations.payments import paid_first
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.calculations.sums import told_parts, yuan
from propertylaw.rulebook.calculations.supposed import Supposed

from .claims import Examination
from .lacking import lacking_in_words
from .pair_facts import PairFacts
from .program import TAKES

_TAKES_OFF = TAKES | {Effect.REDUCES, Effect.MEASURES}
_ZERO = Decimal(0)
_SET_OFF, _BARRED = "setoff", "barred_part"
_INSURED, _OWN_PART, _PAID_BEFORE = "insurance_paid", "own_part_of_damage", "paid_before"
_OF_THE_LOSS = frozenset({"barred_damage", "health_insurance_paid", "restitution"})
"""What is taken off the loss itself, whoever bears it: the rest do away with what the respondent owes of it."""
_NOTICE, _AROSE, _SUM = "setoff_notice_date", "setoff_debt_date", "setoff_sum"


class Cut(NamedTuple):
    """What a defence takes off: at least `sure`, at most `possible`; None: as much as the court finds right."""

    remedies: tuple[str, ...]
    calc: str | None
    sure: Decimal
    possible: Decimal | None
    says: str
    all_of_it: Truth = Truth.FALSE
    """Whether it takes everything, whatever the sum."""
    between: str = ""
    """How far it may go, in words; empty where that is exact, or for the court alone to say."""
    lacking: tuple[str, ...] = ()
    """The facts without which it cannot be reckoned, or not exactly."""
    down_to: Decimal | None = None
    """The sum below which it brings nothing; None: there is none."""
    usual: Decimal | None = None
    """What courts generally leave at most, where they say how much is taken off."""
    usual_until: date | None = None
    """The day up to which this was reckoned; None: all days are in it."""
    untold: tuple[str, ...] = ()
    """The titles of what has to be told before it can be reckoned at all."""
    naught: str = ""
    """Of a defence that takes nothing off: why."""
    paid: Decimal = _ZERO
    """What was paid of what it takes off: fees out of time are owed all the same (民法典 192, 560 II)."""

    def unpaid(self) -> Cut:
        """The same of what is unpaid."""
        if not self.paid or self.possible is None:
            return self
        sure, possible = (max(off - self.paid, _ZERO) for off in (self.sure, self.possible))
        return self._replace(sure=sure, possible=possible, paid=_ZERO)

    def measured(self, money: Decimal) -> Cut:
        """The same where what takes everything is measured by the sum that is there."""
        if self.all_of_it is Truth.FALSE:
            return self
        return self._replace(possible=money, sure=money if self.all_of_it is Truth.TRUE else _ZERO)

    def above_its_end(self, money: Decimal) -> Cut:
        """The same where it ends at a sum: of what is there, no more than exceeds that."""
        if self.down_to is None or self.possible is None:
            return self
        above = max(money - self.down_to, _ZERO)
        return self._replace(possible=min(self.possible, above), sure=min(self.sure, above))

    def within(self, money: Decimal) -> Cut:
        """The same where it comes to more than there is: no more is taken off, and the rest is told."""
        if self.possible is None or self.possible <= money or not money:
            return self
        rest = f"（共 {yuan(self.possible)}，余下的 {yuan(self.possible - money)}不在这一项里）"
        says = f"{self.says}{rest}" if self.sure == self.possible else self.says
        return self._replace(possible=money, sure=min(self.sure, money), says=says)

    def with_the_debt(self, other: Cut) -> Cut:
        """The same off what follows a debt, with what may go off it where as little as may be is left of the debt."""
        if not self.possible or other.possible:
            return self._replace(possible=other.possible)
        naught = f"未定，至多 {yuan(self.possible)}，随本金减去的里面已经有它"
        return self._replace(possible=_ZERO, sure=_ZERO, naught=naught)

    @property
    def sets_off(self) -> bool:
        """Whether it is a set-off: the last that is taken off, and once off all remedies together."""
        return self.calc == _SET_OFF

    def beyond(self, money: Money) -> Cut:
        """What is left of it after it was taken off a sum."""
        if self.possible is None:
            return self
        sure, possible = self.sure - min(self.sure, money.high), self.possible - min(self.possible, money.low or _ZERO)
        return self._replace(sure=sure, possible=possible)

    @property
    def insures(self) -> bool:
        """Whether it is what the victim's own insurer paid: taken off his loss, not off what the respondent owes."""
        return self.calc == _INSURED

    @property
    def paid_before(self) -> bool:
        """Whether it is what the respondent paid before: taken off his own part."""
        return self.calc == _PAID_BEFORE

    @property
    def own_part(self) -> bool:
        """Whether it is the part of the loss that the victim bears himself."""
        return self.calc == _OWN_PART

    @property
    def of_the_loss(self) -> bool:
        """Whether there is so much less of a loss, whoever bears it."""
        return self.calc in _OF_THE_LOSS

    @property
    def by_time(self) -> bool:
        """Whether it is reckoned for a time, and so for each instalment by itself."""
        return self.calc is not None and "unpaid_from" in words_in(SUMS[self.calc])

    def touches(self, remedy: Remedy) -> bool:
        """Whether it is taken off a remedy: those it names, else all that do not only follow a debt."""
        return remedy.id in self.remedies if self.remedies else not (remedy.accessory or remedy.interest_on)


class Left(NamedTuple):
    """The facts with what the defences leave of the fees."""

    most: Inputs
    """With what is taken off for certain."""
    least: Inputs | None
    """With all that may be taken off; None where the court says how much."""
    supposing: tuple[Supposition, ...] = ()
    also_open: bool = False
    """Whether it is open what other defences take off."""

    @property
    def open(self) -> bool:
        """Whether it is open how much is left."""
        return self.least is not self.most


def cuts_of(examination: Examination, inputs: Inputs) -> tuple[Cut, ...]:
    """What each defence that is given or open takes off.

    Args:
        examination: of the claim.
        inputs: the facts on which it is reckoned.
    """
    found = zip(examination.part.defences, examination.defences, strict=True)
    return tuple(
        cut_of(rule, finding, examination, inputs)
        for rule, finding in found
        if finding.effect in _TAKES_OFF and finding.truth is not Truth.FALSE and not rule.leaves
    )


def cut_of(rule: Defence, finding: DefenceFinding, examination: Examination, inputs: Inputs | None = None) -> Cut:
    """What one of them takes off, reckoned on the facts of the claim where no others are given."""
    return _with_untold(_cut(finding, rule, inputs or examination.facts), finding, examination)


def _with_untold(cut: Cut, finding: DefenceFinding, examination: Examination) -> Cut:
    """The same with the titles of what a reduction lacks that a rule or an agreement measures, and not the court; one
    of which a clause speaks that was not understood is measured by that."""
    if cut.possible is not None:
        return cut
    by_rule = finding.effect is Effect.REDUCES and finding.concept is None and not finding.unless
    uses = map(examination.facts.use, cut.lacking)
    return cut._replace(untold=tuple(lacking_in_words(use) for use in uses if by_rule or use.proof == "not_understood"))


def _cut(finding: DefenceFinding, rule: Defence, inputs: Inputs) -> Cut:
    if finding.effect in TAKES:
        return Cut(rule.touches, None, _ZERO, None, finding.says, finding.truth)
    # A counter-defence that is open, or only takes the defence away, leaves its calculation.
    countered = rule.unless if finding.unless and rule.unless and rule.unless.effect is finding.effect else None
    calc = countered.calc if countered else rule.calc
    money, lacking = computed(calc, inputs)
    lacking = tuple(one.fact for one in money.supposing) if money else lacking
    possible = None if money is None else money.high
    sure = money.low or _ZERO if money is not None and finding.truth is Truth.TRUE else _ZERO
    open_between = money is not None and money.low != money.high
    between = "；".join(step.says for step in money.steps) if money and open_between else ""
    says = finding.unless or finding.says
    if finding.unless_prover:
        says = f"{finding.says}，除非{finding.unless}"
    down_to = inputs.number(rule.down_to) if rule.down_to and calc == rule.calc else None
    left = computed(rule.usual, inputs)[0]
    usual, until = (left.high, left.known_until) if left else (None, None)
    paid = paid_first(inputs) if calc == _BARRED else _ZERO
    cut = Cut(rule.touches, calc, sure, possible, says, between=between, lacking=lacking, paid=paid)
    given = money is not None and possible == _ZERO and finding.truth is Truth.TRUE
    reckoned = "；".join(step.says for step in money.steps) if money and given else ""
    naught = f"没有可减的部分（{reckoned}：0 元）" if reckoned else ""
    return cut._replace(down_to=down_to, usual=usual, usual_until=until, naught=naught)


def computed(calc: str | None, inputs: Inputs) -> tuple[Money | None, tuple[str, ...]]:
    """A sum, or the facts that are missing to compute it."""
    if calc is None:
        return None, ()
    try:
        return SUMS[calc](inputs), ()
    except MissingFactsError as missing:
        return None, missing.facts


def less(money: Money, cuts: Iterable[Cut]) -> Money:
    """A sum after what is taken off it; what is given and takes nothing off is told with why. What ends at a sum goes
    last: a penalty is not too high beside the loss for days for which none is owed (民法典 585 II)."""
    for one in sorted(cuts, key=lambda one: one.down_to is not None):
        cut = one.measured(money.high).above_its_end(money.high).within(money.high)
        if cut.possible == 0:
            money = money.model_copy(update={"steps": (*money.steps, *_naught(cut))})
            continue
        low = None if money.low is None or cut.possible is None else max(money.low - cut.possible, _ZERO)
        if low is not None and money.low is not None and cut.down_to is not None:
            low = max(low, min(money.low, cut.down_to))
        high = max(money.high - cut.sure, _ZERO)
        untold = money.untold
        if cut.possible is None:
            only_untold = cut.untold and (money.low is not None or money.untold)
            untold = tuple(dict.fromkeys((*money.untold, *cut.untold))) if only_untold else ()
            how_much = f"减多少还缺{'、'.join(cut.untold)}" if cut.untold else "减多少由法院酌定"
            step = Step(says=f"{cut.says}：{how_much}")
        elif cut.sure:
            step = _sure_step(cut)
        else:
            how_far = f"{cut.between}；未定，成立则最多减" if cut.between else "未定，成立则最多减"
            step = Step(says=f"{cut.says}（{how_far}）", amount=-cut.possible)
        usual = _usual(money, cut)
        until = cut.usual_until or money.usual_until
        told = {"low": low, "high": high, "usual": usual, "usual_until": until, "untold": untold}
        money = money.model_copy(update={**told, "steps": (*money.steps, step)})
    return money


def _naught(cut: Cut) -> Iterator[Step]:
    """That a defence takes nothing off, and why."""
    if cut.naught:
        yield Step(says=f"{cut.says}：{cut.naught}")


def _usual(money: Money, cut: Cut) -> Decimal | None:
    """What is generally left at most of a sum after one cut more."""
    if cut.usual is not None:
        return min(cut.usual, money.high if money.usual is None else money.usual)
    return None if money.usual is None else max(money.usual - cut.sure, _ZERO)


def _sure_step(cut: Cut) -> Step:
    """What a defence that is given takes off the most that may be had; of one known between bounds the other as well,
    which is the smaller where it is a share of what is left."""
    if cut.possible in (None, cut.sure):
        return Step(says=cut.says, amount=-cut.sure)
    other = cut.possible or _ZERO
    how_far = f"{cut.between}；" if cut.between else ""
    bound = f"至多 {yuan(other)}" if other > cut.sure else f"最少 {yuan(other)}"
    return Step(says=f"{cut.says}（{how_far}{bound}）", amount=-cut.sure)


def left_of(facts: PairFacts, cuts: Iterable[Cut]) -> Left:
    """What is left of the fees after what defences take off the debt."""
    told = tuple(_of_the_debt(cut, facts) for cut in cuts)
    sure = [cut for cut in told if cut.sure]
    most = _lowered(facts, sure)
    dated = facts.day(_NOTICE) is not None or told_parts(facts, _SUM)
    untold = not dated and any(cut.sets_off and cut.possible for cut in told)
    if not untold and all(cut.possible == cut.sure for cut in told):
        return Left(most, most)
    least = _lowered(facts, told, at_most=False) if all(cut.possible is not None for cut in told) else None
    also_open = any(cut.possible != cut.sure for cut in told if not cut.sets_off)
    return Left(most, least, _AT_THE_LATEST if untold and sure else (), also_open)


def _notices(off: Decimal, facts: PairFacts, arrived: date | None) -> Iterator[Period]:
    """What was set off with the day on which the notice arrived: of several notices each with its sum and day."""
    parts = told_parts(facts, _SUM)
    if not parts:
        yield Period(off, arrived, arrived)
    for one in sorted(parts, key=lambda part: part.until or date.max):
        yield Period(min(off, one.value), one.until, one.until)
        off -= min(off, one.value)


def _of_the_debt(cut: Cut, facts: PairFacts) -> Cut:
    """A cut, of the whole debt where it takes everything."""
    if cut.all_of_it is Truth.FALSE:
        return cut
    try:
        return cut.measured(sum((fee_of(facts, one) for one in instalments(facts)), _ZERO))
    except MissingFactsError:
        return cut


_AT_THE_LATEST = (Supposition(fact=_NOTICE, says="抵销通知是在到期日至填表日之间到达的"),)


def _lowered(facts: PairFacts, cuts: Iterable[Cut], *, at_most: bool = True) -> Inputs:
    """The facts with what the cuts take off each instalment; a plain sum goes to those that fell due first. What is set
    off is taken off from the day on which the notice arrived: one that is not told lies as late as it may, or as early,
    but not before there was a debt to set off with (民法典 568 I).
    """
    off: dict[date, Decimal] = {}
    against: list[Period] = []
    arrived = facts.day(_NOTICE) or (None if at_most else facts.day(_AROSE))
    for cut in cuts:
        taken = cut.sure if at_most else cut.possible
        if taken is None:
            continue
        if cut.sets_off and taken and (at_most or arrived or told_parts(facts, _SUM)):
            against += _notices(taken, facts, arrived)
            continue
        left, paid = taken, cut.paid
        for one in instalments(facts) if taken else ():
            alone = Supposed(facts, dates={"unpaid_from": one.start, "unpaid_to": one.end})
            if cut.calc is not None and cut.by_time:
                money = SUMS[cut.calc](alone)
                share = (money.low or _ZERO) if at_most else money.high
                if paid and share:
                    share = max(min(share, fee_of(facts, one) - off.get(one.start, _ZERO)), _ZERO)
                    of_it = min(paid, share)
                    share, paid = share - of_it, paid - of_it
            else:
                share = min(left, fee_of(facts, one))
                left -= share
            off[one.start] = off.get(one.start, _ZERO) + share
    return Supposed(facts, off=off, against=tuple(against))
