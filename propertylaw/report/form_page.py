"""An empty dispute form for the claims of one dispute: their questions as comments, each above the line that takes the
answer; what is seldom told is only named at its end, unless the whole is wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from propertylaw.model import Claim, Defence, Effect, Element, FactDefinition, Remedy, Truth
from propertylaw.model.claim import Side
from propertylaw.reasoning.claims import RolesAlone
from propertylaw.reasoning.truth import truth_of
from propertylaw.reasoning.whose import side_of
from propertylaw.rulebook import Rules
from propertylaw.rulebook.calculations import DERIVED, SUMS
from propertylaw.rulebook.exclusions import excluding
from propertylaw.rulebook.expression import ROLES, Expression, Junction, names, normal, parse
from propertylaw.rulebook.expression import Literal as Sign

from .form_facts import all_elements, asked_by, blocks_of, facts_of, of_others, roles_asked_about
from .form_needs import needed_by, numbers_used_by
from .form_sides import Person, Sides, sides_of

_HEAD = """\
# {title}
# 要填的一行去掉“- ”前面的“# ”，写上 value；不清楚的写 unknown；用不着的不管。先填一、二就能 analyze，再按它问的补。
# 谁说的写 said_by，对方承认的加 admitted_by，否认的加 denied_by，有证据的写进 evidence。
# of 是谁的事（下面的 a、b），表上已写好；只知道范围的不写 value，写 min、max；分段的（涨过价）一段一行，加 from、to。
# 一笔钱只证明了一部分、其余对方不认的写两行：说的总数 said_by、denied_by；证明了的数不写 said_by，加 evidence。
{several}\
# 合同、规约列在 documents 里的，里面写明的不必再填。填好后：propertylaw analyze 这个文件

on: {on}          # 调解、判决那天，一般就是今天；钱算到这一天。旧事用不用旧法，看下面填的日子
place: ""               # 省和市，如 江苏省南京市；地方法规只在本地适用
documents: []           # 合同、规约等文件，相对于这张表的位置
parties:
{parties}{claims}
facts:
"""
_SEVERAL = """\
# claim 是哪一项请求的：日子、损失各项可能不同的已经分开；是同一件事、同一笔损失的只填一行，去掉 claim，对各项都算。
"""
_TOTAL = "    # 请求的总数可以加 sum: 元"
_FEW = 5
"""Fewer questions are no block to skip."""
_DECIDING = "一、先填：请求成不成立看这些"
_SUMS = "二、算金额先填这些"
_ANSWERS = "三、对方常这样说：说了（或者你们知道有这回事）才填；是的，第四部分里还有细节"
_THE_REST = "四、其余：analyze 问到再填"
_NAMED_ONLY = """\
  # 这里只列名称：要填的另起一行，写成 - {id: 名称, value: }，of 等照抄；问的是什么见 propertylaw rules show 名称。
  # 每一项连同问题都要的：propertylaw rules form … --all
