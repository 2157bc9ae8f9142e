"""Two norms on the same act, compared field by field: what the one repeats, details, tightens or contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from propertylaw.extraction.parties import default_finder
from propertylaw.model import Modality, Norm, PartyId
from propertylaw.rulebook import parties

from .likeness import Pair
from .periods import Measure, measures, period
from .relation import Aspect, Relation, RelationKind, Value
from .wording import kin, specific

_SAME_ACT = 0.72
_SAME_WORDS = 0.88
_SAME_CONDITION = 0.6
_LONG_ENOUGH = 5
"""Characters of an act that says by itself what is done; shorter ones (承担, 支付) need their condition."""
_FAMILY = {
    Modality.DUTY: "must",
    Modality.LIABILITY: "must",
    Modality.RIGHT: "may",
    Modality.POWER: "may",
    Modality.PROHIBITION: "must_not",
    Modality.CONSTITUTIVE: "is",
}
_NAMES = {"must": "应当", "may": "可以", "must_not": "不得", "is": "规定其性质"}


class Difference(NamedTuple):
    """What two norms say in one field, and what that makes of them."""

    kind: RelationKind
    aspect: Aspect
    lower: Value
    higher: Value
    why: str
    weight: float = 1.0
    """How far the difference can be relied on."""


def compare(pair: Pair) -> Iterator[Relation]:
    """The relations of a pair: each difference that matters; without one, whether it repeats or details."""
    if not _same_act(pair):
        return
    found = list(_differences(pair)) or [_without_difference(pair)]
    for one in found:
        yield Relation(
            one.kind,
            pair.lower.norm,
            pair.higher.norm,
            one.aspect,
            one.lower,
            one.higher,
            pair.by,
            round(min(pair.act, pair.score if pair.condition is None else 1.0) * one.weight, 2),
            one.why,
        )


def _same_act(pair: Pair) -> bool:
    a, b = pair.lower, pair.higher
    if pair.act < _SAME_ACT or a.norm.modality is Modality.SANCTION or b.norm.modality is Modality.SANCTION:
        return False
    condition = pair.condition
    if min(len(a.act), len(b.act)) < _LONG_ENOUGH and (not a.condition or (condition or 0) < _SAME_WORDS):
        return False
    return condition is None or condition >= _SAME_CONDITION


def _differences(pair: Pair) -> Iterator[Difference]:
    a, b = pair.lower.norm, pair.higher.norm
    yield from _modality(a, b)
    yield from _bearer(pair)
    yield from _period(a, b)
    yield from _quantity(a, b)
    yield from _parties_of_condition(pair)


def _modality(a: Norm, b: Norm) -> Iterator[Difference]:
    own, other = _FAMILY[a.modality], _FAMILY[b.modality]
    if own == other or "is" in (own, other) or not _share_bearer(a, b):
        return
    why = f"一方规定“{_NAMES[own]}”，另一方规定“{_NAMES[other]}”"
    if "must_not" in (own, other):
        yield Difference(RelationKind.CONFLICTS, Aspect.MODALITY, a.modality, b.modality, why)
    elif _is_organ(a) or _is_organ(b):
        return  # what an organ may decide is its task too: texts write the same list as 职责 and as 决定下列事项
    elif own == "must":
        why = f"{why}：把可以做的变成必须做的"
        yield Difference(RelationKind.STRICTER, Aspect.MODALITY, a.modality, b.modality, why, 0.8)
    else:
        why = f"{why}：把必须做的变成可以不做的"
        yield Difference(RelationKind.CONFLICTS, Aspect.MODALITY, a.modality, b.modality, why, 0.7)


def _bearer(pair: Pair) -> Iterator[Difference]:
    a, b = pair.lower.norm, pair.higher.norm
    own, other = specific(a.bearer), specific(b.bearer)
    if not own or not other or own & other:
        return
    why = f"同一件事，一方由{_said(own)}承担，另一方由{_said(other)}承担"
    yield Difference(RelationKind.CONFLICTS, Aspect.BEARER, tuple(sorted(own)), tuple(sorted(other)), why, 0.7)


def _period(a: Norm, b: Norm) -> Iterator[Difference]:
    own, other = period(a), period(b)
    if own is None or other is None:
        if own is not None and other is None:
            why = f"另一方没有写明期限，这里定为{own.text}"
            yield Difference(RelationKind.IMPLEMENTS, Aspect.PERIOD, own, None, why)
        return
    if own.value == other.value or own.sense != other.sense:
        return
    yield _measured(own, other, Aspect.PERIOD, a)


def _quantity(a: Norm, b: Norm) -> Iterator[Difference]:
    for own, other in zip(measures(a), measures(b), strict=False):
        if own.unit != other.unit:
            return
        if own.value != other.value:
            yield _measured(own, other, Aspect.QUANTITY, a)


def _measured(own: Measure, other: Measure, aspect: Aspect, norm: Norm) -> Difference:
    """A duty with a shorter period, or a higher minimum, asks more of its bearer; the reverse falls short."""
    what = f"一方为{own.text}，另一方为{other.text}"
    if own.sense == other.sense != "plain" and _FAMILY[norm.modality] == "must":
        more = own.value < other.value if own.sense == "most" else own.value > other.value
        if more:
            return Difference(RelationKind.STRICTER, aspect, own, other, f"{what}：要求更高")
        return Difference(RelationKind.CONFLICTS, aspect, own, other, f"{what}：低于上位规定的要求", 0.9)
    return Difference(RelationKind.CONFLICTS, aspect, own, other, f"{what}：数值不同", 0.8)


def _parties_of_condition(pair: Pair) -> Iterator[Difference]:
    """Conditions that name different parties at the same point: 业主委员会 against 业主委员会或者业主."""
    a, b = pair.lower.norm, pair.higher.norm
    if pair.act < _SAME_WORDS or a.modality is not b.modality or not a.condition or not b.condition:
        return
    for own in _alternatives(a.condition):
        for other in _alternatives(b.condition):
            if own != other and own & other and (own < other or other < own):
                wider = "更窄" if own < other else "更宽"
                why = f"条件中一方写{_said(own)}，另一方写{_said(other)}：适用范围{wider}"
                kind = RelationKind.CONFLICTS
                yield Difference(kind, Aspect.CONDITION, tuple(sorted(own)), tuple(sorted(other)), why, 0.8)
                return


def _alternatives(words: str) -> tuple[frozenset[PartyId], ...]:
    """Parties that are named side by side (甲、乙或者丙), run by run."""
    runs: list[set[PartyId]] = []
    end = -9
    for mention in default_finder().find(words):
        if runs and words[end : mention.start] in ("或者", "或", "、", "和", "以及", "与"):
            runs[-1] |= kin(mention.parties)
        else:
            runs.append(set(kin(mention.parties)))
        end = mention.end
    return tuple(map(frozenset, runs))


def _without_difference(pair: Pair) -> Difference:
    a, b = pair.lower.norm, pair.higher.norm
    if pair.act >= _SAME_WORDS and pair.condition is not None and (pair.condition >= _SAME_WORDS):
        return Difference(RelationKind.REPEATS, Aspect.ACTION, a.action, b.action, "同一规范在两处写明")
    why = "同一件事，这里写得更具体或者措辞不同"
    aspect = Aspect.CONDITION if pair.act >= _SAME_WORDS else Aspect.ACTION
    own, other = (a.condition, b.condition) if aspect is Aspect.CONDITION else (a.action, b.action)
    return Difference(RelationKind.IMPLEMENTS, aspect, own, other, why)


def _share_bearer(a: Norm, b: Norm) -> bool:
    return bool(kin(a.bearer) & kin(b.bearer))


def _is_organ(norm: Norm) -> bool:
    return any(known.nature != "private" for id in norm.bearer if (known := parties().get(id)))


def _said(ids: frozenset[PartyId]) -> str:
    known = parties()
    return "、".join(known[id].title if id in known else id for id in sorted(ids))
