"""What local texts say on the act that a claim complains of: rules, bodies that act on it, and who has to report it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from propertylaw.graph.responsibility import role_of
from propertylaw.model import BodyTask, Locator, Modality, Norm, PartyId
from propertylaw.model.local_act import ActCase, GeneralWords, LocalAct
from propertylaw.rulebook import parties
from propertylaw.rulebook.local_acts import local_acts

_MOST_BODIES = 3
"""A norm that names more bodies divides the work among them: only those that the act concerns are taken from it."""
_ANY_BODY = "generic_authority"
_DISCIPLINE = re.compile("处分|刑事责任")
_DEFINES = re.compile("^(?:是指|主要?包括)")


class LocalPoints:
    """The norms of the local texts of a dispute, asked act by act.

    Args:
        norms: those of the texts that apply on the day at the place.
    """

    def __init__(self, norms: Iterable[Norm]) -> None:
        self.norms = tuple(norms)
        self._groups = {group.id: group for group in local_acts().general}
        self._own, self._on = cache(self._find_own), cache(self._find_on)

    def rules(self, act: LocalAct, told: Set[str] | None = None) -> Iterator[Norm]:
        """What it asks of private parties, or gives them, on the act itself.

        Args:
            act: the act.
            told: the facts that the form says are so: rules on another kind of the act are left out; None: all.
        """
        for norm in self._own(act):
            kinds = [one for one in act.cases if _is_kind(norm, one)]
            if told is not None and kinds and all(told.isdisjoint(one.told) for one in kinds):
                continue
            if act.sides and set(norm.bearer).isdisjoint(act.sides):
                continue
            if not act.sides and re.search(local_acts().reports, norm.action):
                continue  # told as a duty to report
            private = not any(map(_is_public, norm.bearer))
            if private and norm.modality is not Modality.SANCTION and not _DEFINES.search(norm.action):
                yield norm

    def tasks(self, act: LocalAct) -> tuple[BodyTask, ...]:
        """The bodies that have to act on it, each with its role and the provisions."""
        found: dict[tuple[PartyId, str], dict[Locator, None]] = {}
        for norm, group in self._on(act):
            bodies = _acting(norm)
            if group or len(bodies) > _MOST_BODIES:
                bodies = tuple(body for body in bodies if body in act.bodies or body == _ANY_BODY)
            role = (group and group.role) or _role(norm, act)
            for body in bodies:
                found.setdefault((body, role), {})[norm.locator.bare] = None
        return tuple(BodyTask(party=body, role=role, basis=tuple(at)) for (body, role), at in found.items())

    def reports(self, act: LocalAct) -> tuple[Locator, ...]:
        """Where others are told to report it, or where to complain of it."""
        word = re.compile(local_acts().reports)
        told = (
            norm
            for norm, _ in self._on(act)
            if norm.modality is not Modality.SANCTION
            and not any(map(_is_public, norm.bearer))
            and word.search(norm.action)
        )
        return tuple(dict.fromkeys(norm.locator.bare for norm in told))

    def _find_on(self, act: LocalAct) -> tuple[tuple[Norm, GeneralWords | None], ...]:
        """Norms on the act itself, on the breach of what they cite, and on any breach of its kind."""
        own = self._own(act)
        ids = {norm.id for norm in own}
        found: list[tuple[Norm, GeneralWords | None]] = []
        for norm in self.norms:
            if norm.id in ids or _punishes(norm, own):
                found.append((norm, None))
            elif group := self._group(norm, act):
                found.append((norm, group))
        return tuple(found)

    def _group(self, norm: Norm, act: LocalAct) -> GeneralWords | None:
        """The group of norms on any breach to which it belongs, of those that count for the act."""
        words = _words(norm)
        return next((one for one in map(self._groups.__getitem__, act.general) if _any(one.words, words)), None)

    def _find_own(self, act: LocalAct) -> tuple[Norm, ...]:
        return tuple(norm for norm in self.norms if _is_on(norm, act))


def _is_on(norm: Norm, act: LocalAct) -> bool:
    words = _words(norm)
    told = _any(act.words, words) or not set(act.topics).isdisjoint(norm.topics)
    told = told or any(set(row) <= set(norm.topics) for row in act.together)
    return told and not _any(act.unless, words)


def _is_kind(norm: Norm, kind: ActCase) -> bool:
    return bool(re.search(kind.words, _words(norm))) or not set(kind.topics).isdisjoint(norm.topics)


def _punishes(norm: Norm, duties: Sequence[Norm]) -> bool:
    """Whether a norm says what follows from the breach of one of these, which its condition cites."""
    condition = norm.condition or ""
    cited = [at for one in norm.cites if one.text in condition for at in one.targets if at.article]
    broken = [duty.locator.bare for duty in duties if duty.modality is not Modality.SANCTION]
    return any(at.contains(place) for at in cited for place in broken)


def _acting(norm: Norm) -> tuple[PartyId, ...]:
    """The bodies that a norm has act on a breach."""
    named = norm.authority if norm.modality is Modality.SANCTION else norm.bearer
    bodies = tuple(one for one in named if _is_public(one) and one not in local_acts().not_addressed)
    return bodies if _is_enforced(norm) else ()


def _is_enforced(norm: Norm) -> bool:
    """Whether a norm has its bodies act on a breach: not on their own officials, nor on what follows a breach."""
    acts = local_acts()
    if _DISCIPLINE.search(norm.action) or re.search(acts.second, norm.condition or ""):
        return False
    if norm.modality is Modality.SANCTION:
        return not any(map(_is_public, norm.bearer))
    acting = norm.modality in (Modality.DUTY, Modality.POWER, Modality.RIGHT)
    return acting and bool(re.search(acts.handles, norm.action))


def _role(norm: Norm, act: LocalAct) -> str:
    """The role of the bodies of a norm, by the part of its action that speaks of the act."""
    if norm.modality is Modality.SANCTION:
        return "acts"
    return role_of(next((part for part in norm.action.split("，") if _any(act.words, part)), norm.action))


def _is_public(party: PartyId) -> bool:
    known = parties().get(party)
    return party == _ANY_BODY or (known is not None and known.nature != "private" and known.oversees)


def _words(norm: Norm) -> str:
    """What it says in its own words: condition, action, exception."""
    return "；".join(filter(None, (norm.condition, norm.action, norm.exception)))


def _any(patterns: Iterable[str], words: str) -> bool:
    return any(re.search(one, words) for one in patterns)
