"""Norms on the same act or issue that pull in opposite directions: one permits what another forbids, one lessens what
another demands in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from propertylaw.extraction.topics import topics_of
from propertylaw.model import Modality, Norm, Topic

from .precedence import By, Sources
from .relation import Aspect, Relation, RelationKind
from .subjects import with_wider
from .wording import pattern, specific

Pull = Literal["lessens", "demands", "neither"]

_PERMITS = {Modality.RIGHT, Modality.POWER, Modality.DUTY}


def act_relations(norms: Iterable[Norm], topics: Mapping[str, Topic], sources: Sources) -> Iterator[Relation]:
    """Conflicts between norms on one act or issue.

    What is lessened in one place and demanded in full in another is told too, though both cannot apply at once.
    """
    for issue, members in _by_issue(norms, topics).items():
        for one, other in combinations(members, 2):
            order = sources.between(one.locator.instrument, other.locator.instrument)
            if order is None:
                continue
            lower, higher = (one, other) if order.lower == one.locator.instrument else (other, one)
            if {_pull(one), _pull(other)} == {"lessens", "demands"}:
                if order.by == "place" and not (_speaks_of_less(one) and _speaks_of_less(other)):
                    continue  # neither gives way to the other: what one place does not rule is no difference
                why = f"{topics[issue].title}：这里{_said(lower)}，另一方{_said(higher)}；前提未必相同，须对照条文"
                yield _conflict(lower, higher, Aspect.ACTION, order.by, why)
            elif order.by != "place" and _allows_the_forbidden(one, other, topics[issue]):
                forbids = lower.modality is Modality.PROHIBITION
                says = ("禁止", "允许") if forbids else ("允许", "禁止")
                why = f"{topics[issue].title}：这里{says[0]}，另一方{says[1]}"
                yield _conflict(lower, higher, Aspect.MODALITY, order.by, why)


def refusal_alone(relation: Relation) -> bool:
    """Whether a rule that lessens what is paid stands beside one that only forbids to refuse it: both can be kept."""
    lower, higher = relation.lower, relation.higher
    return (_pull(lower), _pull(higher)) == ("lessens", "demands") and not _speaks_of_less(higher)


def _conflict(lower: Norm, higher: Norm, aspect: Aspect, by: By, why: str) -> Relation:
    own, other = (lower.modality, higher.modality) if aspect is Aspect.MODALITY else (lower.action, higher.action)
    return Relation(RelationKind.CONFLICTS, lower, higher, aspect, own, other, by, 0.6, why)


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


def _allows_the_forbidden(one: Norm, other: Norm, issue: Topic) -> bool:
    """Whether one norm lets its bearer do the very act that the other forbids him, whatever the circumstances."""
    forbids = [norm for norm in (one, other) if norm.modality is Modality.PROHIBITION]
    allows = [norm for norm in (one, other) if norm.modality in _PERMITS]
    if not issue.act or len(forbids) != 1 or len(allows) != 1 or _only_unauthorised(forbids[0]):
        return False
    named = all(issue.id in topics_of(norm.action) for norm in (one, other))
    return named and bool(specific(one.bearer) & specific(other.bearer))


def _only_unauthorised(norm: Norm) -> bool:
    """Whether a prohibition leaves room for the act with leave or in other circumstances."""
    return bool(norm.condition or norm.exception or pattern("unauthorised").search(norm.action))


def _pull(norm: Norm) -> Pull:
    if pattern("lessens").search(norm.action):
        return "demands" if norm.modality is Modality.PROHIBITION else "lessens"
    if pattern("exceeds").search(norm.action) and norm.modality is Modality.PROHIBITION:
        return "lessens"
    return "neither"


def _said(norm: Norm) -> str:
    """Which way a norm pulls, and how far: forbidding to refuse says nothing of paying less."""
    if _pull(norm) == "lessens":
        return "减收或者限制收费"
    forbids = f"写的是不得“{norm.action}”"
    return forbids if _speaks_of_less(norm) else f"{forbids}，能否减收没有写"


def _speaks_of_less(norm: Norm) -> bool:
    """Whether a norm speaks of paying less, not of refusing alone."""
    return pattern("lessens").search(pattern("refuses").sub("", norm.action)) is not None
