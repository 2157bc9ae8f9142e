"""Whether two norms speak of the same act between the same kinds of parties, however they treat it."""

from __future__ import annotations

from collections.abc import Collection

from propertylaw.model import Modality, Norm, PartyId
from propertylaw.rulebook import parties

from .likeness import Pair
from .wording import specific

SAME_WORDS = 0.88
"""From this likeness on two texts say the same in nearly the same words."""
_LIKE_WORDS = 0.4
_SAME_ACT = 0.72
_SAME_CONDITION = 0.6
_VERY_SAME, _LONG_ACT, _LIKE_CONDITION = 0.95, 8, 0.4
"""Where act and act are the same long words, their conditions may be further apart."""
_SAME_TASK = 0.88
_LONG_TASK = 10
_LONG_ENOUGH = 5
"""Characters of an act that says by itself what is done; shorter ones (承担, 支付) need their condition."""


def same_act(pair: Pair) -> bool:
    """Whether act, condition, counterparties and topics of two norms fit together."""
    a, b = pair.lower, pair.higher
    if Modality.SANCTION in (a.norm.modality, b.norm.modality) or pair.act < _least_likeness(pair):
        return False
    if not _meet(a.norm.counterparty, b.norm.counterparty) or (pair.act < SAME_WORDS and _other_topics(pair)):
        return False
    if a.norm.modality is Modality.CONSTITUTIVE and min(len(a.act), len(b.act)) < _LONG_ACT and not _same_topics(pair):
        return False
    condition = pair.condition
    same_long_act = pair.act >= _VERY_SAME and len(a.act) >= _LONG_ACT
    if pair.score < _LIKE_WORDS and not same_long_act:
        return False
    if min(len(a.act), len(b.act)) < _LONG_ENOUGH and (not a.condition or (condition or 0) < SAME_WORDS):
        return False
    if condition is None:
        return _share_a_bearer(a.norm, b.norm) and min(len(a.act), len(b.act)) > _LONG_ENOUGH
    return condition >= (_LIKE_CONDITION if same_long_act else _SAME_CONDITION)


def _least_likeness(pair: Pair) -> float:
    """Acts of the same bearer and modality need fewer words in common than those of bearers that are not named."""
    a, b = pair.lower.norm, pair.higher.norm
    if _described(a) != _described(b):
        return _VERY_SAME
    return _SAME_ACT if _share_a_bearer(a, b) and a.modality is b.modality else SAME_WORDS


def _share_a_bearer(a: Norm, b: Norm) -> bool:
    """Whether two norms name a bearer in common, or describe what is rather than bind anyone."""
    return bool(specific(a.bearer) & specific(b.bearer)) or a.modality is b.modality is Modality.CONSTITUTIVE


def _described(norm: Norm) -> bool:
    """Whether the bearer is none of the known kinds but is called something (换届小组)."""
    return norm.bearer == ("other",) and bool(norm.bearer_text)


def _other_topics(pair: Pair) -> bool:
    own, other = pair.lower.norm.topics, pair.higher.norm.topics
    return bool(own or other) and not set(own) & set(other)


def _same_topics(pair: Pair) -> bool:
    """Whether two norms that do not say what they are about (属于业主共有) are on the same topics."""
    own, other = set(pair.lower.norm.topics), set(pair.higher.norm.topics)
    return bool(own & other) and 2 * len(own & other) >= len(own | other)


def same_bearer(pair: Pair) -> bool:
    """Whether two norms may bind the same party."""
    return _meet(pair.lower.norm.bearer, pair.higher.norm.bearer)


def _meet(one: Collection[PartyId], other: Collection[PartyId]) -> bool:
    """Whether parties named in two norms may be the same; so they may where one of them names none."""
    own, theirs = specific(one), specific(other)
    return not own or not theirs or bool(own & theirs)


def same_task(pair: Pair) -> bool:
    """Whether two norms that bind different bodies are about one and the same task of an organ or a public body."""
    a, b = pair.lower.norm, pair.higher.norm
    return (
        pair.act >= _SAME_TASK
        and len(pair.lower.act) >= _LONG_TASK
        and a.modality is b.modality
        and a.modality in (Modality.DUTY, Modality.POWER)
        and all(is_organ(norm) for norm in (a, b))
        and not set(a.bearer) & set(b.counterparty)
    )


def is_organ(norm: Norm) -> bool:
    """Whether a norm binds a public body or an organ of the owners."""
    return any(known.nature != "private" for id in norm.bearer if (known := parties().get(id)))
