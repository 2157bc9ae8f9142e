"""Facts, open concepts and norms of the curated law as readable pages, and the list of claims."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from propertylaw.errors import LocatorError
from propertylaw.extraction.contracts.issue import issues
from propertylaw.model import Claim, Concept, FactDefinition, Locator, Norm, Party, Supply
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import DERIVED, SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.checking.use import calculations, concepts_of, conditions
from propertylaw.rulebook.expression import names, parse

from .norm_page import modal_word
from .rule_words import TYPES, always, condition, party_titles
from .sheet import Entry, Ref, Section, Sheet, Words, words
from .sum_words import unit_in_words
from .terminal import all_cited


def claims_sheet(book: Rules, chosen: Collection[Claim] | None = None) -> Sheet:
    """All claims, or these, topic by topic."""
    listed = book.claims.values() if chosen is None else chosen
    ordered = sorted(listed, key=lambda claim: (list(book.topics).index(claim.topic), claim.id))
    groups = groupby(ordered, key=lambda claim: claim.topic)
    sections = tuple(
        Section(book.topics[topic].title, tuple(_listed(claim, book) for claim in claims)) for topic, claims in groups
    )
    return Sheet("请求权", f"{len(listed)} 项", (), sections)


def _listed(claim: Claim, book: Rules) -> Entry:
    against = party_titles(claim.answering, book)
    parties = f"{party_titles(claim.claimant, book)} → {against}"
    return Entry((f"{claim.id}　{claim.title}",), ((parties,), (all_cited(claim.basis),)))


def fact_sheet(fact: FactDefinition, book: Rules) -> Sheet:
    """The page of a fact: how it is asked and proved, and which claims ask for it."""
    asking = [claim for claim in book.claims.values() if fact.id in _facts_of(claim)]
    claims = tuple(Entry((Ref("claims", claim.id, claim.title), f"　{claim.id}")) for claim in asking)
    weighing = [concept for concept in book.concepts.values() if fact.id in _facts_of_concept(concept)]
    concepts = tuple(Entry((Ref("concepts", concept.id, concept.title),)) for concept in weighing)
    sections = [Section(title, entries) for title, entries in (("用在请求", claims), ("用在概念", concepts)) if entries]
    return Sheet(fact.title, fact.id, tuple(fact_data(fact, book)), tuple(sections))


def fact_data(fact: FactDefinition, book: Rules) -> Iterator[tuple[str, Words]]:
    """What is known about a fact, label by label."""
    unit = f"，单位 {unit_in_words(fact.unit)}（纠纷表里写 {fact.unit}）" if fact.unit else ""
    choices = "：" + "、".join(f"{id}（{said[0]}）" for id, said in fact.choices.items()) if fact.choices else ""
    yield "类型", (f"{TYPES[fact.type]}{choices}{unit}",)
    if fact.calc:
        titles = "、".join(book.facts[id].title for id in sorted(words_in(DERIVED[fact.calc])) if id in book.facts)
        yield "算出", (f"由其他事实算出，不用填：{titles}",)
        return
    yield "问", (fact.question,)
    if fact.of:
        yield "属于", (party_titles(fact.of, book),)
    if fact.proof:
        yield "通常举证", (party_titles(fact.proof, book),)
    if fact.evidence:
        yield "证据", ("、".join(fact.evidence),)
    if fact.stated_in:
        yield "合同或法规写明的", ("；".join(supply_in_words(supply, book) for supply in fact.stated_in),)
    if fact.local:
        yield "当地法规写明的", ("；".join(f"{all_cited((one.at,))}：{one.says}" for one in fact.local),)


def supply_in_words(supply: Supply, book: Rules) -> str:
    """How a document can state a fact."""
    if supply.parties:
        return f"{party_titles(supply.parties, book)}之间的合同"
    about = f"关于{book.topics[supply.topic].title}的" if supply.topic else ""
    if supply.sign is not None:
        about = f"写法属于“{issues()[supply.sign].issue}”的"
    documents = {
        "any": "条款或规定",
        "contract": "合同条款",
        "service_contract": "物业服务合同条款",
        "statute": "法规规定",
    }[supply.documents]
    if supply.unit == "date":
        return f"{about}{documents}里的日期"
    measured = supply.unit not in (None, "clause")
    return about + documents + (f"里的数，单位是{unit_in_words(supply.unit or '')}" if measured else "")


def concept_sheet(concept: Concept, book: Rules) -> Sheet:
    """The page of an open concept: its readings, and which claims turn on it."""
    turning = [claim for claim in book.claims.values() if concept.id in concepts_of(claim)]
    claims = tuple(Entry((Ref("claims", claim.id, claim.title), f"　{claim.id}")) for claim in turning)
    sections = (Section("理解和考量", concept_entries(concept, book)), Section("取决于它的请求", claims))
    return Sheet(concept.title, concept.id, (("问", (concept.question,)),), sections)


def concept_entries(concept: Concept, book: Rules) -> tuple[Entry, ...]:
    """What is said about a concept: the question, the readings, the factors, the cases nobody argues about."""
    said: list[Words] = [(f"{concept.question}　{all_cited(concept.basis)}",)]
    for reading in concept.readings:
        supposes = () if always(reading.when) else words("（以此为前提：", condition(reading.when, book), "）")
        said.append(words(f"一说：{reading.says}", supposes, f"　{all_cited(reading.sources)}"))
    if concept.factors:
        said.append((f"考量：{'；'.join(concept.factors)}。",))
    for line in concept.bright_lines:
        holds = "成立" if line.holds else "不成立"
        given = words("（", condition(line.when, book), "）")
        said.append(words(f"不再有争议：{line.says}", given, f"：{holds}　{all_cited(line.basis)}"))
    return tuple(map(Entry, said))


def norms_sheet(norms: tuple[Norm, ...], name: str, book: Rules) -> Sheet:
    """The page of the curated norms of a provision."""
    entries = tuple(_norm(norm, book) for norm in norms)
    return Sheet(f"{len(norms)} 条规范", name, (), (Section("我们自己的话，不是条文原文", entries),))


def norms_at(name: str, book: Rules) -> tuple[Norm, ...]:
    """The norm with this id, or the norms of the provision that `name` locates; none where it is neither."""
    if name in book.norms:
        return (book.norms[name],)
    try:
        place = Locator.parse(name)
    except LocatorError:
        return ()
    return tuple(norm for norm in book.norms.values() if place.contains(norm.locator))


def titles_text(things: Mapping[str, FactDefinition | Concept | Norm | Party]) -> str:
    """Ids and titles, one a line."""
    titles = {id: thing.action if isinstance(thing, Norm) else thing.title for id, thing in things.items()}
    return "\n".join(f"{id}　{title}" for id, title in titles.items())


def _norm(norm: Norm, book: Rules) -> Entry:
    towards = f"对{party_titles(norm.counterparty, book)}" if norm.counterparty else ""
    head = f"{party_titles(norm.bearer, book)}{towards}（{modal_word(norm)}）：{norm.action}"
    limits = "；".join(
        f"{label}：{said}"
        for label, said in (("条件", norm.condition), ("除外", norm.exception), ("期限", norm.deadline_text))
        if said
    )
    lines = [(limits,)] if limits else []
    return Entry((head,), (*lines, (f"{all_cited((norm.locator,))}　{norm.id}",)))


def _facts_of(claim: Claim) -> set[str]:
    found = {name for when in conditions(claim) for name in names(parse(when))}
    return found.union(*(words_in(SUMS[calc]) for calc in calculations(claim)))


def _facts_of_concept(concept: Concept) -> set[str]:
    return {*concept.weighs, *(name for when in concept.conditions for name in names(parse(when)))}
