"""What a derived fact hangs on: the facts without any one of which it would not be what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .facts_in_words import value_in_words
from .rests_on import ANYTHING

if TYPE_CHECKING:
    from .pair_facts import PairFacts

_TOLD = frozenset({"admitted", "evidenced", "undisputed", "document", "local_law"})
_MOST = 3
"""More facts than these say less than they would take to read."""


def derived_from(fact: str, facts: PairFacts) -> tuple[str, ...]:
    """In words, the told facts that a derived fact hangs on; empty where each could be missing, or there are many.

    Args:
        fact: the derived fact.
        facts: as they stand between the two parties.
    """
    rests_on = facts.rests_on.of(fact)
    if not ANYTHING.isdisjoint(rests_on):
        return ()
    told = [id for id in facts.file.facts if id in rests_on and id != fact and facts.known(id).proof in _TOLD]
    found = [id for id in told if _changes(fact, id, facts)]
    return tuple(_in_words(id, facts) for id in found) if len(found) <= _MOST else ()


def _changes(fact: str, without: str, facts: PairFacts) -> bool:
    """Whether a fact would be otherwise if nobody had spoken of another."""
    there = facts.under(facts.file.assuming({without: None}), (without,))
    return there.value(fact) != facts.value(fact)


def _in_words(fact: str, facts: PairFacts) -> str:
    definition, value = facts.file.facts[fact], facts.value(fact)
    return definition.in_words(value) or f"{definition.title}：{value_in_words(value, definition.unit)}"
