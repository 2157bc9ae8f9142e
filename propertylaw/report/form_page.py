"""An empty dispute form for one claim: its questions as comments, each above the line that takes the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from propertylaw.model import Claim, Effect, Element, FactDefinition, Respondent
from propertylaw.model.claim import Side
from propertylaw.reasoning.open_points import reads
from propertylaw.reasoning.whose import side_of
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import SUMS
from propertylaw.rulebook.calculations.reads import words_in
from propertylaw.rulebook.expression import ROLES, Expression, Junction, names, parse

_HEAD = """\
# {title}（{id}）
# 要填的一行去掉“- ”前面的“# ”，写上 value；不清楚的写 unknown；用不着的不管。先填第一部分就能 analyze，再按它问的补。
# 谁说的写 said_by，对方承认的加 admitted_by，否认的加 denied_by，有证据的写进 evidence。
# 合同、规约列在 documents 里的，里面写明的不必再填。填好后：propertylaw analyze 这个文件

on: {on}          # 调解、判决那天，一般就是今天；钱算到这一天。旧事用不用旧法，看下面填的日子
place: ""               # 省和市，如 江苏省南京市；地方法规只在本地适用
documents: []           # 合同、规约等文件，相对于这张表的位置
parties:
  - {{id: a, name: 请求人, role: {claimant}}}    # {claimants}
  - {{id: b, name: 被请求人, role: {respondent}}}    # {respondents}
