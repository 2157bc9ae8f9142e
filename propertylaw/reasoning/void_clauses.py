"""The void clauses of the documents that bear on the claims; others are for a review of the contract."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from propertylaw.model import ClaimFinding, Locator, VoidClause


def void_clauses(found: Collection[VoidClause], findings: Collection[ClaimFinding]) -> Iterator[VoidClause]:
    """Those that state a fact that was used, or are overridden by an article on which a claim rests.

    Args:
        found: the void clauses of the documents.
        findings: the claims as they came out.
    """
    stated = {at for finding in findings for part in finding.parts for use in part.facts for at in use.stated_at}
    carrying = {(at.instrument, at.article) for finding in findings for at in _carrying(finding)}
    for clause in found:
        if clause.clause in stated or any((at.instrument, at.article) in carrying for at in clause.overridden_by):
            yield clause


def _carrying(finding: ClaimFinding) -> Iterator[Locator]:
    """The provisions that carry a finding and its parts."""
    yield from finding.basis
    for part in finding.parts:
        yield from part.basis
