"""What nobody uses, what has no example, and claims with a part missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from propertylaw.model import Claim
from propertylaw.rulebook.calculations import DERIVED, FIGURES, SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.crime_reports import crime_reports
from propertylaw.rulebook.expression import names, parse
from propertylaw.rulebook.local_statements import facts_behind
from propertylaw.rulebook.rules import Rules
from propertylaw.rulebook.set_off import set_off_rule

from .book import Book, citing_parts, parts_of
from .faults import Fault, Place
from .ways import facts_of_ways


def unused(book: Book) -> Iterator[Fault]:
    """Facts that nobody asks for and concepts on which nothing turns."""
    asked = asked_facts(book.rules)
    for fact, place in book.own("facts"):
        if fact.id not in asked:
            problem = f"没有请求、概念或计算用到事实“{fact.id}”"
            yield Fault("RULE006", problem, place.at("id"), "删去，或者在要件、抗辩里用上")
    turned_on = set[str]().union(*map(concepts_of, book.rules.claims.values()))
    turned_on |= {fact.reading_of for id, fact in book.rules.facts.items() if id in asked and fact.reading_of}
    for concept, place in book.own("concepts"):
        if concept.id not in turned_on and not concept.words:
            yield Fault("RULE006", f"没有请求取决于概念“{concept.id}”", place.at("id"), "删去，或者在要件、抗辩里用上")


def asked_facts(rules: Rules) -> set[str]:
    """Facts that a claim, a concept, a schedule, a calculation, a route or a chain asks for."""
    found = facts_of_ways(rules)
    found.update(names(parse(set_off_rule().defence.when)))
    found.update(time.barred for time in crime_reports().times)
    for claim in rules.claims.values():
        for when in conditions(claim):
            found.update(names(parse(when)))
        for calc in calculations(claim):
            found |= words_in(SUMS[calc])
        for remedy in (*claim.remedies, *(one for head in claim.respondents for one in head.remedies)):
            found |= words_in(FIGURES[remedy.figures]) if remedy.figures else frozenset()
            found.update(filter(None, (remedy.asked_by,)))
        for capacity in (capacity for head in claim.respondents for capacity in head.capacities):
            found.update(capacity.facts)
        if claim.time:
            found.update((*claim.time.starts, *claim.time.ends))
        if claim.limitation:
            found.update(filter(None, (claim.limitation.starts, claim.limitation.demands)))
            found |= words_in(FIGURES[claim.limitation.figures]) if claim.limitation.figures else frozenset()
    for concept in rules.concepts.values():
        found.update(concept.weighs)
        if concept.figures:
            found |= words_in(FIGURES[concept.figures])
        for when in concept.conditions:
            found.update(names(parse(when)))
    for fact in rules.facts.values():
        found.update(id for supply in fact.stated_in for id in supply.looks_at)
        found.update(id for supply in fact.stated_in for id in supply.deciding)
        found.update(facts_behind(fact))
        found.update((*fact.follows_from, *fact.follows_among_others, *fact.follows_where_not))
        found.update((*fact.refuted_by, *fact.ruled_out_by, *fact.ended_by, *fact.told_as.values()))
        found.update((*fact.asked_where, *filter(None, (fact.asked_with,))))
        if fact.calc:
            found |= words_in(DERIVED[fact.calc])
    return found


def conditions(claim: Claim) -> Iterator[str]:
    """Every condition of a claim."""
    for part, _ in parts_of(claim, _NOWHERE):
        yield part.when
        yield from getattr(part, "told_with", ())
        yield from filter(None, (getattr(part, "asked", None),))
        counter = getattr(part, "unless", None)
        if counter is not None:
            yield counter.when
    yield from (when for law in claim.older_law for when in (law.differs_when, law.same_when))
    yield from (only.when for part, _ in citing_parts(claim, _NOWHERE) for only in part.basis_only)


def calculations(claim: Claim) -> Iterator[str]:
    """Every calculation that a claim names."""
    for part, _ in parts_of(claim, _NOWHERE):
        for holder, name in ((part, "calc"), (getattr(part, "unless", None), "calc"), (part, "leaves")):
            calc = getattr(holder, name, None)
            if calc:
                yield calc


def concepts_of(claim: Claim) -> tuple[str, ...]:
    """Concepts on which a claim turns, in the order of its parts."""
    parts = (part for part, _ in citing_parts(claim, _NOWHERE))
    named = (getattr(part, name, None) for part in parts for name in ("concept", "where", "division"))
    return tuple(dict.fromkeys(filter(None, named)))


def without_example(book: Book) -> Iterator[Fault]:
    """Claims without a file of examples, and examples of no claim."""
    files = {file.stem: file for file in sorted((book.folder / "cases").glob("*.yaml"))}
    for claim, place in book.own("claims"):
        if claim.id not in files:
            yield Fault("RULE007", f"请求权“{claim.id}”没有例子", place.at("id"), f"写一个 cases/{claim.id}.yaml")
    for name, file in files.items():
        if name not in book.rules.claims:
            yield Fault("RULE007", f"例子文件“{name}”不属于任何请求权", Place(file), "文件名与请求权的 id 相同")


def incomplete(book: Book) -> Iterator[Fault]:
    """Claims in which something that a lawyer would look for is missing."""
    for claim, place in book.own("claims"):
        missing = {
            "要件": bool(claim.elements) or all(head.elements for head in claim.respondents),
            "抗辩": bool(claim.defences) or all(head.defences for head in claim.respondents),
            "可得": bool(claim.remedies) or all(head.remedies for head in claim.respondents),
            "责任方式": all(head.capacities for head in claim.respondents),
            "时效": claim.limitation is not None,
            "管辖": bool(claim.forum),
            "管辖的依据": bool(claim.forum_basis),
            "证据": bool(claim.evidence),
            "依据": bool(claim.basis),
        }
        for what, there in missing.items():
            if not there:
                yield Fault("RULE008", f"请求权“{claim.id}”没有写{what}", place.at("id"), f"补上{what}")
        for part, inside in parts_of(claim, place):
            if not part.basis and getattr(part, "proof", None):
                yield Fault("RULE008", f"“{part.says}”没有写依据", inside, "补上 basis")


_NOWHERE = Place(Path())
