"""Which documents of a dispute count beside the law, and which of their clauses mandatory law overrides.

What is not in force yet, and what belongs to another place, is set aside, and the analysis says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from propertylaw.graph import Conflict, Relation, RelationKind, RuleGraph
from propertylaw.library import KnowledgeBase, status_of
from propertylaw.model import NATION, Diagnostic, Instrument, Locator, Modality, Norm, Severity, VoidClause
from propertylaw.rulebook.catalogue import plain_title

from .contested import contested
from .document import Document
from .local_points import LocalPoints
from .time import CODE_IN_FORCE

_NO_LONGER = re.compile("不(?:再|予|承担|负)")
_OWN = "doc:"
"""How the ids of the user's own documents begin."""


class DisputeDocuments:
    """The documents of a dispute beside the law of its day and place.

    Args:
        documents: those of the form, and the imported local texts that apply.
        law: the law of the day and the place.
    """

    def __init__(self, documents: Iterable[Document], law: KnowledgeBase) -> None:
        self.law = law
        given = tuple(documents)
        self.documents = tuple(document for document in given if self._obstacle(document) is None)
        self.set_aside = tuple(document for document in given if self._obstacle(document) is not None)

    @cached_property
    def graph(self) -> RuleGraph:
        """Law and documents in one graph."""
        norms = [*self.law.curated_norms(), *(norm for document in self.documents for norm in document.norms)]
        return RuleGraph(norms, (document.instrument for document in self.documents), self.law.rules.topics)

    @cached_property
    def void(self) -> tuple[VoidClause, ...]:
        """Clauses that mandatory law overrides."""
        found: dict[tuple[Locator, str], list[Conflict]] = {}
        for conflict in self.graph.conflicts:
            found.setdefault((conflict.lower.locator.bare, conflict.kind), []).append(conflict)
        return tuple(
            VoidClause(
                clause=place,
                says="；".join(dict.fromkeys(_says(conflict.lower) for conflict in conflicts)),
                overridden_by=tuple(dict.fromkeys(conflict.higher.locator.bare for conflict in conflicts)),
                reason=kind,
                disputed="；".join(dict.fromkeys(filter(None, map(self._disputed, conflicts)))),
            )
            for (place, kind), conflicts in found.items()
        )

    @cached_property
    def overridden_by_the_code(self) -> frozenset[Locator]:
        """For a day before the code: clauses that the mandatory law in force since then overrides.

        Of these it is open what the older law made of them, of which the rules hold little; what stands under the code
        stands (时间效力规定 8).
        """
        later = KnowledgeBase(CODE_IN_FORCE, self.law.place, rules=self.law.rules, library=self.law.library)
        return frozenset(one.clause for one in DisputeDocuments(self.documents, later).void)

    def _disputed(self, conflict: Conflict) -> str:
        """What is disputed about how far the act of a conflict is forbidden."""
        concept = self.law.rules.topics[conflict.topic].concept
        return self.law.rules.concepts[concept].title if concept else ""

    @cached_property
    def local_norms(self) -> tuple[Norm, ...]:
        """The norms of the texts of local law among them."""
        local = (one for one in self.documents if one.kind == "statute" and one.instrument.territory != NATION)
        return tuple(norm for document in local for norm in document.norms)

    @cached_property
    def local_points(self) -> LocalPoints:
        """The same norms, asked act by act."""
        return LocalPoints(self.local_norms)

    def local_relations(self, places: Iterable[Locator]) -> tuple[Relation, ...]:
        """How the rules of the place stand to curated norms, but for those that only repeat one.

        Args:
            places: the provisions of higher law that are asked about.
        """
        if not self.local_norms:
            return ()
        norms = (*self.law.norms_at(places), *self.local_norms)
        graph = RuleGraph(norms, (document.instrument for document in self.documents), self.law.rules.topics)
        ids = {norm.locator.instrument for norm in self.local_norms}
        return tuple(
            one
            for one in graph.relations
            if one.lower.locator.instrument in ids
            and one.higher.locator.instrument not in ids
            and one.kind is not RelationKind.REPEATS
        )

    def instrument(self, id: str) -> Instrument | None:
        """One of the documents by the id of its instrument; None where it is not among them."""
        return next((one.instrument for one in self.documents if one.instrument.id == id), None)

    def words_at(self, at: Locator) -> str:
        """The words of a provision of a text among the documents; empty where it is not there."""
        return next((one.words[at] for one in self.documents if at in one.words), "")

    @property
    def titles(self) -> frozenset[str]:
        """What the documents are called, with and without the prefix of the user's own."""
        known = (document.instrument for document in self.documents)
        return frozenset(name for one in known for name in (one.id, one.id.removeprefix(_OWN), one.title))

    @property
    def called(self) -> dict[str, str]:
        """The title by which each of the user's own documents is cited.

        One that shares its title with another text keeps the name of its file, and so does one without a title.
        """
        known = [document.instrument for document in (*self.documents, *self.set_aside)]
        borne = Counter(plain_title(one.title) for one in known)
        return {
            one.id: one.title.strip("《》")
            if borne[plain_title(one.title)] == 1 and self.law.catalogue.recognise(one.title) is None
            else one.id.removeprefix(_OWN)
            for one in known
            if one.id.startswith(_OWN)
        }

    @cached_property
    def printed(self) -> dict[str, str]:
        """How clauses are numbered in print, where their locators count otherwise."""
        return {at: words for one in (*self.documents, *self.set_aside) for at, words in one.printed.items()}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Why a document was set aside, what its outline reports, and which clauses local law alone speaks against."""
        aside = tuple(found for document in self.set_aside if (found := self._obstacle(document)))
        preliminary = {one.instrument.id for one in self.documents if "developer" in one.parties}
        doubtful = contested(self.graph, {one.clause for one in self.void}, self.printed, preliminary)
        return (*aside, *(d for document in self.documents for d in document.diagnostics), *doubtful)

    def only_what_bears(self, told: Collection[VoidClause]) -> Iterator[Diagnostic]:
        """That contracts were only looked at where they bear on the claims, and whether others were met that are void.

        Args:
            told: the void clauses that bear on the claims.
        """
        contracts = [document.instrument for document in self.documents if document.kind == "contract"]
        if not contracts:
            return
        met = len(self.void) > len(told)
        rest = "其余条款里已见到与强制性规定冲突的，还可能有别的问题" if met else "其余条款也可能无效"
        titles = "".join(f"《{self.called.get(one.id, one.title)}》" for one in contracts)
        message = f"{titles}只从中读了与请求有关、读得懂的约定，没有逐条检查整份文件；{rest}"
        found = _diagnostic("DOC006", message, contracts[0], "整份文件用 propertylaw review 检查")
        yield found.model_copy(update={"severity": Severity.INFO})

    def _obstacle(self, document: Document) -> Diagnostic | None:
        """Why a document does not apply: another place, or not in force on the day."""
        known = document.instrument
        if document.kind != "statute":
            return None
        if not self.law.covers(known.territory):
            problem = f"《{known.title}》只适用于{known.territory}，本案地点是{self.law.place}，未采用"
            return _diagnostic("DOC001", problem, known, "换成纠纷所在地的法规")
        if known.versions and status_of(known, self.law.on) != "in_force":
            problem = f"《{known.title}》在 {self.law.on} 不在施行期内，未采用"
            return _diagnostic("DOC002", problem, known, "核对施行日期，或提供当时有效的文本")
        return None


def _diagnostic(code: str, message: str, instrument: Instrument, advice: str) -> Diagnostic:
    at = Locator(instrument=instrument.id)
    return Diagnostic(code=code, severity=Severity.HIGH, message=message, locator=at, advice=advice)


def _says(norm: Norm) -> str:
    """What a clause lets somebody do, or forbids him; what somebody no longer does is told as it stands."""
    forbids = norm.modality is Modality.PROHIBITION and not _NO_LONGER.search(norm.action)
    return f"不得{norm.action}" if forbids else norm.action
