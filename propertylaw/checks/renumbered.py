"""Articles whose numbers an amendment moved: where the article stands now that an older text cites."""

from __future__ import annotations

from datetime import date
from functools import cache

from propertylaw.model import Locator
from propertylaw.model.base import Model

from .contract_data import contract_data


class _Moved(Model):
    first: int
    last: int
    by: int | None = None


class _Renumbering(Model):
    instrument: str
    amended: date
    moved: tuple[_Moved, ...]


def renumbered(target: Locator, day: date) -> Locator | None:
    """Where the article stands now that a text of a day cites; without a number where it has to be looked up.

    None where its number has not moved since, so far as is known.
    """
    if target.instrument not in _instruments():
        return None
    later = [
        moved
        for one in _renumberings()
        if one.instrument == target.instrument and day < one.amended
        for moved in one.moved
        if target.article and moved.first <= target.article <= moved.last
    ]
    if not later:
        return None
    if len(later) > 1 or later[0].by is None:
        return Locator(instrument=target.instrument)
    return target.at(((target.article or 0) + later[0].by, *target.numbers[1:]))


@cache
def _instruments() -> frozenset[str]:
    return frozenset(one.instrument for one in _renumberings())


@cache
def _renumberings() -> tuple[_Renumbering, ...]:
    return contract_data("renumberings", tuple[_Renumbering, ...])
