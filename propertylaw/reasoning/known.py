"""A fact as it stands for one claim, and what several statements of it come to, each for its time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
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
    best = max(strength(known.proof) for known in spoken)
    strongest = sorted((known for known in spoken if strength(known.proof) == best), key=_in_time)
    if not any(one.meets(other) for one, other in pairwise(strongest)):
        return _with_weaker(strongest, spoken)
    evidence = tuple(sorted({e for known in strongest for e in known.evidence}))
    if len({(known.value, known.bounds) for known in strongest}) > 1:
        return (Known(None, "unproved", evidence, bounds=_rivalling(strongest)),)
    return (strongest[0]._replace(evidence=evidence),)


def _rivalling(strongest: list[Known]) -> tuple[Decimal, Decimal] | None:
    """The least and the most of numbers that are told of no time in particular and all have evidence: the true one lies
    between."""
    ends = [end for one in strongest for end in one.bounds or (one.value,) if isinstance(end, Decimal)]
    backed = all(has_evidence(one.proof) and not one.since and not one.until for one in strongest)
    return (min(ends), max(ends)) if ends and backed else None


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


def _with_weaker(strongest: list[Known], spoken: list[Known]) -> tuple[Known, ...]:
    """The best proved statements with those that stand for times of which none better proved speaks, and none that is
    as well proved says something else."""
    found = list(strongest)
    standing = [one for one in spoken if one.value is not None or one.bounds is not None]
    for one in sorted(standing, key=lambda known: (-strength(known.proof), *_in_time(known))):
        equals = (other for other in standing if other.proof == one.proof and other.value != one.value)
        if not any(_together(one, other) for other in (*found, *equals)):
            found.append(one)
    return tuple(sorted(found, key=_in_time))


def _together(one: Known, other: Known) -> bool:
    """Whether two statements speak of a common day."""
    early, late = sorted((one, other), key=_in_time)
    return early.meets(late)


def _in_time(known: Known) -> tuple[date, date, str]:
    """In the order of the times for which they hold, and of their values: not in that of the form."""
    return known.since or date.min, known.until or date.max, str(known.value)
