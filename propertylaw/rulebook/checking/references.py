"""Ids that nothing bears: facts, concepts, claims, calculations, kinds of parties, topics, remedies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from propertylaw.errors import RuleError
from propertylaw.model import Capacity, Claim, Concept, Defence, Element, FactDefinition, Limitation, Norm, Remedy
from propertylaw.rulebook.calculations import DERIVED, FIGURES, SUMS
from propertylaw.rulebook.expression import ROLES, claims_in, comparisons, names, parse, truths
from propertylaw.rulebook.yaml_file import nearest

from .book import Book, citing_parts, parts_of
from .faults import Fault, Place

ROLE_NAMES = frozenset(ROLES)


def unknown_names(book: Book) -> Iterator[Fault]:
    """Every name that leads nowhere."""
    for claim, place in book.own("claims"):
        yield from _claim(claim, place, book)
    for concept, place in book.own("concepts"):
        yield from _concept(concept, place, book)
    for fact, place in book.own("facts"):
        yield from _fact(fact, place, book)
        yield from _local(fact, place.at("local"), book)
    for norm, place in book.own("norms"):
        yield from _norm(norm, place, book)


def _claim(claim: Claim, place: Place, book: Book) -> Iterator[Fault]:
    if place.file.stem != claim.id:
        yield Fault("RULE003", f"文件名与 id“{claim.id}”不同", place.at("id"), f"文件改名为 {claim.id}.yaml")
    yield from _one(claim.topic, book.rules.topics, "主题", place.at("topic"))
    yield from _several(claim.claimant, book.rules.parties, "参与方", place.at("claimant"))
    for number, head in enumerate(claim.respondents):
        yield from _several(head.role, book.rules.parties, "参与方", place.at("respondents", number, "role"))
        yield from _several(head.doer, book.rules.facts, "事实", place.at("respondents", number, "doer"))
    if claim.limitation:
        yield from _limitation(claim.limitation, place.at("limitation"), book)
    yield from _time(claim, place, book)
    remedies = {remedy.id for remedy, _ in parts_of(claim, place) if isinstance(remedy, Remedy)}
    yield from _basis_only(claim, place, book)
    for part, inside in parts_of(claim, place):
        yield from _expression(part.when, inside.at("when"), book)
        if isinstance(part, Element):
            yield from _beside_element(part, inside, book)
        if isinstance(part, Defence):
            yield from _expression(part.asked, inside.at("asked"), book)
        if isinstance(part, Element | Defence) and part.concept is not None:
            yield from _one(part.concept, book.rules.concepts, "概念", inside.at("concept"))
        if isinstance(part, Remedy):
            yield from _remedy(part, remedies, inside, book)
        if isinstance(part, Defence | Remedy) and part.calc is not None:
            yield from _one(part.calc, SUMS, "计算", inside.at("calc"))
        if isinstance(part, Capacity):
            yield from _capacity(part, inside, book)
        if isinstance(part, Defence):
            for key, calc in (("usual", part.usual), ("leaves", part.leaves)):
                yield from _one(calc, SUMS, "计算", inside.at(key)) if calc is not None else ()
            yield from _several(part.touches, remedies, "可得", inside.at("touches"))
            yield from _counter(part, inside, book)


def _beside_element(element: Element, place: Place, book: Book) -> Iterator[Fault]:
    """What is told with an element, and the kinds of charges that give it."""
    for key, conditions in (("told_with", element.told_with), ("kinds", element.kinds)):
        for number, when in enumerate(conditions):
            yield from _expression(when, place.at(key, number), book)


def _limitation(limitation: Limitation, place: Place, book: Book) -> Iterator[Fault]:
    named = (("starts", book.rules.facts, "事实"), ("demands", book.rules.facts, "事实"), ("figures", FIGURES, "计算"))
    for key, known, kind in named:
        name = getattr(limitation, key)
        if name is not None:
            yield from _one(name, known, kind, place.at(key))


def _remedy(remedy: Remedy, remedies: Collection[str], place: Place, book: Book) -> Iterator[Fault]:
    named = (
        ("figures", FIGURES, "计算"),
        ("asked_by", book.rules.facts, "事实"),
        ("follows", book.rules.claims, "请求权"),
        ("instead_of", {*remedies} - {remedy.id}, "可得"),
        ("interest_on", {*remedies} - {remedy.id}, "可得"),
    )
    for key, known, kind in named:
        name = getattr(remedy, key)
        if name is not None:
            yield from _one(name, known, kind, place.at(key))


def _basis_only(claim: Claim, place: Place, book: Book) -> Iterator[Fault]:
    """What is cited only on a condition: the part has to cite it, of the claim any part; its facts have to exist."""
    parts = tuple(citing_parts(claim, place))
    anywhere = {str(at) for part, _ in parts for at in part.basis}
    for part, inside in parts:
        cited = anywhere if part is claim else {str(at) for at in part.basis}
        for index, only in enumerate(part.basis_only):
            at = inside.at("basis_only", index)
            yield from _expression(only.when, at.at("when"), book)
            yield from _several(map(str, only.basis), cited, "引用的条文", at.at("basis"))


def _time(claim: Claim, place: Place, book: Book) -> Iterator[Fault]:
    if claim.time:
        yield from _one(claim.time.rule, book.rules.times, "时间规则", place.at("time", "rule"))
        for key in ("starts", "ends", "over", "goes_on"):
            yield from _several(getattr(claim.time, key), book.rules.facts, "事实", place.at("time", key))
    elements = {one.id for one in claim.elements} | {one.id for head in claim.respondents for one in head.elements}
    defences = {one.id for one in claim.defences} | {one.id for head in claim.respondents for one in head.defences}
    for index, law in enumerate(claim.older_law):
        yield from _several(law.demands_too, elements, "要件", place.at("older_law", index, "demands_too"))
        yield from _several(law.refuses_too, defences, "抗辩", place.at("older_law", index, "refuses_too"))
        for key in ("differs_when", "same_when"):
            yield from _expression(getattr(law, key), place.at("older_law", index, key), book)


def _capacity(capacity: Capacity, place: Place, book: Book) -> Iterator[Fault]:
    for key in ("share", "rest_after", "shared_among"):
        fact = getattr(capacity, key)
        if fact is not None:
            yield from _one(fact, book.rules.facts, "事实", place.at(key))
    for key in ("where", "rest_where", "division"):
        concept = getattr(capacity, key)
        if concept is not None:
            yield from _one(concept, book.rules.concepts, "概念", place.at(key))
    if capacity.recourse:
        yield from _several(capacity.recourse.against, book.rules.parties, "参与方", place.at("recourse", "against"))
        for key in ("share", "turns_on"):
            fact = getattr(capacity.recourse, key)
            if fact is not None:
                yield from _one(fact, book.rules.facts, "事实", place.at("recourse", key))


def _counter(defence: Defence, place: Place, book: Book) -> Iterator[Fault]:
    if defence.unless is None:
        return
    yield from _expression(defence.unless.when, place.at("unless", "when"), book)
    if defence.unless.concept is not None:
        yield from _one(defence.unless.concept, book.rules.concepts, "概念", place.at("unless", "concept"))
    if defence.unless.calc is not None:
        yield from _one(defence.unless.calc, SUMS, "计算", place.at("unless", "calc"))


def _concept(concept: Concept, place: Place, book: Book) -> Iterator[Fault]:
    yield from _several(concept.weighs, book.rules.facts, "事实", place.at("weighs"))
    for index, line in enumerate(concept.bright_lines):
        yield from _expression(line.when, place.at("bright_lines", index, "when"), book)
    for index, reading in enumerate(concept.readings):
        yield from _expression(reading.when, place.at("readings", index, "when"), book)
    if concept.figures is not None:
        yield from _one(concept.figures, FIGURES, "计算", place.at("figures"))
    if {reading.holds for reading in concept.readings} != {True, False}:
        yield Fault("RULE009", f"概念“{concept.title}”的理解没有分歧", place.at("readings"), "至少各写一种成立和不成立")


def _against_its_type(fact: FactDefinition, place: Place) -> Iterator[Fault]:
    if (fact.type == "choice") != bool(fact.choices):
        problem = f"事实“{fact.id}”的类型与 choices 不合"
        yield Fault("RULE009", problem, place.at("type"), "选项题写 type: choice 和 choices")
    if fact.default is not None and fact.type != "boolean":
        problem = f"事实“{fact.id}”不是“是或否”，不能有没人说时的值"
        yield Fault("RULE009", problem, place.at("default"), "删去 default；少见的数写 exceptional: true")


def _fact(fact: FactDefinition, place: Place, book: Book) -> Iterator[Fault]:
    yield from _several(
        (*fact.of, *fact.proof, *fact.asked_of, *fact.shared_with, *fact.told_as), book.rules.parties, "参与方", place
    )
    if fact.calc is not None:
        yield from _one(fact.calc, DERIVED, "推算", place.at("calc"))
    yield from _against_its_type(fact, place)
    if fact.figures is not None:
        yield from _one(fact.figures, FIGURES, "计算", place.at("figures"))
    yield from _several(fact.taken_from, book.rules.claims, "请求权", place.at("taken_from"))
    yield from _several(fact.claimed_beside, book.rules.claims, "请求权", place.at("claimed_beside"))
    ways = ("follows_from", "follows_among_others", "follows_where_not")
    for key in (*ways, "refuted_by", "ruled_out_by", "ended_by", "spared_by"):
        yield from _several(getattr(fact, key), book.rules.facts, "事实", place.at(key))
    yield from _several(tuple(fact.asked_where), book.rules.facts, "事实", place.at("asked_where"))
    yield from _several(tuple(fact.told_as.values()), book.rules.facts, "事实", place.at("told_as"))
    for key in ("asked_with", "shown_by", "shared_through"):
        other = getattr(fact, key)
        if other is not None:
            yield from _one(other, book.rules.facts, "事实", place.at(key))
    if fact.clause_about is not None:
        yield from _one(fact.clause_about, book.rules.topics, "主题", place.at("clause_about"))
    for index, supply in enumerate(fact.stated_in):
        inside = place.at("stated_in", index)
        yield from _several(supply.parties, book.rules.parties, "参与方", inside.at("parties"))
        if supply.topic is not None:
            yield from _one(supply.topic, book.rules.topics, "主题", inside.at("topic"))
        for id in supply.looks_at:
            yield from _one(id, book.rules.facts, "事实", inside.at("by"))
        for condition in supply.conditions:
            yield from _one(condition.fact, book.rules.facts, "事实", inside.at("conditions"))
        if not supply.of_contract:
            yield from _one(supply.otherwise, book.rules.facts, "事实", inside.at("otherwise"))


def _local(fact: FactDefinition, place: Place, book: Book) -> Iterator[Fault]:
    for index, statement in enumerate(fact.local):
        inside = place.at(index)
        for key in ("where", "unless"):
            yield from _expression(getattr(statement, key), inside.at(key), book)
        if statement.asks is not None:
            yield from _one(statement.asks, book.rules.facts, "事实", inside.at("asks"))


def _norm(norm: Norm, place: Place, book: Book) -> Iterator[Fault]:
    for key in ("bearer", "counterparty", "authority"):
        yield from _several(getattr(norm, key), book.rules.parties, "参与方", place.at(key))
    yield from _several(norm.topics, book.rules.topics, "主题", place.at("topics"))


def _expression(text: str, place: Place, book: Book) -> Iterator[Fault]:
    try:
        expression = parse(text)
    except RuleError as problem:
        yield Fault("RULE001", problem.problem, place, problem.advice)
        return
    facts = book.rules.facts
    for name in dict.fromkeys(names(expression)):
        if name not in ROLE_NAMES:
            yield from _one(name, facts, "事实", place)
    for claim in claims_in(expression):
        yield from _one(claim, book.rules.claims, "请求权", place)
    for name in truths(expression):
        if name in facts and facts[name].type != "boolean":
            yield Fault("RULE009", f"“{name}”不是“是或否”的事实，不能单独作条件", place, f"写成比较，如 {name} > 0")
    for name, value in comparisons(expression):
        yield from _compared(name, value, place, book)


def _compared(name: str, value: object, place: Place, book: Book) -> Iterator[Fault]:
    if not isinstance(value, str):
        return
    if name in ROLE_NAMES:
        yield from _one(value, book.rules.parties, "参与方", place)
    elif name in book.rules.facts and book.rules.facts[name].type == "choice":
        yield from _one(value, book.rules.facts[name].choices, f"“{name}”的选项", place)


def _one(name: str, known: Collection[str], kind: str, place: Place) -> Iterator[Fault]:
    if name not in known:
        yield Fault("RULE002", f"没有这个{kind}“{name}”", place, nearest(name, known))


def _several(names: Iterable[str], known: Collection[str], kind: str, place: Place) -> Iterator[Fault]:
    for name in names:
        yield from _one(name, known, kind, place)
