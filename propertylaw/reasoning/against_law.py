"""Clauses of the documents that bear on a claim and are void, or may be, with the reason (`rules/clauses.yaml`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase

from propertylaw.extraction.contracts.stops import meet
from propertylaw.model import ClaimFinding, ClauseAgainstLaw, DefenceFinding, Effect, Locator, VoidClause
from propertylaw.rulebook.clause_rules import ClauseRule, clause_rules

from .document import Document
from .pair_facts import PairFacts
from .signed_clauses import SignedClause, SignedClauses


def against_law(
    finding: ClaimFinding, facts: PairFacts, documents: Collection[Document], told: Collection[VoidClause]
) -> tuple[ClauseAgainstLaw, ...]:
    """The clauses that bear on a claim, those that are void first.

    Args:
        finding: how the claim came out.
        facts: between its two parties.
        documents: of the dispute.
        told: the void clauses that are told of all claims together.
    """
    if finding.time is not None and finding.time.basis:
        return ()  # the older law rules, and these rules are of the code
    found = (one for signed in _signed(documents) for one in _of_contract(finding, facts, signed))
    return tuple(sorted((one for one in found if not _is_told(one, finding, told)), key=lambda one: not one.void))


def _signed(documents: Collection[Document]) -> Iterator[SignedClauses]:
    return (one.signed for one in documents if one.signed is not None)


def _of_contract(finding: ClaimFinding, facts: PairFacts, signed: SignedClauses) -> Iterator[ClauseAgainstLaw]:
    """The clauses of a contract; of words that have several signs the gravest is told, and once for each reason."""
    found = sorted(_fitting(finding.id, facts, signed), key=lambda pair: not _is_void(*pair))
    told: list[tuple[ClauseRule, SignedClause]] = []
    for rule, clause in found:
        said = any(
            meet(other.span, clause.span) or (other.place == clause.place and one.because == rule.because)
            for one, other in told
        )
        if not said:
            told.append((rule, clause))
    return (_told(rule, clause) for rule, clause in told)


def _fitting(claim: str, facts: PairFacts, signed: SignedClauses) -> Iterator[tuple[ClauseRule, SignedClause]]:
    """The clauses that bear on a claim, each with the first of the rules for its sign that fits."""
    roles = {facts.claimant.role, facts.respondent.role}
    rules: dict[str, list[ClauseRule]] = {}
    for rule in clause_rules().rules:
        of_claim = any(fnmatchcase(claim, pattern) for pattern in rule.claims)
        among = not rule.between or not roles.isdisjoint(rule.between)
        if of_claim and among and (not rule.kinds or signed.kind in rule.kinds):
            rules.setdefault(rule.sign, []).append(rule)
    for sign, own in rules.items():
        for clause in (one for one in signed.of(sign) if _is_about(claim, one)):
            fitting = next((one for one in own if _fits(one, clause, facts)), None)
            if fitting and fitting.bears and not (fitting.stands_with and facts.truth(fitting.stands_with)):
                yield fitting, clause


def _is_about(claim: str, clause: SignedClause) -> bool:
    """Whether a clause speaks of what a claim is about, or of nothing in particular."""
    subjects = clause_rules().subjects
    if not any(claim in one.claims for one in subjects):
        return True
    named = [one for one in subjects if clause.speaks_of(one.words)]
    return not named or any(claim in one.claims for one in named)


def _fits(rule: ClauseRule, clause: SignedClause, facts: PairFacts) -> bool:
    so = (rule.given is None or facts.truth(rule.given) is True) and not (rule.without and facts.truth(rule.without))
    return so and (not rule.only or clause.says in rule.only) and clause.speaks_of(rule.about)


def _is_void(rule: ClauseRule, clause: SignedClause) -> bool:
    return rule.void and not clause.disputed


def _told(rule: ClauseRule, clause: SignedClause) -> ClauseAgainstLaw:
    disputed = bool(clause.disputed)
    return ClauseAgainstLaw(
        clause=clause.place,
        words=clause.words,
        sign=rule.sign,
        void=_is_void(rule, clause),
        because=clause.disputed or rule.because,
        basis=clause.basis if disputed else rule.basis,
    )


def _is_told(clause: ClauseAgainstLaw, finding: ClaimFinding, told: Collection[VoidClause]) -> bool:
    """Whether the page tells of it elsewhere: among the void clauses, or with a defence that the law rules out."""
    articles = {(at.instrument, at.article) for at in clause.basis}
    same = (one for one in told if _meet(one.clause, clause.clause))
    if any((at.instrument, at.article) in articles for one in same for at in one.overridden_by):
        return True
    uses = ((use, part) for part in finding.parts for use in part.facts if clause.clause in use.stated_at)
    return any(use.proof == "void" or _is_ruled_out(part) for use, part in uses)


def _is_ruled_out(part: object) -> bool:
    return isinstance(part, DefenceFinding) and part.effect is Effect.RULED_OUT


def _meet(one: Locator, other: Locator) -> bool:
    return one == other or one.contains(other) or other.contains(one)
