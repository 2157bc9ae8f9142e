"""For whom a change is better or worse: the rules that apply to it, and whom each of them concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from propertylaw.graph import NEARLY, Change, kin, pattern, period, plain, specific
from propertylaw.model import Modality, Norm, PartyId
from propertylaw.rulebook import parties

from .comparison import Direction, Effect
from .covered import covered
from .figures import Told, figures, instalments, price
from .matters import matters
from .rates import comparable, rates
from .rules import change_rules, change_words, words
from .sides import NO_SIDES, Sides

_BURDENS = frozenset([Modality.DUTY, Modality.PROHIBITION, Modality.LIABILITY, Modality.SANCTION])
_RIGHTS = frozenset([Modality.RIGHT, Modality.POWER])
_SAME_ACT = 70
"""Acts less alike than this are another act: what their periods and figures were is no comparison."""

_SAID_OF_ORGANS = frozenset(["vote", "mutual"])
"""Rules whose open verdict says more of an organ than that it has tasks."""
_UNNAMED = "other"
_CAME_OR_WENT = frozenset(["burden_new", "burden_gone", "benefit_new", "benefit_gone"])
"""Rules that give no verdict for a party of no known kind."""
_LONGEST_NAME = 12
"""Characters of what an unknown party is called; more is a whole clause."""

_TELLING, _HELD = 6, 0.9
"""Characters of an act that may be held by a longer one, and how much of it has to be."""

Kind = Literal["burden", "right", "nature"]


class Around(NamedTuple):
    """What the versions say around a change."""

    before: str = ""
    """The sentence of the earlier norm."""
    after: str = ""
    instead: str | None = None
    """For a norm that came or went: the rule that applies instead of a gain or a loss."""
    sides: Sides = NO_SIDES
    """Of a contract for services: who may claim what the text owes to nobody by name."""


_NOTHING = Around()


def effects(change: Change, organs: Iterable[PartyId], around: Around = _NOTHING) -> tuple[Effect, ...]:
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
    called = _called(change.after or change.before)
    return _once(_named(_without_verdict(effect, tasks), called) for effect in found)


class _Borne(Effect):
    """An effect that knows whether the party bears or holds the norm itself."""

    bearing: bool = False


def _whole(norm: Norm, what: Literal["new", "gone"], around: Around) -> Iterator[_Borne]:
    if norm.threshold:
        yield from _voted(norm, Told("vote"))
        return
    kind = _kind(norm)
    rule = "nature" if kind == "nature" else f"{'benefit' if kind == 'right' else kind}_{what}"
    yield from _borne(Told(around.instead or rule), norm, norm.bearer, around)


def _borne(told: Told, norm: Norm, bearer: tuple[PartyId, ...], around: Around) -> Iterator[_Borne]:
    """The effects on those who bear a norm and on those across: whom it names, and in a contract the other side.

    A duty of a contract that nobody bears by name is its side's whose act it is.
    """
    sides = around.sides
    presumed = _presumed(norm, around) if sides.unnamed(norm) else ()
    acting = presumed or sides.acting(bearer)
    named = _without(norm.counterparty, acting) if sides.across(acting) else norm.counterparty
    third = change_words().addressees
    other = named if set(named) - set(third) else (*sides.across(acting), *named)
    for one in _on(told, acting, other or _protected(norm)):
        yield one.model_copy(update={"presumed": bool(presumed) and one.party not in named})


def _presumed(norm: Norm, around: Around) -> tuple[PartyId, ...]:
    """Who bears a norm of a contract that names no bearer: who faces the side it is owed to, or whose act it is."""
    facing = around.sides.across(norm.counterparty)
    return facing or around.sides.presumed(f"{norm.condition or ''}{norm.action}", around.after or around.before)


def presumed_effects(told: Told, bearer: tuple[PartyId, ...], sides: Sides) -> tuple[Effect, ...]:
    """The effects where the text names nobody: on who answers for it and on the other side, or open for both."""
    if not bearer:
        both = tuple(side[0] for side in change_words().sides)
        return _once(_on(told, both, ()))
    found = _on(told, bearer, sides.across(bearer))
    return _once(one.model_copy(update={"presumed": True}) for one in found)


def _protected(norm: Norm) -> tuple[PartyId, ...]:
    """Whom a ban protects that names nobody on the other side."""
    if norm.modality is not Modality.PROHIBITION:
        return ()
    found = dict.fromkeys(one.party for one in change_words().protects if one.topic in norm.topics)
    return _without(found, norm.bearer)


def _voted(norm: Norm, told: Told) -> Iterator[_Borne]:
    """A vote concerns those who vote, whoever has to obtain it."""
    by_owners = words("votes_of").search(norm.threshold or "")
    yield from _on(told, change_words().voters if by_owners else norm.bearer, ())


def _matters_of_vote(before: Norm, after: Norm) -> Told | None:
    """What is voted on by another majority than before; a condition that is the vote itself lists nothing."""
    for norm in (before, after):
        if not norm.condition or (norm.threshold and norm.threshold in norm.condition):
            return None
    return matters(before.condition or "", after.condition or "")


def _changed(change: Change, before: Norm, after: Norm, around: Around) -> Iterator[_Borne]:
    vote = "threshold" in change.fields and plain(before.threshold or "") != plain(after.threshold or "")
    if vote:
        yield from _voted(
            after if after.threshold else before, Told("vote", before.threshold or "", after.threshold or "")
        )
        if (listed := _matters_of_vote(before, after)) is not None:
            yield from _voted(after if after.threshold else before, listed)
    told = [] if vote else [*_modality(before, after), *_consent(before, after)]
    if not told and _same_act(before, after):
        told = [*_period(before, after), *figures(before, after)]
        told = told or ([] if vote else [*_scope(before, after, around)])
        told += [Told("authority")] * ("authority" in change.fields)
    changed_price = price(before, after)
    if changed_price is not None:
        yield from _price(*changed_price, around)
        return
    shifted = list(_shifted(before, after))
    if not told and not shifted and not vote:
        told = [Told("nature" if _kind(after) == "nature" else "wording")]
    staying = _both(after.bearer, before.bearer) or after.bearer
    for one in told:
        yield from _borne(one, after, staying, around)
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


def _consent(before: Norm, after: Norm) -> Iterator[Told]:
    """To tell somebody is less than to need his consent."""
    consents, informs = words("consents"), words("informs")
    old, new = before.action, after.action
    if informs.search(old) and consents.search(new) and not consents.search(old):
        yield Told("consent_for_notice", old, new)
    elif consents.search(old) and informs.search(new) and not consents.search(new):
        yield Told("notice_for_consent", old, new)


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
        kind = "notice" if pattern("notice").search(other.text) else "least"
        rule = f"{'longer' if longer else 'shorter'}_{kind}"
    elif burden and all(words("every").search(one.text) for one in (own, other)):
        if words("pays").search(after.action):
            rule = instalments(before, after)
        elif rates(after.action) and comparable(rates(before.action), rates(after.action)):
            return  # told by its figures, with how often within the period
        else:
            rule = "less_often" if longer else "more_often"
    elif burden:
        rule = "more_time" if longer else "less_time"
    else:
        rule = ("right_longer" if longer else "right_shorter") if right else "figure"
    yield Told(rule, own.text, other.text)


def _scope(before: Norm, after: Norm, around: Around) -> Iterator[Told]:
    """Conditions and exceptions that came make the norm narrower, those that went wider; rewritten ones stay open."""
    kind = _kind(after)
    for own, other in ((before.condition, after.condition), (before.exception, after.exception)):
        if plain(own or "") == plain(other or "") or _is_said(own, other, around):
            continue
        if own and other:
            yield matters(own, other) or Told("condition", own, other)
        elif kind == "nature":
            yield Told("condition", own or "", other or "")
        else:
            yield Told(f"{kind}_{'narrower' if other else 'wider'}", own or "", other or "")


def _is_said(own: str | None, other: str | None, around: Around) -> bool:
    """Whether a condition that came or went stands in the sentence of the other version, only read otherwise."""
    if own and other:
        return False
    return bool(own and plain(own) in plain(around.after)) or bool(other and plain(other) in plain(around.before))


def _shifted(before: Norm, after: Norm) -> Iterator[_Borne]:
    """Parties that came or went as bearers or on the other side."""
    kind = _kind(after)
    if all(words("consents").search(norm.action) for norm in (before, after)) and kind == _kind(before) == "burden":
        yield from _decided(_deciding(before), _deciding(after))
        return
    if before.bearer != after.bearer and not (specific(before.bearer) and specific(after.bearer)):
        if before.bearer and after.bearer:
            yield from _on(Told("bearer"), (*before.bearer, *_without(after.bearer, before.bearer)), ())
    elif kind != "nature" and kind == _kind(before) and before.bearer and after.bearer:
        off, on = ("right_lost", "right_won") if kind == "right" else ("moved_off", "moved_on")
        yield from _on(Told(off), _without(before.bearer, after.bearer), ())
        yield from _on(Told(on), _without(after.bearer, before.bearer), ())
    if kind == "burden" and _kind(before) == "burden":
        yield from _on(Told("owed_no_more"), (), _without(before.counterparty, after.counterparty))
        yield from _on(Told("owed_too"), (), _without(after.counterparty, before.counterparty))


def _deciding(norm: Norm) -> tuple[PartyId, ...]:
    """Whose consent or decision a norm asks for; where it names nobody else, its bearers have to decide."""
    return norm.counterparty or tuple(party for party in norm.bearer if party != _UNNAMED)


def _decided(before: tuple[PartyId, ...], after: tuple[PartyId, ...]) -> Iterator[_Borne]:
    if before and after:
        yield from _on(Told("decision_lost"), (), _without(before, after))
        yield from _on(Told("decision_won"), (), _without(after, before))


def _price(unit: str, told: Told, around: Around) -> Iterator[_Borne]:
    common = words("common_income").search(around.after)
    for one in change_words().prices:
        if one.unit == unit and common:
            yield from _on(Told("price_of_common", told.before, told.after), (one.payer,), ())
        elif one.unit == unit:
            yield from _on(told, (one.payee,), (one.payer,))


def _on(told: Told, bearer: Iterable[PartyId], counterparty: Iterable[PartyId]) -> Iterator[_Borne]:
    rule = change_rules()[told.rule]
    bearer, counterparty = tuple(bearer), tuple(counterparty)
    mutual = _both(bearer, counterparty) if rule.bearer is not rule.counterparty else ()
    for party in mutual:
        yield _effect(party, Told("mutual", told.before, told.after), Direction.OPEN, bearing=True)
    for party in _without(bearer, mutual):
        yield _effect(party, told, rule.bearer, bearing=True)
    for party in _without(counterparty, mutual):
        yield _effect(party, told, rule.counterparty, bearing=False)


def _effect(party: PartyId, told: Told, direction: Direction, *, bearing: bool) -> _Borne:
    return _Borne(
        party=party, direction=direction, rule=told.rule, before=told.before, after=told.after, bearing=bearing
    )


def _without_verdict(effect: _Borne, tasks: frozenset[PartyId]) -> _Borne:
    """The effect, but open for organs and for those whom an act only addresses."""
    if effect.party in tasks and effect.rule not in _SAID_OF_ORGANS:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "task"})
    if effect.party in change_words().unknown and effect.rule in _CAME_OR_WENT:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "unnamed"})
    if not effect.bearing and effect.party in change_words().addressees:
        return effect.model_copy(update={"direction": Direction.OPEN, "rule": "addressee"})
    return effect


def _named(effect: _Borne, called: str) -> _Borne:
    return effect.model_copy(update={"called": called}) if effect.bearing and effect.party == _UNNAMED else effect


def _once(found: Iterable[Effect]) -> tuple[Effect, ...]:
    plain_effects = (Effect.model_validate(one.model_dump(exclude={"bearing"})) for one in found)
    return tuple(dict.fromkeys(plain_effects))


def _kind(norm: Norm) -> Kind:
    if norm.modality in _BURDENS:
        return "burden"
    return "right" if norm.modality in _RIGHTS else "nature"


def _same_act(before: Norm, after: Norm) -> bool:
    acts = sorted((_bare_act(before), _bare_act(after)), key=len)
    return fuzz.ratio(*acts) >= _SAME_ACT or (len(acts[0]) >= _TELLING and covered(*acts) >= _HELD)


def _bare_act(norm: Norm) -> str:
    """The act without the period or the day on which it is due."""
    act = norm.action
    for one in (*(quantity.text for quantity in norm.quantities if quantity.unit == "due_day"), norm.deadline_text):
        act = act.replace(one, "") if one else act
    return plain(act)


def _called(norm: Norm | None) -> str:
    """What the text calls a bearer of no known kind."""
    name = (norm.bearer_text or "") if norm is not None and norm.bearer == (_UNNAMED,) else ""
    return name if len(name) <= _LONGEST_NAME else ""


def _both(one: Iterable[PartyId], other: Iterable[PartyId]) -> tuple[PartyId, ...]:
    """The parties that are among the other ones too, or who acts for them is."""
    there = kin(tuple(other))
    return tuple(party for party in one if kin([party]) & there)


def _without(one: Iterable[PartyId], other: Iterable[PartyId]) -> tuple[PartyId, ...]:
    """The parties that are not in the other ones, nor whoever acts for them there."""
    there = kin(tuple(other))
    return tuple(party for party in one if not kin([party]) & there)


def organs_in(kind: Literal["statute", "contract"]) -> frozenset[PartyId]:
    """Public bodies everywhere; in a statute the owners' organs too, which a contract binds as its party."""
    tasks = {"public"} if kind == "contract" else {"public", "collective"}
    return frozenset(id for id, party in parties().items() if party.nature in tasks)
