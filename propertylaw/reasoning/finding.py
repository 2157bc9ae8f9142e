"""One claim between two people: how it comes out, what it is worth, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from propertylaw.library import KnowledgeBase
from propertylaw.model import (
    Capacity,
    Claim,
    ClaimFinding,
    Defence,
    DefenceFinding,
    Effect,
    ElementFinding,
    FactUse,
    Locator,
    Question,
    RemedyFinding,
    Result,
    Step,
    TimeFinding,
    Truth,
)
from propertylaw.rulebook.calculations import FIGURES
from propertylaw.rulebook.calculations.inputs import MissingFactsError
from propertylaw.rulebook.calculations.limitation import (
    acts_of_creditor,
    course,
    course_since_act,
    kind_of,
    with_reports,
)
from propertylaw.rulebook.expression import names, parse

from .asked import proved_within, to_be_proved, within
from .bench import Bench
from .case import Case
from .claims import Examination
from .clauses_relied_on import in_doubt_before_the_code, rests_on_clauses
from .could_plead import could_plead
from .disputed_statements import disputed_statements, opposite_title
from .granted import due, granted, ground_told
from .headline import IN_VAIN, Ground, Headline, ground_of
from .law_then import law_then
from .one_loss import of_each_his_own
from .open_points import OpenPoints, open_points, reads, rests_on, taken_for_sure
from .orders import said_to_be_done
from .program import FAILS, TAKES, Part
from .raised import in_vain, pleaded, raised
from .recourse import Answered
from .sums import asked_for, reckoned, remedies_of
from .taken_off import taking_nothing
from .time import CODE_IN_FORCE, failing, of_limitation, time_of
from .untold import (
    as_if_told,
    harm_left_untold,
    money_left_untold,
    remedies_left_untold,
    sums_left_untold,
    to_be_told,
)
from .what_to_ask import Asking, by_what_they_decide, each_once
from .which_claims import Wanted

if TYPE_CHECKING:
    from .left_by_clauses import LeftByClauses

_OF_A_SUM = frozenset({Effect.REDUCES, Effect.MEASURES})
"""Effects that only say how much of a remedy is left."""
_SEVERAL = 2
_Part = TypeVar("_Part", ElementFinding, DefenceFinding)


class Examined(NamedTuple):
    """A claim as it came out, and what to ask next."""

    answered: Answered
    questions: tuple[Question, ...]


def examined(case: Case, wanted: Wanted) -> Examined:
    """Examine a claim.

    Args:
        case: the dispute.
        wanted: the claim, and between whom.
    """
    part, claimant, respondent = wanted.pair
    claim, asked = part.claim, wanted.request.sum
    bench = case.bench(claimant.id, respondent.id).inside(claim.id)
    clauses = _heard(bench, part, asked)
    bench = clauses.bench if clauses else bench
    examination = bench.examination(part)
    points = open_points(part, bench)
    time = time_of(claim, bench.standing, case.law.rules.times, failing(examination))
    remedies = remedies_of(examination, bench)
    by_clauses = rests_on_clauses((*examination.elements, *examination.defences), remedies)
    applies = stands_in_time(claim, case, time, weighed=by_clauses)
    untold = sums_left_untold(examination, bench)
    # What a loss or a penalty comes to was not told: it may still be owed.
    owed_untold = tuple(remedies_left_untold(untold, examination, bench))
    remedies = (*remedies, *owed_untold)
    remedies = (*remedies, *money_left_untold(asked, remedies, examination, bench))
    if owed_untold:
        points = open_points(part, bench.assuming(dict.fromkeys(untold, Decimal(1))))
    ground = Ground.OPEN if not applies or owed_untold else ground_of(points.possible)
    ground = ground_told(ground, examination)
    # What goes beyond the sum that is had may be what the court assesses.
    harm = harm_left_untold(examination, bench) if asked is not None and ground is Ground.WHOLE else ()
    ground = Ground.SURE if harm else ground
    owed = ground not in (Ground.EARLY, Ground.IN_VAIN, Ground.FAILS)
    amount = due(asked, examination, remedies) if owed else None
    so_far = within(asked, reckoned(remedies)) if owed and amount is None else None
    headline = granted(ground, asked, amount or so_far, examination, remedies)
    headline, by_clauses_open = clauses.headline(headline, amount) if clauses else (headline, ())
    harm_open = harm if headline.result is Result.DEPENDS else ()
    asking = Asking(case, bench, examination, asked)
    headline, questions = _to_ask(asking, _Left(headline, points, bool(owed_untold), by_clauses_open))
    questions += asking.of_time(claim) if headline.result is Result.DEPENDS and time and not time.decides else ()
    if owed:
        questions += (*asking.days(), *asking.missing(remedies), *asking.raised())
    # First what alone may carry a claim, or a part of it, over the line of limitation.
    numbers = (*to_be_told(untold, bench), *harm_open)
    questions = [*asking.interruptions(), *asking.numbers(numbers), *by_what_they_decide(questions)]
    questions = list(asking.one_for_each_clause(questions))
    if headline.result is not Result.DEPENDS:
        questions = [turning for one in each_once(questions) if (turning := asking.turning(one))]
    hangs_on = _hangs_on(headline, questions, case.law)
    capacities = examination.capacities
    unproved = _unproved(part, bench, examination, remedies if owed else ())
    unproved = tuple(proved_within(asked, use) for use in unproved)
    if headline.result is Result.NOT_SUPPORTED:
        unproved = tuple(use.model_copy(update={"bears_on": "result"}) for use in unproved)
    defences = tuple(_of_here(d, case.law) for d in _told_defences(part, examination, bench))
    finding = ClaimFinding(
        id=claim.id,
        title=claim.title,
        claimant=claimant.id,
        respondent=respondent.id,
        result=headline.result,
        settled=headline.result is not Result.DEPENDS and not unproved and not hangs_on,
        at_least_partly=headline.at_least_partly,
        fails_either_way=headline.fails_either_way,
        first=tuple(dict.fromkeys(_first(examination))) if headline.early else (),
        unproved=unproved,
        hangs_on=hangs_on,
        capacity=capacities[0].kind if len(capacities) == 1 else None,
        capacity_says=_ways_told(capacities, bench, part),
        capacity_concepts=tuple(c.where for c in capacities if c.where) if len(capacities) > 1 else (),
        amount=amount,
        reckoned=so_far,
        asked=asked,
        elements=tuple(_turning_on(examination.elements, points, of_sums=())),
        defences=tuple(_turning_on(defences, points, of_sums=(_OF_A_SUM | TAKES) if owed else ())),
        remedies=remedies if owed else (),
        limitation=claim.limitation.says if claim.limitation else "",
        limitation_basis=claim.limitation.basis if claim.limitation else (),
        forum=claim.forum,
        forum_basis=claim.forum_basis,
        time=time,
        could_plead=could_plead(examination, bench),
        limitation_course=_course(claim, bench),
        basis=(time.basis if time else ()) or _basis(claim, examination),
        scenarios=tuple(s for q in questions if q.purpose == "result" for s in q.outcomes),
        notes=claim.notes,
    )
    finding = law_then(finding, case.law.catalogue, of_limitation(part.defences))
    return Examined(
        Answered(
            finding,
            respondent,
            capacities[0] if len(capacities) == 1 else None,
            bench.facts,
            line=wanted.request if of_each_his_own(claim, finding, case) else None,
        ),
        tuple(questions),
    )


class _Left(NamedTuple):
    """What a headline leaves to be asked about."""

    headline: Headline
    points: OpenPoints
    by_sums: bool
    """Whether it is open because sums were not told."""
    by_clauses: tuple[str, ...]
    """Facts of which clauses speak that were not understood, and on which it hangs."""


def _to_ask(asking: Asking, left: _Left) -> tuple[Headline, list[Question]]:
    """What decides a result that is open, and the headline, which fails where no answer helps; nothing of any other."""
    if left.headline.result is not Result.DEPENDS:
        return left.headline, []
    questions = list(asking.defeating(left.points) if left.by_sums else asking.deciding(left.points))
    questions = [*asking.clauses(left.by_clauses, beside=questions), *questions]
    headline = IN_VAIN if _none_succeeds(questions) else left.headline
    return headline, [*questions, *asking.orders(left.points), *asking.underived()]


def _hangs_on(headline: Headline, questions: Iterable[Question], law: KnowledgeBase) -> tuple[str, ...]:
    """What has to be asked before a result that is not open is settled, by the titles of the facts."""
    asked = (id for one in questions if one.purpose == "result" for id in one.ids)
    ids = () if headline.result is Result.DEPENDS else dict.fromkeys(asked)
    return tuple(law.rules.facts[id].title for id in ids if id in law.rules.facts)


def _heard(bench: Bench, part: Part, asked: Decimal | None) -> LeftByClauses | None:
    """What clauses that were not understood leave open; few disputes have one."""
    if not bench.file.documents.not_understood:
        return None
    from .left_by_clauses import heard

    return heard(bench, part, asked)


def _ways_told(capacities: Sequence[Capacity], bench: Bench, part: Part) -> str:
    """In which way the respondent answers; where only what nobody spoke of leads to other ways, he is told how he
    answers without it, and of what the others suppose the name alone."""
    either = "；或者：".join(one.says for one in capacities)
    if len(capacities) < _SEVERAL:
        return either
    definitions = bench.rules.facts
    named = dict.fromkeys(name for one in capacities for name in names(parse(one.when)) if name in definitions)
    silent = [one for one in named if definitions[one].type == "boolean" and bench.facts.known(one).proof == "silent"]
    untold = [one for one in silent if bench.facts.value(one) is None and not definitions[one].calc]
    alone = bench.assuming(dict.fromkeys(untold, False)).examination(part).capacities if untold else ()
    if len(alone) != 1:
        return either
    titles = "、".join(f"“{definitions[one].title}”" for one in untold)
    return f"{alone[0].says}（没有人说有{titles}；有的，责任方式不同）"


def _none_succeeds(questions: Collection[Question]) -> bool:
    """Whether every combination of answers to what decides a claim leads to nothing."""
    return any(
        len(one.outcomes) == 2 ** len(one.ids) and all(way.result in FAILS for way in one.outcomes) for one in questions
    )


def _first(examination: Examination) -> Iterator[str]:
    """What has to be done, or which day has to come, before a claim that is premature can succeed."""
    yield from (one.first for one in examination.elements if one.first and one.truth is Truth.FALSE)
    for defence, stands in zip(examination.part.defences, examination.defences, strict=True):
        if defence.first and stands.truth is Truth.TRUE and stands.effect is Effect.SUSPENDS:
            yield defence.first
    early = (one.facts for one in examination.elements if one.premature and one.truth is not Truth.TRUE)
    held_up = (
        one.facts for one in examination.defences if one.effect is Effect.SUSPENDS and one.truth is not Truth.FALSE
    )
    definitions = (examination.rules.facts[use.fact] for uses in (*early, *held_up) for use in uses)
    yield from (step.says for one in definitions for step in examination.facts.figures(one) if step.ahead)


def _turning_on(parts: Iterable[_Part], points: OpenPoints, *, of_sums: Collection[Effect]) -> Iterator[_Part]:
    """The parts of a claim; those that keep nothing open, as in a claim that fails in any case, without what the law
    leaves open in them.

    Args:
        parts: the elements or the defences.
        points: on which the result turns.
        of_sums: the effects of defences on which a sum may turn, though the result does not.
    """
    for one in parts:
        bears = one.concept in points.matter or (isinstance(one, DefenceFinding) and one.effect in of_sums)
        yield one if one.concept is None or bears else one.model_copy(update={"concept": None})


def stands_in_time(claim: Claim, case: Case, time: TimeFinding | None, *, weighed: Collection[Locator]) -> bool:
    """Whether the result stands under the law of the day: also of a day before the code, where the older law gives it.

    Args:
        claim: the claim.
        case: the dispute.
        time: which law applies to its facts.
        weighed: the clauses on which it rests; the rules hold little of the older law that may override them.
    """
    if not case.law.out_of_force(claim):
        return time is None or time.decides
    if time is None or case.dispute.on >= CODE_IN_FORCE or in_doubt_before_the_code(weighed, case):
        return False
    return time.decides


def _unproved(
    part: Part, bench: Bench, examination: Examination, remedies: Iterable[RemedyFinding]
) -> tuple[FactUse, ...]:
    """What is disputed and not proved, and would lead to another result or another sum."""
    found: dict[str, bool] = {}
    if examination.lacks_proof:
        found = rests_on(part, bench) or rests_on(part, as_if_told(examination, bench))
        found |= dict.fromkeys(said_to_be_done(examination), True)
        idle = _only_of(taking_nothing(examination), part)
        found = {fact: decides for fact, decides in found.items() if decides or fact not in idle}
    told = [_turned_on(fact, bench, examination, decides=decides) for fact, decides in found.items()]
    for use in (use for one in remedies if not one.unasked for use in to_be_proved(one)):
        provers = examination.provers_of_sum(use.fact)
        told.append(use.model_copy(update={"provers": provers, "bears_on": "more"}))
    disputed = disputed_statements(part, bench, examination)
    # What is told by its opposite is not told once more by itself.
    opposed = {use.fact for use in disputed if use.title.startswith(opposite_title(bench.rules.facts[use.fact]))}
    told = [use for use in told if use.fact not in opposed]
    listed = list({use.title: use for use in (*told, *disputed)}.values())
    listed = [_by_who_relies(use.model_copy(update={"told_by": _told_beside(use, bench)}), bench) for use in listed]
    if examination.result is Result.NOT_SUPPORTED:
        # What only the respondent would prove could but defeat a claim that fails without it.
        listed = [use for use in listed if set(use.provers) != {bench.respondent.id}]
    said = {use.fact for use in listed}
    # Who proves a detail proves with it what follows from it, and what is reckoned from it.
    return tuple(
        use for use in listed if said.isdisjoint((*bench.rules.facts[use.fact].follows_from, *_from(use, bench)))
    )


def _only_of(defences: Iterable[Defence], part: Part) -> frozenset[str]:
    """The facts that are named in the conditions of some defences, and nowhere else in a claim."""
    conditions = [one.when for one in defences]
    others = list(part.conditions)
    for one in conditions:
        others.remove(one)
    named = ({name for when in some for name in names(parse(when))} for some in (conditions, others))
    return frozenset(set.difference(*named))


def _turned_on(fact: str, bench: Bench, examination: Examination, *, decides: bool) -> FactUse:
    """A fact on which the result turns, or only whether it brings the whole."""
    use, provers = _to_prove(fact, bench, examination), examination.provers(fact)
    of_sum = "less" if set(provers) == {bench.respondent.id} else "more"
    return use.model_copy(update={"provers": provers, "bears_on": "result" if decides else of_sum})


def _to_prove(fact: str, bench: Bench, examination: Examination) -> FactUse:
    """A fact under the name of what is to be proved: its opposite, where the burden is to show that it is not so."""
    use, definition = bench.facts.use(fact), bench.rules.facts[fact]
    if definition.type != "boolean" or not examination.to_be_disproved(fact):
        return use
    return use.model_copy(update={"title": opposite_title(definition)})


def _from(use: FactUse, bench: Bench) -> frozenset[str]:
    """The facts from which a derived one is reckoned; none for any other."""
    return reads(use.fact, bench.rules) - {use.fact} if bench.rules.facts[use.fact].calc else frozenset()


def _told_beside(use: FactUse, bench: Bench) -> tuple[str, ...]:
    """Who else than the two told what is to be proved, where nobody who bears the burden did: a co-respondent, say."""
    told = [one.said_by for one in bench.facts.told(use.fact) if one.said_by and bench.facts.unproved(one)]
    own = {*use.provers, bench.claimant.id, bench.respondent.id}
    return () if own.intersection(told) else tuple(dict.fromkeys(told))


def _told_defences(part: Part, examination: Examination, bench: Bench) -> Iterator[DefenceFinding]:
    """The defences that somebody raised, but for those that only take from what is not asked for or not to be had, and
    those left open that take what another takes for sure, or of a claim that fails without them."""
    lost = any(one.truth is Truth.FALSE and not one.premature and not one.by_burden for one in examination.elements)
    asked = (one for one in part.remedies if asked_for(one, examination))
    had = {remedy.id for remedy in asked if not in_vain(remedy.when, examination.standing)}
    gone = taken_for_sure(part, bench)
    for rule, defence in zip(part.defences, examination.defences, strict=True):
        moot = in_vain(rule.asked, examination.standing)
        moot = moot or bool(rule.effect in _OF_A_SUM and rule.touches and had.isdisjoint(rule.touches))
        if rule.touches and defence.truth is Truth.UNKNOWN:
            moot = moot or gone[rule.id].issuperset(rule.touches)
        moot = moot or (lost and defence.truth is Truth.UNKNOWN)
        failed = defence.truth is Truth.FALSE and rule.effect is not Effect.RULED_OUT
        if raised(defence) and not moot and (not failed or pleaded(rule, defence, part, examination.facts)):
            yield defence


def _by_who_relies(use: FactUse, bench: Bench) -> FactUse:
    """What is to be proved, by those of the bearers who do not say that it is not so; where all of them do, the burden
    stays on them (民诉法解释 91), and who else told it is named beside."""
    definition = bench.rules.facts[use.fact]
    told = bench.facts.told(use.fact)
    denying = {id for one in told if bench.facts.unproved(one) for id in one.denied_by}
    denying |= {one.said_by for one in told if one.value is False and one.said_by}
    opposite = definition.type == "boolean" and use.title.startswith(opposite_title(definition))
    if opposite or denying.isdisjoint(use.provers):
        return use
    others = tuple(one for one in use.provers if one not in denying)
    return use.model_copy(update={"provers": others}) if others else use


def _course(claim: Claim, bench: Bench) -> tuple[Step, ...]:
    """How limitation runs between the two, where the day it began is known or an act from which it began anew."""
    limitation = claim.limitation
    if limitation is not None and limitation.figures is not None:
        try:
            return FIGURES[limitation.figures](bench.facts)
        except MissingFactsError:
            return ()
    if limitation is None or limitation.years is None or limitation.starts is None or limitation.demands is None:
        return ()
    start, kind = bench.facts.day(limitation.starts), kind_of(limitation, bench.facts)
    acts = acts_of_creditor(bench.facts, limitation.demands)
    if limitation.reports:
        acts = with_reports(acts, bench.facts)
    if start is not None:
        return tuple(course(start, acts, kind))
    untold = bench.facts.use(limitation.starts).title
    return tuple(course_since_act(acts, untold, kind)) if acts.days else ()


def _of_here(defence: DefenceFinding, law: KnowledgeBase) -> DefenceFinding:
    """A defence without the local law of other places."""
    here = tuple(filter(law.spoken_here, defence.basis))
    return defence if here == defence.basis else defence.model_copy(update={"basis": here})


def _basis(claim: Claim, examination: Examination) -> tuple[Locator, ...]:
    """What the claim rests on here: without what supposes other parties, or one of several capacities still open."""
    capacities = examination.capacities if len(examination.capacities) == 1 else ()
    return _most_specific(at for part in (claim, *capacities) for at in examination.cited(part))


def _most_specific(places: Iterable[Locator]) -> tuple[Locator, ...]:
    """The places without repeats, and without an article of which a paragraph is named too."""
    listed = tuple(dict.fromkeys(places))
    return tuple(at for at in listed if not any(at != other and at.contains(other) for other in listed))
