"""Open terms in what a result relies on: clauses and provisions of documents, and curated norms that keep it open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from propertylaw.library import KnowledgeBase
from propertylaw.model import (
    Claim,
    ClaimFinding,
    Concept,
    DefenceFinding,
    Effect,
    ElementFinding,
    Locator,
    OpenConcept,
    OpenReading,
    Truth,
)

from .program import FAILS

if TYPE_CHECKING:
    from propertylaw.model import Norm

_OF_A_SUM = frozenset({Effect.REDUCES, Effect.MEASURES})
"""Effects without which a claim that fails would fail as well."""
_UNTOLD = ("silent", "underived")
"""How a fact stands of which nobody spoke."""
_Relied = dict[Locator, dict[str, None]]
"""Places, and the claims that rely on them."""


def vague_terms(findings: Iterable[ClaimFinding], norms: Iterable[Norm], law: KnowledgeBase) -> Iterator[OpenConcept]:
    """The concepts whose words stand in a norm on which the outcome of some finding hangs, with the places.

    A norm of a document is relied on where it states a fact; a curated norm where it carries a part that is open and
    that no concept of the claim already speaks of: what is settled here, and what settles nothing, is no question.

    Args:
        findings: the claims as they came out.
        norms: those of the documents.
        law: the law of the day and the place.
    """
    relied: _Relied = {}
    texts: list[tuple[Locator, str, str | None]] = []
    clauses = list(norms)
    for finding in findings:
        for at in _stated(finding):
            relied.setdefault(at, {})[finding.id] = None
        for norm, asked in _open_norms(finding, law):
            relied.setdefault(norm.locator.bare, {})[finding.id] = None
            texts.append((norm.locator.bare, _words(norm), asked))
    texts += [(place, _words(norm), None) for norm in clauses if (place := norm.locator.bare) in relied]
    for id, words in law.rules.worded.items():
        concept = law.rules.concepts[id]
        places = [place for place, text, asked in texts if _found(words, text) and _speaks_of(concept, asked)]
        if places:
            yield _open(concept, tuple(dict.fromkeys(places)), relied)


def _found(words: Iterable[str], text: str) -> bool:
    return any(re.search(word, text) for word in words)


def _speaks_of(concept: Concept, asked: str | None) -> bool:
    """Whether what is asked of open facts may turn on the concept; a clause that states the fact always may."""
    return asked is None or not concept.about or _found(concept.about, asked)


def _carrying(finding: ClaimFinding) -> Iterator[ElementFinding | DefenceFinding]:
    """The parts that make the outcome what it is: of a claim that fails what it fails by, else all that count."""
    failing = finding.result in FAILS
    for element in finding.elements:
        if not failing or element.truth is Truth.FALSE:
            yield element
    for defence in finding.defences:
        counts = defence.truth is not Truth.FALSE and defence.effect is not Effect.RULED_OUT
        if counts and (not failing or (defence.truth is Truth.TRUE and defence.effect not in _OF_A_SUM)):
            yield defence


def _stated(finding: ClaimFinding) -> Iterator[Locator]:
    """The clauses that state the facts of a finding, but for parts whose own concept is open: it asks the same."""
    for part in _carrying(finding):
        if part.concept is None:
            yield from (at for use in part.facts if use.value is not None for at in use.stated_at)


def _open_parts(finding: ClaimFinding) -> list[ElementFinding | DefenceFinding]:
    """The parts that a reading may decide: open, without a concept of their own, and not only because nobody told the
    facts: before they are told there is nothing to read the words on."""
    found = (part for part in _carrying(finding) if part.truth is Truth.UNKNOWN and part.concept is None)
    return [part for part in found if any(use.proof not in _UNTOLD for use in part.facts if use.value is None)]


def _open_norms(finding: ClaimFinding, law: KnowledgeBase) -> Iterator[tuple[Norm, str]]:
    """The curated norms on which open parts of a finding rest, where no concept of its claim speaks of them, with what
    is asked of the open facts."""
    open_parts = _open_parts(finding)
    if not open_parts:
        return
    spoken_of = tuple(_spoken_of(law.rules.claims[finding.id], law.rules.concepts))
    for part in open_parts:
        facts = (law.rules.facts[use.fact] for use in part.facts if use.value is None and use.fact in law.rules.facts)
        asked = "".join(f"{one.title}{one.question}" for one in facts)
        for norm in law.norms_at(part.basis):
            if not any(at.contains(norm.locator) or norm.locator.contains(at) for at in spoken_of):
                yield norm, asked


def _spoken_of(claim: Claim, concepts: Mapping[str, Concept]) -> Iterator[Locator]:
    """The provisions whose open terms the concepts of a claim speak of."""
    heads = claim.respondents
    elements = (*claim.elements, *(element for head in heads for element in head.elements))
    defences = (*claim.defences, *(defence for head in heads for defence in head.defences))
    named = {*(one.concept for one in elements), *(id for one in defences for id in one.concepts)}
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
