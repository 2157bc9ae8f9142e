"""What of a claim hangs on clauses that were not understood.

Silence has a meaning of its own: no share is agreed, no penalty, no shorter notice. Where a clause speaks of such a
fact and was not understood, that meaning is not to be relied on. So the claim is worked through with what the clause
may say: a result that comes out the same each time stands, any other is open, and the clause is asked about. Once the
form tells the fact, its word counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal

from propertylaw.model import Money, RemedyFinding, Result

from .bench import Bench
from .claims import Examination
from .clause_may_say import may_say
from .granted import headline_of
from .headline import Headline, ground_of
from .looked_at import facts_of
from .open_points import open_points
from .program import SUCCEEDS, Part

_NOTHING_SURE = {"money": None, "before_set_off": None, "figures": (), "terms": ()}
"""Of a remedy that cannot be reckoned."""

Sums = Callable[[Examination, Bench], Mapping[str, RemedyFinding]]
"""The remedies of a claim by their ids."""


def left_by_clauses(part: Part, bench: Bench) -> tuple[str, ...]:
    """The facts that a claim looks at and of which a clause speaks that was not understood."""
    speaking = bench.file.documents.not_understood & facts_of(part, bench.rules)
    return tuple(sorted(id for id in speaking if bench.facts.known(id).proof == "not_understood"))


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
        found = {_result(there, part, asked) for there in _ways(id, bench)}
        if found != {headline.result}:
            turning.append(id)
            results |= found
    if headline.result is Result.DEPENDS:
        return headline, tuple(turning)
    if not turning:
        titles = {bench.rules.facts[id].title for id in speaking}
        less = headline.result is Result.SUPPORTED and amount is not None and not titles.isdisjoint(amount.untold)
        return headline._replace(at_least_partly=True) if less else headline, ()
    return Headline(Result.DEPENDS, at_least_partly=results <= SUCCEEDS), tuple(turning)


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
    """The dispute with each of what a clause may say of a fact."""
    yield from (bench.assuming({id: one}) for one in may_say(bench.rules.facts[id], bench.facts.on))


def _result(bench: Bench, part: Part, asked: Decimal | None) -> Result:
    ground = ground_of(open_points(part, bench).possible)
    return headline_of(ground, asked, bench, bench.examination(part)).result


def _differs(one: RemedyFinding | None, other: RemedyFinding | None) -> bool:
    """Whether a remedy comes to something else, or is had in one way alone."""
    if one is None or other is None:
        return one is not other
    return (_bounds(one.money), one.figures) != (_bounds(other.money), other.figures)


def _bounds(money: Money | None) -> tuple[Decimal | None, Decimal] | None:
    return money and (money.low, money.high)


def _open(
    finding: RemedyFinding | None, ways: Collection[RemedyFinding | None], id: str, bench: Bench
) -> RemedyFinding:
    """A remedy whose sum hangs on a clause: at most as much as without it where no way leads to more."""
    use = bench.facts.use(id)
    whole = finding.money if finding else None
    had = [one for one in ways if one is not None]
    sums = [one.money for one in had if one.money is not None]
    if finding is None:
        return had[0].model_copy(update={**_NOTHING_SURE, "missing": (use,), "conditional": True})
    if whole is None or len(sums) < len(had) or any(money.high > whole.high for money in sums):
        missing = finding.missing if use in finding.missing else (*finding.missing, use)
        return finding.model_copy(update={**_NOTHING_SURE, "missing": missing})
    by_clauses_alone = bool(whole.untold) or any(money.low is not None for money in sums) or not sums
    untold = tuple(dict.fromkeys((*whole.untold, use.title))) if by_clauses_alone else ()
    return finding.model_copy(update={"money": whole.model_copy(update={"low": None, "untold": untold})})
