"""Norms on the same act or issue that pull in opposite directions: one permits what another forbids, one lessens what
another demands in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Literal

from propertylaw.model import Modality, Norm, Topic

from .precedence import Sources
from .relation import Aspect, Relation, RelationKind
from .subjects import with_wider
from .wording import relation_words, specific

Pull = Literal["lessens", "demands", "neither"]

_PERMITS = {Modality.RIGHT, Modality.POWER, Modality.DUTY}


def act_relations(norms: Iterable[Norm], topics: Mapping[str, Topic], sources: Sources) -> Iterator[Relation]:
    """Conflicts between norms on one act, also between places: what one city reduces another may demand in full."""
    for issue, members in _by_issue(norms, topics).items():
        for one, other in combinations(members, 2):
            order = sources.between(one.locator.instrument, other.locator.instrument)
            why = _opposed(one, other, topics[issue]) if order else None
            if order and why:
                lower, higher = (one, other) if order.lower == one.locator.instrument else (other, one)
                yield Relation(
                    RelationKind.CONFLICTS,
                    lower,
                    higher,
                    Aspect.ACTION if _pull(lower) != _pull(higher) else Aspect.MODALITY,
                    lower.action,
                    higher.action,
                    order.by,
                    0.6,
                    why,
                )


def _by_issue(norms: Iterable[Norm], topics: Mapping[str, Topic]) -> Mapping[str, Sequence[Norm]]:
    """Norms by the acts they are about, and by the narrower subject around an act."""
    found: dict[str, dict[str, Norm]] = defaultdict(dict)
    for norm in norms:
        for topic in norm.topics:
            if topic in topics and topics[topic].act:
                for issue in with_wider(topic, topics)[:2]:
                    if topics[issue].within:
                        found[issue][norm.id] = norm
    return {issue: tuple(members.values()) for issue, members in found.items()}


def _opposed(one: Norm, other: Norm, issue: Topic) -> str | None:
    pulls = {_pull(one), _pull(other)}
    if pulls == {"lessens", "demands"}:
        return f"{issue.title}：一方减少应负担的，另一方不许因此少负担；减收是否以合同履行为前提，须结合条文判断"
    forbids = [norm for norm in (one, other) if norm.modality is Modality.PROHIBITION]
    if len(forbids) != 1 or not issue.act or pulls != {"neither"}:
        return None
    (allowing,) = (norm for norm in (one, other) if norm is not forbids[0])
    same = specific(one.bearer) & specific(other.bearer)
    return f"{issue.title}：一方允许，另一方禁止" if same and allowing.modality in _PERMITS else None


def _pull(norm: Norm) -> Pull:
    if _pattern("lessens").search(norm.action):
        return "demands" if norm.modality is Modality.PROHIBITION else "lessens"
    if _pattern("exceeds").search(norm.action) and norm.modality is Modality.PROHIBITION:
        return "lessens"
    return "neither"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(getattr(relation_words(), name))
