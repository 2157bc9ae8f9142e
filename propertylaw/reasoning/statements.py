"""How the statements of the form stand between two parties: which of them count there, and how far each is proved.

民诉法解释 92: what the other side of the claim admits needs no proof; 108: evidence that makes a fact highly probable
proves it. The form says which evidence there is; weighing it stays with the reader, and the report names it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from propertylaw.model import Fact, FactDefinition, Participant, PartyId, Proof

from .known import NOT_PROVED, Known
from .relied_on import ReliedOn
from .whose import is_of_a_third, side_of

if TYPE_CHECKING:
    from .pair_facts import PairFacts


class Statements:
    """What the form says, as it counts in a claim between two parties.

    Args:
        two: the facts as they stand between the two.
        answers_as: the roles in which the respondent may answer the claim.
        relied: the facts on which the two rely.
    """

    def __init__(self, two: PairFacts, answers_as: Collection[PartyId], relied: Callable[[], ReliedOn]) -> None:
        self._two, self._answers_as, self._relied = two, answers_as, relied

    def of(self, definition: FactDefinition) -> list[Fact]:
        """Statements about the party whose fact it is, or about nobody in particular; never those about the other, or
        about somebody who would answer the same claim for himself."""
        told = self._two.file.said.get(definition.id)
        if told is None:
            return []
        found = [fact for fact in told if not self._argument_of_another(fact) and self._reached(fact)]
        if definition.done_to_claimant:
            found = [fact for fact in found if fact.towards] or found
        holder = self.holder(definition)
        of_it = {holder.id} if holder else {self._two.claimant.id, self._two.respondent.id}
        own = [fact for fact in found if fact.of in of_it]
        if own:
            return own
        of_a_third = holder is None and is_of_a_third(definition, self._answers_as)
        others = self._sharing(definition)
        return [fact for fact in found if fact.of is None or of_a_third or fact.of in others]

    def holder(self, definition: FactDefinition) -> Participant | None:
        """Which of the two the fact is about; None where it is about neither in particular."""
        side = side_of(definition, (self._two.claimant.role,), (self._two.respondent.role,))
        return {"claimant": self._two.claimant, "respondent": self._two.respondent, None: None}[side]

    def standing(self, fact: Fact) -> Known:
        """A statement as it stands: without a value where it is not proved."""
        proof = self.proof(fact)
        stands = proof not in (*NOT_PROVED, "unknown")
        bounds = (fact.low, fact.high) if stands and fact.low is not None and fact.high is not None else None
        value = fact.value if stands else None
        return Known(value, proof, fact.evidence, fact.stated_at, fact.since, fact.until, bounds)

    def proof(self, fact: Fact) -> Proof:
        """How far a statement is proved."""
        if fact.value is None and fact.low is None:
            return "unclaimed" if self._claimed_by_nobody(fact) else "unknown"
        if self._admitted(fact):
            return "admitted"
        if fact.evidence:
            return "evidenced"
        if fact.denied_by:
            return "unproved"
        if self._denies_the_claim(fact):
            return "denied"
        return "asserted" if self._own_judgement(fact) else "undisputed"

    def contested(self, fact: Fact) -> bool:
        """Whether it is denied, whatever is named to prove it: what a document of the dispute states goes before it."""
        return bool(fact.denied_by) and not self._admitted(fact)

    def _reached(self, fact: Fact) -> bool:
        """Whether a step of the creditor reached this respondent: limitation is interrupted debtor by debtor; whether
        what is done or paid to a claimant was done to this one; and what is between two is said to either of these."""
        definition, claimant, respondent = self._two.file.facts[fact.id], self._two.claimant.id, self._two.respondent.id
        if definition.done_to_claimant or definition.towards_claimant:
            sides = {claimant}
        else:
            sides = {claimant, respondent} if definition.of_two else {respondent}
        return not fact.towards or not sides.isdisjoint(fact.towards)

    def _sharing(self, definition: FactDefinition) -> frozenset[str]:
        """Those of whom the fact counts for the respondent too; nobody for most facts."""
        shared, through = definition.shared_with, definition.shared_through
        if self._two.respondent.role not in shared or (through and self._two.value(through) is not True):
            return frozenset()
        roles = set(definition.of) - set(shared)
        return frozenset(one.id for one in self._two.file.dispute.parties if one.role in roles)

    def _claimed_by_nobody(self, fact: Fact) -> bool:
        """Whether it only says that a figure is unknown, which would be a defence, and its holder does not say so."""
        said = fact.said_by in (None, self._two.claimant.id) and self._two.respondent.id not in fact.admitted_by
        return said and not fact.evidence and fact.id in self._relied().by_defence

    def _denies_the_claim(self, fact: Fact) -> bool:
        """Whether it is the bare word of the respondent, or of one sued with him, against what the claim says."""
        if fact.value is not False or fact.id not in self._relied().by_claim:
            return False
        sued = (one.against for one in self._two.file.dispute.claims if self._two.respondent.id in one.against)
        return fact.said_by == self._two.respondent.id or any(fact.said_by in against for against in sued)

    def _own_judgement(self, fact: Fact) -> bool:
        """Whether it is a judgement that only the side says whom it helps; the contrary helps the other side."""
        helped = self._two.file.facts[fact.id].judged_for
        if helped is None or fact.said_by is None:
            return False
        claimant = (helped == "claimant") is not (fact.value is False)
        return fact.said_by == (self._two.claimant.id if claimant else self._two.respondent.id)

    def _argument_of_another(self, fact: Fact) -> bool:
        """Whether it is a judgement that somebody else argues for his own part, with no evidence."""
        of_the_two = fact.said_by in (None, self._two.claimant.id, self._two.respondent.id)
        if of_the_two or self._two.file.facts[fact.id].judged_for is None:
            return False
        return not fact.evidence and not self._admitted(fact)

    def _admitted(self, fact: Fact) -> bool:
        """Whether one of the two admits what the other says: an admission binds nobody but him who makes it."""
        two = {self._two.claimant.id, self._two.respondent.id}
        return bool(two & set(fact.admitted_by) - {fact.said_by}) and not two & set(fact.denied_by)
