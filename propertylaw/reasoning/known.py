"""A fact as it stands for one claim, and what several statements of it come to, each for its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from propertylaw.model import FactValue, Locator, Proof, RuleCondition


class Known(NamedTuple):
    """A fact as it stands for one claim."""

    value: FactValue | None
    proof: Proof
    evidence: tuple[str, ...] = ()
    stated_at: tuple[Locator, ...] = ()
    since: date | None = None
    until: date | None = None
    bounds: tuple[Decimal, Decimal] | None = None
    """For a number of which only bounds are known."""
    turns_on: tuple[str, ...] = ()
    """Facts that would choose among several values that documents state, or tell whether a rule holds."""
    conditions: tuple[RuleCondition, ...] = ()
    """On what the rule depends that states it."""

    def meets(self, later: Known) -> bool:
        """Whether it still holds when a later one begins to."""
        return (later.since or date.min) <= (self.until or date.max)


SILENCE = Known(None, "silent")
UNATTRIBUTED = Known(None, "unattributed")
Supposed = FactValue | None | tuple[Known, ...]
"""What a fact is for the sake of argument: one value, or what it is at each time."""

SAID_ALONE: tuple[Proof, ...] = ("unproved", "asserted")
"""How a fact stands that somebody said and has yet to prove."""
NOT_PROVED: tuple[Proof, ...] = (*SAID_ALONE, "denied", "unclaimed")
"""How a fact stands that counts against whoever has to prove it."""
_STRENGTH: tuple[Proof, ...] = ("unknown", "unproved", "asserted", "undisputed", "evidenced", "admitted")
"""How well a statement is proved, the weakest first."""
_RANKS: dict[Proof, int] = {proof: rank for rank, proof in enumerate(_STRENGTH)}
_RANKS |= {"document": _RANKS["evidenced"], "derived": _RANKS["undisputed"], "denied": _RANKS["undisputed"]}
_RANKS |= {"local_law": _RANKS["evidenced"], "unclaimed": _RANKS["unknown"]}
_DAY = timedelta(days=1)


def strength(proof: Proof) -> int:
    """How well a fact is proved; what nobody speaks of, or is open in a document, less than all that is spoken of."""
    return _RANKS.get(proof, -1)


def has_evidence(proof: Proof) -> bool:
    """Whether more than the word of one side speaks for a fact."""
    return strength(proof) >= _RANKS["evidenced"]


def each(spoken: list[Known]) -> tuple[Known, ...]:
    """Statements that each count for themselves, as far as they stand."""
    standing = [known for known in spoken if known.value is not None]
    return tuple(sorted(standing, key=_in_time)) or (max(spoken, key=lambda known: strength(known.proof)),)


def reconciled(spoken: list[Known]) -> tuple[Known, ...]:
    """Statements for times of their own; of those that contradict each other the better proved, or none."""
    told = [_of_one_time([*same]) for _, same in groupby(sorted(spoken, key=_in_time), key=_time)]
    best = max(proved for proved, _ in told)
    strongest = [known for proved, known in told if proved == best]
    if len(strongest) == 1 or not any(map(_left_open, strongest)):
        if not any(one.meets(other) for one, other in pairwise(strongest)):
            return _with_weaker(strongest, told)
        if len({(known.value, known.bounds) for known in strongest}) == 1:
            return (strongest[0]._replace(evidence=_evidence(strongest)),)
    return (Known(None, "unproved", _evidence(strongest)),)


def _of_one_time(told: list[Known]) -> tuple[int, Known]:
    """What the best proved statements of one time come to, with how well they are proved: what all of them say, or
    numbers between the two."""
    best = max(strength(known.proof) for known in told)
    equals = [known for known in told if strength(known.proof) == best]
    found = equals[0]._replace(evidence=_evidence(equals)) if len(equals) > 1 else equals[0]
    if len({(known.value, known.bounds) for known in equals}) > 1:
        found = Known(None, "unproved", found.evidence, (), found.since, found.until, _rivalling(equals))
    return best, found


def _left_open(one: Known) -> bool:
    """Whether statements of one time contradict each other and not even bounds are left."""
    return one.proof == "unproved" and one.value is None and one.bounds is None


def _evidence(equals: list[Known]) -> tuple[str, ...]:
    return tuple(sorted({e for known in equals for e in known.evidence}))


def _rivalling(equals: list[Known]) -> tuple[Decimal, Decimal] | None:
    """The least and the most of numbers of one time that all have evidence: the true one lies between."""
    ends = [end for one in equals for end in one.bounds or (one.value,) if isinstance(end, Decimal)]
    backed = all(has_evidence(one.proof) for one in equals)
    return (min(ends), max(ends)) if ends and backed else None


def at_either_end(found: tuple[Known, ...]) -> tuple[tuple[Known, ...], ...]:
    """Numbers of which the evidence contradicts, each for its time: all at their least and all at their most; empty
    where none is open."""
    open_ = [one for one in found if one.proof == "unproved" and one.bounds]
    ends = (tuple(_at_end(one, end) for one in found) for end in (min, max))
    return tuple(ends) if open_ else ()


def _at_end(one: Known, end: Callable[[tuple[Decimal, Decimal]], Decimal]) -> Known:
    if one.proof != "unproved" or one.bounds is None:
        return one
    return one._replace(value=end(one.bounds), proof="undisputed", bounds=None)


def fixed(stated: tuple[Known, ...]) -> bool:
    """Whether documents, or local law, state a fact, and leave open neither its value nor whether it holds."""
    return bool(stated) and all(known.proof in ("document", "local_law") for known in stated)


def filled_up(found: tuple[Known, ...], stated: tuple[Known, ...]) -> tuple[Known, ...]:
    """What the form says of some time, with what documents state for the time before and after."""
    starts, ends = found[0].since, found[-1].until
    before = [one for one in stated if starts and (one.since or date.min) < starts]
    after = [one for one in stated if ends and (one.until or date.max) > ends]
    earlier = (one._replace(until=min(one.until or date.max, starts - _DAY)) for one in before if starts)
    later = (one._replace(since=max(one.since or date.min, ends + _DAY)) for one in after if ends)
    return (*earlier, *found, *later)


def _with_weaker(strongest: list[Known], told: list[tuple[int, Known]]) -> tuple[Known, ...]:
    """The best proved statements with those that stand for times of which none better proved speaks, and none that is
    as well proved says something else."""
    found = list(strongest)
    standing = [one for one in told if one[1].value is not None or one[1].bounds is not None]
    for proved, one in sorted(standing, key=lambda told: (-told[0], *_in_time(told[1]))):
        equals = (other for well, other in standing if well == proved and _differ(one, other))
        if not any(_together(one, other) for other in (*found, *equals)):
            found.append(one)
    return tuple(sorted(found, key=_in_time))


def _differ(one: Known, other: Known) -> bool:
    return (one.value, one.bounds) != (other.value, other.bounds)


def _together(one: Known, other: Known) -> bool:
    """Whether two statements speak of a common day."""
    early, late = sorted((one, other), key=_in_time)
    return early.meets(late)


def _in_time(known: Known) -> tuple[date, date, str]:
    """In the order of the times for which they hold, and of their values: not in that of the form."""
    return *_time(known), str(known.value)


def _time(known: Known) -> tuple[date, date]:
    """The first and the last day for which it holds."""
    return known.since or date.min, known.until or date.max
