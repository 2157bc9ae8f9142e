"""What is wrong with a dispute form beyond its layout: names that the rules do not know, values, days, sides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, Self

from propertylaw.model import ClaimRequest, Dispute, Fact, FactDefinition, Participant
from propertylaw.rulebook import Rules
from propertylaw.rulebook.complaints import Complaint
from propertylaw.rulebook.yaml_file import nearest
from propertylaw.rulebook.yaml_lines import Keys

from .doers import heads_of
from .form_contradictions import contradictions, disordered, named, stretches
from .form_values import converted, how_to_write
from .meant import Titled, meant
from .whose import could_be_either, side_of

_CONVERTED = {
    ("1/year", "1/day"): "年率除以 365",
    ("1/month", "1/day"): "月率乘以 12 再除以 365",
    ("1/month", "1/year"): "月率乘以 12",
    ("1/day", "1/year"): "日率乘以 365",
}
"""How to write a rate of one unit in another."""


class FormParts(NamedTuple):
    """The entries of a form by their position; one that does not fit its type is not among them."""

    parties: Mapping[int, Participant]
    claims: Mapping[int, ClaimRequest]
    facts: Mapping[int, Fact]
    ids: Collection[str]
    """The ids of all participants."""

    @classmethod
    def of(cls, dispute: Dispute) -> Self:
        """All entries of a form that fits."""
        lists = (dispute.parties, dispute.claims, dispute.facts)
        parties, claims, facts = (dict(enumerate(one)) for one in lists)
        return cls(parties, claims, facts, frozenset(one.id for one in dispute.parties))  # type: ignore[arg-type]


def complaints_about(parts: FormParts, book: Rules) -> list[Complaint]:
    """Everything that is wrong with the entries of a form."""
    return [*_Check(parts, book).complaints()]


def typed(dispute: Dispute, book: Rules) -> Dispute:
    """A form that is in order, with every fact's value in the type that its definition asks for."""
    facts = tuple(_typed(fact, book.facts[fact.id]) for fact in dispute.facts)
    return dispute.model_copy(update={"facts": facts})


def place_in_words(keys: Keys) -> str:
    """A place of the form in words: 第 2 条事实的 value; entries count from one, as people do."""
    match keys:
        case (("claims" | "facts" | "parties") as name, int() as index, *rest):
            names = [str(key) for key in rest if isinstance(key, str)]
            return f"第 {index + 1} {_LISTS[name]}" + (f"的 {'.'.join(names)}" if names else "")
        case _:
            return f"“{'.'.join(str(key) for key in keys if isinstance(key, str))}”"


_LISTS = {"claims": "项请求", "facts": "条事实", "parties": "个当事人"}
"""How the entries of the form's lists are counted."""


