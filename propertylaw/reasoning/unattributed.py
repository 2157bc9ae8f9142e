"""Facts of one person that the form states without saying of whom, where several could be meant.

What has to be asked of each by himself (`whose` in its definition: whether the water came from his flat) then counts
for nobody until the form says whose it is. What several may share (the price, the months that are owed) counts for each
of them, and the analysis says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from propertylaw.model import Diagnostic, Dispute, Fact, Participant, Severity
from propertylaw.rulebook import Rules

from .looked_at import facts_of
from .program import Part
from .whose import side_of

Pair = tuple[Part, Participant, Participant]
"""A claim, who raises it, and who answers."""


class Unattributed(NamedTuple):
    """Ids of facts stated without their person, each with those who could be meant."""

    asked: Mapping[str, tuple[Participant, ...]]
    """Count for nobody until it is said whose they are."""
    shared: Mapping[str, tuple[Participant, ...]]
    """Count for each of them."""


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
    asked = {id: people for id, people in found.items() if rules.facts[id].whose}
    return Unattributed(asked, {id: people for id, people in found.items() if id not in asked})


def doubts(found: Unattributed, rules: Rules) -> Iterator[Diagnostic]:
    """What the reader has to know of them, in one sentence for all that several share."""
    for id, people in found.asked.items():
        lines = "、".join(f"of: {one.id}" for one in people)
        yield Diagnostic(
            code="FCT001",
            severity=Severity.HIGH,
            message=f"“{rules.facts[id].title}”没有写明是谁的，可能是{_named(people)}的，写明以前对谁都不算",
            advice=f"写上 {lines} 中的一个；几个人都是这样的，各写一行",
        )
    for people, ids in _by_people(found.shared).items():
        titles = "、".join(rules.facts[id].title for id in ids)
        yield Diagnostic(
            code="FCT002",
            severity=Severity.MEDIUM,
            message=f"{titles}没有写明是谁的，对{_named(people)}都按所填的算",
            advice="各人不同的，用 of 写明是谁的，各写一行",
        )


def _says_something(fact: Fact) -> bool:
    return fact.value is not None or fact.low is not None


def _possible(id: str, dispute: Dispute, between: Iterable[Pair], rules: Rules) -> tuple[Participant, ...]:
    """Those who could be meant: whose fact it is in a claim that looks at it, and of whom nothing is said by name."""
    definition = rules.facts[id]
    named = {fact.of for fact in dispute.facts if fact.id == id}
    found: dict[str, Participant] = {}
    for part, claimant, respondent in between:
        side = side_of(definition, (claimant.role,), (respondent.role,))
        person = {"claimant": claimant, "respondent": respondent, None: None}[side]
        if person and person.id not in named | found.keys() and id in facts_of(part, rules):
            found[person.id] = person
    return tuple(found.values())


def _by_people(shared: Mapping[str, tuple[Participant, ...]]) -> dict[tuple[Participant, ...], list[str]]:
    found: dict[tuple[Participant, ...], list[str]] = {}
    for id, people in shared.items():
        found.setdefault(people, []).append(id)
    return found


def _named(people: Iterable[Participant]) -> str:
    return "、".join(one.name for one in people)
