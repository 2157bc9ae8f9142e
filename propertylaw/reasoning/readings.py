"""Readings of an open concept that cannot be held in the case: what they suppose is known to be otherwise, or was said,
denied and not proved (民诉法解释 90 II, 91): whoever relies on a reading proves what it supposes."""

from __future__ import annotations

from propertylaw.model import Concept, OpenReading, Reading, Truth
from propertylaw.rulebook.expression import parse

from .truth import FALSE, OPEN, TRUE, Code, Standing, judge, truth_of


def left_out(concept: Concept, facts: Standing) -> tuple[Reading, ...]:
    """The readings that the facts do not bear; none where they bear none.

    Args:
        concept: the concept with its readings.
        facts: how the facts stand.
    """
    found = [one for one in concept.readings if judge(parse(one.when), facts, "R", prover_wants=True) == FALSE]
    return tuple(found) if len(found) < len(concept.readings) else ()


def told_left_out(concept: Concept, facts: Standing) -> tuple[OpenReading, ...]:
    """The same for the report, each with whether it only lacks proof."""
    return tuple(
        OpenReading(id=one.id, says=one.says, unproved=truth_of(parse(one.when), facts) is not Truth.FALSE)
        for one in left_out(concept, facts)
    )


def left(concept: Concept, facts: Standing) -> tuple[Reading, ...]:
    """The readings that can be held."""
    out = left_out(concept, facts)
    return tuple(one for one in concept.readings if one not in out)


def agreed(concept: Concept, facts: Standing) -> Code:
    """What a concept comes to where the readings that can be held agree; open where they do not."""
    holds = {one.holds for one in left(concept, facts)}
    return OPEN if len(holds) > 1 else TRUE if holds.pop() else FALSE