class _Check:
    """One pass over the entries of a form; every complaint names the place."""

    def __init__(self, parts: FormParts, book: Rules) -> None:
        self.parts, self.book = parts, book
        self.people = {one.id: one for one in parts.parties.values()}
        self.roles = {one.id: one.role for one in parts.parties.values() if one.role in book.parties}

    def complaints(self) -> Iterator[Complaint]:
        """Everything, list by list."""
        yield from self._parties()
        for index, request in self.parts.claims.items():
            yield from self._claim(request, ("claims", index))
        sound: dict[int, Fact] = {}
        for index, fact in self.parts.facts.items():
            found = [*self._fact(fact, ("facts", index))]
            yield from found
            if not found:
                sound[index] = _typed(fact, self.book.facts[fact.id])
        yield from stretches(sound)
        yield from disordered(sound, self.book)
        yield from contradictions(sound, self.book)

    def _parties(self) -> Iterator[Complaint]:
        seen: set[str] = set()
        for index, participant in self.parts.parties.items():
            keys: Keys = ("parties", index)
            yield from self._called(participant.role, self.book.parties, ("角色", "parties"), (*keys, "role"))
            if participant.id in seen:
                yield Complaint(f"当事人的 id 重复：“{participant.id}”", (*keys, "id"), "每个当事人的 id 各不相同")
            seen.add(participant.id)

    def _claim(self, request: ClaimRequest, keys: Keys) -> Iterator[Complaint]:
        yield from self._called(request.claim, self.book.claims, ("请求", "claims"), (*keys, "claim"))
        yield from self._known(request.by, (*keys, "by"))
        for other in request.against:
            yield from self._known(other, (*keys, "against"))
        if request.by in request.against:
            yield Complaint(
                f"“{request.by}”不能向自己请求", (*keys, "against"), "by 写请求的一方，against 写被请求的一方"
            )
        elif request.claim in self.book.claims:
            yield from self._may_claim(request, keys)
            yield from self._orders(request, keys)

    def _orders(self, request: ClaimRequest, keys: Keys) -> Iterator[Complaint]:
        """What is asked for beside money is among what the claim gives."""
        claim = self.book.claims[request.claim]
        remedies = (*claim.remedies, *(one for head in claim.respondents for one in head.remedies))
        orders = {one.id: one.says for one in remedies if not one.pays}
        for unknown in (one for one in request.orders if one not in orders):
            named = "、".join(f"{id}（{says}）" for id, says in orders.items())
            advice = f"写这里面的：{named}" if named else "删去 orders"
            yield Complaint(f"“{claim.title}”没有“{unknown}”这一项", (*keys, "orders"), advice)

    def _may_claim(self, request: ClaimRequest, keys: Keys) -> Iterator[Complaint]:
        claim, parties = self.book.claims[request.claim], self.book.parties
        if self.roles.get(request.by, claim.claimant[0]) not in claim.claimant:
            titles = "、".join(parties[role].title for role in claim.claimant)
            problem = f"“{claim.title}”只能由{titles}提出，“{request.by}”是{parties[self.roles[request.by]].title}"
            yield Complaint(problem, (*keys, "by"), "换成能提的一方，或另选请求（propertylaw rules list）")
        told = [fact for fact in self.parts.facts.values() if fact.id in self.book.facts]
        for other in request.against:
            role = self.roles.get(other)
            if role is not None and not heads_of(claim, self.people[other], told, self.book):
                titles = "、".join(parties[role].title for role in sorted(claim.answering))
                problem = f"“{claim.title}”只能向{titles}提出，“{other}”是{parties[role].title}"
                deeds = [self.book.facts[id] for head in claim.respondents for id in head.doer]
                # Only what can be of somebody in his role: the form would not take the rest.
                deeds = [one for one in deeds if not one.of or role in one.of]
                own = "；".join(f"事是“{other}”做的，写上 {{id: {one.id}, of: {other}, value: true}}" for one in deeds)
                drop = f"从 against 里删去“{other}”，对它另提请求（propertylaw rules list）"
                advice = f"{own}；不是的，{drop}" if own else drop
                yield Complaint(problem, (*keys, "against"), advice)

    def _fact(self, fact: Fact, keys: Keys) -> Iterator[Complaint]:
        definition = self.book.facts.get(fact.id)
        if definition is None:
            yield from self._called(fact.id, self.book.facts, ("事实", "facts"), (*keys, "id"))
        elif definition.calc:
            yield Complaint(f"{named(definition)}由其他事实算出，不能直接填写", (*keys, "id"), "删去这一条")
        else:
            yield from self._can_be_of(fact, definition, keys)
            yield from self._right_side(fact, definition, keys)
            yield from _measured(fact, definition, keys)
            yield from _directed(fact, definition, keys)
        yield from self._people(fact, definition, keys)
        if fact.claim is not None:
            yield from self._about(fact.claim, (*keys, "claim"))

    def _about(self, claim: str, keys: Keys) -> Iterator[Complaint]:
        """The claim that a fact is about is one of those that the form raises."""
        raised = list(dict.fromkeys(request.claim for request in self.parts.claims.values()))
        if claim not in self.book.claims:
            yield from self._called(claim, self.book.claims, ("请求", "claims"), keys)
        elif raised and claim not in raised:
            problem = f"表上没有提“{claim}”（{self.book.claims[claim].title}）这项请求"
            yield Complaint(problem, keys, f"写 claims 里有的：{'、'.join(raised)}；或者补上这项请求")

    def _people(self, fact: Fact, definition: FactDefinition | None, keys: Keys) -> Iterator[Complaint]:
        """Whose fact it is, who says so, who admits and who denies it."""
        for key, people in (
            ("of", (fact.of,)),
            ("towards", fact.towards),
            ("said_by", (fact.said_by,)),
            ("admitted_by", fact.admitted_by),
            ("denied_by", fact.denied_by),
        ):
            for person in filter(None, people):
                yield from self._known(person, (*keys, key))
        for person in fact.denied_by:
            if person in fact.admitted_by:
                what = named(definition) if definition else "同一件事"
                problem, advice = f"“{person}”对{what}既承认又否认", "从 admitted_by 或 denied_by 里删去"
                yield Complaint(problem, (*keys, "denied_by"), advice)

    def _can_be_of(self, fact: Fact, definition: FactDefinition, keys: Keys) -> Iterator[Complaint]:
        """A fact that can never be of somebody in his role is not stated of him: it would count for nobody."""
        role = self.roles.get(fact.of or "")
        if role is None or role not in self.book.parties or not definition.of or role in definition.of:
            return
        asked = [(request.by, other) for request in self.parts.claims.values() for other in request.against]
        # Between two of whom it can be neither's it counts as stated.
        between = [{self.roles.get(one) for one in pair} for pair in asked if fact.of in pair]
        if any(pair.isdisjoint(definition.of) for pair in between):
            return
        titles = "、".join(self.book.parties[one].title for one in definition.of)
        whose = f"{self.book.parties[role].title}（{fact.of}）"
        other = self.book.facts.get(definition.told_as.get(role, ""))
        if other is not None:
            yield Complaint(f"{named(definition)}不写{whose}的", (*keys, "id"), f"改填 {other.id}（{other.title}）")
            return
        wrong = {pair[0] for pair in asked} if definition.whose == "respondent" else {pair[1] for pair in asked}
        able = [id for id, one in self.roles.items() if one in definition.of]
        here = "、".join(f"of: {id}" for id in able if not (definition.whose and id in wrong))
        problem = f"{named(definition)}不会是{whose}的，只能是{titles}的"
        yield Complaint(problem, (*keys, "of"), f"表上可以写 {here}" if here else "补上当事人，或者删去 of")

    def _right_side(self, fact: Fact, definition: FactDefinition, keys: Keys) -> Iterator[Complaint]:
        """A fact that is always one side's is not stated of the other: it would count for nobody. That it is not so of
        him may be said: the battery that burnt was no victim's."""
        if fact.value is False:
            return
        sides = {"claimant": "请求的一方", "respondent": "被请求的一方"}
        pairs = {(request.by, other) for request in self.parts.claims.values() for other in request.against}
        placed = {pair for pair in pairs if self.roles.keys() >= set(pair)}
        if any(self._holder(definition, pair) == fact.of for pair in placed):
            return  # it counts where he is on that side, if he is on the other elsewhere
        pairs = {pair for pair in placed if could_be_either(definition, *(self.roles[one] for one in pair))}
        whose = {self._holder(definition, pair) or "" for pair in pairs}
        if definition.whose and fact.of in {one for pair in pairs for one in pair} - whose:
            side = "respondent" if definition.whose == "respondent" else "claimant"
            problem = f"{named(definition)}问的是{sides[side]}，却写成“{fact.of}”的"
            right = " 或 ".join(f"of: {one}" for one in sorted(whose))
            yield Complaint(problem, (*keys, "of"), f"改为 {right}")

    def _holder(self, definition: FactDefinition, pair: tuple[str, str]) -> str | None:
        """Of a claimant and a respondent the one whose fact it is."""
        by, against = pair
        side = side_of(definition, (self.roles[by],), (self.roles[against],))
        return {"claimant": by, "respondent": against, None: None}[side]

    def _known(self, name: str, keys: Keys) -> Iterator[Complaint]:
        """A participant of the form."""
        names = sorted(self.parts.ids)
        if name not in names:
            listed = f"表上的有：{'、'.join(names)}" if names else "先在 parties 里写上各方"
            by_name = (f"写它的 id：{one.id}" for one in self.parts.parties.values() if one.name == name)
            advice = next(by_name, None) or nearest(name, names) or listed
            yield Complaint(f"没有这个当事人“{name}”", keys, advice)

    def _called(self, name: str, known: Mapping[str, Titled], kind: tuple[str, str], keys: Keys) -> Iterator[Complaint]:
        """A name of the rules must be known; `kind` is how it is called, and what lists all of its kind."""
        if name not in known:
            yield Complaint(f"没有这个{kind[0]}“{name}”", keys, meant(name, known, kind[1]))


