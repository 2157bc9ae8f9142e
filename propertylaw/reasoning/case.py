"""A dispute on the table: the law of its day and place, its documents, its people, and the claims to examine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.library import KnowledgeBase
from propertylaw.model import ClaimFinding, Dispute, Participant
from propertylaw.rulebook import Rules

from .bench import Bench
from .casefile import CaseFile, Documents, GrantedBeside, NoDocuments
from .doers import answers_as, stands_as
from .done_to import Undirected, undirected
from .joint_debtors import with_days_of_joint_debtors
from .of_which_event import Unplaced, unplaced
from .stated_at_the_place import StatedAtThePlace
from .steps import attributed
from .unattributed import Unattributed, unattributed
from .which_claims import Wanted, wanted_claims

if TYPE_CHECKING:
    from .documents import DisputeDocuments

_SEVERAL = 2


class Case(NamedTuple):
    """One dispute with all that its claims are examined by."""

    dispute: Dispute
    law: KnowledgeBase
    documents: DisputeDocuments | None
    wanted: tuple[Wanted, ...]
    """The claims to examine, each with what is asked for and between whom."""
    unattributed: Unattributed
    undirected: Undirected
    unplaced: Unplaced
    file: CaseFile

    @property
    def people(self) -> dict[str, Participant]:
        """The participants by their ids."""
        return {participant.id: participant for participant in self.dispute.parties}

    @property
    def names(self) -> dict[str, str]:
        """What the participants are called, by their ids."""
        return {participant.id: participant.name for participant in self.dispute.parties}

    def roles(self, claim: str, person: Participant) -> frozenset[str]:
        """In which roles a participant may answer to a claim, by its id: his own, or that of who did the thing."""
        return answers_as(self.law.rules.claims[claim], person, self.dispute.facts, self.law.rules)

    def standing_as(self, claim: str, person: Participant) -> frozenset[str]:
        """What a participant is, and what else he is for a claim, by its id, by what he did."""
        return stands_as(self.law.rules.claims[claim], person, self.dispute.facts, self.law.rules)

    def bench(self, claimant: str, respondent: str) -> Bench:
        """The bench of two participants, by their ids."""
        people = self.people
        return Bench(self.file, self.law.rules, people[claimant], people[respondent])

    def bench_of(self, finding: ClaimFinding) -> Bench:
        """The bench on which a claim was examined."""
        return self.bench(finding.claimant, finding.respondent).inside(finding.id)


def case_of(dispute: Dispute, law: KnowledgeBase, documents: DisputeDocuments | None) -> Case:
    """The dispute, with each step that names nobody put down to the one who took it.

    Args:
        dispute: the form.
        law: the law of its day and place.
        documents: its documents and the local texts of the library; None where there are none.
    """
    wanted = tuple(wanted_claims(dispute, law.rules))
    pairs = [one.pair for one in wanted]
    dispute = attributed(dispute, pairs, law.rules)
    unclear = unattributed(dispute, pairs, law.rules)
    to_nobody = undirected(dispute, pairs, law.rules)
    of_none = unplaced(dispute, pairs, law.rules)
    dispute = to_nobody.of_their_tellers(unclear.of_their_tellers(of_none.of_their_tellers(dispute)))
    stated = StatedAtThePlace(_stated(documents), law)
    file = CaseFile(dispute, law.rules.facts, stated, unclear.asked.keys(), to_nobody.open.keys(), of_none.open.keys())
    file = replace(file, dispute=with_days_of_joint_debtors(file, wanted, law.rules))
    file = replace(file, granted=_granted(file, wanted, law.rules))
    return Case(dispute, law, documents, wanted, unclear, to_nobody, of_none, file)


def _granted(file: CaseFile, wanted: Sequence[Wanted], rules: Rules) -> tuple[GrantedBeside, ...]:
    """What claims bring about for each other; only a form that raises several of them has to look."""
    if len({one.claim for one in file.dispute.claims}) < _SEVERAL:
        return ()
    from .granted_beside import granted_beside

    return tuple(granted_beside(file, wanted, rules))


def _stated(documents: DisputeDocuments | None) -> Documents:
    if documents is None:
        return NoDocuments()
    from .stated import StatedFacts

    return StatedFacts(documents)
