"""The void clauses of the documents that bear on the claims; others are for a review of the contract."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from propertylaw.model import ClaimFinding, FactDefinition, FactUse, Locator, VoidClause


def void_clauses(
    found: Collection[VoidClause], findings: Collection[ClaimFinding], facts: Mapping[str, FactDefinition]
) -> Iterator[VoidClause]:
    """Those that state a fact that was used, or are overridden by an article on which a claim rests; none that stands
    because of what was told with it.

    Args:
        found: the void clauses of the documents.
        findings: the claims as they came out.
        facts: the vocabulary.
    """
    standing = {at for finding in findings for part in finding.parts for at in _made_good(part.facts, facts)}
    found = [one for one in found if one.clause not in standing]
    stated = {at for finding in findings for part in finding.parts for use in part.facts for at in use.stated_at}
    carrying = {(at.instrument, at.article) for finding in findings for at in _carrying(finding)}
    for clause in found:
        if clause.clause in stated or any((at.instrument, at.article) in carrying for at in clause.overridden_by):
            yield clause


def _made_good(uses: Collection[FactUse], facts: Mapping[str, FactDefinition]) -> Iterator[Locator]:
    """The clauses that stand with another fact, which is so."""
    for use in uses:
        if use.proof == "document" and any(one.stands_with for one in facts[use.fact].stated_in):
            yield from use.stated_at


def _carrying(finding: ClaimFinding) -> Iterator[Locator]:
    """The provisions that carry a finding and its parts."""
    yield from finding.basis
    for part in finding.parts:
        yield from part.basis
