"""Claims that exclude each other, both of which may be had as they stand: one is had, and which is for the claimant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from propertylaw.model import ClaimFinding, Diagnostic, Severity

from .program import FAILS

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


def _exclude(one: Alternative, first: ClaimFinding, last: ClaimFinding) -> bool:
    if not one.across and first.respondent != last.respondent:
        return False
    return not one.same_sum or _sum(first) == _sum(last) is not None


def _sum(finding: ClaimFinding) -> Decimal | None:
    money = finding.amount or finding.reckoned
    return money.high if money else None


def _told(one: Alternative, pairs: list[tuple[ClaimFinding, ClaimFinding]], names: Mapping[str, str]) -> Diagnostic:
    first, last = ({finding.respondent: finding for finding in side} for side in zip(*pairs, strict=True))
    titles = "和".join(
        f"“{next(iter(side.values())).title}”（对{'、'.join(names[id] for id in side)}）" for side in (first, last)
    )
    return Diagnostic(
        code="CLM001",
        severity=Severity.HIGH,
        message=f"{names[pairs[0][0].claimant]}的{titles}不能一并得到：{one.says}",
        related=one.basis,
        advice=one.advice,
    )
