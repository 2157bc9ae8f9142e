"""A debt, and the debtor's claim that somebody else pays it: the creditor gets it once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from propertylaw.model import ClaimFinding, Diagnostic, Severity

from .program import FAILS

_BOTH = 2


def paid_twice(findings: Collection[ClaimFinding], names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """That a debt is asked for from the debtor and, by him, from who promised to pay it.

    Args:
        findings: the claims, each against one respondent.
        names: of the parties, by id.
    """
    standing = [finding for finding in findings if finding.result not in FAILS]
    if len({finding.id for finding in standing}) < _BOTH:
        return
    from propertylaw.rulebook.paid_once import paid_once  # most forms raise one claim

    for one in paid_once():
        for debt in (finding for finding in standing if finding.id == one.debt):
            for promise in (finding for finding in standing if finding.id == one.promise):
                if promise.claimant == debt.respondent:
                    yield Diagnostic(
                        code="SUM007",
                        severity=Severity.HIGH,
                        message=f"“{debt.title}”（对{names[debt.respondent]}）和“{promise.title}”"
                        f"（对{names[promise.respondent]}）里同一段时间的费用，{names[debt.claimant]}只能收一次：{one.says}",
                        related=one.basis,
                        advice="两项的金额不能相加；核对两边的起止日",
                    )
