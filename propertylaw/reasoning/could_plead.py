"""Defences that only their holder can raise and nobody did: a hint to him, where what is told would give them."""

from __future__ import annotations

from collections.abc import Iterator

from propertylaw.model import Effect, Truth

from .bench import Bench
from .claims import Examination
from .program import FAILS
from .raised import unpleaded


def could_plead(examination: Examination, bench: Bench) -> tuple[str, ...]:
    """What the respondent is told of pleas that he did not raise and that would succeed by what is told.

    Args:
        examination: of the claim.
        bench: its two parties.
    """
    if examination.result in FAILS:
        return ()
    return tuple(dict.fromkeys(_hints(examination, bench)))


def _hints(examination: Examination, bench: Bench) -> Iterator[str]:
    for number, rule in enumerate(examination.part.defences):
        for plea in unpleaded(rule, bench.facts):
            supposed = bench.assuming({plea: True}).examination(examination.part).defences[number]
            if supposed.truth is Truth.TRUE and supposed.effect is not Effect.RULED_OUT:
                yield f"{bench.rules.facts[plea].plea}；按所填的日期，提出后“{rule.says}”会成立"
