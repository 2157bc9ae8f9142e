"""What a calculation takes one way while the law leaves it open: the same claim is reckoned either way."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import FactDefinition

from .bench import Bench
from .looked_at import facts_of
from .program import Part


def readings_open(part: Part, bench: Bench) -> Iterator[FactDefinition]:
    """The facts that stand for an open concept, are a question here, and that nobody has answered.

    Args:
        part: the claim.
        bench: its two parties.
    """
    for known in map(bench.rules.facts.__getitem__, bench.rules.readings):
        asked = known.asked_with is None or bench.facts.truth(known.asked_with)
        if asked and bench.facts.truth(known.id) is None and known.id in facts_of(part, bench.rules):
            yield known


def ways(fact: FactDefinition, bench: Bench) -> tuple[Bench, Bench]:
    """The dispute with the fact as calculations take it, and the other way."""
    return bench.assuming({fact.id: False}), bench.assuming({fact.id: True})
