"""Relations between norms, found from the norms themselves: repeats, implements, stricter, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from propertylaw.model import Force, Instrument, Norm, Topic

from .acts import act_relations
from .comparison import compare
from .consents import consent_of
from .decisions import decision_relations
from .likeness import counterparts
from .penalties import penalty_relations
from .precedence import Sources
from .relation import Relation, RelationKind
from .wording import wording


def find_relations(
    norms: Iterable[Norm],
    topics: Mapping[str, Topic],
    instruments: Mapping[str, Instrument],
    duties: Mapping[str, tuple[Norm, ...]],
) -> tuple[Relation, ...]:
    """How the norms of each source of law stand to those of the sources that prevail over it.

    Clauses of the parties' own are left out: what mandatory law does to them is `find_conflicts`.

    Args:
        norms: the norms.
        topics: the topics they name.
        instruments: their sources; norms of a source that is not known are left out.
        duties: by id of a sanction the duties that it protects.

    Returns:
        In the order of the norms that give way.
    """
    law = [norm for norm in norms if norm.force is not Force.AGREED]
    sources = Sources(instruments)
    words = [one for norm in law if consent_of(norm) is None and not (one := wording(norm)).says_nothing]
    found = [
        *decision_relations(law, topics, sources),
        *penalty_relations(law, duties, sources),
        *act_relations(law, topics, sources),
        *(relation for pair in counterparts(words, sources) for relation in compare(pair)),
    ]
    order = {norm.id: number for number, norm in enumerate(law)}
    return tuple(sorted(_without_overruled(found), key=lambda one: (order[one.lower.id], order[one.higher.id])))


def _without_overruled(relations: Sequence[Relation]) -> Iterable[Relation]:
    """Relations but for conflicts with a norm that itself gives way to one which the lower norm repeats."""
    repeated: dict[str, set[str]] = defaultdict(set)
    gives_way: dict[str, set[str]] = defaultdict(set)
    for one in relations:
        if one.kind is RelationKind.REPEATS:
            repeated[one.lower.id].add(one.higher.id)
        if one.kind is RelationKind.CONFLICTS:
            gives_way[one.lower.id].add(one.higher.id)
    return (
        one
        for one in relations
        if one.kind not in (RelationKind.CONFLICTS, RelationKind.STRICTER)
        or not repeated[one.lower.id] & gives_way[one.higher.id]
    )
