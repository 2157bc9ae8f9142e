"""Relations between norms, found from the norms themselves: repeats, implements, stricter, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from propertylaw.model import Force, Instrument, Modality, Norm, Topic

from .acts import act_relations
from .comparison import compare
from .consents import consent_of
from .decisions import decision_relations
from .likeness import counterparts
from .penalties import penalty_relations
from .precedence import Sources
from .references import reference_relations
from .relation import Aspect, Relation, RelationKind
from .terms import term_relations
from .wording import wording


def find_relations(
    norms: Iterable[Norm],
    topics: Mapping[str, Topic],
    instruments: Mapping[str, Instrument],
) -> tuple[Relation, ...]:
    """How the norms of each source of law stand to those of the sources that prevail over it.

    Clauses of the parties' own are left out: what mandatory law does to them is `find_conflicts`.

    Args:
        norms: the norms.
        topics: the topics they name.
        instruments: their sources; norms of a source that is not known are left out.

    Returns:
        In the order of the norms that give way.
    """
    law = [norm for norm in norms if norm.force is not Force.AGREED]
    sources = Sources(instruments)
    comparable = (norm for norm in law if norm.modality is not Modality.SANCTION and consent_of(norm) is None)
    words = [one for norm in comparable if not (one := wording(norm)).says_nothing]
    found = [
        *decision_relations(law, topics, sources),
        *penalty_relations(law, topics, sources),
        *act_relations(law, topics, sources),
        *term_relations(law, sources),
        *reference_relations(law, sources),
        *(relation for pair in counterparts(words, sources) for relation in compare(pair)),
    ]
    order = {norm.id: number for number, norm in enumerate(law)}
    settled = _without_overruled(_once(found))
    return tuple(sorted(settled, key=lambda one: (order[one.lower.id], order[one.higher.id])))


def _once(relations: Iterable[Relation]) -> Sequence[Relation]:
    """The surest relation of each kind and field between two norms; to repeat a norm one cites is no more than that."""
    best: dict[tuple[str, str, RelationKind, Aspect], Relation] = {}
    for one in relations:
        key = one.lower.id, one.higher.id, one.kind, one.aspect
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    return tuple(best.values())


def _without_overruled(relations: Sequence[Relation]) -> Iterable[Relation]:
    """Relations but for those that a third norm settles or says better.

    A norm that repeats a higher one does not conflict with what that one overrides; and where two places differ because
    one of them repeats national law, the conflict with national law says it once.
    """
    repeated: dict[str, set[str]] = defaultdict(set)
    gives_way: dict[str, set[str]] = defaultdict(set)
    for one in relations:
        if one.kind is RelationKind.REPEATS:
            repeated[one.lower.id].add(one.higher.id)
        if one.kind is RelationKind.CONFLICTS:
            gives_way[one.lower.id].add(one.higher.id)
    for one in relations:
        ends = permutations((one.lower.id, one.higher.id)) if one.by == "place" else [(one.lower.id, one.higher.id)]
        open_to_it = one.kind not in (RelationKind.CONFLICTS, RelationKind.STRICTER)
        if open_to_it or not any(repeated[own] & gives_way[other] for own, other in ends):
            yield one