"""
_WIDTH = 100
"""So many cells wide are the lines of what is only named."""
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


def form_text(claims: Sequence[Claim], book: Rules, on: date, *, whole: bool = False) -> str:
    """The form, as YAML that can be read before anything is filled in.

    Args:
        claims: what is asked for in one dispute, by either side.
        book: the rules they belong to.
        on: the day to put at the head.
        whole: with the question of everything that the claims may ask for; else what is seldom told is only named.
    """
    people, asked = sides_of(claims)
    form = _Form(people, asked, book)
    rest = _Rest(form.asked, form.asked) if whole else _Rest(form.named, form.counted, _NAMED_ONLY)
    return _head(claims, people, asked, book, on) + "".join(form.parts(rest))


def _head(claims: Sequence[Claim], people: Sequence[Person], asked: Sequence[Sides], book: Rules, on: date) -> str:
    title = "；".join(f"{claim.title}（{claim.id}）" for claim in claims)
    return _HEAD.format(
        title=title,
        on=on,
        several=_SEVERAL if len(claims) > 1 else "",
        parties="".join(_party(person, book) for person in people),
        claims=_requests(asked),
    )


def _party(person: Person, book: Rules) -> str:
    roles = "、".join(f"{book.parties[role].title} {role}" for role in person.roles)
    return f"  - {{id: {person.id}, name: {person.name}, role: {person.role}}}    # {roles}\n"


def _requests(asked: Sequence[Sides]) -> str:
    lines = [f"{{by: {one.by}, against: [{one.against}], claim: {one.claim.id}}}" for one in asked]
    if len(lines) == 1:
        return f"claims: [{lines[0]}]{_TOTAL}"
    return "claims:\n" + "\n".join(f"  - {line}{_TOTAL if index == 0 else ''}" for index, line in enumerate(lines))


class _Asked(NamedTuple):
    """What a part of the claim asks for."""

    title: str
    facts: list[str]
    enough: bool = False
    """Whether any one of them will do."""


_Section = Callable[[str, list[str], Sides], str]
"""How facts stand below a heading."""


class _Rest(NamedTuple):
    """How the last part of a form is written."""

    section: _Section
    block: _Section
    """What most can skip."""
    lead: str = ""


class _Form:
    """The facts of the claims part by part, each where it is asked for first: what a simple case needs before what may
    come up.

    Args:
        people: the parties.
        asked: the claims, and who raises them against whom.
        book: the rules they belong to.
    """

    def __init__(self, people: Iterable[Person], asked: Sequence[Sides], book: Rules) -> None:
        self._asked, self._book = asked, book
        self._roles = {person.id: person.roles for person in people}
        self._seen: set[tuple[str, str, str]] = set()
        questions = [{id for part in _every_part(one.claim, book) for id in part.facts} for one in asked]
        self._shared = {id for id in book.facts if sum(not those.isdisjoint(_alike(id)) for those in questions) > 1}

    def parts(self, rest: _Rest) -> Iterator[str]:
        """The parts of the form, those left out in which there is nothing to ask.

        Args:
            rest: how the last of them is written.
        """
        for heading, parts_of in _PARTS:
            how = rest if heading == _THE_REST else _Rest(self.asked, self.asked)
            text = "".join(self._of_claim(one, parts_of(one.claim, self._book), how) for one in self._asked)
            if text:
                yield f"\n  # ══════ {heading}\n{how.lead}{text}"

    def _of_claim(self, one: Sides, parts: Iterable[_Asked], how: _Rest) -> str:
        """What a claim asks for in a part of the form; what most can skip stands at its end."""
        others, blocks = of_others(one.claim.id, self._book), blocks_of(one.claim.id, self._book)
        skipped: dict[str, list[str]] = {}
        text = ""
        for part in parts:
            new = [id for id in dict.fromkeys(part.facts) if id not in others and self._is_new(id, one)]
            placed = {id: block for id in new if (block := blocks.get(id))}
            placed = {id: block for id, block in placed.items() if _long(block, placed, skipped)}
            for id, block in placed.items():
                skipped.setdefault(block, []).append(id)
            kept = [id for id in new if id not in placed]
            enough = "（下面的有一项就够）" if part.enough and len(kept) > 1 else ""
            text += how.section(f"{part.title}{enough}", kept, one) if kept else ""
        for block, ids in skipped.items():
            text += how.block(block, ids, one)
        return f"\n  # ━━ {one.claim.title}（{one.claim.id}）\n{text}" if text and len(self._asked) > 1 else text

    def _is_new(self, id: str, one: Sides) -> bool:
        fact = self._book.facts[id]
        key = (id, self._person(fact, one), self._about(fact, one) + _told_by(fact, one))
        new = not fact.calc and key not in self._seen and self._whose(fact, one) is not None
        if self._of_another(fact, one):
            new = new and id not in {known for known, _, _ in self._seen}
        self._seen.add(key)
        return new

    def asked(self, title: str, ids: list[str], one: Sides) -> str:
        """The questions of facts, each above the line that takes the answer."""
        heading = f"\n  # ── {title}\n" if title else ""
        return heading + "".join(self._line(self._book.facts[id], one) for id in ids)

    def named(self, title: str, ids: list[str], one: Sides) -> str:
        """The facts by their names, as many as go on a line."""
        facts = [self._book.facts[id] for id in ids]
        keys = [self._keys(fact, one).removeprefix(", ") for fact in facts]
        told = [f"{fact.id}{f'（{key}）' if key else ' '}{fact.title}" for fact, key in zip(facts, keys, strict=True)]
        return "".join(f"  # {line}\n" for line in _on_lines(f"── {title}：", told))

    def counted(self, title: str, ids: list[str], one: Sides) -> str:
        """What most can skip: how many facts it are."""
        return f"  # ── {title}：{len(ids)} 项，见 --all\n"

    def _keys(self, fact: FactDefinition, one: Sides) -> str:
        """What else stands in the line of a fact: , of: b."""
        keys = "".join((self._person(fact, one), self._about(fact, one), _told_by(fact, one)))
        return f", {keys.removesuffix(', ')}" if keys else ""

    def _line(self, fact: FactDefinition, one: Sides) -> str:
        evidence = f"（证据：{'、'.join(fact.evidence)}）" if fact.evidence else ""
        whose = self._whose(fact, one)
        keys = self._keys(fact, one)
        beside = "".join(_beside_others(fact, self._book, of_others(one.claim.id, self._book)))
        line = f"  # - {{id: {fact.id}{keys}, value: }}    # {_sample(fact)}{whose}\n"
        return f"  # {fact.question}{evidence}{beside}\n{line}"

    def _side(self, fact: FactDefinition, one: Sides) -> Side | None:
        return side_of(fact, one.claim.claimant, roles_asked_about(fact.id, one.claim, self._book))

    def _person(self, fact: FactDefinition, one: Sides) -> str:
        """Whose fact it is, as it is written."""
        side = self._side(fact, one) or ("claimant" if fact.each_claimant else fact.told_by)
        return {"claimant": f"of: {one.by}, ", "respondent": f"of: {one.against}, ", None: ""}[side]

    def _whose(self, fact: FactDefinition, one: Sides) -> str | None:
        """In which roles a party has the fact, where not in all that he may have here; None where no party of the claim
        has it. One that only a party has whom the other claims of the form leave out is asked all the same."""
        side = self._side(fact, one)
        person, fitting = self._fitting(fact, one, side)
        if side is None or not fact.of or len(fitting) == len(self._roles[person]):
            return ""
        if fitting:
            return f"；{person} 是{self._titles(fitting)}的才填"
        another = self._of_another(fact, one)
        called = "请求人" if side == "claimant" else "被请求人"
        return f"；这一项的{called}另有{self._titles(another)}的才填，of 写他" if another else None

    def _fitting(self, fact: FactDefinition, one: Sides, side: Side | None) -> tuple[str, list[str]]:
        """The party on a side, and in which of the roles that he may have here he has the fact."""
        person = one.by if side == "claimant" else one.against
        return person, [role for role in self._roles[person] if role in fact.of]

    def _of_another(self, fact: FactDefinition, one: Sides) -> list[str]:
        """In which roles somebody has the fact whom the other claims of the form leave out, where nobody in it does."""
        side = self._side(fact, one)
        person, fitting = self._fitting(fact, one, side)
        if side is None or not fact.of or fitting or not self._roles[person]:
            return []
        roles = one.claim.claimant if side == "claimant" else one.claim.answering
        return [role for role in roles if role in fact.of]

    def _titles(self, roles: Iterable[str]) -> str:
        return "、".join(self._book.parties[role].title for role in roles)

    def _about(self, fact: FactDefinition, one: Sides) -> str:
        """Which claim it is about, where each of several may have its own."""
        return f"claim: {one.claim.id}, " if fact.each_claim and fact.id in self._shared else ""


def _on_lines(lead: str, told: Iterable[str]) -> Iterator[str]:
    """Names one after the other, in lines that a terminal shows whole."""
    line = lead
    for one in told:
        if line and cell_len(line) + cell_len(one) > _WIDTH:
            yield line
            line = "   "
        line += f"{one}；"
    yield line.removesuffix("；")


def _alike(id: str) -> set[str]:
    """The fact and those that cannot be so beside it: told of different claims, they contradict nothing."""
    return {id, *(one.rival(id) for one in excluding(id))}


def _told_by(fact: FactDefinition, one: Sides) -> str:
    """Who says it, where that decides whose it is, and to whom, where it is between two people; to whom it was done."""
    if fact.done_to_claimant:
        return f"towards: [{one.by}], "
    towards = f"towards: [{one.by}], " if fact.of_two else ""
    return f"said_by: {one.against}, {towards}" if fact.answers else ""


def _deciding(claim: Claim, book: Rules) -> Iterator[_Asked]:
    """What the result hangs on in every case: the elements, and what the court looks at by itself."""
    for element in all_elements(claim):
        if not all(_given_by(roles, element, book) for roles in _usual_roles(claim)):
            yield _Asked(element.says, _leading(element, book), _any_will_do(element.when))
    yield from _defences([one for one in _all_defences(claim) if one.of_office], "期间（对方不提，法院也要查）：", book)
    yield _begun(claim)


def _usual_roles(claim: Claim) -> Iterator[RolesAlone]:
    """Between whom a claim is raised as a rule: the first who may raise it, and an owner where he may."""
    for role in dict.fromkeys((claim.claimant[0], *(role for role in claim.claimant if role == "owner"))):
        yield RolesAlone({"claimant_role": role, "respondent_role": claim.answering[0]})


def _sums(claim: Claim, book: Rules) -> Iterator[_Asked]:
    """What a sum cannot be reckoned without, and the numbers and shares that change it."""
    found = [id for remedy in _remedies(claim) for id in _of_remedy(remedy, book)]
    ways = [way for head in claim.respondents for way in head.capacities]
    found += [id for way in ways for id, _ in _named_in(way.when, book)]
    shares = (share for way in ways for share in (way.share, way.rest_after, way.shared_among) if share)
    yield _Asked("", [*found, *shares])


def _of_remedy(remedy: Remedy, book: Rules) -> Iterator[str]:
    """What it is reckoned from, and when it is had; of one that need not be asked for, first whether it is."""
    if remedy.asked_by:
        yield remedy.asked_by
    if remedy.calc:
        yield from needed_by(SUMS[remedy.calc], book)
        yield from () if remedy.only_follows else numbers_used_by(SUMS[remedy.calc], book)
    yield from (id for id, _ in _named_in(remedy.when, book))


def _answers(claim: Claim, book: Rules) -> Iterator[_Asked]:
    """What the respondent would say first, for each defence that the law allows him."""
    for defence in _all_defences(claim):
        if defence.effect is not Effect.RULED_OUT:
            yield _Asked("", _opening(defence, book))


def _the_rest(claim: Claim, book: Rules) -> Iterator[_Asked]:
    """The details of all that, and what seldom matters."""
    yield from _elements(claim, book)
    yield _reckoning(claim, book)
    yield from _defences(_all_defences(claim), "抗辩：", book)
    yield from _weighed(claim, book)
    yield _answering(claim, book)
    yield from _times(claim, book)


def _every_part(claim: Claim, book: Rules) -> Iterator[_Asked]:
    for _, parts_of in _PARTS:
        yield from parts_of(claim, book)


_PARTS: tuple[tuple[str, Callable[[Claim, Rules], Iterator[_Asked]]], ...] = (
    (_DECIDING, _deciding),
    (_SUMS, _sums),
    (_ANSWERS, _answers),
    (_THE_REST, _the_rest),
)


def _leading(element: Element, book: Rules) -> list[str]:
    """What an element names and what crosses a line of its concept, derived facts by what they cannot do without."""
    lines = book.concepts[element.concept].bright_lines if element.concept else ()
    named = dict.fromkeys(name for when in (element.when, *(one.when for one in lines)) for name in names(parse(when)))
    return [id for name in named if name in book.facts for id in _without_which(name, book)]


def _without_which(name: str, book: Rules) -> tuple[str, ...]:
    calc = book.facts[name].calc
    return needed_by(DERIVED[calc], book) if calc else (name,)


def _given_by(roles: RolesAlone, element: Element, book: Rules) -> bool:
    """Whether an element is given between parties of these roles, whatever is told."""
    lines = book.concepts[element.concept].bright_lines if element.concept else ()
    given = truth_of(parse(element.when), roles) is Truth.TRUE
    return given and (not lines or any(truth_of(parse(line.when), roles) is Truth.TRUE for line in lines))


def _opening(defence: Defence, book: Rules) -> list[str]:
    """What who raises a defence would say first: what it names as so, else as not so. Of one that follows from days and
    sums, these; of one that is only a question of judgement, what crosses a line of its concept."""
    named = list(_named_in(defence.when, book))
    ids = [id for id, so in named if so] or [id for id, _ in named]
    told = [id for id in ids if not book.facts[id].calc]
    derived = [id for name in ids for id in _without_which(name, book)]
    lines = book.concepts[defence.concept].bright_lines if defence.concept else ()
    return told[:1] or derived or [id for line in lines for id, _ in _named_in(line.when, book)]


def _named_in(when: str, book: Rules) -> Iterator[tuple[str, bool]]:
    """The facts that a condition names, and whether as so."""
    waiting = [normal(parse(when))]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, Sign):
            yield from ((name, part.positive) for name in names(part.atom) if name in book.facts)
        else:
            waiting = [*part.parts, *waiting]


def _long(block: str, placed: Mapping[str, str], skipped: Mapping[str, list[str]]) -> bool:
    """Whether there is enough of a block to make it one."""
    return block in skipped or sum(other == block for other in placed.values()) >= _FEW


def _elements(claim: Claim, book: Rules) -> Iterator[_Asked]:
    for element in all_elements(claim):
        # An element that is nothing but a question of judgement asks for what is weighed.
        found = facts_of((element.when,), None, book) or facts_of((), element.concept, book)
        yield _Asked(element.says, found, _any_will_do(element.when))


def _any_will_do(when: str) -> bool:
    condition = parse(when)
    return isinstance(condition, Junction) and condition.kind == "or" and not _names_roles(condition)


def _names_roles(condition: Expression) -> bool:
    return any(name in ROLES for name in names(condition))


def _reckoning(claim: Claim, book: Rules) -> _Asked:
    """The sums of what is asked for."""
    remedies = _remedies(claim)
    found = [
        *facts_of((remedy.when for remedy in remedies), None, book),
        *asked_by((remedy.calc for remedy in remedies), book),
        *(remedy.asked_by for remedy in remedies if remedy.asked_by),
    ]
    return _Asked("请求什么、怎么算", found)


def _remedies(claim: Claim) -> tuple[Remedy, ...]:
    return (*claim.remedies, *(remedy for head in claim.respondents for remedy in head.remedies))


def _begun(claim: Claim) -> _Asked:
    """When it happened: by it the older law is chosen."""
    return _Asked("哪天的事（早于 2021 年的按它选旧法）", list(claim.time.starts) if claim.time else [])


def _all_defences(claim: Claim) -> tuple[Defence, ...]:
    return (*claim.defences, *(defence for head in claim.respondents for defence in head.defences))


def _defences(defences: Iterable[Defence], lead: str, book: Rules) -> Iterator[_Asked]:
    for defence in defences:
        counter = (defence.unless.when,) if defence.unless else ()
        found = facts_of((defence.when, *counter), defence.concept, book)
        found += facts_of((), defence.unless.concept, book) if defence.unless else []
        calculations = (defence.calc, defence.unless.calc if defence.unless else None)
        helps = "；法律不承认，说了才填" if defence.effect is Effect.RULED_OUT else ""
        yield _Asked(f"{lead}{defence.says}{helps}", [*found, *asked_by(calculations, book)])


def _weighed(claim: Claim, book: Rules) -> Iterator[_Asked]:
    """What the concepts of the elements look at."""
    for concept in dict.fromkeys(element.concept for element in all_elements(claim)):
        if concept is not None:
            yield _Asked(f"怎么看“{book.concepts[concept].title}”", facts_of((), concept, book))


def _answering(claim: Claim, book: Rules) -> _Asked:
    """How each respondent answers."""
    ways = [capacity for head in claim.respondents for capacity in head.capacities]
    found = [*facts_of((way.when for way in ways), None, book), *(fact for way in ways for fact in way.facts)]
    return _Asked("谁承担、承担多少", found)


def _times(claim: Claim, book: Rules) -> Iterator[_Asked]:
    yield _Asked(
        "旧法", facts_of((when for law in claim.older_law for when in (law.differs_when, law.same_when)), None, book)
    )
    times = (*claim.time.starts, *claim.time.ends) if claim.time else ()
    limits = (claim.limitation.starts, claim.limitation.demands) if claim.limitation else ()
    yield _Asked("时间和时效", [id for id in (*times, *limits) if id])


def _sample(fact: FactDefinition) -> str:
    """How a value is written."""
    if fact.type == "choice":
        return "、".join(f"{id}（{words[0]}）" for id, words in fact.choices.items())
    return _SAMPLES.get(fact.type, _UNITS.get(fact.unit or "", "数字"))


def _beside_others(fact: FactDefinition, book: Rules, others: Collection[str]) -> Iterator[str]:
    """Which other facts spare one, or make it a question, but for those of other claims."""
    if any(supply.of_contract for supply in fact.stated_in):
        yield "〔合同写明的不必填〕"
    replaced_by = [
        id for id in (*fact.follows_from, fact.shown_by) if id and id not in others and not book.facts[id].calc
    ]
    if replaced_by:
        yield f"〔填了 {'、'.join(replaced_by)} 的不必填〕"
    refuting = [id for id in fact.refuted_by if id not in others]
    if refuting:
        yield f"〔{'、'.join(refuting)} 有一项是 true 的不必填〕"
    gate = book.facts[fact.asked_with] if fact.asked_with else None
    if gate and not gate.calc:
        yield f"〔{gate.id} 是 true 才填〕"
