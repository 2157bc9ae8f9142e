"""Facts of the same kind: a payment on what is claimed, a share of the cause, the loss, the days of demands. Of them a
claim looks at its own, and who tells another of them is told which."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from propertylaw.model import FactDefinition
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in

_Kind = tuple[str, str]
"""What a fact is to a claim, and the fact."""


def alike(id: str, looked_at: Collection[str], rules: Rules) -> tuple[FactDefinition, ...]:
    """Of the facts that claims look at, those of the same kind as another one.

    Args:
        id: the fact.
        looked_at: the facts among which to look.
        rules: the rules that name them.
    """
    kinds = _kinds(rules)
    own = {kind for kind, fact in kinds if fact == id}
    found = dict.fromkeys(fact for kind, fact in kinds if kind in own and fact != id and fact in looked_at)
    return tuple(rules.facts[fact] for fact in found)


@lru_cache(maxsize=8)
def _kinds(rules: Rules) -> tuple[_Kind, ...]:
    return tuple(dict.fromkeys(_all_kinds(rules)))


def _all_kinds(rules: Rules) -> Iterator[_Kind]:
    for fact in rules.facts.values():
        if fact.performs:
            yield "payment", fact.id
    for claim in rules.claims.values():
        for head in claim.respondents:
            shares = (share for way in head.capacities for share in (way.share, way.rest_after) if share)
            yield from (("share", share) for share in shares)
            for remedy in (*claim.remedies, *head.remedies):
                if remedy.loss and remedy.calc:
                    sums = [id for id in words_in(SUMS[remedy.calc]) if id in rules.facts]
                    yield from (("loss", id) for id in sums if len(sums) == 1 and rules.facts[id].unit == "CNY")
        if claim.limitation:
            yield from (("known", id) for id in (claim.limitation.starts,) if id)
            yield from (("demand", id) for id in (claim.limitation.demands,) if id)
