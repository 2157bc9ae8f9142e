"""Open terms in what a result relies on: clauses and provisions of documents, and curated norms that keep it open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from propertylaw.library import KnowledgeBase
from propertylaw.model import (
    Claim,
    ClaimFinding,
    Concept,
    Locator,
    Norm,
    OpenConcept,
    OpenReading,
    Truth,
)

_Relied = dict[Locator, dict[str, None]]
"""Places, and the claims that rely on them."""


def vague_terms(
    findings: Iterable[ClaimFinding], norms: Iterable[Norm], denied: Collection[str], law: KnowledgeBase
) -> Iterator[OpenConcept]:
    """The concepts whose words stand in a norm that some finding relies on, with the places.

    A norm of a document is relied on where it states a fact; a curated norm where it carries a part that is open or
    disputed and that no concept of the claim already speaks of: what nobody disputes is no question any more.

    Args:
        findings: the claims as they came out.
        norms: those of the documents.
        denied: ids of the facts that somebody denies.
        law: the law of the day and the place.
    """
    relied: _Relied = {}
    texts = []
    clauses = list(norms)
    for finding in findings:
        for at in _stated(finding):
            relied.setdefault(at, {})[finding.id] = None
        for norm in _open_norms(finding, denied, law):
            relied.setdefault(norm.locator.bare, {})[finding.id] = None
            texts.append((norm.locator.bare, _words(norm)))
    texts += [(place, _words(norm)) for norm in clauses if (place := norm.locator.bare) in relied]
    for id, words in law.rules.worded.items():
        places = [place for place, text in texts if any(re.search(word, text) for word in words)]
        if places:
            yield _open(law.rules.concepts[id], tuple(dict.fromkeys(places)), relied)


def _stated(finding: ClaimFinding) -> Iterator[Locator]:
    """The clauses that state the facts of a finding, but for parts whose own concept is open: it asks the same."""
    for part in finding.parts:
        if part.concept is None:
            yield from (at for use in part.facts for at in use.stated_at)


def _open_norms(finding: ClaimFinding, denied: Collection[str], law: KnowledgeBase) -> Iterator[Norm]:
    """The curated norms on which open or disputed parts of a finding rest, where no concept of its claim speaks of
    them."""
    spoken_of: tuple[Locator, ...] | None = None
    for part in finding.parts:
        disputed = part.truth is Truth.TRUE and any(use.fact in denied for use in part.facts)
        if part.concept is not None or not (disputed or part.truth is Truth.UNKNOWN):
            continue
        if spoken_of is None:
            spoken_of = tuple(_spoken_of(law.rules.claims[finding.id], law.rules.concepts))
        for norm in law.norms_at(part.basis):
            if not any(at.contains(norm.locator) or norm.locator.contains(at) for at in spoken_of):
                yield norm


def _spoken_of(claim: Claim, concepts: Mapping[str, Concept]) -> Iterator[Locator]:
    """The provisions whose open terms the concepts of a claim speak of."""
    heads = claim.respondents
    elements = (*claim.elements, *(element for head in heads for element in head.elements))
    defences = (*claim.defences, *(defence for head in heads for defence in head.defences))
    named = {*(one.concept for one in elements), *(one.concept for one in defences)}
    for id in filter(None, named):
        yield from concepts[id].basis


def _words(norm: Norm) -> str:
    """What the norm says, as far as it was taken from the text."""
    parts = (norm.condition, norm.action, norm.exception, norm.deadline_text, *(q.context for q in norm.quantities))
    return "；".join(filter(None, parts))


def _open(concept: Concept, places: tuple[Locator, ...], relied: _Relied) -> OpenConcept:
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
