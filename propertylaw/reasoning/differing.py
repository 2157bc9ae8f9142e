"""Where the form says one thing and a document of the dispute another: told, never preferred in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from propertylaw.model import Diagnostic, FactDefinition, Locator, Severity
from propertylaw.rulebook import Rules
from propertylaw.structure import cite

from .facts_in_words import value_in_words
from .known import Known
from .looked_at import facts_of
from .pair_facts import PairFacts
from .program import Part


def differing(
    parts: Iterable[tuple[Part, PairFacts]], rules: Rules, titles: Mapping[str, str], printed: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """What is stated in the form and otherwise in a document, once for each fact and value.

    Args:
        parts: the claims that are examined, each with the facts between its two parties.
        rules: the rules.
        titles: what the documents of the dispute are called, by their ids.
        printed: how their clauses are numbered in print, where their locators count otherwise.
    """
    told: set[tuple[str, str]] = set()
    for part, facts in parts:
        looked_at = facts_of(part, rules)
        for id in dict.fromkeys(fact.id for fact in facts.file.dispute.facts if fact.id in looked_at):
            definition = rules.facts[id]
            found = facts.beside(id)
            if not found:
                continue
            clauses = dict.fromkeys(at for known in found for at in known.stated_at)
            named = {at: cite(at, titles.get(at.instrument, at.instrument), printed) for at in clauses}
            one = _diagnostic(definition, facts, found, named)
            if (id, one.message) not in told:
                told.add((id, one.message))
                yield one


def _diagnostic(
    fact: FactDefinition, facts: PairFacts, found: tuple[Known, ...], clauses: Mapping[Locator, str]
) -> Diagnostic:
    in_form = "、".join(dict.fromkeys(value_in_words(value, fact.unit) for value in facts.in_form(fact.id)))
    effect = _effect(facts.all(fact.id))
    places = "、".join(clauses.values())
    in_document = "、".join("不止一种" if one.value is None else _timed(one, fact) for one in found)
    return Diagnostic(
        code="FCT003",
        severity=Severity.HIGH,
        message=f"“{fact.title}”表上填的是{in_form}，{places}载明的是{in_document}；{effect}",
        locator=_first(tuple(clauses)),
        advice="核对原文和补充协议；以文件为准的，删去表上的这一行",
    )


def _effect(standing: tuple[Known, ...]) -> str:
    """Which of the two counts."""
    by_document = {one.proof == "document" for one in standing}
    if by_document == {True}:
        return "表上的对方否认，这里按文件算"
    if by_document == {True, False}:
        return "这里按表上填的算，表上没有填（或者对方否认）的时间按文件算"
    if any(one.value is not None for one in standing):
        return "这里按表上填的算"
    return "表上的有争议而没有证明，文件也没有定下来，这里按没有证明算"


def _timed(known: Known, fact: FactDefinition) -> str:
    since = f"自 {known.since} " if known.since else ""
    until = f"至 {known.until} " if known.until else ""
    return f"{since}{until}{value_in_words(known.value, fact.unit)}"


def _first(places: tuple[Locator, ...]) -> Locator | None:
    return places[0] if places else None
