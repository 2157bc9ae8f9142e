"""What details and figures say of a general fact, and a general one of its details: an agreed ground is a ground, a sum
paid a payment, and where all was done nothing was left undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from propertylaw.model import FactDefinition

from .known import SAID_ALONE, Known

if TYPE_CHECKING:
    from .pair_facts import PairFacts

_IN_DOUBT = (*SAID_ALONE, "unknown", "unattributed")
"""How a fact stands of which somebody spoke and that has no value yet."""


def implied(definition: FactDefinition, facts: PairFacts) -> Known | None:
    """What a fact of which nobody speaks is known to be; a detail in doubt leaves it in the same doubt."""
    if not (_has_details(definition) or definition.ruled_out_by or definition.ended_by):
        return None
    over = any(_shows(day, facts) for day in definition.ended_by)
    ways = (*definition.follows_from, *definition.follows_among_others)
    ways = tuple(id for id in ways if not over or facts.file.facts[id].ended_by)
    shown = next((id for id in ways if _shows(id, facts)), None)
    shown = shown or next((id for id in definition.follows_where_not if facts.truth(id) is False), None)
    if shown is None and any(facts.stands_of_anybody(id) for id in definition.follows_from if _for_all(id, facts)):
        return Known(True, "derived")
    if shown is not None:
        return Known(True, "derived", stated_at=facts.known(shown).stated_at)
    if over or any(_leaves_no_room(other, facts) for other in definition.ruled_out_by):
        return Known(False, "derived")
    figures = (facts.known(id) for id in definition.follows_from if facts.file.facts[id].type == "number")
    unclear = next((known for known in figures if known.proof == "not_understood"), None)
    if unclear is not None:
        return unclear  # the clause that may fix the figure tells whether there is one
    details = (*_details(definition, facts), *definition.follows_where_not)
    doubted = (known for known in map(facts.known, details) if known.value is None and known.proof in _IN_DOUBT)
    return next((Known(None, known.proof, known.evidence) for known in doubted), None)


def _has_details(definition: FactDefinition) -> bool:
    """Whether anything shows a fact."""
    return bool(definition.follows_from or definition.follows_among_others or definition.follows_where_not)


def proved_by_detail(definition: FactDefinition, facts: PairFacts) -> Known | None:
    """The fact where a detail of it is admitted or has evidence: that proves what was said in general and denied."""
    shown = [id for id in _details(definition, facts) if _shows(id, facts)]
    backed = any(facts.known(id).proof in ("admitted", "evidenced") for id in shown)
    return implied(definition, facts) if backed else None


def _leaves_no_room(whole: str, facts: PairFacts) -> bool:
    """Whether a fact that speaks of everything stands, and nobody tells of a part that would show otherwise."""
    parts = facts.file.facts[whole].refuted_by
    told = any(one.value is True for part in parts for one in facts.told(part))
    return not told and facts.by_itself(whole).value is True


def _details(definition: FactDefinition, facts: PairFacts) -> list[str]:
    """What tells more of the fact, and not only how much or when."""
    known = facts.file.facts
    return [id for id in definition.follows_from if known[id].type == "boolean" or known[id].unit == "share"]


def _for_all(id: str, facts: PairFacts) -> bool:
    """Whether a detail told of one person shows it for everybody."""
    return facts.file.facts[id].shows_for_all


def _shows(id: str, facts: PairFacts) -> bool:
    """Whether a detail is so, a sum more than nothing, or a day has come; one that may lie ahead has to be over."""
    value, bounds = facts.known(id).value, facts.bounds(id)
    if bounds is not None:
        return bounds[0] > Decimal(0)
    if not isinstance(value, date):
        return value is True
    return value < facts.on or (value == facts.on and not facts.file.facts[id].may_lie_ahead)
