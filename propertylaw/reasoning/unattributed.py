"""Facts of one person that the form states without saying of whom, where several could be meant.

What has to be asked of each by himself (`whose` in its definition: whether the water came from his flat) then counts
for nobody until the form says whose it is. What several may share (the price, the months that are owed) counts for each
of them, and the analysis says so. Of what each of several claimants has for himself (`each_claimant`: his loss), and of
what each of several knew himself (`of_teller`), he who tells it speaks for himself alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from propertylaw.model import Diagnostic, Dispute, Fact, Participant, Severity
from propertylaw.rulebook import Rules

from .looked_at import facts_of
from .program import Part
from .whose import side_of

_SEVERAL = 2
Pair = tuple[Part, Participant, Participant]
"""A claim, who raises it, and who answers."""


class Unattributed(NamedTuple):
    """Ids of facts stated without their person, each with those who could be meant."""

    asked: Mapping[str, tuple[Participant, ...]]
    """Count for nobody until it is said whose they are."""
    shared: Mapping[str, tuple[Participant, ...]]
    """Count for each of them."""
    spoken: Mapping[str, tuple[Participant, ...]]
    """Each of several has his own, and some tell it: counts for those of them who do."""

    def of_their_tellers(self, dispute: Dispute) -> Dispute:
        """The dispute with what a claimant tells of himself put down to him; what others say against it, to each who
        told it."""
        if not self.spoken:
            return dispute
        facts = (one for fact in dispute.facts for one in self._each_of_one(fact, dispute.facts))
        return dispute.model_copy(update={"facts": tuple(facts)})

    def _each_of_one(self, fact: Fact, facts: Collection[Fact]) -> Iterator[Fact]:
        people = [one.id for one in self.spoken.get(fact.id, ())]
        if fact.of is not None or not people:
            yield fact
            return
        tellers = {one.said_by for one in facts if one.id == fact.id and one.of is None}
        spoke = [fact.said_by] if fact.said_by in people else [one for one in people if one in tellers]
        yield from (fact.model_copy(update={"of": one}) for one in spoke)


def unattributed(dispute: Dispute, pairs: Iterable[Pair], rules: Rules) -> Unattributed:
    """The facts that could be of several.

    Args:
        dispute: the form.
        pairs: the claims that are examined, each between two parties.
        rules: the rules.
    """
    open_facts = dict.fromkeys(fact.id for fact in dispute.facts if _says_something(fact) and fact.of is None)
    between = list(pairs) if open_facts else []
    found = {id: people for id in open_facts if len(people := _possible(id, dispute, between, rules)) > 1}
    claimants = {id: people for id in open_facts if len(people := _claimants(id, dispute, between, rules)) > 1}
    own = {id: people for id, people in claimants.items() if rules.facts[id].each_claimant}
    known = {id: people for id, people in found.items() if rules.facts[id].of_teller}
    spoken = {id: people for id, people in {**own, **known}.items() if _tellers(id, people, dispute)}
    asked = {id: people for id, people in found.items() if rules.facts[id].whose in ("claimant", "respondent")}
    asked |= {id: people for id, people in own.items() if id not in spoken}
    shared = {id: people for id, people in found.items() if id not in asked and id not in spoken}
    shared |= {id: people for id, people in claimants.items() if id not in own and _tellers(id, people, dispute)}
    return Unattributed(asked, shared, spoken)


def _tellers(id: str, people: Iterable[Participant], dispute: Dispute) -> list[Participant]:
    """Those of the people who tell a fact of nobody by name."""
    said = {fact.said_by for fact in dispute.facts if fact.id == id and fact.of is None}
    return [one for one in people if one.id in said]


def doubts(found: Unattributed, facts: Collection[Fact], rules: Rules) -> Iterator[Diagnostic]:
    """What the reader has to know of them, in one sentence for all that several share.

    Args:
        found: the facts that could be of several.
        facts: those of the dispute, as they were put down to people.
        rules: the rules.
    """
    for id, people in found.asked.items():
        lines = "、".join(f"of: {one.id}" for one in people)
        yield Diagnostic(
            code="FCT001",
            severity=Severity.HIGH,
            message=f"“{rules.facts[id].title}”没有写明是谁的，可能是{names_of(people)}的，写明以前对谁都不算",
            advice=f"写上 {lines} 中的一个；几个人都是这样的，各写一行",
        )
    for id, people in found.spoken.items():
        tellers = [one for one in people if any(fact.id == id and fact.of == one.id for fact in facts)]
        others = [one for one in people if one not in tellers]
        if others:
            yield Diagnostic(
                code="FCT008",
                severity=Severity.MEDIUM,
                message=f"“{rules.facts[id].title}”没有写明是谁的，按说的人算作{names_of(tellers)}的，"
                f"不算{names_of(others)}的",
                advice=f"{names_of(others)}也是这样的，写上 {'、'.join(f'of: {one.id}' for one in others)}，各写一行",
            )
    for people, ids in _by_people(found.shared).items():
        titles = "、".join(rules.facts[id].title for id in ids)
        yield Diagnostic(
            code="FCT002",
            severity=Severity.MEDIUM,
            message=f"{titles}没有写明是谁的，对{names_of(people)}都按所填的算",
            advice="各人不同的，用 of 写明是谁的，各写一行",
        )


def _says_something(fact: Fact) -> bool:
    return fact.value is not None or fact.low is not None


def _possible(id: str, dispute: Dispute, between: Iterable[Pair], rules: Rules) -> tuple[Participant, ...]:
    """Those who could be meant, where there are several: whose fact it is in a claim that looks at it, and of whom
    nothing is said by name; and who tells what he knew himself, though he claims nothing by it. Whether a claim looks
    at it is seen only where somebody else could be meant at all."""
    definition = rules.facts[id]
    named = {fact.of for fact in dispute.facts if fact.id == id}
    people: list[tuple[Part, Participant]] = []
    for part, claimant, respondent in between:
        side = side_of(definition, (claimant.role,), (respondent.role,))
        person = {"claimant": claimant, "respondent": respondent, None: None}[side]
        if person and person.id not in named:
            people.append((part, person))
    knew = [one for one in _tellers(id, dispute.parties, dispute) if definition.of_teller and one.role in definition.of]
    if len({person.id for person in (*(person for _, person in people), *knew)}) < _SEVERAL:
        return ()
    found = {person.id: person for part, person in people if id in facts_of(part, rules)}
    return tuple({**found, **({person.id: person for person in knew} if found else {})}.values())


def _claimants(id: str, dispute: Dispute, between: Iterable[Pair], rules: Rules) -> tuple[Participant, ...]:
    """Those who raise one and the same claim that looks at a fact of the whole dispute, and of whom nothing is said by
    name."""
    definition = rules.facts[id]
    if definition.of or definition.whose or definition.calc or definition.told_by:
        return ()
    told = [fact for fact in dispute.facts if fact.id == id]
    only = {fact.claim for fact in told if fact.of is None}
    named = {fact.of for fact in told}
    meant = [(part, one) for part, one, _ in between if None in only or part.claim.id in only if one.id not in named]
    raising: dict[str, dict[str, Participant]] = {}
    for part, claimant in meant:
        others = (one for other, one in meant if other.claim.id == part.claim.id)
        if any(one.id != claimant.id for one in others) and id in facts_of(part, rules):
            raising.setdefault(part.claim.id, {})[claimant.id] = claimant
    return max((tuple(people.values()) for people in raising.values()), key=len, default=())


def _by_people(shared: Mapping[str, tuple[Participant, ...]]) -> dict[tuple[Participant, ...], list[str]]:
    found: dict[tuple[Participant, ...], list[str]] = {}
    for id, people in shared.items():
        found.setdefault(people, []).append(id)
    return found


def names_of(people: Iterable[Participant]) -> str:
    """Their names, in one line."""
    return "、".join(one.name for one in people)
