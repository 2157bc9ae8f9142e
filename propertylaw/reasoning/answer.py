"""`analyze`: from a dispute to who is liable, why, what is open, and what to ask next.

What is done step by step stands in modules of their own; here it is put together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, ClaimFinding, Diagnostic, Dispute, SetOffFinding, VoidClause

from .argument import argument_of
from .between_whom import NOTIFIED
from .case import Case, case_of
from .cited import with_texts
from .finding import Examined, examined
from .form import read_form
from .open_concepts import open_concepts
from .prose import prose_of
from .recourse import Answered, recourse_of
from .rule_conditions import told_in_questions
from .several_untold import shares_left_open
from .time import CODE_IN_FORCE, span
from .void_clauses import void_clauses
from .warnings_told import warnings_of
from .ways_on import ways_on
from .what_to_ask import each_once
from .who_is_liable import liable

if TYPE_CHECKING:
    from propertylaw.reading.recognition import Progress

    from .documents import DisputeDocuments


def analyze(case: str | Path | Dispute, law: KnowledgeBase | None = None, progress: Progress | None = None) -> Analysis:
    """Work through a dispute.

    Args:
        case: the path of a dispute form, or the dispute itself; documents are found beside the form, those of a
            `Dispute` relative to the working directory.
        law: the law to apply; by default what the library knows for the day and the place of the dispute.
        progress: told of each page of a document that is recognised, as by `read`.

    Raises:
        FormError: the form is not valid.
        ReadingError: the form or a document cannot be read.
    """
    if isinstance(case, Dispute):
        dispute, folder = case, Path()
    else:
        dispute, folder = read_form(case, law.rules if law else None), Path(case).parent
    law = law or KnowledgeBase(dispute.on, dispute.place)
    documents = _read(dispute, folder, law, progress) if dispute.documents or law.local_texts else None
    return _analysis(case_of(dispute, law, documents))


def _read(dispute: Dispute, folder: Path, law: KnowledgeBase, progress: Progress | None) -> DisputeDocuments:
    # Documents bring readers, the text pipeline and the graph with them; a form without documents needs none of it.
    from .document import imported_documents, read_document
    from .documents import DisputeDocuments

    given = [read_document(folder / name, progress) for name in dispute.documents]
    return DisputeDocuments([*given, *imported_documents(law, given)], law)


def _analysis(case: Case) -> Analysis:
    """Everything that can be said of a dispute."""
    each = shares_left_open(case, [examined(case, one) for one in case.wanted])
    case, found, offs, doubts = _with_set_off(case, each)
    answered = [one.answered for one in found]
    findings = _with_local_law(case, answered)
    recourse = tuple(recourse_of(answered, case.dispute.parties, case.standing_as))
    void = tuple(void_clauses(case.documents.void if case.documents else (), findings, case.law.rules.facts))
    findings = _with_clauses(case, answered, findings, void)
    argument = argument_of(case.dispute, findings, offs, recourse, void)
    ways = ways_on(findings, case.bench, case.law, case.documents.local_points if case.documents else None)
    analysis = Analysis(
        title=case.dispute.title,
        on=case.dispute.on.isoformat(),
        place=case.dispute.place,
        names=case.names,
        documents=case.documents.called if case.documents else {},
        printed=case.documents.printed if case.documents else {},
        claims=tuple(findings),
        parties=tuple(liable(finding, findings, case.people) for finding in findings),
        set_offs=offs,
        recourse=recourse,
        void_clauses=void,
        routes=ways.routes,
        public_bodies=ways.public_bodies,
        chains=ways.chains,
        open_concepts=tuple(open_concepts(case, findings)),
        decisive=tuple(told_in_questions(each_once(q for one in found for q in one.questions), findings)),
        diagnostics=(*warnings_of(case, findings, void), *doubts),
        argument=argument,
        prose=prose_of(argument),
    )
    given = {document.instrument.id for document in case.documents.documents} if case.documents else set()
    return with_texts(analysis, case.law, given)


def _with_set_off(
    case: Case, found: Sequence[Examined]
) -> tuple[Case, Sequence[Examined], tuple[SetOffFinding, ...], tuple[Diagnostic, ...]]:
    # Few disputes tell of a set-off, and working one out takes many modules.
    if not any(row.id == NOTIFIED and row.value is not False for row in case.dispute.facts):
        return case, found, (), ()
    from .set_off import set_off

    return set_off(case, found)


def _with_clauses(
    case: Case, answered: Collection[Answered], findings: list[ClaimFinding], void: Collection[VoidClause]
) -> list[ClaimFinding]:
    """The claims with the clauses that bear on them and are void, or may be."""
    if case.documents is None or case.law.on < CODE_IN_FORCE:
        return findings
    from .against_law import against_law

    given = case.documents.documents
    return [
        finding.model_copy(update={"clauses": clauses})
        if (clauses := against_law(finding, one.facts, given, void))
        else finding
        for one, finding in zip(answered, findings, strict=True)
    ]


def _with_local_law(case: Case, answered: list[Answered]) -> list[ClaimFinding]:
    findings = [one.finding for one in answered]
    if case.documents is None:
        return findings
    from .local_law import Between, LocalLaw, of_one_party

    local, people = LocalLaw(case.documents, case.law, findings, case.dispute.facts), case.people

    def between(one: Answered) -> Between:
        claimant = frozenset({people[one.finding.claimant].role})
        during = span(case.law.rules.claims[one.finding.id], one.facts)
        return Between(claimant, of_one_party(one.person.role, case.roles(one.finding.id, one.person)), during)

    return [one.finding.model_copy(update={"local": local.beside(one.finding, between(one))}) for one in answered]
