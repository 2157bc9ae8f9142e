"""Sanctions of different sources for the same conduct: amounts within the frame of the higher source, or outside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import permutations, product
from typing import NamedTuple

from rapidfuzz import fuzz

from propertylaw.model import Amount, Norm, Topic

from .precedence import By, Sources
from .relation import Aspect, Relation, RelationKind
from .wording import pattern, plain, specific

_ALIKE = 0.8
_BY_TOPIC = 0.7
"""How surely two fines on one act are for the same conduct, where their words differ."""
_SOMEWHAT_ALIKE = 0.15
"""Below this two fines on one act are for different sides of it."""
_SHORTEST = 6
"""Characters of a conduct that says what is punished; 情节严重 alone tells nothing."""


class _Fine(NamedTuple):
    """A sanction with an amount: the conduct it punishes in comparable words, the acts it is about, whom it hits."""

    norm: Norm
    conduct: str
    acts: frozenset[str]
    hits: frozenset[str]


class _Likeness(NamedTuple):
    """How surely two fines are for one conduct, and what of it is the same."""

    sure: float
    says: str
    """In Chinese."""


class Judgement(NamedTuple):
    """What two amounts make of two sanctions."""

    kind: RelationKind
    why: str


def penalty_relations(norms: Iterable[Norm], topics: Mapping[str, Topic], sources: Sources) -> Iterator[Relation]:
    """How fines for the same conduct stand to each other: the same act by its topic, or nearly the same words.

    An article with different fines for persons and for units is met by a fine that fits one of them.
    """
    fined: dict[str, list[_Fine]] = defaultdict(list)
    for norm in norms:
        if _is_comparable(norm) and len(conduct := _conduct(norm)) >= _SHORTEST:
            fine = _Fine(norm, conduct, _acts(norm, topics), specific(norm.bearer))
            fined[norm.locator.instrument].append(fine)
    found: dict[tuple[str, tuple[str, int | None]], list[Relation]] = defaultdict(list)
    for one, other in permutations(fined, 2):
        order = sources.between(one, other)
        if order is None or order.lower != one or order.by == "place":
            continue
        for lower, higher in product(fined[one], fined[other]):
            if (alike := _same_conduct(lower, higher, topics)) is not None:
                found[lower.norm.id, _article(higher.norm)].append(_relation(lower.norm, higher.norm, order.by, alike))
    for against_one_article in found.values():
        fitting = [one for one in against_one_article if one.kind is not RelationKind.CONFLICTS]
        yield from fitting or against_one_article


def _article(norm: Norm) -> tuple[str, int | None]:
    return norm.locator.instrument, norm.locator.article


def _is_comparable(norm: Norm) -> bool:
    """Whether a fine has an upper bound or is counted another way; one without a bound is likelier not read in full."""
    return norm.amount is not None and (norm.amount.max is not None or norm.amount.text is not None)


def _acts(norm: Norm, topics: Mapping[str, Topic]) -> frozenset[str]:
    return frozenset(id for id in norm.topics if id in topics and topics[id].act)


def _same_conduct(lower: _Fine, higher: _Fine, topics: Mapping[str, Topic]) -> _Likeness | None:
    """What makes two fines fines for one conduct; None where they are not."""
    if lower.hits and higher.hits and lower.hits.isdisjoint(higher.hits):
        return None
    alike = fuzz.ratio(lower.conduct, higher.conduct) / 100
    if alike >= _ALIKE:
        return _Likeness(round(alike, 2), "所罚行为的写法相近")
    acts = lower.acts & higher.acts
    if not acts or alike < _SOMEWHAT_ALIKE or _falls_short(lower.norm) is not _falls_short(higher.norm):
        return None
    titles = "、".join(topics[id].title for id in sorted(acts))
    return _Likeness(_BY_TOPIC, f"所罚行为都涉及“{titles}”")


def _falls_short(norm: Norm) -> bool:
    return pattern("falls_short").search(norm.condition or "") is not None


def _conduct(norm: Norm) -> str:
    """What is punished, in comparable words; empty where the sentence only goes on from the one before."""
    words = norm.condition or ""
    return "" if pattern("goes_on").fullmatch(words) else plain(words)


def _relation(a: Norm, b: Norm, by: By, alike: _Likeness) -> Relation:
    kind, says = _judge(a.amount or Amount(), b.amount or Amount())
    why = f"{alike.says}，是否同一行为须对照；{says}"
    return Relation(kind, a, b, Aspect.AMOUNT, a.amount, b.amount, by, alike.sure, why)


def _judge(own: Amount, other: Amount) -> Judgement:
    what = f"这里{_said(own)}，另一方{_said(other)}"
    if (own.min, own.max, own.text) == (other.min, other.max, other.text):
        return Judgement(RelationKind.REPEATS, f"罚款相同：{_said(own)}")
    if own.text or other.text or own.unit != other.unit:
        return Judgement(RelationKind.CONFLICTS, f"罚款的计算方法不同：{what}")
    if (own.max or 0) > (other.max or Decimal("Infinity")):
        return Judgement(RelationKind.CONFLICTS, f"罚款超出上位规定的上限：{what}")
    if (own.min or 0) < (other.min or 0):
        return Judgement(RelationKind.CONFLICTS, f"罚款低于上位规定的下限：{what}")
    return Judgement(RelationKind.IMPLEMENTS, f"罚款在上位规定的幅度之内：{what}")


def _said(amount: Amount) -> str:
    if amount.text:
        return amount.text
    least, most = (f"{value:,.0f}元" if value is not None else "" for value in (amount.min, amount.max))
    return most if least == most else f"{least or '不设下限'}至{most or '不设上限'}"
