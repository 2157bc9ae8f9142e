"""Sanctions of different sources for the same conduct: amounts within the frame of the higher source, or outside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from propertylaw.model import Amount, Modality, Norm

from .likeness import Pair, counterparts
from .precedence import Sources
from .relation import Aspect, Relation, RelationKind
from .wording import Wording, plain, specific

_ALIKE = 0.4
_ALIKE_ON_A_TOPIC = 0.12
"""Two conducts on one topic need fewer words in common."""


class Judgement(NamedTuple):
    """What two amounts make of two sanctions."""

    kind: RelationKind
    why: str


def penalty_relations(norms: Iterable[Norm], duties: Mapping[str, tuple[Norm, ...]], sources: Sources) -> Iterator[Relation]:
    """How fines for the same conduct stand to each other.

    Args:
        norms: the norms; the sanctions among them count.
        duties: by id of a sanction the duties that it protects.
        sources: which source prevails.
    """
    fined = [norm for norm in norms if norm.modality is Modality.SANCTION and norm.amount]
    conducts = [_conduct(norm, duties.get(norm.id, ())) for norm in fined]
    for pair in counterparts(conducts, sources, _ALIKE_ON_A_TOPIC):
        if _same_conduct(pair):
            yield _relation(pair)


def _conduct(norm: Norm, duties: Iterable[Norm]) -> Wording:
    return Wording(norm, plain(norm.condition or ""), "".join(plain(duty.action) for duty in duties))


def _same_conduct(pair: Pair) -> bool:
    a, b = pair.lower.norm, pair.higher.norm
    own, other = specific(a.bearer), specific(b.bearer)
    if own and other and not own & other:
        return False
    return pair.score >= _ALIKE or bool(set(a.topics) & set(b.topics))


def _relation(pair: Pair) -> Relation:
    a, b = pair.lower.norm, pair.higher.norm
    kind, why = _judge(a.amount or Amount(), b.amount or Amount())
    confidence = round(max(0.5, pair.score), 2)
    return Relation(kind, a, b, Aspect.AMOUNT, a.amount, b.amount, pair.by, confidence, why)


def _judge(own: Amount, other: Amount) -> Judgement:
    what = f"一方{_said(own)}，另一方{_said(other)}"
    if (own.min, own.max, own.text) == (other.min, other.max, other.text):
        return Judgement(RelationKind.REPEATS, f"同一行为，罚款相同：{_said(own)}")
    if own.text or other.text or own.unit != other.unit:
        return Judgement(RelationKind.CONFLICTS, f"同一行为，罚款的计算方法不同：{what}")
    if (own.max or 0) > (other.max or Decimal("Infinity")):
        return Judgement(RelationKind.CONFLICTS, f"同一行为，罚款超出上位规定的上限：{what}")
    if (own.min or 0) < (other.min or 0):
        return Judgement(RelationKind.CONFLICTS, f"同一行为，罚款低于上位规定的下限：{what}")
    return Judgement(RelationKind.IMPLEMENTS, f"同一行为，罚款在上位规定的幅度之内：{what}")


def _said(amount: Amount) -> str:
    if amount.text:
        return amount.text
    least, most = (f"{value:,.0f}元" if value is not None else "" for value in (amount.min, amount.max))
    return most if least == most else f"{least or '不设下限'}至{most or '不设上限'}"
