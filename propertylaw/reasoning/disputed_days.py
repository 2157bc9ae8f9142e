"""Days that one side tells and the other denies: a demand, an acknowledgement that would begin limitation anew.

A day that is not proved does not count, and whoever tells it has to prove it (民诉法解释 91); where its proof would
lead to another result the reader is told so, as with any other disputed fact.
"""

from __future__ import annotations

from dataclasses import replace

from propertylaw.model import Fact, FactUse, Money, Result

from .bench import Bench
from .looked_at import facts_of
from .open_points import open_points
from .program import FAILS, Part
from .sums import remedies_of, total


def disputed_days(part: Part, bench: Bench) -> tuple[FactUse, ...]:
    """Days that count each for itself, disputed and not proved, whose proof would change the result or the sum.

    Args:
        part: the claim.
        bench: between whom it is raised.
    """
    disputed = tuple(fact for fact in bench.file.dispute.facts if _day_of(part, fact, bench))
    if not disputed or _outcome(part, bench) == _outcome(part, _proved(bench, disputed)):
        return ()
    return tuple(_use(fact, bench) for fact in disputed)


def _day_of(part: Part, fact: Fact, bench: Bench) -> bool:
    """Whether a statement tells such a day, and the claim looks at it."""
    definition = bench.rules.facts[fact.id]
    if not (definition.several and definition.type == "date" and fact.id in facts_of(part, bench.rules)):
        return False
    return bench.facts.disputed(fact)


def _proved(bench: Bench, disputed: tuple[Fact, ...]) -> Bench:
    """The bench if these days were proved."""
    dispute = bench.file.dispute
    facts = tuple(fact.model_copy(update={"denied_by": ()}) if fact in disputed else fact for fact in dispute.facts)
    file = replace(bench.file, dispute=dispute.model_copy(update={"facts": facts}))
    return Bench(file, bench.rules, bench.claimant, bench.respondent, bench.asked)


def _outcome(part: Part, bench: Bench) -> tuple[frozenset[Result], Money | None]:
    possible = open_points(part, bench.inside(part.claim.id)).possible
    return possible, None if possible <= FAILS else total(remedies_of(bench.examination(part), bench))


def _use(fact: Fact, bench: Bench) -> FactUse:
    definition = bench.rules.facts[fact.id]
    title = f"{definition.title}（{fact.value}）"
    return FactUse(
        fact=fact.id, title=title, value=None, proof="unproved", provers=(fact.said_by or bench.claimant.id,)
    )