def _directed(fact: Fact, definition: FactDefinition, keys: Keys) -> Iterator[Complaint]:
    """Only of a step of the creditor it is said whom it reached, of what is between two people, with whom, and of what
    is done to a claimant, to whom."""
    if fact.towards and not definition.directed:
        problem, advice = f"{named(definition)}不写 towards", "删去 towards；是谁的事写在 of 里"
        yield Complaint(problem, (*keys, "towards"), advice)


def _measured(fact: Fact, definition: FactDefinition, keys: Keys) -> Iterator[Complaint]:
    """The value, its unit, its bounds and the time for which it holds."""
    if fact.unit and definition.unit and fact.unit != definition.unit:
        problem = f"{named(definition)}的单位应为 {definition.unit}"
        how = _CONVERTED.get((fact.unit, definition.unit), "按这个单位换算")
        yield Complaint(problem, (*keys, "unit"), f"{how}；unit 也可以不写")
    if fact.since and fact.until and fact.since > fact.until:
        problem = f"{named(definition)}的 from（{fact.since}）晚于 to（{fact.until}），起止日期前后颠倒"
        yield Complaint(problem, (*keys, "from"), "核对两个日期")
    yield from _bounds(fact, definition, keys)
    if fact.value is None or fact.value == "unknown":
        return
    value = converted(fact.value, definition)
    if value is None:
        wanted, advice = how_to_write(fact.value, definition)
        yield Complaint(f"{named(definition)}的值应为{wanted}", (*keys, "value"), advice)
    elif isinstance(value, Decimal):
        yield from _in_range(value, definition, (*keys, "value"))


