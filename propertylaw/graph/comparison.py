"""Two norms on the same act, compared field by field: what the one repeats, details, tightens or contradicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from propertylaw.extraction.parties import default_finder
from propertylaw.model import Modality, Norm, PartyId
from propertylaw.rulebook import parties

from .likeness import Pair
from .periods import NEARLY, Measure, measures, period
from .relation import Aspect, Relation, RelationKind, Value
from .same_act import SAME_WORDS, is_organ, same_act, same_bearer, same_task
from .wording import kin, pattern, specific

_LITTLE_ADDED = 0.15
"""A norm that adds no more than this share of its words to another's states it again."""
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
    if not same_act(pair):
        return
    if same_bearer(pair):
        found = list(_differences(pair)) or [_without_difference(pair)]
    else:
        found = list(_bearer(pair)) if same_task(pair) else []
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


def _differences(pair: Pair) -> Iterator[Difference]:
    a, b = pair.lower.norm, pair.higher.norm
    yield from _modality(pair)
    yield from _period(a, b)
    yield from _quantity(a, b)
    yield from _parties_of_condition(pair)


def _modality(pair: Pair) -> Iterator[Difference]:
    a, b = pair.lower.norm, pair.higher.norm
    own, other = _FAMILY[a.modality], _FAMILY[b.modality]
    if own == other or "is" in (own, other) or not kin(a.bearer) & kin(b.bearer):
        return
    why = f"这里规定“{_NAMES[own]}”，另一方规定“{_NAMES[other]}”"
    if "must_not" in (own, other):
        if not pattern("negated").search(f"{a.action}{b.action}") and not _opposite_cases(a, b):
            yield Difference(RelationKind.CONFLICTS, Aspect.MODALITY, a.modality, b.modality, why)
    elif is_organ(a) or is_organ(b):
        return  # what an organ may decide is its task too: texts write the same list as 职责 and as 决定下列事项
    elif own == "must":
        why = f"{why}：把可以做的变成必须做的"
        yield Difference(RelationKind.STRICTER, Aspect.MODALITY, a.modality, b.modality, why, 0.8)
    else:
        why = f"{why}：把必须做的变成可以不做的"
        yield Difference(RelationKind.CONFLICTS, Aspect.MODALITY, a.modality, b.modality, why, 0.7)


def _opposite_cases(a: Norm, b: Norm) -> bool:
    """Whether one norm speaks of leave that is given and the other of leave that is not, or of other things."""
    lacking = [bool(pattern("without_leave").search(norm.condition or "")) for norm in (a, b)]
    things = [norm.bearer_text is not None and not default_finder().find(norm.bearer_text) for norm in (a, b)]
    return lacking[0] != lacking[1] or any(things)


def _bearer(pair: Pair) -> Iterator[Difference]:
    """A task that one source gives to this body and another to that one."""
    a, b = pair.lower.norm, pair.higher.norm
    own, other = specific(a.bearer), specific(b.bearer)
    why = f"同一件事，这里由{_said(own)}承担，另一方由{_said(other)}承担"
    yield Difference(RelationKind.CONFLICTS, Aspect.BEARER, tuple(sorted(own)), tuple(sorted(other)), why, 0.8)


def _period(a: Norm, b: Norm) -> Iterator[Difference]:
    own, other = period(a), period(b)
    if own is None or other is None:
        if own is not None and other is None:
            why = f"另一方没有写明期限，这里定为{own.text}"
            yield Difference(RelationKind.IMPLEMENTS, Aspect.PERIOD, own, None, why)
        return
    if abs(own.value - other.value) <= NEARLY * other.value or own.sense != other.sense:
        return
    yield _measured(own, other, Aspect.PERIOD, a)


