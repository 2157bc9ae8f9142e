"""Which facts tell whether local law states a fact."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import FactDefinition

from .expression import names, parse


def facts_behind(fact: FactDefinition) -> Iterator[str]:
    """The facts on which what local law states of a fact depends."""
    for one in fact.local:
        yield from (*names(parse(one.where)), *names(parse(one.unless)), *filter(None, (one.asks,)))
