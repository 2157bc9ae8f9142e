"""One claim between two people: how it comes out, what it is worth, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from propertylaw.library import KnowledgeBase
from propertylaw.model import (
    Claim,
    ClaimFinding,
    FactUse,
    Locator,
    Question,
    RemedyFinding,
    Result,
    Step,
    Truth,
)
from propertylaw.rulebook.calculations.limitation import acts_of_creditor, course, kind_of

from .asked import partly, perhaps_less, to_be_proved, within
from .bench import Bench
from .case import Case
from .claims import Examination
from .disputed_days import disputed_days
from .open_points import OpenPoints, open_points, rests_on
from .program import FAILS, SUCCEEDS, Part
from .raised import raised
from .recourse import Answered
from .sums import for_a_part, reckoned, remedies_of, total
from .time import time_of
from .truth import UNPROVED
from .untold import sums_left_untold
from .what_to_ask import Asking
from .which_claims import Wanted


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
    bench = case.bench(claimant.id, respondent.id)
    examination = bench.examination(part)
    points = open_points(part, bench.inside(claim.id))
    time = time_of(claim, bench.standing, case.law.rules.times)
    untold = sums_left_untold(examination, bench)
    result = _result(claim, points, case.law) if time is None or time.decides else Result.DEPENDS
    if untold and asked is not None:
        result = Result.DEPENDS  # a sum is asked for, and what it makes good was not told
    remedies = remedies_of(examination)
    owed = result not in FAILS
    asking = Asking(case, bench, examination)
    questions: list[Question] = list(asking.numbers(untold))
    if result is Result.DEPENDS:
        questions += asking.deciding(points)
        questions += asking.underived()
    if owed:
        questions += asking.missing(remedies)
        questions += asking.raised()
    questions += asking.interruptions()
    capacities = examination.capacities
    granted, amount = within(asked, result, total(remedies) if owed else None)
    _, so_far = within(asked, result, reckoned(remedies) if owed and amount is None else None)
    granted = partly(asked, granted, remedies) if owed else granted
    if asked is None and granted is Result.SUPPORTED and for_a_part(examination):
        granted = Result.PARTLY_SUPPORTED
    unproved = _unproved(part, bench, examination, remedies if owed else ())
    applies = not case.law.out_of_force(claim) and (time is None or time.decides)
    sure = result is Result.DEPENDS and applies and not unproved and points.possible <= SUCCEEDS
    finding = ClaimFinding(
        id=claim.id,
        title=claim.title,
        claimant=claimant.id,
        respondent=respondent.id,
        result=granted,
        settled=result is not Result.DEPENDS and not unproved,
        at_least_partly=sure or perhaps_less(asked, granted, amount or so_far),
        unproved=unproved,
        capacity=capacities[0].kind if len(capacities) == 1 else None,
        capacity_says="；或者：".join(c.says for c in capacities),
        amount=amount,
        reckoned=so_far,
        asked=asked,
        elements=examination.elements,
        defences=tuple(d for d in examination.defences if raised(d)),
        remedies=remedies if owed else (),
        limitation=claim.limitation.says if claim.limitation else "",
        limitation_basis=claim.limitation.basis if claim.limitation else (),
        forum=claim.forum,
        forum_basis=claim.forum_basis,
        time=time,
        limitation_course=_course(claim, bench),
        basis=_basis(claim, examination),
        scenarios=tuple(s for q in questions if q.purpose == "result" for s in q.outcomes),
        notes=claim.notes,
    )
    capacity = capacities[0] if len(capacities) == 1 else None
    return Examined(Answered(finding, respondent, capacity, bench.facts), tuple(questions))


def _unproved(
    part: Part, bench: Bench, examination: Examination, remedies: Iterable[RemedyFinding]
) -> tuple[FactUse, ...]:
    """What is disputed and not proved, and would lead to another result or another sum."""
    found = rests_on(part, bench.inside(part.claim.id)) if UNPROVED in examination.codes else ()
    turning = [(bench.facts.use(fact), examination.provers(fact)) for fact in found]
    sums = [(use, examination.provers_of_sum(use.fact)) for one in remedies for use in to_be_proved(one)]
    told = [use.model_copy(update={"provers": provers}) for use, provers in (*turning, *sums)]
    return tuple({use.title: use for use in (*disputed_days(part, bench), *told)}.values())


def _result(claim: Claim, points: OpenPoints, law: KnowledgeBase) -> Result:
    if law.out_of_force(claim) or len(points.possible) > 1:
        return Result.DEPENDS
    return next(iter(points.possible))


def _course(claim: Claim, bench: Bench) -> tuple[Step, ...]:
    """How limitation runs between the two, where the day it began is known."""
    limitation = claim.limitation
    if limitation is None or limitation.years is None or limitation.starts is None or limitation.demands is None:
        return ()
    start = bench.facts.day(limitation.starts)
    if start is None:
        return ()
    acts = acts_of_creditor(bench.facts, limitation.demands)
    return tuple(course(start, acts, kind_of(limitation, bench.facts)))


def _basis(claim: Claim, examination: Examination) -> tuple[Locator, ...]:
    """What the claim rests on here: without what supposes other parties, or one of several capacities still open."""
    other = {at for one in claim.basis_only if examination.holds(one.when) is Truth.FALSE for at in one.basis}
    capacities = examination.capacities if len(examination.capacities) == 1 else ()
    places = (*claim.basis, *(at for c in capacities for at in c.basis))
    return _most_specific(at for at in places if at not in other)


def _most_specific(places: Iterable[Locator]) -> tuple[Locator, ...]:
    """The places without repeats, and without an article of which a paragraph is named too."""
    listed = tuple(dict.fromkeys(places))
    return tuple(at for at in listed if not any(at != other and at.contains(other) for other in listed))
