"""Local rules that bear on a claim: those that stand in a relation to what carries it, those its notes name.

A local text only counts where it is in force at the place on the day; one that contradicts higher law is told as such,
and nothing is decided by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from propertylaw.graph import Aspect, Relation, RelationKind
from propertylaw.library import KnowledgeBase
from propertylaw.model import NATION, ClaimFinding, LocalRule, Locator
from propertylaw.structure import find_citations

from .documents import DisputeDocuments

_KINDS = {
    RelationKind.IMPLEMENTS: "details",
    RelationKind.STRICTER: "stricter",
    RelationKind.CONFLICTS: "conflicts",
}
_PRECISE = frozenset({Aspect.PERIOD, Aspect.AMOUNT, Aspect.QUANTITY, Aspect.THRESHOLD, Aspect.AUTHORITY})
"""Where a rule that only details another says something that a reader has to know."""
_MOST = 6
"""So many local rules of a claim are told."""
_SHORT = 120
"""Characters of a provision that are shown."""


class LocalLaw:
    """The local rules beside the claims of a dispute.

    Args:
        documents: the documents of the dispute and the imported local texts.
        law: the law of the day and the place.
        findings: the claims as they came out.
    """

    def __init__(self, documents: DisputeDocuments, law: KnowledgeBase, findings: Iterable[ClaimFinding]) -> None:
        self.documents, self.law = documents, law
        places = dict.fromkeys(at for finding in findings for at in _carrying(finding))
        self._relations = documents.local_relations(tuple(places))

    def beside(self, finding: ClaimFinding) -> tuple[LocalRule, ...]:
        """The local rules that bear on a claim, each once: what conflicts first, then what the notes name."""
        order = sorted(self._relations, key=lambda one: one.kind is not RelationKind.CONFLICTS)
        carrying = tuple(_carrying(finding))
        bearing = (one for one in order if any(at.contains(one.higher.locator) for at in carrying))
        related = [
            _related(one) for one in bearing if one.kind is not RelationKind.IMPLEMENTS or one.aspect in _PRECISE
        ]
        told: dict[Locator, LocalRule] = {}
        for rule in (*related, *self._noted(finding)):
            if not any(at.contains(rule.locator) or rule.locator.contains(at) for at in told):
                told[rule.locator] = rule.model_copy(update={"text": self._words(rule.locator)})
        return tuple(told.values())[:_MOST]

    def _noted(self, finding: ClaimFinding) -> Iterator[LocalRule]:
        """The provisions of the place that the notes of the claim name."""
        here = Locator(instrument="doc:notes", article=1)
        for note in finding.notes:
            for at in (at for citation in find_citations(note, here) for at in citation.targets):
                known = self.law.catalogue.get(at.instrument)
                if known and known.territory != NATION and at.version is None and self.law.applies(at):
                    yield LocalRule(locator=at, kind="details")

    def _words(self, at: Locator) -> str:
        """The words of a provision, as far as its text is at hand."""
        words = " ".join((self.documents.words_at(at) or self.law.text_at(at).words).split())
        return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def _carrying(finding: ClaimFinding) -> Iterator[Locator]:
    """The provisions that carry a finding and its parts."""
    yield from finding.basis
    for element in finding.elements:
        yield from element.basis
    for defence in finding.defences:
        yield from defence.basis
    for remedy in finding.remedies:
        yield from remedy.basis


def _related(relation: Relation) -> LocalRule:
    return LocalRule(
        locator=relation.lower.locator.bare,
        kind=_KINDS[relation.kind],
        beside=relation.higher.locator,
        why=relation.why,
    )
