"""What the law leaves open and a result turns on: its readings, what courts weigh, and figures that help to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from propertylaw.model import ClaimFinding, Concept, OpenConcept, OpenReading, Step
from propertylaw.rulebook.calculations import FIGURES, MissingFactsError

from .bench import Bench
from .case import Case
from .either_way import readings_open, ways
from .program import FAILS
from .readings import told_left_out
from .sums import remedies_of
from .vague import vague_terms


def open_concepts(case: Case, findings: Iterable[ClaimFinding]) -> Iterator[OpenConcept]:
    """The concepts that keep parts of claims open, then open terms in the norms that the findings rely on.

    Args:
        case: the dispute.
        findings: its claims as they came out.
    """
    told = tuple(findings)
    turning: dict[str, list[ClaimFinding]] = {}
    for finding in told:
        capacities = finding.capacity_concepts if finding.result not in FAILS else ()
        for concept in dict.fromkeys((*(part.concept for part in finding.parts if part.concept), *capacities)):
            turning.setdefault(concept, []).append(finding)
    for concept, finding in _reckoned_one_way(case, told):
        turning.setdefault(concept, []).append(finding)
    for id, on_it in turning.items():
        yield _open_concept(case, id, on_it)
    documents = case.documents.documents if case.documents else ()
    yield from vague_terms(told, (n for document in documents for n in document.norms), case.law)


def _reckoned_one_way(case: Case, findings: Iterable[ClaimFinding]) -> Iterator[tuple[str, ClaimFinding]]:
    """The concepts that calculations take one way, each with a claim that comes out otherwise the other way."""
    parts = {(part.claim.id, by.id, other.id): part for _, (part, by, other) in case.wanted}
    for finding in findings:
        part, bench = parts[finding.id, finding.claimant, finding.respondent], case.bench_of(finding)
        for fact in readings_open(part, bench):
            either = [(there.examination(part), there) for there in ways(fact, bench)]
            results = {examination.result for examination, _ in either}
            first, second = (remedies_of(examination, there) for examination, there in either)
            if fact.reading_of and (len(results) > 1 or first != second):
                yield fact.reading_of, finding


def _open_concept(case: Case, id: str, turning: list[ClaimFinding]) -> OpenConcept:
    concept = case.law.rules.concepts[id]
    benches = [case.bench_of(finding) for finding in turning]
    out = [{one.id: one for one in told_left_out(concept, bench.standing)} for bench in benches]
    by_all = {id: one for id, one in out[0].items() if all(id in other for other in out)}
    readings = [OpenReading(id=one.id, says=one.says) for one in concept.readings]
    return OpenConcept(
        id=id,
        title=concept.title,
        question=concept.question,
        readings=tuple(one for one in readings if one.id not in by_all),
        left_out=tuple(by_all.values()),
        factors=concept.factors,
        figures=_figures(concept, benches),
        claims=tuple(dict.fromkeys(finding.id for finding in turning)),
        basis=concept.basis,
    )


def _figures(concept: Concept, benches: Iterable[Bench]) -> tuple[Step, ...]:
    """The figures that stand beside a concept, for the first pair for whom they can be computed."""
    for bench in benches if concept.figures else ():
        try:
            return FIGURES[concept.figures or ""](bench.facts)
        except MissingFactsError:
            continue
    return ()
