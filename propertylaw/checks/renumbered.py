"""Articles whose numbers an amendment moved: where the article stands now that an older text cites."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from propertylaw.extraction.contracts.contract_data import contract_data
from propertylaw.model import Locator
from propertylaw.model.base import Model


class _Moved(Model):
    first: int
    last: int
    by: int | None = None


class _Renumbering(Model):
    instrument: str
    amended: date
    moved: tuple[_Moved, ...]


class _OlderNumbers(Model):
    cited_in: str
    instrument: str
    now: dict[int, int]


def renumbered(target: Locator, day: date, citing: str) -> Locator | None:
    """Where the article stands now that a text cites; without a number where it has to be looked up.

    None where its number has not moved since, so far as is known.

    Args:
        target: what is cited.
        day: of the text that cites.
        citing: that text; what it cites by numbers older than itself is known one by one.
    """
    if target.instrument not in _instruments():
        return None
    older = _older_numbers().get((citing, target.instrument), {})
    if target.article is not None and target.article in older:
        return target.at((older[target.article], *target.numbers[1:]))
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
def _older_numbers() -> Mapping[tuple[str, str], Mapping[int, int]]:
    known = contract_data("older_numbers", tuple[_OlderNumbers, ...])
    return {(one.cited_in, one.instrument): one.now for one in known}


@cache
def _renumberings() -> tuple[_Renumbering, ...]:
    return contract_data("renumberings", tuple[_Renumbering, ...])
