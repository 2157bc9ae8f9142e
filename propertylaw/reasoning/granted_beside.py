"""What one claim of a dispute brings about for the others where it succeeds: they rest on it, and say so."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from propertylaw.model import ClaimFinding, Diagnostic, Result, Severity
from propertylaw.rulebook import Rules
from propertylaw.rulebook.alternatives import alternatives
from propertylaw.rulebook.brought_about import brought_about

from .bench import Bench
from .casefile import CaseFile, GrantedBeside
from .which_claims import Wanted

if TYPE_CHECKING:
    from .case import Case


def granted_beside(file: CaseFile, wanted: Collection[Wanted], rules: Rules) -> Iterator[GrantedBeside]:
    """What is so for the other claims because one that is raised succeeds.

    Args:
        file: the facts.
        wanted: the claims to examine.
        rules: the rules that they belong to.
    """
    raised = {one.claim for one in file.dispute.claims}
    for rule in (one for one in brought_about() if one.claim in raised):
        not_for = frozenset(id for one in alternatives() if rule.claim in one.claims for id in one.claims)
        for part, claimant, respondent in (one.pair for one in wanted if one.request.claim == rule.claim):
            bench = Bench(file, rules, claimant, respondent).inside(rule.claim)
            if bench.examination(part).result is Result.SUPPORTED:
                whose = None if rule.for_all else respondent.id
                yield GrantedBeside(rule.claim, rule.facts, rule.says, rule.basis, whose, not_for | {rule.claim})


def resting(findings: Collection[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That the result of a claim rests on another one of the dispute: without that it would be another.

    Args:
        findings: the claims, each against one respondent.
        case: the dispute.
    """
    parts = {(part.claim.id, by.id, other.id): part for _, (part, by, other) in case.wanted}
    for finding in findings:
        bench, part = case.bench_of(finding), parts[finding.id, finding.claimant, finding.respondent]
        for one in case.file.granted:
            others = tuple(other for other in case.file.granted if other != one)
            alone = bench.with_facts_of(replace(bench.file, granted=others)).examination(part)
            if alone.result is not bench.examination(part).result:
                first = case.law.rules.claims[one.claim].title
                yield Diagnostic(
                    code="CLM003",
                    severity=Severity.MEDIUM,
                    message=f"“{finding.title}”的结论以“{first}”成立为前提：{one.says}",
                    related=one.basis,
                    advice="两项一并提出；后一项单独起诉、前一项没有得到支持的，结论另看",
                )
