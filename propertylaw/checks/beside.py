"""What a contract is held against besides national law: the covenant, public promises, the rules of its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from propertylaw.extraction import extract
from propertylaw.graph import (
    Conflict,
    Measure,
    Pair,
    Relation,
    RelationKind,
    Sources,
    compare,
    counterparts,
    find_conflicts,
    paired,
    wording,
)
from propertylaw.library import KnowledgeBase
from propertylaw.model import NATION, Force, Instrument, Modality, Norm, Outline, Rank, Source
from propertylaw.rulebook import RANK_TITLES, catalogue, topics
from propertylaw.structure import cite

Kind = Literal["covenant", "promises", "local"]

_BINDS = frozenset([Modality.DUTY, Modality.PROHIBITION, Modality.LIABILITY])


@dataclass(frozen=True, slots=True)
class Beside:
    """Norms that stand beside the contract."""

    kind: Kind
    norms: tuple[Norm, ...]
    titles: Mapping[str, str]
    """What their texts are called, by instrument."""
    instruments: tuple[Instrument, ...] = ()

    def title(self, norm: Norm) -> str:
        """What the text of a norm is called."""
        return self.titles.get(norm.locator.instrument, norm.locator.instrument.removeprefix("doc:"))

    def rank(self, norm: Norm) -> str:
        """What kind of law the text of a norm is; nothing for a text of the parties' own."""
        ranks = {one.id: RANK_TITLES[one.rank] for one in self.instruments}
        return ranks.get(norm.locator.instrument, "")


def own_text(kind: Literal["covenant", "promises"], source: Source, outline: Outline) -> Beside:
    """A covenant, or what the provider promised in public."""
    return Beside(kind, extract(source, outline), {outline.instrument: outline.title or source.name})


def local_rules(law: KnowledgeBase) -> Beside:
    """The mandatory rules of a place that are curated or whose texts are in the user's library."""
    local = {one.id: one for one in law.sources() if one.territory != NATION}
    norms = tuple(norm for norm in law.norms() if norm.locator.instrument in local)
    return Beside("local", norms, {id: one.title for id, one in local.items()}, tuple(local.values()))


def differing(own: Iterable[Norm], beside: Beside) -> Iterator[Relation]:
    """Where the contract speaks of the same act as a text of the parties' own and says otherwise."""
    for there, here in paired(beside.norms, own).together:
        yield from _told(Pair(here, there, "open", 1.0))


def left_out(own: Iterable[Norm], beside: Beside) -> tuple[Norm, ...]:
    """What binds the provider in the other text and stands nowhere in the contract."""
    went = (one.norm for one in paired(beside.norms, own).went)
    return tuple(norm for norm in went if norm.modality in _BINDS and "service_provider" in norm.bearer)


def overridden(own: Iterable[Norm], beside: Beside) -> Iterator[Conflict]:
    """Clauses that a mandatory norm of the place contradicts."""
    known = {one.id: one for one in (*catalogue(), *beside.instruments)}
    yield from find_conflicts((*own, *_mandatory(beside)), topics(), known)


def below(own: Iterable[Norm], beside: Beside) -> Iterator[Relation]:
    """Clauses on the same act as a mandatory norm of the place that fall short of it."""
    clauses = tuple(own)
    known = {one.id: one for one in (*catalogue(), *beside.instruments)}
    known |= {id: _contract(id) for id in {norm.locator.instrument for norm in clauses}}
    wordings = [one for norm in (*clauses, *_mandatory(beside)) if not (one := wording(norm)).says_nothing]
    for pair in counterparts(wordings, Sources(known)):
        if pair.lower.norm.force is Force.AGREED and pair.higher.norm.force is not Force.AGREED:
            yield from (one for one in _told(pair) if one.kind is RelationKind.CONFLICTS)


def _contract(id: str) -> Instrument:
    return Instrument(id=id, title=id, rank=Rank.CONTRACT, territory=NATION)


def _mandatory(beside: Beside) -> tuple[Norm, ...]:
    return tuple(norm for norm in beside.norms if norm.force is Force.MANDATORY)


def _told(pair: Pair) -> Iterator[Relation]:
    kinds = (RelationKind.CONFLICTS, RelationKind.STRICTER)
    yield from (relation for relation in compare(pair) if relation.kind in kinds)


def told(relation: Relation, title: str) -> str:
    """A difference in words: both figures where they are figures, else the reason."""
    own, other = relation.lower_value, relation.higher_value
    place = cite(relation.higher.locator, title)
    if isinstance(own, Measure) and isinstance(other, Measure):
        return f"{place}写“{other.text}”，这里写“{own.text}”"
    return f"{place}：{relation.why}"
