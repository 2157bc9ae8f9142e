"""A claim as a readable page: who asks what of whom, on which basis, with which burden, defences and remedies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from propertylaw.model import Capacity, Claim, Defence, Element, FactDefinition, OlderLaw, Remedy, Respondent
from propertylaw.model.claim import BasisOnly, Citing
from propertylaw.reasoning.results_in_words import EFFECTS
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.checking.use import calculations, concepts_of, conditions
from propertylaw.rulebook.expression import names, parse

from .rule_pages import concept_entries
from .rule_words import CAPACITIES, SIDES, always, condition, never, party_titles
from .sheet import Entry, Ref, Section, Sheet, Words, words
from .sum_words import SUM_WORDS
from .terminal import all_cited
from .ways_page import claim_ways


def claim_sheet(claim: Claim, book: Rules) -> Sheet:
    """The page of one claim."""
    return Sheet(claim.title, claim.id, tuple(_data(claim, book)), tuple(_sections(claim, book)))


def _data(claim: Claim, book: Rules) -> Iterator[tuple[str, Words]]:
    yield "请求人", (party_titles(claim.claimant, book),)
    yield "被请求人", (party_titles(claim.answering, book),)
    yield "依据", (all_cited(claim.basis),)
    for only in claim.basis_only:
        yield "有条件的引用", _only(only, book)
    if claim.limitation:
        yield "时效", (f"{claim.limitation.says}（{all_cited(claim.limitation.basis)}）",)
    if claim.forum:
        yield "管辖", (f"{claim.forum}（{all_cited(claim.forum_basis)}）",)
    if claim.evidence:
        yield "证据", ("、".join(claim.evidence),)


def _sections(claim: Claim, book: Rules) -> Iterator[Section]:
    several = len(claim.respondents) > 1
    yield from _section("要件", claim.elements, lambda e: _element(e, book))
    yield from _section("抗辩", claim.defences, lambda d: _defence(d, book))
    yield from _section("可得", claim.remedies, lambda r: _remedy(r, book))
    for head in claim.respondents:
        yield from _respondent(head, book, several=several)
    for concept in concepts_of(claim):
        yield Section(f"法律没有定论：{book.concepts[concept].title}", concept_entries(book.concepts[concept], book))
    yield from _section("2021年以前的法律", claim.older_law, lambda law: _older(law, claim, book))
    yield from _section("提示", claim.notes, lambda note: Entry((note,)))
    yield from claim_ways(claim.id, book)
    asked = [book.facts[id] for id in _asked(claim, book)]
    yield from _section("要问的事实", asked, _question)


def _section(title: str, things: Iterable[Any], render: Callable[[Any], Entry]) -> Iterator[Section]:
    entries = tuple(map(render, things))
    if entries:
        yield Section(title, entries)


def _older(law: OlderLaw, claim: Claim, book: Rules) -> Entry:
    says = {one.id: one.says for head in claim.respondents for one in (*claim.elements, *head.elements)}
    since = f"{law.since} 起" if law.since else ""
    lines: list[Words] = [(f"已按当时的法律计算：{law.reckoned}。",)] if law.reckoned else []
    if law.differs:
        given = () if always(law.differs_when) else words("（具备：", condition(law.differs_when, book), "）")
        same = () if never(law.same_when) else words("；", condition(law.same_when, book), "的，结果相同")
        lines.append(words(f"与现行法不同：{law.differs}；结果待定", given, same, "。"))
    if law.demands_too:
        lacking = "、".join(f"“{says[id]}”" for id in law.demands_too)
        lines.append((f"当时同样要求，不具备就不成立：{lacking}。",))
    if law.refuses_too:
        refusals = {one.id: one.says for head in claim.respondents for one in (*claim.defences, *head.defences)}
        told = "、".join(f"“{refusals[id]}”" for id in law.refuses_too)
        lines.append((f"当时同样成立的抗辩，成立就不支持：{told}。",))
    missing = "" if law.text_at_hand else "（文本未附，请核对）"
    return Entry((f"{since}至 {law.until}：{law.says}",), (*lines, (f"{all_cited(law.basis)}{missing}",)))


def _question(fact: FactDefinition) -> Entry:
    """A fact to ask for, with the id under which the dispute form takes it."""
    return Entry(words(Ref("facts", fact.id, fact.title), f"（{fact.id}）：{fact.question}"))


def _element(element: Element, book: Rules) -> Entry:
    proof = f"由{SIDES[element.proof]}举证。"
    first = ("不另要求事实；",) if always(element.when) else words("具备：", condition(element.when, book), "；")
    early = [(f"还不具备的，请求为时过早{_first(element)}。",)] if element.premature else []
    lines = (words(first, proof), *early, *_concept(element.concept, book), *_cited(element, book))
    return Entry((element.says,), lines)


def _defence(defence: Defence, book: Rules) -> Entry:
    lines = [words("成立：", condition(defence.when, book), f"；由{SIDES[defence.proof]}举证。")]
    lines += _concept(defence.concept, book)
    counter = defence.unless
    if counter:
        effect = EFFECTS[counter.effect] if counter.effect else "抗辩不起作用"
        given = words("具备：", condition(counter.when, book), f"；由{SIDES[counter.proof]}举证")
        lines.append(words(f"例外：{counter.says}（", given, f"），则{effect}。", *_cited(counter, book)))
        lines += _concept(counter.concept, book)
    calculation = defence.calc or (counter.calc if counter else None)
    if calculation:
        lines.append((f"数额：{SUM_WORDS[calculation]}。",))
    if defence.usual:
        lines.append((f"一般最多留下：{SUM_WORDS[defence.usual]}。",))
    if defence.leaves:
        lines.append((f"最多：{SUM_WORDS[defence.leaves]}。",))
    return Entry((f"{defence.says} — {EFFECTS[defence.effect]}{_first(defence)}",), (*lines, *_cited(defence, book)))


def _first(part: Element | Defence) -> str:
    """What has to be done first, where a part makes the claim premature."""
    return f"：{part.first}" if part.first else ""


def _remedy(remedy: Remedy, book: Rules) -> Entry:
    sum_of = f"数额：{SUM_WORDS[remedy.calc]}。" if remedy.calc else "不是金钱给付，或由法院酌定。"
    given = () if always(remedy.when) else words("具备：", condition(remedy.when, book), "。")
    follows = "随本金逐期减少。" if remedy.accessory or remedy.follows else ""
    follows = "随本金按比例减少。" if remedy.interest_on else follows
    follows += "请求人另外请求的才计入。" if remedy.asked_by else ""
    follows += "与上一项择一，不能重复。" if remedy.instead_of else ""
    return Entry((remedy.says,), (words(given, sum_of, follows), *_cited(remedy, book)))


def _respondent(head: Respondent, book: Rules, *, several: bool) -> Iterator[Section]:
    if several:
        yield Section(f"被请求人是{party_titles(head.role, book)}时")
        yield from _further("另需的要件", f"{head.role[0]}-elements", (_element(e, book) for e in head.elements))
        yield from _further("另有的抗辩", f"{head.role[0]}-defences", (_defence(d, book) for d in head.defences))
        yield from _further("另可得", f"{head.role[0]}-remedies", (_remedy(r, book) for r in head.remedies))
    if head.capacities:
        entries = tuple(_capacity(capacity, book) for capacity in head.capacities)
        anchor = f"{head.role[0]}-capacity" if several else ""
        yield Section("责任方式", entries, anchor=anchor, level=3 if several else 2)


def _further(title: str, anchor: str, entries: Iterable[Entry]) -> Iterator[Section]:
    listed = tuple(entries)
    if listed:
        yield Section(title, listed, anchor=anchor, level=3)


def _capacity(capacity: Capacity, book: Rules) -> Entry:
    given = () if always(capacity.when) else words("（条件：", condition(capacity.when, book), "）")
    places = words("　", *_cited(capacity, book)) if capacity.basis else ()
    head = words(f"{CAPACITIES[capacity.kind]}：{capacity.says}", given, places)
    recourse = capacity.recourse
    if recourse is None:
        return Entry(head)
    against = (
        f"（向{party_titles(recourse.against, book)}）" if recourse.against else "（向其他连带责任人，按内部份额）"
    )
    return Entry(head, (words(f"追偿：{recourse.says}{against}　{all_cited(recourse.basis)}"),))


def _cited(part: Citing, book: Rules) -> Iterator[Words]:
    """The places on which a part rests, and which of them count only on a condition."""
    yield (all_cited(part.basis),)
    for only in part.basis_only:
        yield words("（限于一定情形的：", _only(only, book), "）")


def _only(only: BasisOnly, book: Rules) -> Words:
    return words(f"{all_cited(only.basis)} — ", condition(only.when, book))


def _concept(concept: str | None, book: Rules) -> tuple[Words, ...]:
    if not concept:
        return ()
    return (words("还取决于没有定论的概念：", Ref("concepts", concept, book.concepts[concept].title), "。"),)


def _asked(claim: Claim, book: Rules) -> tuple[str, ...]:
    """Facts that the claim asks people for, those of its calculations too."""
    found = dict.fromkeys(name for when in conditions(claim) for name in names(parse(when)))
    for calc in calculations(claim):
        found |= dict.fromkeys(sorted(words_in(SUMS[calc])))
    return tuple(id for id in found if id in book.facts and book.facts[id].calc is None)
