"""For whom a change is better or worse: the rules that apply to it, and whom each of them concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from propertylaw.graph import Change, specific
from propertylaw.model import Norm, PartyId

from .around import NOTHING, Around
from .comparison import Effect
from .concerned import UNNAMED, Borne, borne, both, on, told_of, voted, without
from .differences import differences, differences_beside_vote, kind_of, votes
from .figures import Told, price
from .rules import change_words, words


def effects(change: Change, organs: Iterable[PartyId], around: Around = NOTHING) -> tuple[Effect, ...]:
    """What a change means for each party it concerns; for nobody, where it only says the same in other words.

    Args:
        change: a norm that came, went or changed.
        organs: parties whose duties and powers are tasks, neither good nor bad for them.
        around: what the versions say around it.
    """
    tasks = frozenset(organs)
    if change.kind == "reworded":
        return ()
    if change.before is not None and change.after is not None:
        found = list(_changed(change, change.before, change.after, around))
    else:
        norm = change.after or change.before
        assert norm is not None
        found = list(_whole(norm, "new" if change.after else "gone", around))
    return told_of(found, change.after or change.before, tasks)


def _whole(norm: Norm, what: Literal["new", "gone"], around: Around) -> Iterator[Borne]:
    if norm.threshold:
        yield from voted(norm, Told("vote"))
        return
    kind = kind_of(norm)
    rule = "nature" if kind == "nature" else f"{'benefit' if kind == 'right' else kind}_{what}"
    yield from borne(Told(around.instead or rule), norm, norm.bearer, around)


def _changed(change: Change, before: Norm, after: Norm, around: Around) -> Iterator[Borne]:
    majorities = votes(before, after) if "threshold" in change.fields else []
    for one in majorities:
        yield from voted(after if after.threshold else before, one)
    told = differences_beside_vote(before, after) if majorities else differences(before, after, around)
    changed_price = price(before, after)
    if changed_price is not None:
        yield from _price(*changed_price, around)
        return
    shifted = list(_shifted(before, after))
    if not told and not shifted and not majorities:
        told = [Told("nature" if kind_of(after) == "nature" else "wording")]
    staying = both(after.bearer, before.bearer) or after.bearer
    for one in told:
        yield from borne(one, after, staying, around)
    yield from shifted


def _shifted(before: Norm, after: Norm) -> Iterator[Borne]:
    """Parties that came or went as bearers or on the other side."""
    kind = kind_of(after)
    if all(words("consents").search(norm.action) for norm in (before, after)) and kind == kind_of(before) == "burden":
        yield from _decided(_deciding(before), _deciding(after))
        return
    if before.bearer != after.bearer and not (specific(before.bearer) and specific(after.bearer)):
        if before.bearer and after.bearer:
            yield from on(Told("bearer"), (*before.bearer, *without(after.bearer, before.bearer)), ())
    elif kind != "nature" and kind == kind_of(before) and before.bearer and after.bearer:
        left, taken = ("right_lost", "right_won") if kind == "right" else ("moved_off", "moved_on")
        gone, come = without(before.bearer, after.bearer), without(after.bearer, before.bearer)
        yield from on(Told(left), gone, ())
        yield from on(Told(taken), come, ())
        if kind == "burden" and bool(gone) != bool(come) and words("pays").search(after.action):
            yield from on(Told("bears_more" if gone else "bears_less"), both(before.bearer, after.bearer), ())
    if kind == "burden" and kind_of(before) == "burden":
        yield from on(Told("owed_no_more"), (), without(before.counterparty, after.counterparty))
        yield from on(Told("owed_too"), (), without(after.counterparty, before.counterparty))


def _deciding(norm: Norm) -> tuple[PartyId, ...]:
    """Whose consent or decision a norm asks for; where it names nobody else, its bearers have to decide."""
    return norm.counterparty or tuple(party for party in norm.bearer if party != UNNAMED)


def _decided(before: tuple[PartyId, ...], after: tuple[PartyId, ...]) -> Iterator[Borne]:
    if before and after:
        yield from on(Told("decision_lost"), (), without(before, after))
        yield from on(Told("decision_won"), (), without(after, before))


def _price(unit: str, told: Told, around: Around) -> Iterator[Borne]:
    common = words("common_income").search(around.after)
    for one in change_words().prices:
        if one.unit == unit and common:
            yield from on(Told("price_of_common", told.before, told.after), (one.payer,), ())
        elif one.unit == unit:
            yield from on(told, (one.payee,), (one.payer,))
