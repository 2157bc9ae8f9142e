"""Numbers of which only bounds are told: what follows from them is reckoned at either end, and lies between the two.

Each is taken at its least and at its most, in every combination; what is reckoned here rises or falls with each of
them, so that no number in between leads further.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

from propertylaw.model import Dispute, Fact, Money, RemedyFinding, Step

from .facts_in_words import value_in_words

if TYPE_CHECKING:
    from .casefile import CaseFile
    from .known import Supposed

_ZERO = Decimal(0)


def told_between(dispute: Dispute, ids: Collection[str]) -> tuple[str, ...]:
    """Those of the facts that a form tells only between bounds, in the order of the form."""
    return tuple(dict.fromkeys(one.id for one in dispute.facts if one.id in ids and _open(one)))


def at_ends(
    file: CaseFile, ids: Collection[str], rivals: Mapping[str, Collection[Supposed]] = MappingProxyType({})
) -> Iterator[CaseFile]:
    """The dispute with each of the facts at its least and at its most, in every combination.

    Args:
        file: the dispute.
        ids: facts that it tells between bounds.
        rivals: facts of which each side has evidence, with what they may be by that.
    """
    for ends in product(("low", "high"), repeat=len(ids)):
        taken = dict(zip(ids, ends, strict=True))
        facts = tuple(_at(one, taken.get(one.id)) for one in file.dispute.facts)
        there = replace(file, dispute=file.dispute.model_copy(update={"facts": facts}))
        for values in product(*rivals.values()):
            yield there.assuming(dict(zip(rivals, values, strict=True))) if values else there


def range_in_words(bounds: tuple[Decimal, Decimal], unit: str | None) -> str:
    """The bounds of a number: 3,000 元 至 5,000 元."""
    return " 至 ".join(value_in_words(bound, unit) for bound in bounds)


def between(found: Sequence[Mapping[str, RemedyFinding]], least: str) -> dict[str, RemedyFinding]:
    """The remedies, by their ids, as they come out at every end: each with the least and the most that it may be.

    Args:
        found: the remedies at each end, one at least.
        least: what the least hangs on, in words.
    """
    ids = dict.fromkeys(id for one in found for id in one)
    return {id: _between([one.get(id) for one in found], least) for id in ids}


def _between(ends: list[RemedyFinding | None], least: str) -> RemedyFinding:
    """One remedy; at an end at which it cannot be had it is worth nothing."""
    had = [one for one in ends if one is not None]
    sums = [(one.money, one) for one in had if one.money is not None]
    if len(sums) < len(had):
        return next(one for one in had if one.money is None)
    most, finding = max(sums, key=lambda one: one[0].high)
    lows = [money.low for money, _ in sums] + [_ZERO] * (len(ends) - len(had))
    low = None if None in lows else min(one for one in lows if one is not None)
    if low is None or low == most.low:
        return finding
    step = Step(says=least, amount=low)
    money: Money = most.model_copy(update={"low": low, "steps": (*most.steps, step)})
    return finding.model_copy(update={"money": money})


def _open(fact: Fact) -> bool:
    return fact.low is not None and fact.high is not None


def _at(fact: Fact, end: str | None) -> Fact:
    """A statement at one end of its bounds; any other as it is."""
    if end is None or not _open(fact):
        return fact
    return fact.model_copy(update={"value": getattr(fact, end), "low": None, "high": None})
