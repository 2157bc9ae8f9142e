"""Claims that exclude each other: where both may be had as they stand, one is had, and which is for the claimant; where
one fails, the other may be a way that is left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from propertylaw.model import ClaimFinding, Diagnostic, Result, Severity, Truth
from propertylaw.rulebook.expression import parse

from .case import Case
from .in_short import within_quotes
from .program import FAILS
from .truth import truth_of

if TYPE_CHECKING:
    from propertylaw.rulebook.alternatives import Alternative

_BOTH = 2


def one_of_two(findings: Collection[ClaimFinding], names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """That of two claims of a claimant he gets one, once for each two.

    Args:
        findings: the claims, each against one respondent.
        names: of the parties, by id.
    """
    standing = [finding for finding in findings if finding.result not in FAILS]
    raised = {finding.id for finding in standing}
    if len(raised) < _BOTH:
        return
    from propertylaw.rulebook.alternatives import alternatives

    for one in (one for one in alternatives() if raised.issuperset(one.claims)):
        for claimant in dict.fromkeys(finding.claimant for finding in standing):
            first, last = ([f for f in standing if f.claimant == claimant and f.id == id] for id in one.claims)
            pairs = [pair for pair in product(first, last) if _exclude(one, *pair)]
            if pairs:
                yield _told(one, pairs, names)


def other_ways(findings: Collection[ClaimFinding], case: Case) -> Iterator[Diagnostic]:
    """That a claim fails, and another that nobody raised may still be had on the same facts.

    Args:
        findings: the claims as they came out.
        case: the dispute.
    """
    failing = [finding for finding in findings if finding.result is Result.NOT_SUPPORTED]
    if not failing:
        return
    from propertylaw.rulebook.alternatives import alternatives

    for one, finding in product((one for one in alternatives() if one.other_way), failing):
        raised = {other.id for other in findings if other.claimant == finding.claimant}
        if one.other_way is None or finding.id != one.claims[1] or one.claims[0] in raised:
            continue
        if truth_of(parse(one.other_way.when), case.bench_of(finding).standing) is Truth.TRUE:
            other = case.law.rules.claims[one.claims[0]]
            yield Diagnostic(
                code="CLM002",
                severity=Severity.MEDIUM,
                message=f"{case.names[finding.claimant]}的“{finding.title}”照所填的不成立，"
                f"还可以看“{within_quotes(other.title)}”一路：{one.other_way.says}",
                related=one.other_way.basis,
                advice=f"要走这一路的，claims 里加一行 claim: {other.id}",
            )


def _exclude(one: Alternative, first: ClaimFinding, last: ClaimFinding) -> bool:
    if not one.across and first.respondent != last.respondent:
        return False
    return not one.same_sum or _sum(first) == _sum(last) is not None


def _sum(finding: ClaimFinding) -> Decimal | None:
    money = finding.amount or finding.reckoned
    return money.high if money else None


def _told(one: Alternative, pairs: list[tuple[ClaimFinding, ClaimFinding]], names: Mapping[str, str]) -> Diagnostic:
    first, last = ({finding.respondent: finding for finding in side} for side in zip(*pairs, strict=True))
    sides = ((within_quotes(next(iter(side.values())).title), side) for side in (first, last))
    titles = "和".join(f"“{title}”（对{'、'.join(names[id] for id in side)}）" for title, side in sides)
    return Diagnostic(
        code="CLM001",
        severity=Severity.HIGH,
        message=f"{names[pairs[0][0].claimant]}的{titles}不能一并得到：{one.says}",
        related=one.basis,
        advice=one.advice,
    )
