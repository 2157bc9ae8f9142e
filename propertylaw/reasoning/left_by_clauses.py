"""What of a claim hangs on clauses that were not understood.

Silence has a meaning of its own: no share is agreed, no penalty, no shorter notice. Where a clause speaks of such a
fact and was not understood, that meaning is not to be relied on. So the claim is worked through with what the clause
may say: a result that comes out the same each time stands, any other is open, and the clause is asked about. Once the
form tells the fact, its word counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import FactUse, FactValue, Locator, Money, RemedyFinding, Result, Step

from .bench import Bench
from .claims import Examination
from .clause_may_say import may_say
from .granted import headline_of
from .headline import Headline, ground_of
from .looked_at import facts_of
from .open_points import Way, open_points
from .program import SUCCEEDS, Part
from .sums import remedies_of

_NOTHING_SURE = {"money": None, "before_set_off": None, "figures": (), "terms": ()}
"""Of a remedy that cannot be reckoned."""

Bounds = tuple[Decimal | None, Decimal] | None
Sums = Callable[[Examination, Bench], Mapping[str, RemedyFinding]]
"""The remedies of a claim by their ids."""


def left_by_clauses(part: Part, bench: Bench) -> tuple[str, ...]:
    """The facts that a claim looks at and of which a clause speaks that was not understood."""
    speaking = bench.file.documents.not_understood & facts_of(part, bench.rules)
    open_facts = (id for id in bench.rules.facts if id in speaking)
    return tuple(id for id in open_facts if bench.facts.known(id).proof == "not_understood")


def without_idle_clauses(bench: Bench, part: Part, asked: Decimal | None) -> Bench:
    """The bench on which a clause that changes nothing of a claim, whatever it may say, says nothing.

    Args:
        bench: the two parties.
        part: the claim.
        asked: the sum that the form names.
    """
    speaking = left_by_clauses(part, bench)
    if not speaking:
        return bench
    nothing = bench.assuming(dict.fromkeys(speaking))
    as_without = _outcome(nothing, part, asked)
    by_clause: dict[tuple[Locator, ...], list[str]] = {}
    for id in speaking:
        by_clause.setdefault(bench.facts.known(id).stated_at, []).append(id)
    idle = [
        id
        for facts in by_clause.values()
        if all(_outcome(nothing.assuming(one), part, asked) == as_without for one in _may_say(facts, bench))
        for id in facts
    ]
    return bench.assuming(dict.fromkeys(idle)) if idle else bench


def _may_say(facts: Iterable[str], bench: Bench) -> Iterator[dict[str, FactValue]]:
    """Each of what a clause may say of one of these facts."""
    yield from ({id: one} for id in facts for one in may_say(bench.rules.facts[id], bench.facts.on))


class _Course(NamedTuple):
    """How a claim comes out: its headline, and what decides it where that is open."""

    headline: Headline
    deciding: tuple[tuple[tuple[str, ...], tuple[Way, ...]], ...]


class _Outcome(NamedTuple):
    """What a claim comes to."""

    course: _Course
    sums: tuple[tuple[str, Bounds, tuple[Step, ...], tuple[str, ...]], ...]
    """Of each remedy its sum, its figures and what is missing."""


def _outcome(bench: Bench, part: Part, asked: Decimal | None) -> _Outcome:
    examination = bench.examination(part)
    sums = (
        (one.says, _bounds(one.money), one.figures, tuple(use.fact for use in one.missing))
        for one in remedies_of(examination, bench)
    )
    return _Outcome(_course(bench, part, asked), tuple(sums))


def open_headline(
    headline: Headline, amount: Money | None, bench: Bench, part: Part, asked: Decimal | None
) -> tuple[Headline, tuple[str, ...]]:
    """The headline of a claim, open where a clause may lead to another, with the facts on which that hangs.

    Args:
        headline: as the claim comes out if no clause says anything of them.
        amount: what it comes to, no firm sum where that hangs on such a clause.
        bench: the two parties.
        part: the claim.
        asked: the sum that the form names.
    """
    results: set[Result] = set()
    turning, speaking = [], left_by_clauses(part, bench)
    for id in speaking:
        found = [_course(there, part, asked) for there in _ways(id, bench)]
        if any(one.headline.result is not headline.result or one.deciding != found[0].deciding for one in found):
            turning.append(id)
            results.update(one.headline.result for one in found)
    asked_of = bench.facts.one_of_each_clause(turning)
    if headline.result is Result.DEPENDS:
        return headline, asked_of
    if not turning:
        titles = {bench.rules.facts[id].title for id in speaking}
        less = headline.result is Result.SUPPORTED and amount is not None and not titles.isdisjoint(amount.untold)
        return headline._replace(at_least_partly=True) if less else headline, ()
    return Headline(Result.DEPENDS, at_least_partly=results <= SUCCEEDS), asked_of


def open_sums(
    found: dict[str, RemedyFinding], examination: Examination, bench: Bench, sums: Sums
) -> dict[str, RemedyFinding]:
    """The remedies, each without a sum, or with the most it may be, where that hangs on such a clause.

    Args:
        found: as they are if no clause says anything.
        examination: of the claim.
        bench: its two parties.
        sums: how they are reckoned.
    """
    for id in left_by_clauses(examination.part, bench):
        others = [sums(there.examination(examination.part, examination.readings), there) for there in _ways(id, bench)]
        for remedy in dict.fromkeys(one for ways in (found, *others) for one in ways):
            ways = [other.get(remedy) for other in others]
            if any(_differs(found.get(remedy), one) for one in ways):
                found[remedy] = _open(found.get(remedy), ways, id, bench)
    return found


def _ways(id: str, bench: Bench) -> Iterator[Bench]:
    """The dispute with each of what a clause may say of a fact, and nothing else that it may say."""
    clause = bench.facts.known(id).stated_at
    beside = (other for other in bench.file.documents.not_understood if bench.facts.known(other).stated_at == clause)
    nothing = dict.fromkeys(beside)
    yield from (bench.assuming({**nothing, id: one}) for one in may_say(bench.rules.facts[id], bench.facts.on))


def _course(bench: Bench, part: Part, asked: Decimal | None) -> _Course:
    points = open_points(part, bench)
    headline = headline_of(ground_of(points.possible), asked, bench, bench.examination(part))
    deciding = points.deciding() if headline.result is Result.DEPENDS else ()
    return _Course(headline, tuple(deciding))


def _differs(one: RemedyFinding | None, other: RemedyFinding | None) -> bool:
    """Whether a remedy comes to something else, or is had in one way alone."""
    if one is None or other is None:
        return one is not other
    return (_bounds(one.money), one.figures) != (_bounds(other.money), other.figures)


def _bounds(money: Money | None) -> Bounds:
    return money and (money.low, money.high)


def _open(
    finding: RemedyFinding | None, ways: Collection[RemedyFinding | None], id: str, bench: Bench
) -> RemedyFinding:
    """A remedy whose sum hangs on a clause: at most as much as without it where no way leads to more."""
    use = bench.facts.use(id)
    told_of = finding is not None and any(_of_one_clause(one, use) for one in finding.missing)
    whole = finding.money if finding else None
    had = [one for one in ways if one is not None]
    sums = [one.money for one in had if one.money is not None]
    if finding is None:
        return had[0].model_copy(update={**_NOTHING_SURE, "missing": (use,), "conditional": True})
    if whole is None or len(sums) < len(had) or any(money.high > whole.high for money in sums):
        lacking = tuple(one for one in finding.missing if any(one in way.missing for way in had) or _asked_of(one))
        missing = lacking if told_of else (*lacking, use)
        return finding.model_copy(update={**_NOTHING_SURE, "missing": missing})
    by_clauses_alone = bool(whole.untold) or any(money.low is not None for money in sums) or not sums
    untold = tuple(dict.fromkeys((*whole.untold, use.title))) if by_clauses_alone else ()
    return finding.model_copy(update={"money": whole.model_copy(update={"low": None, "untold": untold})})


def _asked_of(use: FactUse) -> bool:
    """Whether a clause is asked about with a fact."""
    return use.proof == "not_understood"


def _of_one_clause(one: FactUse, other: FactUse) -> bool:
    """Whether two facts are what the same clause may say: it is enough to ask for one."""
    return one.proof == other.proof and one.stated_at == other.stated_at
