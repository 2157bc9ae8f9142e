"""Looks for the signs of an issue in the clauses of a contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from propertylaw.model import Severity, Span

from .contract_data import contract_data
from .issue import Issue, Sign, issues
from .known_clauses import most_like_any
from .registry import Hit
from .statement import Statement
from .stops import between_stops
from .view import Clause, Contract, Sentence
from .words import pattern

_DOUBT = "整句措辞更接近合法条款，请人工核对"
_STOPS = "，。；：,;:\n"


def signs(contract: Contract, issue: str) -> Iterator[Hit]:
    """Where the signs of an issue stand: at most one hit a sentence, the first sign that is found.

    Args:
        contract: to look at.
        issue: name of a file in `rules/contract/issues`.
    """
    known = issues()[issue]
    possible = [sign for sign in known.signs if _applies(contract, sign)]
    for clause in (*contract.clauses, *contract.rows) if possible else ():
        for sentence in clause.sentences:
            hit = _hit(contract, clause, sentence, known, possible)
            if hit is not None and hit.span is not None:
                yield hit


def _hit(contract: Contract, clause: Clause, sentence: Sentence, issue: Issue, possible: Sequence[Sign]) -> Hit | None:
    if any(pattern(one).search(sentence.lead + sentence.masked) for one in issue.sound):
        return None
    for sign in possible:
        found = _found(clause, sentence, issue, sign)
        if found is not None:
            span = whole_steps(sentence, found)
            hit = Hit(span, says=sign.says, severity=sign.severity, basis=sign.basis)
            return _disputed(sentence, issue, hit if sign.certain else _weighed(contract, clause, sentence, issue, hit))
    return None


def _weighed(contract: Contract, clause: Clause, sentence: Sentence, issue: Issue, hit: Hit) -> Hit:
    """A sign in words that otherwise read as lawful clauses do is told with that doubt, and weighs less: most of all
    among the many clauses of a contract, nearly all of which are lawful."""
    like = most_like_any(sentence.lead + sentence.masked, clause.masked)
    limits = contract_data("limits", dict[str, float])
    among = "_in_contract" if len(contract.clauses) > 1 else ""
    if like >= limits[f"like_few_issues{among}"]:
        return hit
    weight = hit.severity or issue.severity
    low = weight is Severity.LOW or like < limits[f"like_no_issue{among}"]
    weight = Severity.LOW if low else Severity.MEDIUM
    return replace(hit, says="，但".join(filter(None, (hit.says, _DOUBT))), severity=weight, doubted=True)


def _disputed(sentence: Sentence, issue: Issue, hit: Hit) -> Hit:
    """What is told where the law may or may not cover all that a sentence speaks of."""
    known = issue.disputed
    if known is None or pattern(known.without).search(sentence.lead + sentence.masked):
        return hit
    return replace(hit, message=known.message, basis=known.basis)


def _applies(contract: Contract, sign: Sign) -> bool:
    """Whether a sign is for such contracts and its words stand anywhere: a look at the whole spares one a sentence."""
    return (
        (not sign.signatories or contract.signatory in sign.signatories)
        and (not sign.kinds or contract.kind.id in sign.kinds)
        and pattern(sign.find).search(contract.masked) is not None
        and not any(pattern(one).search(contract.masked) for one in sign.unless_contract)
    )


def _found(clause: Clause, sentence: Sentence, issue: Issue, sign: Sign) -> re.Match[str] | None:
    words = sentence.masked
    context = sentence.lead + words
    if sign.longest is not None and len(context) > sign.longest:
        return None
    for match in pattern(sign.find).finditer(words):
        if _is_harmless(Statement(clause, sentence, match.span()), issue, sign):
            continue
        if not all(pattern(one).search(context) for one in sign.also):
            return None
        if any(pattern(one).search(context) for one in sign.unless):
            return None
        if not all(pattern(one).search(clause.masked) for one in sign.clause):
            return None
        if not all(pattern(one).search(sentence.meanings) for one in sign.defined):
            return None
        if any(pattern(one).search(clause.masked) for one in sign.unless_clause):
            return None
        return match
    return None


def _is_harmless(said: Statement, issue: Issue, sign: Sign) -> bool:
    """Whether the words, as they are read where they stand, do not do what the sign is of."""
    return (
        said.is_breach
        or said.holds_back_strong
        or (sign.denied == "silent" and said.is_denied)
        or any(said.rests_on(ground) for ground in issue.lawful_where)
    )


def whole_steps(sentence: Sentence, match: re.Match[str]) -> Span:
    """The words between the stops around a match, in places of the document."""
    words = sentence.masked
    start, end = between_stops(words, *match.span(), _STOPS)
    while start < end and words[start].isspace():
        start += 1
    return sentence.span[0] + start, sentence.span[0] + end
