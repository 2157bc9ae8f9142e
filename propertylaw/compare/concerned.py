"""Whom a rule concerns, and how: those bound or entitled, those across, and who has no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from propertylaw.graph import kin
from propertylaw.model import Modality, Norm, PartyId
from propertylaw.rulebook import parties

from .around import Around
from .comparison import Direction, Effect
from .figures import Told
from .rules import change_rules, change_words, words
from .sides import Sides

_SAID_OF_ORGANS = frozenset(["vote", "mutual"])
"""Rules whose open verdict says more of an organ than that it has tasks."""
UNNAMED = "other"
_FIGURE = "figure"
_CAME_OR_WENT = frozenset(["burden_new", "burden_gone", "benefit_new", "benefit_gone"])
"""Rules that give no verdict for a party of no known kind."""
_LONGEST_NAME = 12
"""Characters of what an unknown party is called; more is a whole clause."""


class Borne(Effect):
    """An effect that knows whether the party bears or holds the norm itself."""

    bearing: bool = False


def told_of(found: Iterable[Borne], norm: Norm | None, tasks: frozenset[PartyId]) -> tuple[Effect, ...]:
    """The effects as they are told, each once: open for organs, and with what the text calls a party of no known kind.

    Args:
        found: what the rules say.
        norm: the later norm, or the one that went.
        tasks: parties whose duties and powers are tasks.
    """
    called = _called(norm)
    return _once(_named(_without_verdict(effect, tasks), called) for effect in found)


def borne(told: Told, norm: Norm, bearer: tuple[PartyId, ...], around: Around) -> Iterator[Borne]:
    """The effects on those who bear a norm and on those across: whom it names, and in a contract the other side.

    A duty of a contract that nobody bears by name is its side's whose act it is.
    """
    sides = around.sides
    presumed = _presumed(norm, around) if sides.unnamed(norm) else ()
    acting = presumed or sides.acting(bearer)
    named = without(norm.counterparty, acting) if sides.across(acting) else norm.counterparty
    third = change_words().addressees
    other = named if set(named) - set(third) else (*sides.across(acting), *named)
    concerned = other or _protected(norm)
    if told.rule == _FIGURE and sides.between and not acting and not concerned:
        acting = tuple(side[0] for side in change_words().sides)  # a figure that changed is told to both at least
    for one in on(told, acting, concerned):
        yield one.model_copy(update={"presumed": bool(presumed) and one.party not in named})


def _presumed(norm: Norm, around: Around) -> tuple[PartyId, ...]:
    """Who bears a norm of a contract that names no bearer: who faces the side it is owed to, or whose act it is."""
    facing = around.sides.across(norm.counterparty)
    return facing or around.sides.presumed(f"{norm.condition or ''}{norm.action}", around.after or around.before)


def presumed_effects(told: Told, bearer: tuple[PartyId, ...], sides: Sides) -> tuple[Effect, ...]:
    """The effects where the text names nobody: on who answers for it and on the other side, or open for both."""
    if not bearer:
        return _once(on(told, tuple(side[0] for side in change_words().sides), ()))
    found = on(told, bearer, sides.across(bearer))
    return _once(one.model_copy(update={"presumed": True}) for one in found)


def _protected(norm: Norm) -> tuple[PartyId, ...]:
    """Whom a ban protects that names nobody on the other side."""
    if norm.modality is not Modality.PROHIBITION:
        return ()
    found = dict.fromkeys(one.party for one in change_words().protects if one.topic in norm.topics)
    return without(found, norm.bearer)


def voted(norm: Norm, told: Told) -> Iterator[Borne]:
    """A vote concerns those who vote, whoever has to obtain it."""
    by_owners = words("votes_of").search(norm.threshold or "")
    yield from on(told, change_words().voters if by_owners else norm.bearer, ())


def on(told: Told, bearer: Iterable[PartyId], counterparty: Iterable[PartyId]) -> Iterator[Borne]:
    """The effects of a rule on parties by name; open for whoever stands on both sides of it."""
    rule = change_rules()[told.rule]
    bearer, counterparty = tuple(bearer), tuple(counterparty)
    mutual = both(bearer, counterparty) if rule.bearer is not rule.counterparty else ()
    for party in mutual:
        yield _effect(party, Told("mutual", told.before, told.after), Direction.OPEN, bearing=True)
    for party in without(bearer, mutual):
        yield _effect(party, told, rule.bearer, bearing=True)
    for party in without(counterparty, mutual):
        yield _effect(party, told, rule.counterparty, bearing=False)


def _effect(party: PartyId, told: Told, direction: Direction, *, bearing: bool) -> Borne:
    return Borne(
        party=party, direction=direction, rule=told.rule, before=told.before, after=told.after, bearing=bearing
    )


def _without_verdict(effect: Borne, tasks: frozenset[PartyId]) -> Borne:
    """The effect, but open for organs and for those whom an act only addresses."""
    if effect.party in tasks and effect.rule not in _SAID_OF_ORGANS:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "task"})
    if effect.party in change_words().unknown and effect.rule in _CAME_OR_WENT:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "unnamed"})
    if not effect.bearing and effect.party in change_words().addressees:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "addressee"})
    return effect


def _named(effect: Borne, called: str) -> Borne:
    return effect.model_copy(update={"called": called}) if effect.bearing and effect.party == UNNAMED else effect


def _once(found: Iterable[Effect]) -> tuple[Effect, ...]:
    plain_effects = (Effect.model_validate(one.model_dump(exclude={"bearing"})) for one in found)
    return tuple(dict.fromkeys(plain_effects))


def _called(norm: Norm | None) -> str:
    """What the text calls a bearer of no known kind."""
    name = (norm.bearer_text or "") if norm is not None and norm.bearer == (UNNAMED,) else ""
    return name if len(name) <= _LONGEST_NAME else ""


def both(one: Iterable[PartyId], other: Iterable[PartyId]) -> tuple[PartyId, ...]:
    """The parties that are among the other ones too, or who acts for them is."""
    there = kin(tuple(other))
    return tuple(party for party in one if kin([party]) & there)


def without(one: Iterable[PartyId], other: Iterable[PartyId]) -> tuple[PartyId, ...]:
    """The parties that are not in the other ones, nor whoever acts for them there."""
    there = kin(tuple(other))
    return tuple(party for party in one if not kin([party]) & there)


def organs_in(kind: Literal["statute", "contract"]) -> frozenset[PartyId]:
    """Public bodies everywhere; in a statute the owners' organs too, which a contract binds as its party."""
    tasks = {"public"} if kind == "contract" else {"public", "collective"}
    return frozenset(id for id, party in parties().items() if party.nature in tasks)
