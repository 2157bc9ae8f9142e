"""What the claimant gets: the remedies as sums, less what the defences take off."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from propertylaw.model import FactUse, Money, Remedy, RemedyFinding, Step, Truth
from propertylaw.rulebook.calculations import FIGURES, Inputs, MissingFactsError
from propertylaw.rulebook.calculations.sums import cents
from propertylaw.rulebook.expression import ROLES, Expression, Junction, Not, claims_in, names, parse

from .bench import Bench
from .between_bounds import at_ends, between, told_between
from .claims import Examination
from .either_way import readings_open, ways
from .estate import within_limits
from .insured import still_asked
from .known import NOT_PROVED, Supposed
from .looked_at import facts_of
from .own_part import own_part
from .paid import still_to_pay
from .pair_facts import PairFacts
from .program import Part
from .reductions import Cut, Left, computed, cuts_of, left_of, less
from .taken_once import of_days_in_time, taken_once
from .terms import Noted
from .truth import OPEN, Standing, truth_of

_ZERO = Decimal(0)


_ITSELF_BETWEEN = "share"
"""The unit of numbers whose bounds the calculations take themselves."""


def remedies_of(examination: Examination, bench: Bench) -> tuple[RemedyFinding, ...]:
    """Every remedy that is or could be asked for, with its sum or with what is missing to compute it.

    Args:
        examination: of the claim.
        bench: its two parties, to ask for the claim for a debt that a remedy follows.
    """
    return tuple(_by_id(examination, bench).values())


def debt_of(examination: Examination, bench: Bench) -> Money | None:
    """The sums that are asked for, without what only follows them: the debt that may be set off.

    Args:
        examination: of the claim.
        bench: its two parties.
    """
    found = _by_id(examination, bench)
    main = (one for one in examination.part.remedies if not one.only_follows)
    return total(found[one.id] for one in main if one.id in found)


def following_of(examination: Examination, bench: Bench) -> Money | None:
    """The sums that are asked for and only follow the debt: for delay until today, or until it was set off."""
    found = _by_id(examination, bench)
    return total(found[one.id] for one in examination.part.remedies if one.only_follows and one.id in found)


def _by_id(examination: Examination, bench: Bench) -> dict[str, RemedyFinding]:
    """The remedies by their ids; open where they hang on a clause that was not understood."""
    found = _as_told(examination, bench)
    if not bench.file.documents.not_understood:
        return found
    from .left_by_clauses import open_sums

    return open_sums(found, examination, bench, _as_told)


def _as_told(examination: Examination, bench: Bench) -> dict[str, RemedyFinding]:
    """The remedies by their ids, as if a clause that was not understood said nothing."""
    open_reading = next(readings_open(examination.part, bench), None)
    if open_reading is not None:
        either = ways(open_reading, bench)
        found = [_as_told(there.examination(examination.part, examination.readings), there) for there in either]
        least = f"取决于“{open_reading.title}”（见“法律没有定论之处”），以上按多的一说算；另一说为"
        # Figures that measure no sum tell both readings by themselves.
        figures = {id: one for id, one in _remedies(examination, bench).items() if one.figures and one.money is None}
        return between(found, least) | figures
    ids = _told_between(examination.part, bench)
    rivals = _rivals(examination.part, bench)
    if not ids and not rivals:
        return _remedies(examination, bench)
    ends = [bench.with_facts_of(file) for file in at_ends(bench.file, ids, rivals)]
    found = [_remedies(there.examination(examination.part, examination.readings), there) for there in ends]
    return between(found, f"{_open_numbers(ids, rivals, bench)}，以上按最多的算；按最少的算为")


def _open_numbers(ids: Collection[str], rivals: Collection[str], bench: Bench) -> str:
    """Why numbers are open, in words."""
    kinds = ((ids, "只知道范围"), (rivals, "双方的证据相反"))
    named = (("、".join(f"“{bench.rules.facts[id].title}”" for id in some), why) for some, why in kinds)
    return "，".join(f"{titles}{why}" for titles, why in named if titles)


def _rivals(part: Part, bench: Bench) -> dict[str, tuple[Supposed, ...]]:
    """The numbers of which both sides have evidence and on which the sums of a claim may hang: the least, the most."""
    read = _read(part, bench) if any(len(told) > 1 for told in bench.file.said.values()) else ()
    numbers = (id for id in read if bench.rules.facts[id].type == "number")
    return {id: values for id in numbers if len(values := bench.facts.rivals(id)) > 1}


def _told_between(part: Part, bench: Bench) -> tuple[str, ...]:
    """The numbers told between bounds on which the sums of a claim may hang."""
    if all(one.low is None for one in bench.file.dispute.facts):
        return ()
    return told_between(bench.file.dispute, _read(part, bench))


def _read(part: Part, bench: Bench) -> list[str]:
    """The facts on which the sums of a claim may hang, without those whose bounds the calculations take themselves."""
    follows = {remedy.follows for remedy in part.remedies} - {None}
    debts = (found[1] for id in follows if id and (found := bench.other(id)))
    read = {id for one in (part, *debts) for id in facts_of(one, bench.rules)}
    return sorted(id for id in read if bench.rules.facts[id].unit != _ITSELF_BETWEEN)


def _remedies(examination: Examination, bench: Bench) -> dict[str, RemedyFinding]:
    """The remedies by their ids, each as its numbers stand."""
    cuts = cuts_of(examination, examination.facts)
    found: dict[str, RemedyFinding] = {}
    principal: tuple[Cut, ...] = ()
    reckoned_on: dict[str, tuple[Money, list[Cut]]] = {}
    set_off = [cut for cut in cuts if cut.sets_off]
    for remedy in examination.part.remedies:
        given = examination.holds(remedy.when)
        touching = [cut for cut in cuts if cut.touches(remedy)]
        if given is Truth.FALSE:
            to_prove = _to_prove(remedy, examination)
            if to_prove and not any(cut.all_of_it is Truth.TRUE for cut in touching):
                finding = RemedyFinding(says=remedy.says, missing=to_prove, basis=examination.cited(remedy))
                found[remedy.id] = _unless_defeated(finding, touching)
            continue
        if remedy.accessory or remedy.follows:
            fees = left_of(examination.facts, principal if remedy.accessory else _cuts_of_debt(remedy, bench))
            touching = [cut for cut in _cuts_on(fees, examination) if cut.touches(remedy)]
            finding = _following(remedy, examination, fees)
        elif remedy.interest_on:
            finding = _interest_on(reckoned_on.get(remedy.interest_on), _priced(remedy, examination.facts, examination))
        else:
            finding, principal = _priced(remedy, examination.facts, examination), tuple(touching)
            touching = list(taken_once(touching, examination.facts))
        if finding.money is not None:
            reckoned_on[remedy.id] = finding.money, touching
            reduced = _owed(finding.money, touching, examination)
            # What is set off with more than the debt goes on to what follows it (合同编通则解释 55).
            reached = [cut for cut in set_off if cut.touches(remedy) or (remedy.accessory and _reached(cut, principal))]
            off = reached if asked_for(remedy, examination) else []
            set_off = [cut.beyond(reduced) if cut in off else cut for cut in set_off]
            before = reduced if any(cut.possible for cut in off) else None
            finding = finding.model_copy(update={"money": less(reduced, off), "before_set_off": before})
        elif any(cut.all_of_it is Truth.TRUE for cut in touching):
            continue
        else:
            finding = _unless_defeated(finding, touching)
        finding = finding if given is Truth.TRUE else _if_given(finding, remedy, examination)
        finding = _chosen_between(finding, remedy, examination) if remedy.instead_of in found else finding
        found[remedy.id] = finding.model_copy(update={"unasked": not asked_for(remedy, examination)})
    return within_limits(found, examination)


def _cuts_on(fees: Left, examination: Examination) -> tuple[Cut, ...]:
    """The cuts off what follows a debt: what is sure of them on what is left of it at most, what is possible on what is
    left at least, where that is told."""
    most = of_days_in_time(cuts_of(examination, fees.most), fees.most)
    if fees.least is None or not fees.open:
        return most
    least = of_days_in_time(cuts_of(examination, fees.least), fees.least)
    return tuple(cut.with_the_debt(other) for cut, other in zip(most, least, strict=True))


def _owed(whole: Money, cuts: Iterable[Cut], examination: Examination) -> Money:
    """What the respondent owes of a sum after all that is taken off it but for set-off."""
    told = [cut for cut in cuts if not cut.sets_off]
    reducing = [cut for cut in told if not (cut.insures or cut.paid_before)]
    loss = less(whole, [cut for cut in reducing if not cut.own_part])
    left = less(whole, reducing)
    owed = still_asked(own_part(left, loss, examination), whole, told)
    rest = still_asked(left, whole, told)
    return still_to_pay(owed, rest, told, examination.facts, examination.part.claim.id)


def none_due(examination: Examination, remedies: Iterable[RemedyFinding]) -> Money | None:
    """Naught, where nothing that gives money is or may still be had, though an order is; None else."""
    paying = [remedy for remedy in examination.part.remedies if remedy.pays]
    if not paying or any(examination.holds(one.when) is not Truth.FALSE for one in paying):
        return None
    if any(one.missing for one in remedies):
        return None  # what only has to be proved may still be had
    return Money(low=_ZERO, high=_ZERO, steps=(Step(says="可以得到金钱的请求没有一项成立", amount=_ZERO),))


def _reached(cut: Cut, principal: Iterable[Cut]) -> bool:
    """Whether a set-off was taken off the debt that a remedy follows, so that what is left of it may go on."""
    return any(one.sets_off and one.remedies == cut.remedies for one in principal)


def _unless_defeated(finding: RemedyFinding, cuts: Iterable[Cut]) -> RemedyFinding:
    """A remedy without a sum that defences may take, which is open: told with them."""
    says = "".join(f"（抗辩“{cut.says}”成立则没有，未定）" for cut in cuts if cut.all_of_it is Truth.UNKNOWN)
    return finding.model_copy(update={"says": f"{finding.says}{says}"})


def asked_for(remedy: Remedy, examination: Examination) -> bool:
    """Whether the claimant asks for a remedy: for each that needs no word of his own, and else where he says so."""
    return remedy.asked_by is None or examination.facts.truth(remedy.asked_by) is True


def _cuts_of_debt(remedy: Remedy, bench: Bench) -> tuple[Cut, ...]:
    """What defences take off the debt that a remedy follows, where another claim asks for it."""
    other = bench.other(remedy.follows) if remedy.follows else None
    if other is None:
        return ()
    there, part = other
    debt = there.examination(part)
    return tuple(cut for cut in cuts_of(debt, debt.facts) if cut.touches(part.remedies[0]))


def _to_prove(remedy: Remedy, examination: Examination) -> tuple[FactUse, ...]:
    """What is disputed and not proved, where only that keeps a remedy from being given."""
    if examination.holds_if_proved(remedy.when) is Truth.FALSE:
        return ()
    named = (name for name in names(parse(remedy.when)) if name not in ROLES)
    uses = map(examination.facts.use, named)
    return tuple(use for use in uses if use.proof in NOT_PROVED)


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
    for other in examination.part.remedies:
        if other.id == remedy.instead_of and examination.holds(other.when) is not Truth.FALSE:
            return finding.model_copy(update={"says": f"{finding.says}（与“{other.says}”择一，不能重复）"})
    return finding


def _if_given(finding: RemedyFinding, remedy: Remedy, examination: Examination) -> RemedyFinding:
    """A remedy whose condition is open: told with it, and perhaps nothing."""
    facts = examination.facts
    keeping_open = open_in(remedy.when, examination.standing)
    lacking = dict.fromkeys(id for name in keeping_open for id in facts.known(name).turns_on or (name,))
    wanting = [facts.use(id).title for id in lacking]
    others = (id for id in claims_in(parse(remedy.when)) if examination.standing.claim(id) == OPEN)
    titles = "、".join((*wanting, *(examination.rules.claims[id].title for id in others)))
    low = finding.money and (None if finding.money.low is None else _ZERO)
    money = finding.money and finding.money.model_copy(update={"low": low})
    says = f"{finding.says}（以“{titles}”为条件，未定）" if titles else f"{finding.says}（未定）"
    return finding.model_copy(update={"says": says, "money": money, "conditional": True})


def calculations(examination: Examination) -> tuple[str, ...]:
    """What is reckoned for the sums that are asked for, and for what defences take off."""
    wanted = (one for one in examination.part.remedies if asked_for(one, examination))
    named = [remedy.calc for remedy in wanted if examination.holds(remedy.when) is not Truth.FALSE]
    return tuple(dict.fromkeys(filter(None, (*named, *(cut.calc for cut in cuts_of(examination, examination.facts))))))


def total(findings: Iterable[RemedyFinding]) -> Money | None:
    """The remedies that are asked for added up; None when none is a sum or one of them cannot be computed."""
    findings = tuple(one for one in findings if not one.unasked)
    return None if any(finding.missing for finding in findings) else reckoned(findings)


def reckoned(findings: Iterable[RemedyFinding]) -> Money | None:
    """Those of them added up that can be computed; None when none of them is a sum."""
    sums = [finding.money for finding in findings if finding.money is not None and not finding.unasked]
    if not sums:
        return None
    lows = [money.low for money in sums]
    low = None if None in lows else sum((low for low in lows if low is not None), _ZERO)
    supposing = tuple(dict.fromkeys(one for money in sums for one in money.supposing))
    open_below = [money.untold for money in sums if money.low is None]
    untold = tuple(dict.fromkeys(one for some in open_below for one in some)) if all(open_below) else ()
    high = sum((money.high for money in sums), _ZERO)
    told = any(money.usual is not None for money in sums)
    usual = sum((money.high if money.usual is None else money.usual for money in sums), _ZERO) if told else None
    together = any(money.together for money in sums)
    until = next((money.usual_until for money in sums if money.usual_until), None)
    wanting = tuple(dict.fromkeys(fact for money in sums for fact in money.wanting))
    return Money(
        low=low,
        high=high,
        usual=usual,
        usual_until=until,
        together=together,
        untold=untold,
        supposing=supposing,
        wanting=wanting,
        known_until=next((one.known_until for one in sums if one.known_until and len(one.wanting) < 2), None),
    )


def _priced(remedy: Remedy, inputs: Inputs, examination: Examination) -> RemedyFinding:
    noted = Noted(inputs)
    money, missing = computed(remedy.calc, noted)
    figures, lacking = _figures(remedy, examination.facts)
    return RemedyFinding(
        says=remedy.says,
        money=money,
        figures=figures,
        unreckoned=remedy.unreckoned,
        missing=tuple(map(examination.facts.use, (*missing, *(money.wanting if money else ()), *lacking))),
        terms=(*noted.stated(examination.facts), *noted.denied(examination.facts)),
        basis=examination.cited(remedy),
    )


def _interest_on(principal: tuple[Money, list[Cut]] | None, finding: RemedyFinding) -> RemedyFinding:
    """Interest on a sum, in proportion to what defences leave of that.

    Args:
        principal: the sum, and what defences take off it; None where it cannot be reckoned.
        finding: interest on the whole of it.
    """
    if principal is None or finding.money is None:
        return finding
    whole, cuts = principal
    reduced = less(whole, cuts)
    if reduced.low == whole.low and reduced.high == whole.high:
        return finding
    money, of = finding.money, whole.high or Decimal(1)
    high = cents(money.high * reduced.high / of)
    low = None if money.low is None or reduced.low is None else cents(money.low * reduced.low / of)
    step = Step(says="本金经抗辩减少，利息按同一比例", amount=high)
    lessened = money.model_copy(update={"low": low, "high": high, "steps": (*money.steps, step)})
    return finding.model_copy(update={"money": lessened})


def _figures(remedy: Remedy, facts: PairFacts) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """What is told beside a remedy, or the facts that are missing to reckon it."""
    try:
        return (FIGURES[remedy.figures](facts) if remedy.figures else ()), ()
    except MissingFactsError as missing:
        return (), missing.facts


def _following(remedy: Remedy, examination: Examination, left: Left) -> RemedyFinding:
    """What follows a debt, reckoned on what the defences leave of each instalment: at most with those that are given,
    at least with all that may be."""
    finding = _priced(remedy, left.most, examination)
    if finding.money is None or not left.open:
        return finding
    money = computed(remedy.calc, left.least)[0] if left.least else None
    least = money.low if money else None
    says = "本金减收多少未定，随本金减少" if least is None else "未定的减收都成立时，随本金减为"
    if left.supposing and least is not None:
        arose = examination.facts.day("setoff_debt_date")
        early = f"在 {arose}（抵销的债权此前还没有）" if arose else "在到期日以前"
        says = f"抵销通知{early}就到达{'，未定的减收又都成立' if left.also_open else ''}的，减为"
    step = Step(says=says, amount=least)
    supposing = (*finding.money.supposing, *left.supposing)
    most = finding.money.model_copy(
        update={"low": least, "steps": (*finding.money.steps, step), "supposing": supposing}
    )
    return finding.model_copy(update={"money": most})
