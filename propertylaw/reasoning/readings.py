"""Readings of an open concept that cannot be held in the case: what they suppose is known to be otherwise."""

from __future__ import annotations

from propertylaw.model import Concept, Reading, Truth
from propertylaw.rulebook.expression import parse

from .truth import FALSE, OPEN, TRUE, Code, Standing, truth_of


def left_out(concept: Concept, facts: Standing) -> tuple[Reading, ...]:
    """The readings that the facts contradict; none where they contradict all.

    Args:
        concept: the concept with its readings.
        facts: how the facts stand.
    """
    found = [one for one in concept.readings if truth_of(parse(one.when), facts) is Truth.FALSE]
    return tuple(found) if len(found) < len(concept.readings) else ()


def left(concept: Concept, facts: Standing) -> tuple[Reading, ...]:
    """The readings that can be held."""
    out = left_out(concept, facts)
    return tuple(one for one in concept.readings if one not in out)


def agreed(concept: Concept, facts: Standing) -> Code:
    """What a concept comes to where the readings that can be held agree; open where they do not."""
    holds = {one.holds for one in left(concept, facts)}
    return OPEN if len(holds) > 1 else TRUE if holds.pop() else FALSE
