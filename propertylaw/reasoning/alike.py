"""Facts of the same kind: a payment on what is claimed, a share of the cause, the loss, the days of demands. Of them a
claim looks at its own, and who tells another of them is told which."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

from propertylaw.model import FactDefinition
from propertylaw.rulebook import Rules, data_folder, rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.store import kept, listed

_Kind = tuple[str, str]
"""What a fact is to a claim, and the fact."""


def alike(id: str, looked_at: Collection[str], book: Rules) -> tuple[FactDefinition, ...]:
    """Of the facts that claims look at, those of the same kind as another one.

    Args:
        id: the fact.
        looked_at: the facts among which to look.
        book: the rules that name them.
    """
    kinds = _kinds(book)
    own = {kind for kind, fact in kinds if fact == id}
    found = dict.fromkeys(fact for kind, fact in kinds if kind in own and fact != id and fact in looked_at)
    return tuple(book.facts[fact] for fact in found)


def _kinds(book: Rules) -> tuple[_Kind, ...]:
    return _shipped() if book is rules() else _laid_over(book)


@cache
def _shipped() -> tuple[_Kind, ...]:
    """Those of the rules that ship: kept, since reading all claims and calculations takes longer than an analysis."""
    folder, code = data_folder("rules"), Path(__file__).resolve()
    read = [file for name in ("claims", "facts") for file in listed(folder / name, ".yaml")]
    calculations = listed(code.parent.parent / "rulebook" / "calculations", ".py")
    return kept("alike", [*read, *calculations, code], lambda: _laid_over(rules()))


@lru_cache(maxsize=2)
def _laid_over(book: Rules) -> tuple[_Kind, ...]:
    return tuple(dict.fromkeys(_all_kinds(book)))


def _all_kinds(book: Rules) -> Iterator[_Kind]:
    for fact in book.facts.values():
        if fact.performs:
            yield "payment", fact.id
    for claim in book.claims.values():
        for head in claim.respondents:
            shares = (share for way in head.capacities for share in (way.share, way.rest_after) if share)
            yield from (("share", share) for share in shares)
            for remedy in (*claim.remedies, *head.remedies):
                if remedy.loss and remedy.calc:
                    sums = [id for id in words_in(SUMS[remedy.calc]) if id in book.facts]
                    yield from (("loss", id) for id in sums if len(sums) == 1 and book.facts[id].unit == "CNY")
        if claim.limitation:
            yield from (("known", id) for id in (claim.limitation.starts,) if id)
            yield from (("demand", id) for id in (claim.limitation.demands,) if id)
