"""What of a claim hangs on clauses that were not understood.

Silence has a meaning of its own: no share is agreed, no penalty, no shorter notice. Where a clause speaks of such a
fact and was not understood, that meaning is not to be relied on. So the claim is worked through with what the clause
may say: a result that comes out the same each time stands, any other is open, and the clause is asked about. Once the
form tells the fact, its word counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import FactUse, Locator, Money, RemedyFinding, Result, Step

from .bench import Bench
from .claims import Examination
from .clause_may_say import may_say
from .granted import headline_of
from .headline import Headline, ground_of
from .lacking import lacking_in_words
from .looked_at import facts_of
from .open_points import Way, open_points
from .program import SUCCEEDS, Part
from .sums import remedies_of

_NOTHING_SURE = {"money": None, "before_set_off": None, "figures": (), "terms": ()}
"""Of a remedy that cannot be reckoned."""

Bounds = tuple[Decimal | None, Decimal] | None
Sums = Callable[[Examination, Bench], Mapping[str, RemedyFinding]]
"""The remedies of a claim by their ids."""


class Course(NamedTuple):
    """How a claim comes out: its result, and what decides it where that is open."""

    result: Result
    deciding: tuple[tuple[tuple[str, ...], tuple[Way, ...]], ...]


class Outcome(NamedTuple):
    """What a claim comes to."""

    course: Course
    sums: tuple[tuple[str, Bounds, tuple[Step, ...], tuple[str, ...]], ...]
    """Of each remedy its sum, its figures and what is missing."""


class LeftByClauses(NamedTuple):
    """What clauses leave open of a claim."""

    bench: Bench
    """On which a clause that changes nothing, whatever it may say, says nothing."""
    without: Course | None
    """How the claim comes out if none of them says anything; None where there are none."""
    ways: Mapping[str, tuple[Outcome, ...]]
    """By the facts of which the other clauses speak: what the claim comes to with each of what they may say."""

    def headline(self, headline: Headline, amount: Money | None) -> tuple[Headline, tuple[str, ...]]:
        """The headline, open where a clause may lead to another, with the facts that are to be asked for that.

        Args:
            headline: as the claim comes out on the bench.
            amount: what it comes to, no firm sum where that hangs on such a clause.
        """
        turning = [id for id, ways in self.ways.items() if any(way.course != self.without for way in ways)]
        asked_of = self.bench.facts.one_of_each_clause(turning)
        if headline.result is Result.DEPENDS:
            return headline, asked_of
        results = {way.course.result for id in turning for way in self.ways[id]} - {headline.result}
        if results:
            in_part = (results | {headline.result}) <= SUCCEEDS
            return Headline(Result.DEPENDS, at_least_partly=in_part), asked_of
        titles = {lacking_in_words(self.bench.facts.use(id)) for id in self.ways}
        less = headline.result is Result.SUPPORTED and amount is not None and not titles.isdisjoint(amount.untold)
        return headline._replace(at_least_partly=True) if less else headline, ()


def heard(bench: Bench, part: Part, asked: Decimal | None) -> LeftByClauses:
    """What clauses that were not understood leave open of a claim, each taken by itself.

    Args:
        bench: the two parties.
        part: the claim.
        asked: the sum that the form names.
    """
    speaking = _speaking(part, bench)
    if not speaking:
        return LeftByClauses(bench, None, {})
    nothing = bench.assuming(dict.fromkeys(speaking))
    without = _outcome(nothing, part, asked)
    ways = {
        id: tuple(
            _outcome(nothing.assuming({id: one}), part, asked)
            for one in may_say(bench.rules.facts[id], nothing.facts.on)
        )
        for id in speaking
    }
    bearing = {bench.facts.known(id).stated_at for id in speaking if any(way != without for way in ways[id])}
    idle = [id for id in speaking if bench.facts.known(id).stated_at not in bearing]
    there = bench.assuming(dict.fromkeys(idle)) if idle else bench
    return LeftByClauses(there, without.course, {id: ways[id] for id in speaking if id not in idle})


def _speaking(part: Part, bench: Bench) -> tuple[str, ...]:
    """The facts that a claim looks at and of which a clause speaks that was not understood."""
    looked_at = bench.file.documents.not_understood & facts_of(part, bench.rules)
    speaking = {id for id in looked_at if bench.facts.known(id).proof == "not_understood"}
    # In the order of the rules, where what is usual stands first: of each clause the first is asked for.
    return tuple(id for id in bench.rules.facts if id in speaking) if speaking else ()


def _outcome(bench: Bench, part: Part, asked: Decimal | None) -> Outcome:
    examination, points = bench.examination(part), open_points(part, bench)
    remedies = remedies_of(examination, bench)
    result = headline_of(ground_of(points.possible), asked, bench, examination, remedies).result
    deciding = tuple(points.deciding()) if result is Result.DEPENDS else ()
    sums = ((one.says, _bounds(one.money), one.figures, tuple(use.fact for use in one.missing)) for one in remedies)
    return Outcome(Course(result, deciding), tuple(sums))


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
    named = {remedy: _clauses_missing(one) for remedy, one in found.items()}
    for id in _speaking(examination.part, bench):
        use, clause = bench.facts.use(id), bench.facts.known(id).stated_at
        others = [sums(there.examination(examination.part, examination.readings), there) for there in _ways(id, bench)]
        for remedy in dict.fromkeys(one for ways in (found, *others) for one in ways):
            ways = [other.get(remedy) for other in others]
            if any(_differs(found.get(remedy), one) for one in ways):
                told = named.setdefault(remedy, set())
                found[remedy] = _open(found.get(remedy), ways, use, told)
                told.add(clause)
    return found


def _clauses_missing(finding: RemedyFinding) -> set[tuple[Locator, ...]]:
    """The clauses that are told already as missing for a sum."""
    return {one.stated_at for one in finding.missing if _asked_of(one)}


def _ways(id: str, bench: Bench) -> Iterator[Bench]:
    """The dispute with each of what a clause may say of a fact, and nothing else that it may say."""
    clause = bench.facts.known(id).stated_at
    beside = (other for other in bench.file.documents.not_understood if bench.facts.known(other).stated_at == clause)
    nothing = dict.fromkeys(beside)
    yield from (bench.assuming({**nothing, id: one}) for one in may_say(bench.rules.facts[id], bench.facts.on))


def _differs(one: RemedyFinding | None, other: RemedyFinding | None) -> bool:
    """Whether a remedy comes to something else, or is had in one way alone."""
    if one is None or other is None:
        return one is not other
    return (_bounds(one.money), one.figures) != (_bounds(other.money), other.figures)


def _bounds(money: Money | None) -> Bounds:
    return None if money is None else (money.low, money.high)


def _open(
    finding: RemedyFinding | None,
    ways: Collection[RemedyFinding | None],
    use: FactUse,
    told: Collection[tuple[Locator, ...]],
) -> RemedyFinding:
    """A remedy whose sum hangs on a clause: at most as much as without it where no way leads to more.

    Args:
        finding: as it is without the clause; None where it is not had at all.
        ways: as it is with each of what the clause may say of a fact.
        use: the fact.
        told: the clauses that are told already as missing for the sum.
    """
    whole = finding.money if finding else None
    had = [one for one in ways if one is not None]
    sums = [one.money for one in had if one.money is not None]
    lacking = () if use.stated_at in told else (use,)
    if finding is None:
        return had[0].model_copy(update={**_NOTHING_SURE, "missing": lacking, "conditional": True})
    if whole is None or len(sums) < len(had) or any(money.high > whole.high for money in sums):
        still = tuple(one for one in finding.missing if any(one in way.missing for way in had) or _asked_of(one))
        return finding.model_copy(update={**_NOTHING_SURE, "missing": (*still, *lacking)})
    by_clauses_alone = bool(whole.untold) or any(money.low is not None for money in sums) or not sums
    untold = (
        whole.untold if whole.untold and not lacking else tuple(dict.fromkeys((*whole.untold, lacking_in_words(use))))
    )
    money = whole.model_copy(update={"low": None, "untold": untold if by_clauses_alone else ()})
    return finding.model_copy(update={"money": money})


def _asked_of(use: FactUse) -> bool:
    """Whether a clause is asked about with a fact."""
    return use.proof == "not_understood"