def _quantity(a: Norm, b: Norm) -> Iterator[Difference]:
    own, other = measures(a), measures(b)
    if not own or not other or len({one.unit for one in (*own, *other)}) > 1:
        return
    least, most = (pick(one.value for one in other) for pick in (min, max))
    if len(own) == len(other) == 1 and own[0].value != other[0].value:
        yield _measured(own[0], other[0], Aspect.QUANTITY, a)
    elif len(other) > len(own) and least < most and all(least <= one.value <= most for one in own):
        why = f"在上位规定的幅度（{other[0].text}至{other[-1].text}）内定为{own[0].text}"
        yield Difference(RelationKind.IMPLEMENTS, Aspect.QUANTITY, own[0], other[0], why)


def _measured(own: Measure, other: Measure, aspect: Aspect, norm: Norm) -> Difference:
    """A duty with a shorter period, or a higher minimum, asks more of its bearer; the reverse falls short."""
    what = f"这里为{own.text}，另一方为{other.text}"
    if own.sense == other.sense != "plain" and _FAMILY[norm.modality] == "must":
        more = own.value < other.value if own.sense == "most" else own.value > other.value
        if more:
            return Difference(RelationKind.STRICTER, aspect, own, other, f"{what}：要求更高")
        return Difference(RelationKind.CONFLICTS, aspect, own, other, f"{what}：低于上位规定的要求", 0.9)
    return Difference(RelationKind.CONFLICTS, aspect, own, other, f"{what}：数值不同", 0.8)


def _parties_of_condition(pair: Pair) -> Iterator[Difference]:
    """Conditions that name different parties at the same point: 业主委员会 against 业主委员会或者业主."""
    a, b = pair.lower.norm, pair.higher.norm
    if pair.act < SAME_WORDS or a.modality is not b.modality or not a.condition or not b.condition:
        return
    here, there = Counter(_alternatives(a.condition)), Counter(_alternatives(b.condition))
    for own in reversed(list(here - there)):
        for other in reversed(list(there - here)):
            if own < other or other < own:
                why = f"条件中这里写{_said(own)}，另一方写{_said(other)}：适用范围更{'窄' if own < other else '宽'}"
                kind = RelationKind.CONFLICTS if own < other else RelationKind.IMPLEMENTS
                yield Difference(kind, Aspect.CONDITION, tuple(sorted(own)), tuple(sorted(other)), why, 0.8)
                return


def _alternatives(words: str) -> tuple[frozenset[PartyId], ...]:
    """Parties that are named side by side (甲、乙或者丙), run by run."""
    runs: list[set[PartyId]] = []
    end = -1
    for mention in default_finder().find(words):
        if runs and pattern("side_by_side").fullmatch(words[end : mention.start]):
            runs[-1] |= kin(mention.parties)
        else:
            runs.append(set(kin(mention.parties)))
        end = mention.end
    return tuple(map(frozenset, runs))


def _without_difference(pair: Pair) -> Difference:
    """The same norm again, or the same act with words of its own: more conditions, more detail."""
    a, b = pair.lower.norm, pair.higher.norm
    same_condition = a.condition == b.condition or (pair.condition or 0) >= SAME_WORDS
    if not same_condition:
        why = "同一件事，条件写得不同"
        return Difference(RelationKind.IMPLEMENTS, Aspect.CONDITION, a.condition, b.condition, why)
    if pair.act >= SAME_WORDS or _added(pair) <= _LITTLE_ADDED:
        return Difference(RelationKind.REPEATS, Aspect.ACTION, a.action, b.action, "同一规范在两处写明")
    return Difference(RelationKind.IMPLEMENTS, Aspect.ACTION, a.action, b.action, "同一件事，这里写得更具体")


def _added(pair: Pair) -> float:
    """How much of the lower norm's act is not in the higher one's."""
    own, other = pair.lower.act, pair.higher.act
    same = sum(block.size for block in SequenceMatcher(None, own, other, autojunk=False).get_matching_blocks())
    return 1 - same / len(own)


def _said(ids: frozenset[PartyId]) -> str:
    known = parties()
    return "、".join(known[id].title if id in known else id for id in sorted(ids))
