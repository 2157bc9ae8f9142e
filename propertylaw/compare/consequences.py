"""What a reform would change in disputes: whose results, and which element, defence or norm does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from propertylaw.graph import changes_between, paired
from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, ClaimFinding, Locator, Participant, PartyId, Result, Truth
from propertylaw.model.base import Model
from propertylaw.reasoning import analyze

from .cases import Case, raising, within
from .comparison import Altered, Direction, Tally, tally
from .concerned import organs_in
from .judging import effects
from .reform import Reform

_ORDER = (
    Result.NOT_SUPPORTED,
    Result.PREMATURE,
    Result.DEPENDS,
    Result.SET_OFF,
    Result.PARTLY_SUPPORTED,
    Result.SUPPORTED,
)


class Outcome(Model):
    """How a claim comes out."""

    result: Result
    capacity: str | None = None
    capacity_says: str = ""
    low: str | None = None
    """The least sum; None where there is none or it is left to the court."""
    high: str | None = None
    open: tuple[str, ...] = ()
    """Titles of the concepts on which it turns."""


class Reason(Model):
    """What makes the difference."""

    part: Literal["element", "defence", "claim", "capacity"]
    says: str
    before: str
    """`true`, `false`, `unknown`; for a defence also its effect; empty where it was not there."""
    after: str
    basis: tuple[Locator, ...] = ()
    concept: str | None = None
    """Title of the open concept that is settled."""


class Shift(Model):
    """A claim in a dispute that comes out otherwise."""

    case: str
    claim: str
    title: str
    claimant: str
    claimant_role: PartyId
    respondent: str
    respondent_role: PartyId
    before: Outcome | None
    """None where there was no such claim."""
    after: Outcome | None
    for_claimant: Direction
    why: tuple[Reason, ...]


class Consequences(Model):
    """A reform with what it changes."""

    title: str
    says: str
    norms: tuple[Altered, ...]
    claims_added: tuple[str, ...]
    """Titles."""
    claims_amended: tuple[str, ...]
    claims_repealed: tuple[str, ...]
    concepts_settled: tuple[str, ...]
    cases: int
    results: int
    """Results compared."""
    shifts: tuple[Shift, ...]
    tallies: tuple[Tally, ...]


def consequences(reform: Reform, cases: Iterable[Case]) -> Consequences:
    """What changes in the rules, and in the results of disputes.

    Args:
        reform: the pack, read.
        cases: disputes; claims that the reform adds are raised in them too, between all parties that can.
    """
    tried = list(cases)
    compared = [_compared(reform, case) for case in tried]
    shifts = tuple(shift for found, _ in compared for shift in found)
    base, book, note = reform.base, reform.rules, reform.note
    added = [book.claims[id] for id in book.claims if id not in base.claims]
    return Consequences(
        title=note.title,
        says=note.says,
        norms=_norms(reform),
        claims_added=tuple(claim.title for claim in added),
        claims_amended=tuple(base.claims[id].title for id in base.claims if _differs(reform, id)),
        claims_repealed=tuple(base.claims[id].title for id in base.claims if id not in book.claims),
        concepts_settled=tuple(book.concepts[id].title for id in reform.settled),
        cases=len(tried),
        results=sum(number for _, number in compared),
        shifts=shifts,
        tallies=_tallies(shifts),
    )


def _differs(reform: Reform, claim: str) -> bool:
    return claim in reform.rules.claims and reform.rules.claims[claim] != reform.base.claims[claim]


def _norms(reform: Reform) -> tuple[Altered, ...]:
    """The norms that come, go and change, as in a comparison of two versions."""
    old, new = (dict(rules.norms) for rules in (reform.base, reform.rules))
    gone = [norm for id, norm in old.items() if new.get(id) != norm]
    come = [norm for id, norm in new.items() if old.get(id) != norm]
    organs = organs_in("statute")
    return tuple(
        Altered(
            kind=change.kind,
            before=change.before,
            after=change.after,
            fields=change.fields,
            effects=effects(change, organs),
        )
        for change in changes_between(paired(gone, come))
    )


Key = tuple[str, str, str]


def _compared(reform: Reform, case: Case) -> tuple[list[Shift], int]:
    law = KnowledgeBase(case.dispute.on, case.dispute.place, rules=reform.base)
    known = within(case.dispute, reform.base)
    before = analyze(known, law) if known else None
    added = [id for id in reform.rules.claims if id not in reform.base.claims]
    wanted = within(raising(case.dispute, added, reform.rules), reform.rules)
    after = analyze(wanted, reform.law(law)) if wanted else None
    old, new = _by_key(before), _by_key(after)
    people = {person.id: person for person in case.dispute.parties}
    found = [_shift(reform, case, people, old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new))]
    return [shift for shift in found if shift], len(set(old) | set(new))


def _by_key(analysis: Analysis | None) -> Mapping[Key, tuple[ClaimFinding, Outcome]]:
    if analysis is None:
        return {}
    return {(one.id, one.claimant, one.respondent): (one, _outcome(one, analysis)) for one in analysis.claims}


def _outcome(finding: ClaimFinding, analysis: Analysis) -> Outcome:
    money = finding.amount
    turning = {one.concept for one in finding.elements} | {one.concept for one in finding.defences}
    return Outcome(
        result=finding.result,
        capacity=finding.capacity,
        capacity_says=finding.capacity_says,
        low=str(money.low) if money and money.low is not None else None,
        high=str(money.high) if money else None,
        open=tuple(one.title for one in analysis.open_concepts if one.id in turning),
    )


def _shift(
    reform: Reform,
    case: Case,
    people: Mapping[str, Participant],
    before: tuple[ClaimFinding, Outcome] | None,
    after: tuple[ClaimFinding, Outcome] | None,
) -> Shift | None:
    old, new = (found[1] if found else None for found in (before, after))
    finding = (after or before or (None,))[0]
    if old == new or finding is None:
        return None
    if old is None and new is not None and new.result in (Result.NOT_SUPPORTED, Result.PREMATURE):
        return None  # a claim that is new and fails changes nobody's position
    claimant, respondent = people[finding.claimant], people[finding.respondent]
    return Shift(
        case=case.name,
        claim=finding.id,
        title=finding.title,
        claimant=claimant.name,
        claimant_role=claimant.role,
        respondent=respondent.name,
        respondent_role=respondent.role,
        before=old,
        after=new,
        for_claimant=_direction(old, new),
        why=tuple(_reasons(reform, before[0] if before else None, after[0] if after else None)),
    )


def _direction(before: Outcome | None, after: Outcome | None) -> Direction:
    """A result or a sum that is better for the claimant; open where neither says which way."""
    old, new = (_height(one) for one in (before, after))
    if old == new:
        return Direction.OPEN
    return Direction.BETTER if new > old else Direction.WORSE


def _height(one: Outcome | None) -> tuple[int, float]:
    if one is None:
        return (_ORDER.index(Result.NOT_SUPPORTED), 0)
    return (_ORDER.index(one.result), float(one.high or 0))


def _reasons(reform: Reform, before: ClaimFinding | None, after: ClaimFinding | None) -> Iterator[Reason]:
    if before is None and after is not None:
        yield Reason(part="claim", says=after.title, before="", after="new", basis=after.basis)
        return
    if after is None and before is not None:
        yield Reason(part="claim", says=before.title, before="there", after="", basis=before.basis)
        return
    assert before is not None
    assert after is not None
    yield from _parts(reform, "element", _elements(before), _elements(after))
    yield from _parts(reform, "defence", _defences(before), _defences(after))
    if before.capacity_says != after.capacity_says:
        says = after.capacity_says
        yield Reason(part="capacity", says=says, before=before.capacity_says, after=says, basis=after.basis)


State = tuple[str, str, tuple[Locator, ...], str | None]
"""What a part says, how it stands, its basis, the open concept that keeps it open."""


def _elements(finding: ClaimFinding) -> Mapping[str, State]:
    return {one.id: (one.says, one.truth.value, one.basis, one.concept) for one in finding.elements}


def _defences(finding: ClaimFinding) -> Mapping[str, State]:
    return {
        one.id: (
            one.says,
            one.truth.value if one.truth is Truth.FALSE else f"{one.truth.value}, {one.effect.value}",
            one.basis,
            one.concept,
        )
        for one in finding.defences
    }


def _parts(
    reform: Reform, part: Literal["element", "defence"], before: Mapping[str, State], after: Mapping[str, State]
) -> Iterator[Reason]:
    for id in dict.fromkeys((*before, *after)):
        old, new = before.get(id), after.get(id)
        if old is not None and new is not None and (old[1], old[3]) == (new[1], new[3]):
            continue
        says, _, basis, _ = new or old or ("", "", (), None)
        concept = old[3] if old else None
        settled = reform.settled.get(concept or "", ())
        yield Reason(
            part=part,
            says=says,
            before=old[1] if old else "",
            after=new[1] if new else "",
            basis=tuple(dict.fromkeys((*settled, *basis))),
            concept=reform.base.concepts[concept].title if concept and concept in reform.base.concepts else None,
        )


def _tallies(shifts: Iterable[Shift]) -> tuple[Tally, ...]:
    counts: Counter[tuple[PartyId, Direction]] = Counter()
    opposite = {Direction.BETTER: Direction.WORSE, Direction.WORSE: Direction.BETTER, Direction.OPEN: Direction.OPEN}
    for shift in shifts:
        counts[shift.claimant_role, shift.for_claimant] += 1
        counts[shift.respondent_role, opposite[shift.for_claimant]] += 1
    return tuple(tally(party, counts) for party in sorted({party for party, _ in counts}))
