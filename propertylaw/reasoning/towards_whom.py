"""Demands of a creditor who claims from several, and payments of a debtor whom several claim from, where the form does
not say towards whom they were made."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from propertylaw.model import ClaimFinding, Diagnostic, Severity

from .case import Case

_PLEADED = "limitation_raised"
"""The fact by which every defence of limitation is raised."""


def towards_whom(findings: Collection[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That a demand counts against several who each plead limitation, though it may have reached one of them alone; and
    that a payment is taken off what each of several gets, though it may have been made to one of them.

    Args:
        findings: the claims as they came out.
        case: the dispute.
    """
    definitions = case.law.rules.facts
    told = [one for one in case.dispute.facts if definitions[one.id].reaches_debtors and not one.towards]
    for id in dict.fromkeys(one.id for one in told if one.id.endswith("_demand_date")):
        pleading = [one for one in findings if _counts_for(id, one, case)]
        people = dict.fromkeys(one.respondent for one in pleading)
        named = "、".join(case.names[one] for one in people)
        if len(people) > 1 and any(one.capacity != "joint" for one in pleading):
            yield Diagnostic(
                code="FCT007",
                severity=Severity.MEDIUM,
                message=f"“{definitions[id].title}”没有写明是向谁提出的，对{named}都算；不是连带债务的，只对收到的人中断时效",
                advice=f"只向其中一人提过的，写上 towards: [{next(iter(people))}]",
            )
    yield from _paid_to_whom(findings, case)


def _paid_to_whom(findings: Collection[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    definitions = case.law.rules.facts
    told = [one for one in case.dispute.facts if definitions[one.id].towards_claimant and not one.towards]
    for id in dict.fromkeys(one.id for one in told):
        taking = [one for one in findings if any(use.fact == id for defence in one.defences for use in defence.facts)]
        for payer in dict.fromkeys(one.respondent for one in taking):
            people = dict.fromkeys(one.claimant for one in taking if one.respondent == payer)
            named = "、".join(case.names[one] for one in people)
            if len(people) > 1:
                yield Diagnostic(
                    code="FCT007",
                    severity=Severity.HIGH,
                    message=f"“{definitions[id].title}”没有写明是付给谁的，{named}向{case.names[payer]}的请求都扣了",
                    advice=f"写上 towards: [{next(iter(people))}]；付给几个人的，各写一行、各写数额",
                )


def _counts_for(id: str, finding: ClaimFinding, case: Case) -> bool:
    """Whether days of the fact count in a claim in which limitation is pleaded."""
    limitation = case.law.rules.claims[finding.id].limitation
    if limitation is None or limitation.demands != id:
        return False
    facts = case.bench_of(finding).facts
    return facts.truth(_PLEADED) is True and bool(facts.days(id))
