"""Looks for the signs of an issue in the clauses of a contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from propertylaw.model import Severity, Span

from .contract_data import likeness_limits
from .hit import Hit
from .issue import Issue, Sign, issues
from .known_clauses import most_like_any
from .sentence import Clause, Sentence
from .statement import Statement
from .stops import between_stops, meet
from .view import ContractText
from .words import pattern

_DOUBT = "整句措辞更接近合法条款，请人工核对"
_STOPS = "，。；：,;:\n"


def signs(contract: ContractText, issue: str) -> Iterator[Hit]:
    """Where the signs of an issue stand: at most one hit a sentence, the first sign that is found.

    Args:
        contract: to look at.
        issue: name of a file in `rules/contract/issues`.
    """
    known = issues()[issue]
    possible = [sign for sign in known.signs if _applies(contract, sign)]
    told: list[Span] = []
    for clause, sentence in contract.readings if possible else ():
        if any(meet(span, own) for own in (sentence.span, *(one.span for one in sentence.put_in)) for span in told):
            continue  # as it stands it has said so already, or what would be put in has
        hit = _hit(contract, clause, sentence, known, possible)
        if hit is not None and hit.span is not None:
            told.append(hit.span)
            yield _with_its_places(contract, sentence, hit)


def _with_its_places(contract: ContractText, sentence: Sentence, hit: Hit) -> Hit:
    """A hit that names what the sentence was read with."""
    if not sentence.put_in:
        return hit
    says = "，".join(filter(None, [hit.says, *(one.says for one in sentence.put_in)]))
    related = tuple(at for one in sentence.put_in for at in contract.related_at(one.span[0]))
    return replace(hit, says=says, related=related)


def _hit(
    contract: ContractText, clause: Clause, sentence: Sentence, issue: Issue, possible: Sequence[Sign]
) -> Hit | None:
    if any(pattern(one).search(sentence.lead + sentence.masked) for one in issue.sound):
        return None
    for sign in possible:
        found = _found(clause, sentence, issue, sign)
        if found is not None:
            span = whole_steps(sentence, found)
            hit = Hit(span, says=sign.says, severity=sign.severity, basis=sign.basis)
            sure = sign.certain or any(one.of_table for one in sentence.put_in)
            weighed = hit if sure else _weighed(contract, clause, sentence, issue, hit)
            return _disputed(sentence, issue, weighed) if weighed else None
    return None


def _weighed(contract: ContractText, clause: Clause, sentence: Sentence, issue: Issue, hit: Hit) -> Hit | None:
    """A sign in words that otherwise read as lawful clauses do is told with that doubt, and weighs less; among many
    clauses, nearly all of which are lawful, it weighs little or is not told, and one in words of neither kind is not
    grave."""
    own = (sentence.masked, sentence.beside) if sentence.put_in else (sentence.lead + sentence.masked,)
    like = most_like_any(*filter(None, own), clause.masked)
    limits, among_many = likeness_limits(), len(contract.clauses) > 1
    if among_many and like < limits["like_lawful_in_contract"]:
        return None
    doubted = like < limits["like_few_issues"]
    if not doubted and not (among_many and like < limits["like_few_issues_in_contract"]):
        return hit
    low = (hit.severity or issue.severity) is Severity.LOW
    low = low or (doubted and (among_many or like < limits["like_no_issue"]))
    says = "，".join(filter(None, (hit.says, f"但{_DOUBT}"))) if doubted else hit.says
    return replace(hit, says=says, severity=Severity.LOW if low else Severity.MEDIUM, doubted=doubted)


def _disputed(sentence: Sentence, issue: Issue, hit: Hit) -> Hit:
    """What is told where the law may or may not cover all that a sentence speaks of."""
    known = issue.disputed
    if known is None or pattern(known.without).search(sentence.lead + sentence.masked):
        return hit
    return replace(hit, message=known.message, basis=known.basis)


def _applies(contract: ContractText, sign: Sign) -> bool:
    """Whether a sign is for such contracts and its words stand anywhere: a look at the whole spares one a sentence."""
    return (
        (not sign.signatories or contract.signatory in sign.signatories)
        and (not sign.kinds or contract.kind.id in sign.kinds)
        and pattern(sign.find).search(contract.words) is not None
        and not any(pattern(one).search(contract.masked) for one in sign.unless_contract)
    )


def _found(clause: Clause, sentence: Sentence, issue: Issue, sign: Sign) -> re.Match[str] | None:
    words = sentence.masked
    if sign.longest is not None and len(sentence.lead + words) > sign.longest:
        return None
    if pattern(sign.find).search(words) is None or not _fits(clause, sentence, sign):
        return None
    found = pattern(sign.find).finditer(words)
    return next((one for one in found if not _is_harmless(Statement(clause, sentence, one.span()), issue, sign)), None)


def _fits(clause: Clause, sentence: Sentence, sign: Sign) -> bool:
    """Whether all else stands there that a sign needs, and nothing that it may not have."""
    context = sentence.lead + sentence.masked
    return (
        all(pattern(one).search(context) for one in sign.also)
        and not any(pattern(one).search(context) or pattern(one).search(sentence.beside) for one in sign.unless)
        and all(pattern(one).search(clause.masked) for one in sign.clause)
        and all(pattern(one).search(sentence.meanings) for one in sign.defined)
        and not any(pattern(one).search(clause.masked) for one in sign.unless_clause)
    )


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
    if sentence.put_in:
        return sentence.span
    words = sentence.masked
    start, end = between_stops(words, *match.span(), _STOPS)
    while start < end and words[start].isspace():
        start += 1
    return sentence.span[0] + start, sentence.span[0] + end
