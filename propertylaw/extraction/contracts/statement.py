"""What half a sentence states: whether it may be, whom it holds back, on whose word it hangs, who gets the money.

Signs find words; these words are read here, once for all signs, with what the extraction knows of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from propertylaw.model import Modality, PartyId, Span

from .denial import is_breach, is_denied
from .sentence import Clause, Sentence
from .stops import between_stops
from .words import pattern

_STEP = "，。；,;\n"
_PART = "。；;\n"
_PARTY = re.compile(r"([Ⓐ-Ⓩ])\1*")
_NEAR = 4
"""Characters that may stand between a word that forbids and the act as the extraction tells it."""
_OPENING = 12
"""Characters of an act by which it is found again in its sentence."""


class Camp(StrEnum):
    """On which side of a contract somebody stands."""

    STRONG = "strong"
    """The provider and the developer."""
    WEAK = "weak"
    """The owners, whoever lives with them, and their organs."""
    BOTH = "both"
    OTHER = "other"


class Ground(StrEnum):
    """What makes lawful what a sign finds; each is a word of the vocabulary of the same name."""

    OWNERS_DECIDE = "owners_decide"
    BOTH_AGREE = "both_agree"
    BOTH_ALIKE = "both_alike"
    NOBODY_TO_BLAME = "nobody_to_blame"
    STRONG_BEARS = "strong_bears"
    OWNERS_RECEIVE = "owners_receive"
    OWNERS_BEAR = "owners_bear"
    OWNERS_CAUSE = "owners_cause"


_OF_TOKEN = {
    **dict.fromkeys("ⓅⒹⓃ", Camp.STRONG),
    **dict.fromkeys("ⓄⓊⒸⒶⓂ", Camp.WEAK),
    **dict.fromkeys("ⓁⒼⓉ", Camp.OTHER),
    "Ⓑ": Camp.BOTH,
}
_THEMSELVES = frozenset("ⓄⓊⒶⒷ")
"""The owners themselves, not an organ of theirs."""
_STRONG: frozenset[PartyId] = frozenset(
    ["service_provider", "outgoing_provider", "provider_staff", "new_provider", "developer"]
)
_WEAK: frozenset[PartyId] = frozenset(
    [
        "owner",
        "buyer",
        "property_user",
        "owners_committee",
        "pm_committee",
        "owners_assembly",
        "committee_member",
    ]
)


@dataclass(frozen=True)
class Statement:
    """What the words between two places of a sentence state."""

    clause: Clause
    sentence: Sentence
    span: Span
    """In the sentence."""

    @cached_property
    def is_denied(self) -> bool:
        """Whether they are forbidden, or said not to be so."""
        return is_denied(self.clause, self.sentence, *self.span)

    @cached_property
    def is_breach(self) -> bool:
        """Whether they are only the case in which a party is liable."""
        return is_breach(self.sentence, *self.span)

    @cached_property
    def holds_back_strong(self) -> bool:
        """Whether every ban in them is one on the provider or the developer."""
        words = self.sentence.masked
        begin, _ = between_stops(words, *self.span, _STEP)
        bans = [*pattern("{holds_back}").finditer(words, begin, self.span[1])]
        bonds = [*pattern("{stays_bound}|{renounces}").finditer(words, begin, self.span[1])]
        held = (self._bans_strong(ban) for ban in bans)
        bound = (self._speaks_of_strong(bond) for bond in bonds)
        return bool(bans or bonds) and all(held) and all(bound)

    def rests_on(self, ground: Ground) -> bool:
        """Whether the same part of the sentence, between two semicolons, gives a ground on which it is lawful."""
        words = self.sentence.masked
        part = words[slice(*between_stops(words, *self.span, _PART))]
        texts = (part, self.sentence.lead)
        return any(_is_said(text, found) for text in texts for found in _all(ground, text))

    def _bans_strong(self, ban: re.Match[str]) -> bool:
        """Whether it is the provider or the developer whom a ban holds back.

        They are named before it in the same step; or the extraction takes the ban for theirs; or nobody is known, and
        what is banned is what only they do.
        """
        words = self.sentence.masked
        begin, end = between_stops(words, *ban.span(), _STEP)
        if pattern("{serves_owners}").match(words, ban.end()):
            return False
        named = self._subject(begin, ban.start())
        if named is not None:
            return named is Camp.STRONG
        act = pattern("{reason}").sub("", words[ban.start() : end])
        if pattern("{acts_of_strong_alone}").search(act):
            return True
        bearer = self._bearer(ban)
        if bearer is None or bearer is Camp.OTHER:
            carried = self._last_subject(begin) if bearer is Camp.OTHER else None
            return carried is Camp.STRONG or (
                carried is not Camp.WEAK and bool(pattern("{acts_of_strong}").search(act))
            )
        return bearer is Camp.STRONG and not pattern("{acts_of_weak}").search(act)

    def _speaks_of_strong(self, words: re.Match[str]) -> bool:
        begin, _ = between_stops(self.sentence.masked, *words.span(), _STEP)
        return (self._subject(begin, words.start()) or self._last_subject(begin)) is Camp.STRONG

    def _last_subject(self, end: int) -> Camp | None:
        """Of whom the steps before a place speak last."""
        words = self.sentence.masked
        while end > 0:
            begin = max((words.rfind(stop, 0, end - 1) for stop in _STEP), default=-1) + 1
            named = self._subject(begin, end)
            if named is not None:
                return named
            end = begin
        return None

    def _subject(self, begin: int, end: int) -> Camp | None:
        """Of whom the words between two places speak: the first party that nothing is done to, and who acts with it."""
        words = self.sentence.masked
        acting: set[str] = set()
        last = begin
        for party in _PARTY.finditer(words, begin, end):
            if acting and not pattern("{together_with}").search(words[last : party.start()]):
                break
            if not pattern("{as_object}").search(words[begin : party.start()]):
                acting.add(party[1])
                last = party.end()
        return _together(acting)

    def _bearer(self, ban: re.Match[str]) -> Camp | None:
        """Whom the extraction takes a ban for; None where it does not tell."""
        if self.sentence.put_in:  # no place in it is one of the document
            return Camp.OTHER
        begin, end = (place - self.clause.start for place in self.sentence.span)
        text = self.clause.text[begin:end]
        for norm in self.clause.norms_at(self.sentence.span[0] + ban.start()):
            if norm.modality is Modality.PROHIBITION and norm.bearer:
                at = text.find(norm.action[:_OPENING], ban.start())
                if 0 <= at <= ban.end() + _NEAR:
                    stranger = len(norm.bearer_text or "") > 1 and norm.bearer == ("other",)
                    return None if stranger else _camp(norm.bearer)
        return None


def _together(acting: set[str]) -> Camp | None:
    """On which side parties stand who act together: an organ beside the provider is not heard for the owners."""
    camps = {_OF_TOKEN[token] for token in acting}
    if Camp.STRONG in camps and acting.isdisjoint(_THEMSELVES):
        return Camp.STRONG
    return Camp.BOTH if len(camps) > 1 else next(iter(camps), None)


def _camp(bearer: tuple[PartyId, ...]) -> Camp:
    strong, weak = not _STRONG.isdisjoint(bearer), not _WEAK.isdisjoint(bearer)
    if strong and weak:
        return Camp.BOTH
    return Camp.STRONG if strong else Camp.WEAK if weak else Camp.OTHER


def _all(ground: Ground, text: str) -> Iterator[re.Match[str]]:
    return pattern(f"{{{ground}}}").finditer(text)


def _is_said(text: str, found: re.Match[str]) -> bool:
    """Whether words are not said to be needless, or to be only taken as if they were so."""
    return not pattern("{said_away}").search(text[: found.start()])
