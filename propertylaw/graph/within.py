"""Norms of one and the same text that contradict each other: what is allowed, by when, by what vote, at what fine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, process

from propertylaw.model import Amount, Locator, Modality, Norm, PartyId, Topic

from .decisions import Decision, decisions
from .periods import NEARLY, Measure, period
from .relation import Aspect, Value
from .wording import Wording, pattern, specific, wording

_SAME_ACT = 0.8
_ROUGHLY = 0.6
"""A first look at the words as they stand, before they are made comparable."""
_LONG_ACT = 6
_SAME_CONDITION = 0.6
_PERMITS = frozenset([Modality.RIGHT, Modality.POWER, Modality.DUTY])


@dataclass(frozen=True, slots=True)
class Clash:
    """Two norms of a text, in its order, that cannot both be followed, and what each says."""

    first: Norm
    second: Norm
    aspect: Aspect
    first_value: Value
    second_value: Value
    why: str
    """In Chinese."""


def clashes(norms: Iterable[Norm], topics: Mapping[str, Topic]) -> tuple[Clash, ...]:
    """What contradicts itself in a text.

    Args:
        norms: the norms of one text.
        topics: the topics they name.
    """
    norms = tuple(norms)
    return (*_allowed(norms), *_periods(norms), *_votes(norms, topics), *_fines(norms))


def _allowed(norms: Sequence[Norm]) -> Iterator[Clash]:
    """What is forbidden outright in one place and allowed or demanded in another."""
    by_id = {norm.id: norm for norm in norms}
    allows: dict[PartyId, dict[str, str]] = defaultdict(dict)
    for norm in norms:
        if norm.modality in _PERMITS and not pattern("negated").search(norm.action):
            for party in specific(norm.bearer):
                allows[party][norm.id] = norm.action
    for norm in norms:
        if norm.modality is not Modality.PROHIBITION or not _is_outright(norm):
            continue
        beside: dict[str, str] = {}
        for party in specific(norm.bearer):
            beside |= allows[party]
        alike = process.extract_iter(norm.action, beside, scorer=fuzz.ratio, score_cutoff=100 * _ROUGHLY)
        for other in (by_id[id] for _, _, id in alike):
            if _clashing(norm, other):
                why = "一处不得，另一处可以或者应当"
                yield Clash(norm, other, Aspect.MODALITY, norm.modality, other.modality, why)


def _clashing(forbidden: Norm, allowed: Norm) -> bool:
    """Whether both speak of one act in one case, so far as their words tell."""
    one, other = wording(forbidden), wording(allowed)
    same_case = fuzz.ratio(one.condition, other.condition) >= 100 * _SAME_ACT
    apart = _article(forbidden) != _article(allowed)
    return apart and _same_act(one, other) and (same_case or one.condition == other.condition)


def _is_outright(norm: Norm) -> bool:
    return not norm.exception and not pattern("unauthorised").search(norm.action)


def _periods(norms: Sequence[Norm]) -> Iterator[Clash]:
    """One act with two periods."""
    timed = [(wording(one), found) for one in norms if one.modality is Modality.DUTY and (found := period(one))]
    for (one, own), (other, theirs) in combinations(timed, 2):
        if own.sense != theirs.sense or _is_near(own, theirs) or one.norm.text_span == other.norm.text_span:
            continue
        if _same_act(one, other) and _same_bearer(one, other) and _same_condition(one, other):
            why = f"一处为{own.text}，另一处为{theirs.text}"
            yield Clash(one.norm, other.norm, Aspect.PERIOD, own, theirs, why)


def _is_near(own: Measure, theirs: Measure) -> bool:
    return abs(own.value - theirs.value) <= NEARLY * theirs.value


def _votes(norms: Sequence[Norm], topics: Mapping[str, Topic]) -> Iterator[Clash]:
    """One matter with two votes."""
    found = [one for one in decisions(norms, topics) if one.named]
    for one, other in combinations(found, 2):
        if _article(one.norm) != _article(other.norm) and _differ(one, other):
            why = f"一处要求{one.consent}，另一处要求{other.consent}"
            yield Clash(one.norm, other.norm, Aspect.THRESHOLD, one.consent, other.consent, why)


def _differ(one: Decision, other: Decision) -> bool:
    counted = one.consent.counted and other.consent.counted and one.consent.act == other.consent.act
    return counted and bool(one.named & other.named) and one.consent != other.consent


def _fines(norms: Sequence[Norm]) -> Iterator[Clash]:
    """One breach with two fines."""
    by_target: dict[Locator, list[Norm]] = defaultdict(list)
    for norm in norms:
        if norm.modality is Modality.SANCTION and norm.amount:
            for target in dict.fromkeys(one for citation in norm.cites for one in citation.targets if one.article):
                for other in by_target[target]:
                    if _same_breach(other, norm) and _said(other.amount) != _said(norm.amount):
                        why = f"同一条款，一处罚{_said(other.amount)}，另一处罚{_said(norm.amount)}"
                        yield Clash(other, norm, Aspect.AMOUNT, other.amount, norm.amount, why)
                by_target[target].append(norm)


def _same_breach(one: Norm, other: Norm) -> bool:
    """Whether two fines are for one conduct of the same people and no two degrees of it."""
    own, theirs = wording(one), wording(other)
    apart = one.locator.numbers != other.locator.numbers
    return apart and _same_bearer(own, theirs) and fuzz.ratio(own.condition, theirs.condition) >= 100 * _SAME_ACT


def _said(amount: Amount | None) -> str:
    if amount is None or amount.text:
        return amount.text or "" if amount else ""
    return "至".join(f"{value:,.0f}元" for value in (amount.min, amount.max) if value is not None)


def _same_bearer(one: Wording, other: Wording) -> bool:
    return bool(specific(one.norm.bearer) & specific(other.norm.bearer))


def _same_act(one: Wording, other: Wording) -> bool:
    return min(len(one.act), len(other.act)) >= _LONG_ACT and fuzz.ratio(one.act, other.act) >= 100 * _SAME_ACT


def _same_condition(one: Wording, other: Wording) -> bool:
    if not one.condition and not other.condition:
        return True
    return fuzz.ratio(one.condition, other.condition) >= 100 * _SAME_CONDITION


def _article(norm: Norm) -> tuple[int | None, int | None]:
    return norm.locator.article, norm.locator.branch
