"""Clauses of a contract that bear on a claim and of which not everything was read, or that leave a fact to be told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from propertylaw.model import Diagnostic, FactDefinition, Locator, Severity, Term
from propertylaw.rulebook import Rules
from propertylaw.structure import cite

from .document import Document
from .looked_at import facts_of
from .not_understood import ClauseNotUnderstood, not_understood
from .pair_facts import PairFacts
from .program import Part

_MOST = 120
"""Characters of a clause that are repeated."""


def clauses_told(
    parts: Iterable[tuple[Part, PairFacts]], documents: Iterable[Document], rules: Rules, titles: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """What a reader has to look up in the contracts himself, once for each clause.

    Args:
        parts: the claims that are examined, each with the facts between its two parties.
        documents: of the dispute.
        rules: the rules.
        titles: what the documents are called, by their ids.
    """
    asked = tuple(parts)
    facts = {id: rules.facts[id] for part, _ in asked for id in sorted(facts_of(part, rules))}
    silent = {id: one for id, one in facts.items() if not any(between.said_to_be(id) for _, between in asked)}
    for document in documents:
        if document.kind == "contract":
            title = titles.get(document.instrument.id, document.instrument.title)
            by_words: dict[tuple[Locator, str], list[FactDefinition]] = {}
            for clause in not_understood((document,), rules):
                about = [facts[id] for id in clause.may_state if id in facts and not _read_from(clause, id, asked)]
                by_words.setdefault((clause.place, clause.words), []).extend(about)
            for (place, words), about in by_words.items():
                told = [one for one in about if one.id not in silent]
                if about:
                    yield _not_understood(words, cite(place, title, document.printed), place, about, told)
            named = [(term, cite(term.locator.bare, title, document.printed)) for term in document.terms]
            yield from _left_to_tell(named, silent.values())


def _read_from(clause: ClauseNotUnderstood, fact: str, asked: Collection[tuple[Part, PairFacts]]) -> bool:
    """Whether a fact was read from a clause of which something else was not understood."""
    return any(clause.place in between.known(fact).stated_at for _, between in asked if _stated(between, fact))


def _stated(between: PairFacts, fact: str) -> bool:
    return between.known(fact).proof != "not_understood"


def _not_understood(
    words: str, place: str, at: Locator, about: Iterable[FactDefinition], told: Collection[FactDefinition]
) -> Diagnostic:
    unread = f"{place}“{_words(words)}”没有读懂，或者没有全部读懂"
    if told:
        message = f"{unread}；按表上填的“{'、'.join(one.title for one in told)}”算"
    else:
        message = f"{unread}，没有算进去（关于：{'、'.join(one.title for one in about)}）；结论取决于它的，没有定"
    return Diagnostic(
        code="DOC007",
        severity=Severity.INFO if told else Severity.HIGH,
        message=message,
        locator=at,
        advice="对照原文核对" if told else "对照原文，把约定的内容填进表里",
    )


def _left_to_tell(terms: Collection[tuple[Term, str]], facts: Iterable[FactDefinition]) -> Iterator[Diagnostic]:
    for fact in facts:
        for term, place in terms:
            if fact.clause_about in term.topics and fact.clause_about not in term.not_understood:
                yield Diagnostic(
                    code="DOC008",
                    severity=Severity.MEDIUM,
                    message=f"{place}写有“{_words(term.words)}”；发生了没有、属不属于约定的情形，合同看不出",
                    locator=term.locator.bare,
                    advice=f"属于的，填“{fact.title}”；同一段时间已经按别的理由填了的，不要重复",
                )


def _words(text: str) -> str:
    words = " ".join(text.rsplit("\n", 1)[-1].split())
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"
