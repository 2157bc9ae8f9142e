"""What the reader is warned of beside the results: doubts about the law, the form, the documents and the sums."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from propertylaw.library import KnowledgeBase
from propertylaw.model import NATION, Claim, ClaimFinding, Diagnostic, Locator, Severity, VoidClause

from .both_so import both_so
from .case import Case
from .clauses_relied_on import in_doubt_before_the_code, rests_on_clauses
from .counted_twice import counted_twice
from .days_to_come import days_to_come
from .done_to import doubts as doubts_to_whom
from .odd_facts import odd_facts
from .of_which_event import doubts as doubts_of_which_event
from .one_estate import one_estate
from .one_loss import one_debt, one_loss
from .one_of_two import one_of_two, other_ways
from .one_sum import one_sum
from .paid_twice import paid_twice
from .pair_facts import PairFacts
from .program import Part
from .several_charges import several_charges
from .time import CODE_IN_FORCE, began
from .towards_whom import towards_whom
from .unattributed import doubts


def warnings_of(case: Case, findings: Collection[ClaimFinding], void: Collection[VoidClause]) -> Iterator[Diagnostic]:
    """Every warning of a dispute.

    Args:
        case: the dispute.
        findings: its claims as they came out.
        void: the void clauses that bear on them.
    """
    law = case.law
    given = case.documents.titles if case.documents else frozenset()
    yield from (one for one in law.doubts if not one.locator or one.locator.instrument not in given)
    if not _local_text_given(case):
        yield from law.no_local_law
    yield from doubts(case.unattributed, case.dispute.facts, law.rules)
    yield from doubts_to_whom(case.undirected, case.dispute.facts, law.rules)
    yield from doubts_of_which_event(case.unplaced, law.rules)
    yield from odd_facts(case.dispute, (part for _, (part, _, _) in case.wanted), law.rules)
    yield from both_so(case)
    yield from towards_whom(findings, case)
    yield from days_to_come(case.dispute, law.rules)
    if case.documents:
        yield from case.documents.diagnostics
        yield from _differing(case)
        yield from _of_clauses(case)
        yield from case.documents.only_what_bears(void)
    yield from one_of_two(findings, case.names)
    yield from other_ways(findings, case)
    if case.file.granted:
        from .granted_beside import resting

        yield from resting(findings, case)
    yield from one_loss(findings, case)
    yield from one_debt(findings, case)
    yield from one_sum(findings, case)
    yield from one_estate(findings, case)
    yield from counted_twice(findings, case)
    yield from several_charges(findings, case)
    yield from paid_twice(findings, case.names)
    yield from _on_time(case, findings)


def _on_time(case: Case, findings: Collection[ClaimFinding]) -> Iterator[Diagnostic]:
    """Rules that were not in force on the day, and facts from before the code of which no claim tells the day."""
    law, on = case.law, case.dispute.on
    for claim in {finding.id: law.rules.claims[finding.id] for finding in findings}.values():
        places = law.out_of_force(claim)
        if places:
            told = [finding for finding in findings if finding.id == claim.id]
            clauses = [at for finding in told for at in rests_on_clauses(finding.parts, finding.remedies)]
            doubtful = on >= CODE_IN_FORCE or in_doubt_before_the_code(clauses, case)
            older = not doubtful and all(one.time and one.time.decides for one in told)
            yield _by_older_law(claim, places, on) if older else _out_of_force(claim, places, on)
    early = [fact for fact in case.dispute.facts if _before(fact.value, fact.until)]
    untold = any(began(law.rules.claims[one.id], case.bench_of(one).facts) is None for one in findings)
    if early and untold and on >= CODE_IN_FORCE:
        yield _before_code(early[0].id, law)


def _differing(case: Case) -> Iterator[Diagnostic]:
    """Where the form and a document differ; only documents need the module."""
    from .differing import differing

    printed = case.documents.printed if case.documents else {}
    yield from differing(_asked(case), case.law.rules, _titles(case), printed)


def _of_clauses(case: Case) -> Iterator[Diagnostic]:
    """What has to be looked up in the contracts; only documents need the module."""
    from .clauses_told import clauses_told

    documents = case.documents.documents if case.documents else ()
    yield from clauses_told(_asked(case), documents, case.law.rules, _titles(case))


def _asked(case: Case) -> Iterator[tuple[Part, PairFacts]]:
    """The claims that are examined, each with the facts between its two parties."""
    for _, (part, by, other) in case.wanted:
        yield part, case.bench(by.id, other.id).inside(part.claim.id).facts


def _titles(case: Case) -> dict[str, str]:
    return dict(case.documents.called) if case.documents else {}


def _local_text_given(case: Case) -> bool:
    """Whether a local regulation is among the documents of the form."""
    documents = case.documents.documents if case.documents else ()
    return any(document.instrument.territory != NATION for document in documents)


def _before(*days: object) -> bool:
    return any(isinstance(day, date) and day < CODE_IN_FORCE for day in days)


def _before_code(fact: str, law: KnowledgeBase) -> Diagnostic:
    title = law.rules.facts[fact].title
    return Diagnostic(
        code="TIM002",
        severity=Severity.MEDIUM,
        message=f"“{title}”早于2021年1月1日：民法典施行前的部分原则上适用当时的法律，持续到施行后的事实适用民法典",
        related=(Locator(instrument="时间效力规定", article=1), Locator(instrument="时间效力规定", article=20)),
        advice="分段核对：施行前履行合同的争议适用当时的法律、司法解释",
    )


def _by_older_law(claim: Claim, places: tuple[Locator, ...], on: date) -> Diagnostic:
    return Diagnostic(
        code="TIM003",
        severity=Severity.MEDIUM,
        message=f"“{claim.title}”的现行规定在 {on} 还没有施行，结论按整理的当时法律得出；"
        "要件、抗辩下面写的仍是现行的条文",
        related=places,
        advice="引用当时的条文（见“适用哪一时期的法律”），并核对原文",
    )


def _out_of_force(claim: Claim, places: tuple[Locator, ...], on: date) -> Diagnostic:
    return Diagnostic(
        code="TIM001",
        severity=Severity.HIGH,
        message=f"“{claim.title}”所依据的规定在 {on} 不在施行期内，以下只是按现行法的推演，结果待定",
        related=places,
        advice="核对当时有效的法律",
    )
