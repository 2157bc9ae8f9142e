"""The file of a dispute: its form, its documents, and what is supposed or granted in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from propertylaw.model import Dispute, Fact, FactDefinition, FactValue, Locator, Participant, PartyId

from .known import Known, Supposed
from .pair_facts import PairFacts
from .relied_on import ReliedOn


class Documents(Protocol):
    """What the documents of the dispute state."""

    def state(self, fact: FactDefinition, values: Callable[[str], FactValue | None]) -> tuple[Known, ...]:
        """The fact as the documents state it, in order of time; the values of other facts select the line of a
        schedule. Empty where they do not."""

    def unread(self, fact: FactDefinition) -> tuple[Locator, ...]:
        """Where documents speak of prices in the unit of the fact that nothing could be read from."""

    @property
    def not_understood(self) -> frozenset[str]:
        """The facts of which a clause speaks that was not understood."""

    def clauses_on(self, fact: FactDefinition, told: Callable[[str], bool]) -> tuple[Locator, ...]:
        """Those clauses, but for any of which the form tells something: whoever told it has read it."""


class NoDocuments:
    """A dispute without documents."""

    not_understood: frozenset[str] = frozenset()

    def state(self, fact: FactDefinition, values: Callable[[str], FactValue | None]) -> tuple[Known, ...]:
        """Nothing is stated."""
        return ()

    def unread(self, fact: FactDefinition) -> tuple[Locator, ...]:
        """Nothing is there to be read."""
        return ()

    def clauses_on(self, fact: FactDefinition, told: Callable[[str], bool]) -> tuple[Locator, ...]:
        """Nothing is there to be understood."""
        return ()


class GrantedBeside(NamedTuple):
    """What is so for the other claims of a dispute because one of them succeeds."""

    claim: str
    facts: tuple[str, ...]
    says: str
    basis: tuple[Locator, ...]
    whose: str | None
    """The party whom the claims must concern; None: whomever."""
    not_for: frozenset[str]
    """Claims that do not rest on it: the one that brings it about, and those that exclude it."""


@dataclass(frozen=True)
class CaseFile:
    """A dispute with the vocabulary of facts and its documents."""

    dispute: Dispute
    facts: Mapping[str, FactDefinition]
    documents: Documents
    unclear: Collection[str] = ()
    """Facts stated of nobody by name, of which it has to be asked whose they are: they count for nobody yet."""
    undirected: Collection[str] = ()
    """Facts of which it has to be asked to which of several claimants it was done: they count for nobody yet."""
    unplaced: Collection[tuple[str, str | None]] = ()
    """Facts, and of whom they are told, of which it has to be asked of which event: they count for none yet."""
    assumed: Mapping[str, Supposed] = field(default_factory=dict)
    """Facts set for the sake of argument; they go before everything else. None: nobody spoke of it."""
    granted: tuple[GrantedBeside, ...] = ()
    """What other claims of the dispute bring about."""
    said: Mapping[str, list[Fact]] = field(init=False, repr=False, compare=False)
    """The statements of the form on each fact."""

    def __post_init__(self) -> None:
        said: dict[str, list[Fact]] = {}
        for fact in self.dispute.facts:
            said.setdefault(fact.id, []).append(fact)
        object.__setattr__(self, "said", said)

    def between(
        self,
        claimant: Participant,
        respondent: Participant,
        answers_as: Collection[PartyId] = (),
        relied: Callable[[], ReliedOn] = ReliedOn,
    ) -> PairFacts:
        """The facts as they stand between two parties, in a claim that may be answered in these roles, and in which the
        two rely on these facts."""
        return PairFacts(self, claimant, respondent, answers_as, relied)

    def about(self, claim: str) -> CaseFile:
        """The dispute as one of its claims sees it: without what the form says of another, and without what it says in
        general where it speaks of this one."""
        facts = self.dispute.facts
        own = {(fact.id, fact.of) for fact in facts if fact.claim == claim}
        seen = tuple(one for one in facts if one.claim == claim or (not one.claim and (one.id, one.of) not in own))
        granted = tuple(one for one in self.granted if claim not in one.not_for)
        if seen == facts and granted == self.granted:
            return self
        return replace(self, dispute=self.dispute.model_copy(update={"facts": seen}), granted=granted)

    def assuming(self, facts: Mapping[str, Supposed]) -> CaseFile:
        """The same dispute if these facts were so."""
        return replace(self, assumed={**self.assumed, **facts})