claims: [{{by: a, against: [b], claim: {id}}}]    # 请求的总数可以加 sum: 元
facts:
"""
_NEEDED = "一、先填：请求要成立的事，请求多少"
_PLEADED = "二、对方这样说了（或者你们知道有这回事）才填；没有说的不必填"
_THE_REST = "三、其余：analyze 问到再填"
_SAMPLES = {"boolean": "true 或 false", "date": "日期，如 2024-03-01", "text": "文字"}
_UNITS = {
    "CNY": "元",
    "CNY/m2": "元/平方米",
    "CNY/m2/month": "元/平方米·月",
    "CNY/month": "元/月",
    "m2": "平方米",
    "day": "天数",
    "month": "月数",
    "share": "比例，三成写 0.3",
    "1/day": "每天的比例，万分之三写 0.0003",
    "1/month": "每月的比例，百分之一写 0.01",
    "1/year": "每年的比例，百分之三写 0.03",
}


def form_text(claim: Claim, book: Rules, on: date) -> str:
    """The form, as YAML that can be read before anything is filled in.

    Args:
        claim: the claim.
        book: the rules it belongs to.
        on: the day to put at the head.
    """
    head = _HEAD.format(
        id=claim.id,
        title=claim.title,
        on=on,
        claimant=claim.claimant[0],
        claimants="、".join(_role(role, book) for role in claim.claimant),
        respondent=claim.answering[0],
        respondents="、".join(_role(role, book) for role in claim.answering),
    )
    return head + "".join(_sections(claim, book))


def _role(id: str, book: Rules) -> str:
    return f"{book.parties[id].title} {id}"


def _sections(claim: Claim, book: Rules) -> Iterator[str]:
    """The facts part by part, each where it is asked for first: what a simple case needs before what may come up."""
    seen: set[str] = set()
    for heading, parts in (
        (_NEEDED, [*_elements(claim, book), _reckoning(claim, book), _begun(claim)]),
        (_PLEADED, [*_defences(claim, book)]),
        (_THE_REST, [*_weighed(claim, book), _answering(claim, book), *_times(claim, book)]),
    ):
        sections = [section for part in parts if (section := _section(part, claim, book, seen))]
        if sections:
            yield f"\n  # ══════ {heading}\n" + "".join(sections)


class _Asked(NamedTuple):
    """What a part of the claim asks for."""

    title: str
    facts: list[str]
    enough: bool = False
    """Whether any one of them will do."""


def _section(part: _Asked, claim: Claim, book: Rules, seen: set[str]) -> str:
    new = (id for id in dict.fromkeys(part.facts) if id not in seen)
    facts = [book.facts[id] for id in new if not book.facts[id].calc]
    seen.update(fact.id for fact in facts)
    if not facts:
        return ""
    enough = "（下面的有一项就够）" if part.enough and len(facts) > 1 else ""
    return f"\n  # ── {part.title}{enough}\n" + "".join(_line(fact, claim, book) for fact in facts)


def _elements(claim: Claim, book: Rules) -> Iterator[_Asked]:
    for element in _all_elements(claim):
        # An element that is nothing but a question of judgement asks for what is weighed.
        found = _facts((element.when,), None, book) or _facts((), element.concept, book)
        yield _Asked(element.says, found, _any_will_do(element.when))


def _all_elements(claim: Claim) -> tuple[Element, ...]:
    return (*claim.elements, *(element for head in claim.respondents for element in head.elements))


def _any_will_do(when: str) -> bool:
    condition = parse(when)
    return isinstance(condition, Junction) and condition.kind == "or" and not _names_roles(condition)


def _names_roles(condition: Expression) -> bool:
    return any(name in ROLES for name in names(condition))


def _reckoning(claim: Claim, book: Rules) -> _Asked:
    """The sums of what is asked for."""
    remedies = (*claim.remedies, *(remedy for head in claim.respondents for remedy in head.remedies))
    found = [
        *_facts((remedy.when for remedy in remedies), None, book),
        *_asked_by((remedy.calc for remedy in remedies), book),
        *(remedy.asked_by for remedy in remedies if remedy.asked_by),
    ]
    return _Asked("请求什么、怎么算", found)


def _begun(claim: Claim) -> _Asked:
    """When it happened: by it the older law is chosen."""
    return _Asked("哪天的事（早于 2021 年的按它选旧法）", list(claim.time.starts) if claim.time else [])


def _defences(claim: Claim, book: Rules) -> Iterator[_Asked]:
    for defence in (*claim.defences, *(defence for head in claim.respondents for defence in head.defences)):
        counter = (defence.unless.when,) if defence.unless else ()
        found = _facts((defence.when, *counter), defence.concept, book)
        calculations = (defence.calc, defence.unless.calc if defence.unless else None)
        helps = "；法律不承认，说了才填" if defence.effect is Effect.RULED_OUT else ""
        yield _Asked(f"抗辩：{defence.says}{helps}", [*found, *_asked_by(calculations, book)])


def _weighed(claim: Claim, book: Rules) -> Iterator[_Asked]:
    """What the concepts of the elements look at."""
    for concept in dict.fromkeys(element.concept for element in _all_elements(claim)):
        if concept is not None:
            yield _Asked(f"怎么看“{book.concepts[concept].title}”", _facts((), concept, book))


def _answering(claim: Claim, book: Rules) -> _Asked:
    """How each respondent answers."""
    ways = [capacity for head in claim.respondents for capacity in head.capacities]
    found = [*_facts((way.when for way in ways), None, book), *(fact for way in ways for fact in way.facts)]
    return _Asked("谁承担、承担多少", found)


def _times(claim: Claim, book: Rules) -> Iterator[_Asked]:
    yield _Asked(
        "旧法", _facts((when for law in claim.older_law for when in (law.differs_when, law.same_when)), None, book)
    )
    times = (*claim.time.starts, *claim.time.ends) if claim.time else ()
    limits = (claim.limitation.starts, claim.limitation.demands) if claim.limitation else ()
    yield _Asked("时间和时效", [id for id in (*times, *limits) if id])


def _facts(conditions: Iterable[str], concept: str | None, book: Rules) -> list[str]:
    """The facts of conditions and of a concept, derived ones through what they are derived from."""
    whens = list(conditions)
    weighed: tuple[str, ...] = ()
    if concept is not None:
        whens += book.concepts[concept].conditions
        weighed = book.concepts[concept].weighs
    found = [name for when in whens for name in names(parse(when)) if name in book.facts]
    asked = [id for name in (*found, *weighed) for id in _open(name, book)]
    return [id for name in asked for id in (name, *_chosen_by(name, book))]


def _chosen_by(name: str, book: Rules) -> Iterator[str]:
    """The facts that choose the line of a schedule in which a document states the fact."""
    return (id for supply in book.facts[name].stated_in for id in supply.by)


def _open(name: str, book: Rules) -> list[str]:
    if not book.facts[name].calc:
        return [name]
    return [id for id in book.facts if id in reads(name, book)]


def _asked_by(calculations: Iterable[str | None], book: Rules) -> list[str]:
    found = [words_in(SUMS[calc]) for calc in calculations if calc]
    asked = [id for id in book.facts for words in found if id in words for id in _open(id, book)]
    return [id for name in asked for id in (name, *_chosen_by(name, book))]


def _asked_about(fact: FactDefinition, claim: Claim, book: Rules) -> set[str]:
    """The kinds of respondents whose part of the claim asks for the fact; all, where the common part does."""
    asking = [head for head in claim.respondents if fact.id in _of_head(head, book)]
    return {role for head in asking or claim.respondents for role in head.role}


def _of_head(head: Respondent, book: Rules) -> set[str]:
    found = {id for element in head.elements for id in _facts((element.when,), element.concept, book)}
    for defence in head.defences:
        counter = (defence.unless.when,) if defence.unless else ()
        found.update(_facts((defence.when, *counter), defence.concept, book))
    return found


def _line(fact: FactDefinition, claim: Claim, book: Rules) -> str:
    evidence = f"（证据：{'、'.join(fact.evidence)}）" if fact.evidence else ""
    sample = (
        "、".join(f"{id}（{words[0]}）" for id, words in fact.choices.items())
        if fact.type == "choice"
        else _SAMPLES.get(fact.type, _UNITS.get(fact.unit or "", "数字"))
    )
    side = side_of(fact, claim.claimant, _asked_about(fact, claim, book))
    person = {"claimant": "of: a, ", "respondent": "of: b, ", None: "of: a, " if fact.each_claimant else ""}[side]
    whose = _only_of(fact, side, claim, book)
    line = f"  # - {{id: {fact.id}, {person}value: }}    # {sample}{whose}\n"
    return f"  # {fact.question}{evidence}{''.join(_beside_others(fact, book))}\n{line}"


def _beside_others(fact: FactDefinition, book: Rules) -> Iterator[str]:
    """Which other facts spare one, or make it a question."""
    replaced_by = [*fact.follows_from, *filter(None, (fact.shown_by,))]
    if replaced_by:
        yield f"〔填了 {'、'.join(replaced_by)} 的不必填〕"
    if fact.refuted_by:
        yield f"〔{'、'.join(fact.refuted_by)} 有一项是 true 的不必填〕"
    gate = book.facts[fact.asked_with] if fact.asked_with else None
    if gate and not gate.calc:
        yield f"〔{gate.id} 是 true 才填〕"


def _only_of(fact: FactDefinition, side: Side | None, claim: Claim, book: Rules) -> str:
    """Which claimants or respondents the fact can be of, where it cannot be of all of them."""
    people = claim.claimant if side == "claimant" else claim.answering
    fitting = [role for role in people if role in fact.of]
    if side is None or not fact.of or len(fitting) == len(people):
        return ""
    letter = "a" if side == "claimant" else "b"
    return f"；{letter} 是{'、'.join(book.parties[role].title for role in fitting)}的才填"
