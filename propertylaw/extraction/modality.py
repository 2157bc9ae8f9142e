"""What a clause does to its bearer: told by a modal word, or without one by its effect."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from propertylaw.model import Modality, Span
from propertylaw.rulebook import parties

from .clauses import marks
from .draft import Parties, Subject
from .lexicon import lexicon
from .looks import look_for
from .sentences import Clause

_IS_SO = re.compile(r"认定(?:为|其)|视为|由[^，。；]*(?:组成|担任)$")
"""What somebody is held to be, or of whom a body is formed."""
_DECIDED = re.compile(r"由[^，。；]*(?:共同)?(?:决定|选举产生)$")
_COMPUTED = re.compile(r"(?:计算|确定)$")
_OFFICIAL = re.compile("划[分定为]|归并|成立物业管理委员会")
"""What nobody but an authority does, also where the text names none."""
LIMITED = re.compile("不(?:低于|少于|超过|高于|大于|小于|多于)")
_JOINT_DECISION = re.compile(r"(?:由业主)?共同决定")
DECISION = re.compile(r"(?:会议)?(?:依法|共同)?的?(?:决定|一致同意|授权|(?:表决|讨论|审议)通过)(?!的?事项)")
"""Behind a party: by a decision of theirs."""

_OFFENDER = ("offender",)
_BEARS = re.compile("(?:由[^，。；]*)?承担$")
_PRIVATE = frozenset({"private"})
_MODALITIES = {one.value: one for one in Modality}
_Look = Callable[[str, int, int], re.Match[str] | None]


class Modal(NamedTuple):
    """A modal word in a clause."""

    start: int
    end: int
    modality: Modality


class Told(NamedTuple):
    """What words without a modal word do, and where among them the telling words begin."""

    modality: Modality
    offset: int


def modal(text: str, clause: Clause) -> Modal | None:
    """The first modal word of a clause that is not inside a relative clause (应当承担的责任)."""
    look, modals, embedded = _modals()
    place = look(text, clause.start, clause.end)
    if place is None:
        return None
    relative = []
    if embedded(text, clause.start, clause.end):
        relative = [one.span() for one in lexicon().clause["embedded"].finditer(text, clause.start, clause.end)]
    for match in modals.finditer(text, place.start(), clause.end):
        start, end = match.span()
        if not relative or not any(first <= start < last for first, last in relative):
            return Modal(start, end, _MODALITIES[match.lastgroup or ""])
    return None


@lru_cache(maxsize=1024)
def effect(words: str) -> Told | None:
    """What words without a modal word do; None when they do nothing by themselves."""
    for known, pattern in _effects():
        match = pattern.search(words)
        if match:
            return Told(known, match.start())
    return None


def settled(known: Modality, who: Subject, text: str, action: Span) -> Modality:
    """The modality of a modal clause, its subject and action considered.

    应当承担赔偿责任 is liability, 应当认定为 constitutive, 可以 of a public body power.
    """
    words = text[action[0] : action[1]]
    if _IS_SO.match(words):
        return Modality.CONSTITUTIVE
    if known is Modality.DUTY and answers_for_it(who, words):
        return Modality.LIABILITY
    if known is Modality.DUTY:
        return Modality.PROHIBITION if LIMITED.match(words) else _duty(words)
    if known is Modality.RIGHT:
        computed = not who.living and _COMPUTED.search(words)
        return Modality.CONSTITUTIVE if computed else right_or_power(who, text, words)
    return known


def right_or_power(who: Subject, text: str, words: str) -> Modality:
    """可以 is a right for private parties and for an organ that asks; else a power."""
    if who.span is not None and (decision := DECISION.match(text, who.span[1])):
        return Modality.RIGHT if "同意" in decision[0] else Modality.POWER
    if is_private(who):
        decides = _JOINT_DECISION.match(words) or (not who.stated and _OFFICIAL.search(words))
        return Modality.POWER if decides else Modality.RIGHT
    tells = marks("asking", words) or (not is_public(who) and marks("publishing", words))
    return Modality.RIGHT if has_private(who) or tells else Modality.POWER


def answers_for_it(who: Subject, words: str) -> bool:
    """Whether whoever did something bears what it costs (费用由责任人承担): that is liability, no mere duty."""
    return who.parties == _OFFENDER and _BEARS.search(words) is not None


def has_private(who: Subject) -> bool:
    """Whether a private party acts beside others: what both may do is no power of the others."""
    return "private" in _natures(who.parties)


def is_private(who: Subject) -> bool:
    """Whether no public body and no organ of the owners is among the parties."""
    return _natures(who.parties) <= _PRIVATE


def is_public(who: Subject) -> bool:
    """Whether a public body is among the parties."""
    return "public" in _natures(who.parties)


@cache
def _natures(ids: Parties) -> frozenset[str]:
    """What the known ones of these parties are: private, public, organs of the owners."""
    known = parties()
    return frozenset(known[party].nature for party in ids if party in known)


def _duty(words: str) -> Modality:
    if marks("liability", words) and not words.endswith("的"):
        return Modality.LIABILITY
    return Modality.POWER if _DECIDED.match(words) else Modality.DUTY


@cache
def _modals() -> tuple[_Look, re.Pattern[str], _Look]:
    """A look at whether there is a modal word, the modal words, and a look at whether one may be inside a clause."""
    words = "|".join(f"(?P<{group.modality}>{'|'.join(group.marks)})" for group in lexicon().modals)
    return look_for(words).search, re.compile(words), look_for(lexicon().clause["embedded"].pattern).search


@cache
def _effects() -> tuple[tuple[Modality, re.Pattern[str]], ...]:
    return tuple((known.modality, look_for(known.text)) for known in lexicon().effects)
