"""The texts that are checked together, with the law above them, as one graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations

from propertylaw.extraction import extract
from propertylaw.graph import Aspect, Relation, RelationKind, RuleGraph, Sources, completed, told_apart
from propertylaw.library import instrument_of
from propertylaw.model import Modality, Norm, Outline, Source
from propertylaw.rulebook import rules

_DESCRIBED = 0.6
"""Share of the words of a prohibition that a sanction has to repeat."""


@dataclass(frozen=True)
class Body:
    """Texts with their norms, in the same order.

    Law of the land that is not among the texts joins from the curated norms, so that one regulation alone is held
    against it too.
    """

    sources: tuple[Source, ...]
    outlines: tuple[Outline, ...]
    read: tuple[tuple[Norm, ...], ...]

    @cached_property
    def norms(self) -> tuple[tuple[Norm, ...], ...]:
        """The norms of each text; those of a text that is there twice carry its version."""
        return told_apart(zip(self.outlines, self.read, strict=True))

    @cached_property
    def graph(self) -> RuleGraph:
        """All of them in one graph, with the curated norms of what is not among the texts."""
        given = [norm for found in self.norms for norm in found]
        instruments = [instrument_of(*pair) for pair in zip(self.sources, self.outlines, strict=True)]
        return RuleGraph(completed(given, self._in_force), instruments)

    @property
    def _in_force(self) -> tuple[Norm, ...]:
        """The curated norms as they stand now."""
        return tuple(norm for norm in rules().norms.values() if norm.until is None)

    def norms_of(self, outline: Outline) -> tuple[Norm, ...]:
        """The norms of a text as they were read from it; none of a text that is not here."""
        found = (norms for one, norms in zip(self.outlines, self.read, strict=True) if one is outline)
        return next(found, ())

    def relations_of(self, outline: Outline) -> Sequence[Relation]:
        """The relations in which norms of a text give way, or differ from those of another place."""
        return self._by_text.get(id(outline), ())

    def words_of(self, norm: Norm) -> str:
        """The sentence that a norm was read from; empty for a curated norm."""
        source = self._source_of.get(norm.id)
        return source.text[slice(*norm.text_span)] if source is not None and norm.text_span else ""

    @cached_property
    def _source_of(self) -> Mapping[str, Source]:
        return {norm.id: source for source, norms in zip(self.sources, self.norms, strict=True) for norm in norms}

    def punishes(self, ban: Norm) -> bool:
        """Whether a sanction or liability here or in the law above answers a ban, or the ban that it restates."""
        restated = [self.graph.norms[id] for id in self._restates.get(ban.id, ())]
        return any(self._is_answered(one) for one in (ban, *restated))

    def _is_answered(self, ban: Norm) -> bool:
        act = _pairs(ban.action)
        acts = {topic for topic in ban.topics if self.graph.topics[topic].act}
        return any(
            not acts.isdisjoint(norm.topics) or (act and len(act & words) >= _DESCRIBED * len(act))
            for instrument, answers in self._answers.items()
            if self._governs(instrument, ban.locator.instrument)
            for norm, words in answers
        )

    def _governs(self, instrument: str, own: str) -> bool:
        """Whether a source is the norm's own, or prevails over it."""
        if instrument == own:
            return True
        order = self._sources.between(own, instrument)
        return order is not None and order.lower == own and order.by != "place"

    def only_restates(self, one: Relation) -> bool:
        """Whether one of two norms says no more than a higher one, to which the other gives way already."""
        ends = (one.lower.id, one.higher.id)
        return any(self._says_again[own] & self._gives_way[other] for own, other in permutations(ends))

    @cached_property
    def _says_again(self) -> Mapping[str, set[str]]:
        """By id of a norm those of higher sources whose act it states again, be it with more detail."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.graph.relations:
            detail = one.kind is RelationKind.IMPLEMENTS and one.aspect is Aspect.ACTION
            if detail or one.kind is RelationKind.REPEATS:
                found[one.lower.id].add(one.higher.id)
        return found

    @cached_property
    def _gives_way(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.graph.relations:
            if one.kind is RelationKind.CONFLICTS and one.by == "rank":
                found[one.lower.id].add(one.higher.id)
        return found

    @cached_property
    def _restates(self) -> Mapping[str, Sequence[str]]:
        """By id of a norm those of higher sources that it repeats or carries out."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.graph.relations:
            if one.kind in (RelationKind.REPEATS, RelationKind.IMPLEMENTS):
                found[one.lower.id].append(one.higher.id)
        return found

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self.graph.instruments)

    @cached_property
    def _answers(self) -> Mapping[str, Sequence[tuple[Norm, frozenset[str]]]]:
        """Sanctions and liabilities of each source with the pairs of characters of their words."""
        kinds = (Modality.SANCTION, Modality.LIABILITY)
        found: dict[str, list[tuple[Norm, frozenset[str]]]] = defaultdict(list)
        for norm in self.graph.norms.values():
            if norm.modality in kinds:
                found[norm.locator.instrument].append((norm, _pairs(f"{norm.condition or ''}{norm.action}")))
        return found

    @cached_property
    def _by_text(self) -> Mapping[int, Sequence[Relation]]:
        text_of = {
            norm.id: id(outline) for outline, norms in zip(self.outlines, self.norms, strict=True) for norm in norms
        }
        found: dict[int, list[Relation]] = defaultdict(list)
        for relation in self.graph.relations:
            if relation.lower.id in text_of:
                found[text_of[relation.lower.id]].append(relation)
        return found


def body_of(texts: Sequence[tuple[Source, Outline]]) -> Body:
    """Texts with the norms that are read from them."""
    read = tuple(extract(source, outline) for source, outline in texts)
    return Body(tuple(source for source, _ in texts), tuple(outline for _, outline in texts), read)


def _pairs(words: str) -> frozenset[str]:
    """Pairs of neighbouring characters."""
    return frozenset(map("".join, pairwise(words)))
