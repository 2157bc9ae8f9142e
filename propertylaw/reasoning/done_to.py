"""What a respondent did to one of several claimants (that he holds her data), where the form does not say to which.

Told by one of them it is what was done to that one; told by nobody of them it counts for none until `towards` says to
whom.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from propertylaw.model import Diagnostic, Dispute, Fact, Participant, Severity
from propertylaw.rulebook import Rules

from .looked_at import facts_of
from .unattributed import Pair, names_of

_SEVERAL = 2


class Undirected(NamedTuple):
    """Ids of facts of which it is not said to whom it was done, each with those who could be meant."""

    open: Mapping[str, tuple[Participant, ...]]
    """Count for nobody until it is said."""
    spoken: Mapping[str, tuple[Participant, ...]]
    """Some of those who could be meant tell it: counts for them."""

    def of_their_tellers(self, dispute: Dispute) -> Dispute:
        """The dispute with what a claimant tells put down to him; what others say against it, to each who told it."""
        if not self.spoken:
            return dispute
        facts = (self._directed(fact, dispute.facts) for fact in dispute.facts)
        return dispute.model_copy(update={"facts": tuple(facts)})

    def _directed(self, fact: Fact, facts: Collection[Fact]) -> Fact:
        people = [one.id for one in self.spoken.get(fact.id, ())]
        if fact.towards or not people:
            return fact
        told = {one.said_by for one in facts if one.id == fact.id and not one.towards}
        tellers = [one for one in people if one in told]
        return fact.model_copy(update={"towards": (fact.said_by,) if fact.said_by in tellers else tuple(tellers)})


def undirected(dispute: Dispute, pairs: Iterable[Pair], rules: Rules) -> Undirected:
    """The facts that may have been done to one of several.

    Args:
        dispute: the form.
        pairs: the claims that are examined, each between two parties.
        rules: the rules.
    """
    lines = [one for one in dispute.facts if not one.towards and rules.facts[one.id].done_to_claimant]
    between = list(pairs) if lines else []
    found = {id: _claimants(id, dispute, between, rules) for id in dict.fromkeys(one.id for one in lines)}
    found = {id: people for id, people in found.items() if len(people) >= _SEVERAL}
    tellers = {one.id: {line.said_by for line in lines if line.id == one.id} for one in lines}
    spoken = {id: people for id, people in found.items() if any(one.id in tellers[id] for one in people)}
    return Undirected({id: people for id, people in found.items() if id not in spoken}, spoken)


def doubts(found: Undirected, facts: Collection[Fact], rules: Rules) -> Iterator[Diagnostic]:
    """What the reader has to know of them.

    Args:
        found: the facts of which it is not said to whom it was done.
        facts: those of the dispute, as they were put down to people.
        rules: the rules.
    """
    for id, people in found.open.items():
        yield Diagnostic(
            code="FCT001",
            severity=Severity.HIGH,
            message=f"“{rules.facts[id].title}”没有写明是对谁的，可能是对{names_of(people)}的，写明以前对谁都不算",
            advice=f"写上 towards: [{'、'.join(one.id for one in people)} 中的一个]；对几个人都是这样的，各写一行",
        )
    for id, people in found.spoken.items():
        reached = {person for fact in facts if fact.id == id for person in fact.towards}
        others = [one for one in people if one.id not in reached]
        if others:
            lines = "、".join(f"towards: [{one.id}]" for one in others)
            yield Diagnostic(
                code="FCT008",
                severity=Severity.MEDIUM,
                message=f"“{rules.facts[id].title}”没有写明是对谁的，"
                f"按说的人算作对{names_of([one for one in people if one not in others])}的，不算对{names_of(others)}的",
                advice=f"对{names_of(others)}也是这样的，各写一行：{lines}",
            )


def _claimants(id: str, dispute: Dispute, pairs: Iterable[Pair], rules: Rules) -> tuple[Participant, ...]:
    """Those who raise one claim that looks at the fact against one respondent, and of whom nothing is said by name."""
    named = {person for fact in dispute.facts if fact.id == id for person in fact.towards}
    raising: dict[tuple[str, str], dict[str, Participant]] = {}
    for part, claimant, respondent in pairs:
        if claimant.id not in named:
            raising.setdefault((part.claim.id, respondent.id), {})[claimant.id] = claimant
    asking = {part.claim.id for part, _, _ in pairs if id in facts_of(part, rules)}
    found = [tuple(people.values()) for (claim, _), people in raising.items() if claim in asking]
    return max(found, key=len, default=())