def _bounds(fact: Fact, definition: FactDefinition, keys: Keys) -> Iterator[Complaint]:
    if fact.low is None and fact.high is None:
        return
    if definition.type != "number":
        yield Complaint(f"{named(definition)}不是数字，不能写 min、max", (*keys, "min"))
    elif fact.low is None or fact.high is None or fact.value is not None:
        yield Complaint("min 和 max 要一起写，并且不写 value", (*keys, "min"))
    elif fact.low > fact.high:
        yield Complaint(f"min（{fact.low}）大于 max（{fact.high}）", (*keys, "min"), "核对两个数")
    else:
        for key, bound in (("min", fact.low), ("max", fact.high)):
            yield from _in_range(bound, definition, (*keys, key))


def _in_range(value: Decimal, definition: FactDefinition, keys: Keys) -> Iterable[Complaint]:
    if definition.minimum is not None and value < definition.minimum:
        yield Complaint(f"{named(definition)}不能小于 {definition.minimum}，表上写的是 {value}", keys, "核对这个数")
    if definition.maximum is not None and value > definition.maximum:
        yield Complaint(
            f"{named(definition)}不能大于 {definition.maximum}，表上写的是 {value}", keys, "核对单位和小数点"
        )


def _typed(fact: Fact, definition: FactDefinition) -> Fact:
    unknown = fact.value is None or fact.value == "unknown"
    return fact.model_copy(update={"value": None if unknown else converted(fact.value, definition)})
