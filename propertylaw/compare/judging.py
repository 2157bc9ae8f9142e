"""For whom a change is better or worse: the rules that apply to it, and whom each of them concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from rapidfuzz import fuzz

from propertylaw.graph import NEARLY, Change, period, plain
from propertylaw.model import Modality, Norm, PartyId
from propertylaw.rulebook import parties

from .comparison import Direction, Effect
from .figures import Told, figures, price
from .rules import change_rules, change_words

_BURDENS = frozenset([Modality.DUTY, Modality.PROHIBITION, Modality.LIABILITY, Modality.SANCTION])
_RIGHTS = frozenset([Modality.RIGHT, Modality.POWER])
_SAME_ACT = 70
"""Acts less alike than this are another act: what their periods and figures were is no comparison."""

Kind = Literal["burden", "right", "nature"]


def effects(change: Change, organs: Iterable[PartyId]) -> tuple[Effect, ...]:
    """What a change means for each party it concerns; for nobody, where it only says the same in other words.

    Args:
        change: a norm that came, went or changed.
        organs: parties whose duties and powers are tasks, neither good nor bad for them.
    """
    tasks = frozenset(organs)
    if change.kind == "reworded":
        return ()
    if change.before is not None and change.after is not None:
        found = list(_changed(change, change.before, change.after))
    else:
        norm = change.after or change.before
        assert norm is not None
        found = list(_whole(norm, "new" if change.after else "gone"))
    return _once(_without_verdict(effect, tasks) for effect in found)


class _Borne(Effect):
    """An effect that knows whether the party bears or holds the norm itself."""

    bearing: bool = False


def _whole(norm: Norm, what: Literal["new", "gone"]) -> Iterator[_Borne]:
    kind = "nature" if norm.threshold else _kind(norm)
    rule = Told(
        "vote"
        if norm.threshold
        else "nature"
        if kind == "nature"
        else f"{'benefit' if kind == 'right' else kind}_{what}"
    )
    yield from _on(rule, norm.bearer, norm.counterparty)


def _changed(change: Change, before: Norm, after: Norm) -> Iterator[_Borne]:
    vote = [Told("vote", before.threshold or "", after.threshold or "")] * ("threshold" in change.fields)
    told = [] if vote else [*_modality(before, after)]
    if not told and _same_act(before, after):
        told = [*_period(before, after), *figures(before, after)]
        told = told or vote or [*_scope(before, after)]
        told += [Told("authority")] * ("authority" in change.fields)
    told += [one for one in vote if one not in told]
    changed_price = price(before, after)
    if changed_price is not None:
        yield from _price(*changed_price)
        return
    shifted = list(_shifted(before, after))
    if not told and not shifted:
        told = [Told("nature" if _kind(after) == "nature" else "wording")]
    staying = _both(before.bearer, after.bearer) or after.bearer
    for one in told:
        yield from _on(one, staying, after.counterparty)
    yield from shifted


def _modality(before: Norm, after: Norm) -> Iterator[Told]:
    if before.modality is after.modality:
        return
    match _kind(before), _kind(after):
        case "burden", "right":
            yield Told("freed")
        case "right", "burden":
            yield Told("bound")
        case ("nature", _) | (_, "nature"):
            yield Told("nature")


def _period(before: Norm, after: Norm) -> Iterator[Told]:
    own, other = period(before), period(after)
    burden, right = _kind(after) == "burden", _kind(after) == "right"
    if own is None or other is None:
        if own is not other and burden and before.deadline != after.deadline:
            rule = "time_set" if own is None else "time_dropped"
            yield Told(rule, before.deadline_text or "", after.deadline_text or "")
        return
    if abs(own.value - other.value) <= NEARLY * other.value:
        return
    longer = other.value > own.value
    if own.sense != other.sense:
        rule = "figure"
    elif own.sense == "least" and burden:
        rule = "longer_notice" if longer else "shorter_notice"
    elif burden:
        rule = "more_time" if longer else "less_time"
    else:
        rule = ("right_longer" if longer else "right_shorter") if right else "figure"
    yield Told(rule, own.text, other.text)


def _scope(before: Norm, after: Norm) -> Iterator[Told]:
    """Conditions and exceptions that came make the norm narrower, those that went wider; rewritten ones stay open."""
    kind = _kind(after)
    for own, other in ((before.condition, after.condition), (before.exception, after.exception)):
        if own == other or (own and other and plain(own) == plain(other)):
            continue
        if kind == "nature" or (own and other):
            yield Told("condition", own or "", other or "")
        else:
            yield Told(f"{kind}_{'narrower' if other else 'wider'}", own or "", other or "")


def _shifted(before: Norm, after: Norm) -> Iterator[_Borne]:
    """Parties that came or went as bearers or on the other side."""
    kind = _kind(after)
    if kind != "nature" and kind == _kind(before) and before.bearer and after.bearer:
        off, on = ("right_lost", "right_won") if kind == "right" else ("moved_off", "moved_on")
        yield from _on(Told(off), _without(before.bearer, after.bearer), ())
        yield from _on(Told(on), _without(after.bearer, before.bearer), ())
    if kind == "burden" and _kind(before) == "burden":
        yield from _on(Told("owed_no_more"), (), _without(before.counterparty, after.counterparty))
        yield from _on(Told("owed_too"), (), _without(after.counterparty, before.counterparty))


def _price(unit: str, told: Told) -> Iterator[_Borne]:
    for one in change_words().prices:
        if one.unit == unit:
            yield from _on(told, (one.payee,), (one.payer,))


def _on(told: Told, bearer: Iterable[PartyId], counterparty: Iterable[PartyId]) -> Iterator[_Borne]:
    rule = change_rules()[told.rule]
    sides = ((bearer, rule.bearer, True), (counterparty, rule.counterparty, False))
    for side, direction, bearing in sides:
        for party in side:
            yield _Borne(
                party=party,
                direction=direction,
                rule=told.rule,
                before=told.before,
                after=told.after,
                bearing=bearing,
            )


def _without_verdict(effect: _Borne, tasks: frozenset[PartyId]) -> _Borne:
    """The effect, but open for organs and for those whom an act only addresses."""
    if effect.party in tasks:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "task"})
    if not effect.bearing and effect.party in change_words().addressees:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "addressee"})
    return effect


def _once(found: Iterable[Effect]) -> tuple[Effect, ...]:
    plain_effects = (Effect.model_validate(one.model_dump(exclude={"bearing"})) for one in found)
    return tuple(dict.fromkeys(plain_effects))


def _kind(norm: Norm) -> Kind:
    if norm.modality in _BURDENS:
        return "burden"
    return "right" if norm.modality in _RIGHTS else "nature"


def _same_act(before: Norm, after: Norm) -> bool:
    return fuzz.ratio(plain(before.action), plain(after.action)) >= _SAME_ACT


def _both(one: Iterable[PartyId], other: Iterable[PartyId]) -> tuple[PartyId, ...]:
    there = set(other)
    return tuple(party for party in one if party in there)


def _without(one: Iterable[PartyId], other: Iterable[PartyId]) -> tuple[PartyId, ...]:
    there = set(other)
    return tuple(party for party in one if party not in there)


def organs_in(kind: Literal["statute", "contract"]) -> frozenset[PartyId]:
    """Public bodies everywhere; in a statute the owners' organs too, which a contract binds as its party."""
    tasks = {"public"} if kind == "contract" else {"public", "collective"}
    return frozenset(id for id, party in parties().items() if party.nature in tasks)
