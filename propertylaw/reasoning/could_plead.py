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
    part = examination.part
    pleas = [(number, plea) for number, rule in enumerate(part.defences) for plea in unpleaded(rule, bench.facts)]
    supposed = {plea: bench.assuming({plea: True}).examination(part) for _, plea in pleas}
    for number, plea in pleas:
        rule = part.defences[number]
        # Whether its facts are given at all is soon seen; how the whole defence stands is not.
        if supposed[plea].holds(rule.when) is not Truth.TRUE:
            continue
        found = supposed[plea].defences[number]
        if found.truth is Truth.TRUE and found.effect is not Effect.RULED_OUT:
            yield f"{bench.rules.facts[plea].plea}；按所填的日期，提出后“{rule.says}”会成立"
