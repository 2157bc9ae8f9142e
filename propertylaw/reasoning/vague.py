"""Open terms in the clauses and provisions of documents that a result relies on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from propertylaw.model import ClaimFinding, Concept, Locator, Norm, OpenConcept, OpenReading


def vague_terms(
    findings: Iterable[ClaimFinding], norms: Iterable[Norm], concepts: Mapping[str, Concept]
) -> Iterator[OpenConcept]:
    """The concepts whose words stand in a norm that states a fact some finding used, with the places."""
    relied: dict[Locator, dict[str, None]] = {}
    for finding in findings:
        uses = [use for element in finding.elements for use in element.facts]
        uses += [use for defence in finding.defences for use in defence.facts]
        for at in (at for use in uses for at in use.stated_at):
            relied.setdefault(at, {})[finding.id] = None
    texts = [(place, _words(norm)) for norm in norms if (place := _bare(norm.locator)) in relied]
    for concept in (concept for concept in concepts.values() if concept.words):
        places = [place for place, text in texts if any(re.search(word, text) for word in concept.words)]
        if places:
            yield _open(concept, tuple(dict.fromkeys(places)), relied)


def _bare(at: Locator) -> Locator:
    return at.model_copy(update={"span": None})


def _words(norm: Norm) -> str:
    """What the norm says, as far as it was taken from the text."""
    parts = (norm.condition, norm.action, norm.exception, norm.deadline_text, *(q.context for q in norm.quantities))
    return "；".join(filter(None, parts))


def _open(concept: Concept, places: tuple[Locator, ...], relied: Mapping[Locator, Mapping[str, None]]) -> OpenConcept:
    return OpenConcept(
        id=concept.id,
        title=concept.title,
        question=concept.question,
        readings=tuple(OpenReading(id=reading.id, says=reading.says) for reading in concept.readings),
        factors=concept.factors,
        claims=tuple(dict.fromkeys(claim for place in places for claim in relied[place])),
        basis=concept.basis,
        vague_in=places,
    )
