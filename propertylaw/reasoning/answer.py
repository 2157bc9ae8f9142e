"""`analyze`: from a dispute to who is liable, why, what is open, and what to ask next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from propertylaw.library import KnowledgeBase
from propertylaw.model import (
    NATION,
    Analysis,
    Capacity,
    Claim,
    ClaimFinding,
    ClaimRequest,
    Concept,
    DefenceFinding,
    Diagnostic,
    Dispute,
    Effect,
    ElementFinding,
    FactUse,
    Locator,
    OpenConcept,
    OpenReading,
    Participant,
    PartyFinding,
    Question,
    RemedyFinding,
    Result,
    Scenario,
    Severity,
    Step,
    Truth,
    VoidClause,
)
from propertylaw.rulebook.calculations import DERIVED, FIGURES, MissingFactsError
from propertylaw.rulebook.calculations.limitation import acts_of_creditor, course, kind_of

from .argument import argument_of
from .asked import perhaps_less, within
from .bench import Bench
from .casefile import CaseFile, NoDocuments
from .cited import with_texts
from .claims import Examination
from .form import read_form
from .odd_facts import odd_facts
from .one_loss import one_loss
from .open_points import OpenPoints, open_points, reads, rests_on
from .program import SUCCEEDS, Part
from .prose import prose_of
from .readings import left
from .recourse import Answered, recourse_of
from .rule_conditions import told_in_questions
from .steps import attributed
from .sums import open_in, remedies_of, total
from .time import CODE_IN_FORCE, began, time_of
from .truth import UNPROVED
from .unattributed import Pair, doubts, unattributed
from .vague import vague_terms
from .ways_on import ways_on

if TYPE_CHECKING:
    from propertylaw.reading.recognition import Progress

    from .documents import DisputeDocuments

_LIABLE: dict[Result, Literal[True, False, "partial", "open"]] = {
    Result.SUPPORTED: True,
    Result.PARTLY_SUPPORTED: "partial",
    Result.NOT_SUPPORTED: False,
    Result.PREMATURE: False,
    Result.DEPENDS: "open",
}

_Purpose = Literal["result", "amount"]
"""What a question is for."""

_DEMANDS = "demand_date"
"""How the ids of facts end that tell the days on which demands arrived."""


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
    return _Work(dispute, law, documents).analysis()


def _read(dispute: Dispute, folder: Path, law: KnowledgeBase, progress: Progress | None) -> DisputeDocuments:
    # Documents bring readers, the text pipeline and the graph with them; a form without documents needs none of it.
    from .documents import DisputeDocuments, imported_documents, read_document

    given = [read_document(folder / name, progress) for name in dispute.documents]
    return DisputeDocuments([*given, *imported_documents(law, given)], law)


class _Work:
    """One dispute on the bench."""

    def __init__(self, dispute: Dispute, law: KnowledgeBase, documents: DisputeDocuments | None) -> None:
        self.dispute, self.law, self.documents = dispute, law, documents
        self.people = {participant.id: participant for participant in dispute.parties}
        self.wanted = tuple(self._wanted())
        pairs = [pair for _, pair in self.wanted]
        self.dispute = dispute = attributed(dispute, pairs, law.rules)
        self.unattributed = unattributed(dispute, pairs, law.rules)
        stated = documents or NoDocuments()
        self.file = CaseFile(dispute, law.rules.facts, stated, self.unattributed.asked.keys())

    def analysis(self) -> Analysis:
        """Everything that can be said."""
        answered: list[Answered] = []
        questions: list[Question] = []
        for request, pair in self.wanted:
            one, open_questions = self._examined(*pair, request.sum)
            answered.append(one)
            questions += open_questions
        findings = self._with_local_law([one.finding for one in answered])
        recourse = tuple(recourse_of(answered, self.dispute.parties))
        void = tuple(self._void(findings))
        argument = argument_of(self.dispute, findings, recourse, void)
        ways = ways_on(findings, self._bench, self.law)
        analysis = Analysis(
            title=self.dispute.title,
            on=self.dispute.on.isoformat(),
            place=self.dispute.place,
            names={id: person.name for id, person in self.people.items()},
            documents=self.documents.called if self.documents else {},
            claims=tuple(findings),
            parties=tuple(self._party(finding, findings) for finding in findings),
            recourse=recourse,
            void_clauses=void,
            routes=ways.routes,
            public_bodies=ways.public_bodies,
            chains=ways.chains,
            open_concepts=(*self._open_concepts(findings), *self._vague(findings)),
            decisive=tuple(told_in_questions(_each_once(questions), findings)),
            diagnostics=tuple(self._diagnostics(findings, void)),
            argument=argument,
            prose=prose_of(argument),
        )
        given = {document.instrument.id for document in self.documents.documents} if self.documents else set()
        return with_texts(analysis, self.law, given)

    def _void(self, findings: list[ClaimFinding]) -> Iterator[VoidClause]:
        """The void clauses that bear on the claims: they state a fact that was used, or are overridden by an article on
        which a claim rests."""
        stated = {at for finding in findings for part in _parts(finding) for use in part.facts for at in use.stated_at}
        carrying = {(at.instrument, at.article) for finding in findings for at in _carrying(finding)}
        for clause in self.documents.void if self.documents else ():
            if clause.clause in stated or any((at.instrument, at.article) in carrying for at in clause.overridden_by):
                yield clause

    def _with_local_law(self, findings: list[ClaimFinding]) -> list[ClaimFinding]:
        if self.documents is None:
            return findings
        from .local_law import LocalLaw

        local = LocalLaw(self.documents, self.law, findings)
        return [finding.model_copy(update={"local": local.beside(finding)}) for finding in findings]

    def _wanted(self) -> Iterator[tuple[ClaimRequest, Pair]]:
        """The claims to examine: those the form raises, else every claim that its facts touch."""
        for request in self.dispute.claims or self._all_requests():
            claim = self.law.rules.claims[request.claim]
            for other in request.against:
                respondent = self.people[other]
                heads = [head for head in claim.respondents if respondent.role in head.role]
                for head in heads:
                    yield request, (Part(claim, head), self.people[request.by], respondent)

    def _all_requests(self) -> Iterator[ClaimRequest]:
        stated = [fact.id for fact in self.dispute.facts if fact.value is not None]
        for claim in map(self.law.rules.claims.__getitem__, self.law.rules.asking(stated)):
            for claimant in self.dispute.parties:
                others = [p.id for p in self.dispute.parties if p != claimant and _answers(claim, p)]
                if claimant.role in claim.claimant and others:
                    yield ClaimRequest(by=claimant.id, against=tuple(others), claim=claim.id)

    def _examined(
        self, part: Part, claimant: Participant, respondent: Participant, asked: Decimal | None
    ) -> tuple[Answered, list[Question]]:
        claim = part.claim
        bench = self._bench(claimant.id, respondent.id)
        examination = bench.examination(part)
        points = open_points(part, bench.inside(claim.id))
        time = time_of(claim, bench.standing, self.law.rules.times)
        result = self._result(claim, points) if time is None or time.decides else Result.DEPENDS
        remedies = remedies_of(examination)
        owed = result not in (Result.NOT_SUPPORTED, Result.PREMATURE)
        questions: list[Question] = []
        if result is Result.DEPENDS:
            questions += self._questions(claim, respondent, points, bench)
            questions += self._underived(claim, respondent, examination)
        if owed:
            questions += self._missing(claim, respondent, examination, remedies)
        questions += self._interruptions(claim, respondent, examination)
        capacities = examination.capacities
        granted, amount = within(asked, result, total(remedies) if owed else None)
        unproved = rests_on(part, bench.inside(claim.id)) if UNPROVED in examination.codes else ()
        applies = not self.law.out_of_force(claim) and (time is None or time.decides)
        sure = result is Result.DEPENDS and applies and not unproved and points.possible <= SUCCEEDS
        finding = ClaimFinding(
            id=claim.id,
            title=claim.title,
            claimant=claimant.id,
            respondent=respondent.id,
            result=granted,
            settled=result is not Result.DEPENDS and not unproved,
            at_least_partly=sure or perhaps_less(asked, granted, amount),
            unproved=tuple(map(bench.facts.use, unproved)),
            capacity=capacities[0].kind if len(capacities) == 1 else None,
            capacity_says="；或者：".join(c.says for c in capacities),
            amount=amount,
            asked=asked,
            elements=examination.elements,
            defences=tuple(d for d in examination.defences if _worth_telling(d.truth, d.facts)),
            remedies=remedies if owed else (),
            limitation=claim.limitation.says if claim.limitation else "",
            forum=claim.forum,
            time=time,
            limitation_course=_course(claim, bench),
            basis=_most_specific((*claim.basis, *(at for c in capacities for at in c.basis))),
            scenarios=tuple(s for q in questions if q.purpose == "result" for s in q.outcomes),
            notes=claim.notes,
        )
        capacity = capacities[0] if len(capacities) == 1 else None
        return Answered(finding, respondent, capacity, bench.facts), questions

    def _result(self, claim: Claim, points: OpenPoints) -> Result:
        if self.law.out_of_force(claim) or len(points.possible) > 1:
            return Result.DEPENDS
        return next(iter(points.possible))

    def _questions(self, claim: Claim, respondent: Participant, points: OpenPoints, bench: Bench) -> Iterator[Question]:
        for ids, ways in points.deciding():
            yield Question(
                ids=ids,
                questions=tuple(map(self._ask, ids)),
                claim=claim.id,
                respondent=respondent.id,
                purpose="result",
                outcomes=tuple(
                    Scenario(given={id: self._answer(id, answer, bench) for id, answer in way.given}, result=way.result)
                    for way in ways
                ),
                evidence=self._evidence(ids),
            )

    def _missing(
        self, claim: Claim, respondent: Participant, examination: Examination, remedies: tuple[RemedyFinding, ...]
    ) -> Iterator[Question]:
        """Facts without which a sum cannot be computed, and concepts on which only a sum turns."""
        uses = [use for remedy in remedies for use in remedy.missing]
        missing = [id for use in uses for id in examination.facts.known(use.fact).turns_on or (use.fact,)]
        missing += [
            share for c in examination.capacities for share in _shares(c) if examination.facts.bounds(share) is None
        ]
        part = examination.part
        for remedy in (*part.claim.remedies, *part.head.remedies):
            if examination.holds(remedy.when) is Truth.UNKNOWN:
                missing += open_in(remedy.when, examination.facts)
        missing += [one.fact for remedy in remedies if remedy.money for one in remedy.money.supposing]
        missing += [id for d in examination.defences for id in _kept_open(d)]
        missing += [d.concept for d in examination.defences if d.concept and d.effect is Effect.MEASURES]
        for id in dict.fromkeys(missing):
            yield self._to_fill_in((id,), claim, respondent, "amount")

    def _underived(self, claim: Claim, respondent: Participant, examination: Examination) -> Iterator[Question]:
        """Facts without which an element or a defence stays open that turns on a fact derived from them."""
        parts: list[ElementFinding | DefenceFinding] = [*examination.elements, *examination.defences]
        open_uses = (use for part in parts if part.truth is Truth.UNKNOWN for use in part.facts)
        for ids in dict.fromkeys(self._lacking(use, examination) for use in open_uses):
            if ids:
                yield self._to_fill_in(ids, claim, respondent, "result")

    def _lacking(self, use: FactUse, examination: Examination) -> tuple[str, ...]:
        """What a derived fact cannot be derived without."""
        definition = self.law.rules.facts[use.fact]
        calc = definition.calc
        if calc is None or definition.default is not None or use.proof not in ("silent", "underived"):
            return ()
        try:
            DERIVED[calc](examination.facts)
        except MissingFactsError as missing:
            return missing.facts
        return ()

    def _interruptions(self, claim: Claim, respondent: Participant, examination: Examination) -> Iterator[Question]:
        """Days of demands, where a defence of limitation stands or may stand only because nobody has told them."""
        for defence in examination.defences:
            if defence.truth is Truth.FALSE:
                continue
            read = {id for use in defence.facts for id in reads(use.fact, self.law.rules)}
            purpose: _Purpose = "amount" if defence.effect in (Effect.REDUCES, Effect.MEASURES) else "result"
            untold = {id for id in read if id.endswith(_DEMANDS) and not examination.facts.days(id)}
            for id in sorted(untold | (read & self.unattributed.asked.keys())):
                yield self._to_fill_in((id,), claim, respondent, purpose)

    def _to_fill_in(self, ids: tuple[str, ...], claim: Claim, respondent: Participant, purpose: _Purpose) -> Question:
        """A question of which it is not told what follows from the answers."""
        return Question(
            ids=ids,
            questions=tuple(map(self._ask, ids)),
            claim=claim.id,
            respondent=respondent.id,
            purpose=purpose,
            evidence=self._evidence(ids),
        )

    def _ask(self, id: str) -> str:
        known = self.law.rules.facts.get(id)
        if known is None:
            return self.law.rules.concepts[id].question
        unclear = "已填的一行没有写明是谁的，用 of 写明。" if id in self.unattributed.asked else ""
        choices = "、".join(f"{value} {words[0]}" for value, words in known.choices.items())
        return f"{known.question}{f'填写：{choices}。' if choices else ''}{unclear}"

    def _answer(self, id: str, answer: bool, bench: Bench) -> str:
        if id in self.law.rules.facts:
            return "是" if answer else "否"
        concept = self.law.rules.concepts[id]
        held = [one for one in left(concept, bench.standing) if one.holds is answer]
        return "；或者".join(one.says for one in held or concept.readings if one.holds is answer)

    def _evidence(self, ids: Iterable[str]) -> tuple[str, ...]:
        facts = self.law.rules.facts
        return tuple(dict.fromkeys(e for id in ids if id in facts for e in facts[id].evidence))

    def _party(self, finding: ClaimFinding, findings: Iterable[ClaimFinding]) -> PartyFinding:
        person = self.people[finding.respondent]
        joint = finding.capacity == "joint"
        others = tuple(
            self.people[other.respondent].name
            for other in findings
            if other.id == finding.id and other.respondent != person.id and joint and other.capacity == "joint"
        )
        return PartyFinding(
            id=person.id,
            name=person.name,
            role=person.role,
            claim=finding.id,
            claimant=finding.claimant,
            liable=_LIABLE[finding.result],
            joint_with=others,
            because=_because(finding),
        )

    def _open_concepts(self, findings: Iterable[ClaimFinding]) -> tuple[OpenConcept, ...]:
        found: dict[str, list[ClaimFinding]] = {}
        for finding in findings:
            for concept in dict.fromkeys(part.concept for part in _parts(finding) if part.concept):
                found.setdefault(concept, []).append(finding)
        return tuple(self._open_concept(id, turning) for id, turning in found.items())

    def _open_concept(self, id: str, turning: list[ClaimFinding]) -> OpenConcept:
        concept = self.law.rules.concepts[id]
        benches = [self._bench(finding.claimant, finding.respondent) for finding in turning]
        held = {one.id for bench in benches for one in left(concept, bench.standing)}
        readings = [OpenReading(id=one.id, says=one.says) for one in concept.readings]
        return OpenConcept(
            id=id,
            title=concept.title,
            question=concept.question,
            readings=tuple(one for one in readings if one.id in held),
            left_out=tuple(one for one in readings if one.id not in held),
            factors=concept.factors,
            figures=_figures(concept, benches),
            claims=tuple(dict.fromkeys(finding.id for finding in turning)),
            basis=concept.basis,
        )

    def _vague(self, findings: Iterable[ClaimFinding]) -> Iterator[OpenConcept]:
        """Open terms in the norms that the findings rely on."""
        documents = self.documents.documents if self.documents else ()
        denied = {fact.id for fact in self.dispute.facts if fact.denied_by}
        yield from vague_terms(findings, (n for document in documents for n in document.norms), denied, self.law)

    def _bench(self, claimant: str, respondent: str) -> Bench:
        return Bench(self.file, self.law.rules, self.people[claimant], self.people[respondent])

    def _diagnostics(self, findings: Iterable[ClaimFinding], void: Collection[VoidClause]) -> Iterator[Diagnostic]:
        given = self.documents.titles if self.documents else frozenset()
        yield from (one for one in self.law.doubts if not one.locator or one.locator.instrument not in given)
        if not self._local_text_given():
            yield from self.law.no_local_law
        yield from doubts(self.unattributed, self.law.rules)
        yield from odd_facts(self.dispute, (part for _, (part, _, _) in self.wanted), self.law.rules)
        if self.documents:
            yield from self.documents.diagnostics
            yield from self._differing()
            yield from self.documents.only_what_bears(void)
        yield from one_loss(findings, self.law.rules, {id: person.name for id, person in self.people.items()})
        for claim in {finding.id: self.law.rules.claims[finding.id] for finding in findings}.values():
            places = self.law.out_of_force(claim)
            if places:
                yield _out_of_force(claim, places, self.dispute.on)
        early = [fact for fact in self.dispute.facts if _before(fact.value, fact.until)]
        untold = any(self._tells_no_day(finding) for finding in findings)
        if early and untold and self.dispute.on >= CODE_IN_FORCE:
            yield _before_code(early[0].id, self.law)

    def _differing(self) -> Iterator[Diagnostic]:
        """Where the form and a document differ; only documents need the module."""
        from .differing import differing

        titles = dict(self.documents.called) if self.documents else {}
        parts = ((part, self._bench(by.id, other.id).facts) for _, (part, by, other) in self.wanted)
        yield from differing(parts, self.law.rules, titles)

    def _local_text_given(self) -> bool:
        """Whether a local regulation is among the documents of the form."""
        documents = self.documents.documents if self.documents else ()
        return any(document.instrument.territory != NATION for document in documents)

    def _tells_no_day(self, finding: ClaimFinding) -> bool:
        bench = self._bench(finding.claimant, finding.respondent)
        return began(self.law.rules.claims[finding.id], bench.facts) is None


def _each_once(questions: Iterable[Question]) -> Iterator[Question]:
    """The questions without those that ask the same once more for the same claim."""
    asked: set[tuple[str, str, tuple[str, ...]]] = set()
    for question in questions:
        key = (question.claim, question.respondent, question.ids)
        if key not in asked:
            asked.add(key)
            yield question


def _kept_open(defence: DefenceFinding) -> tuple[str, ...]:
    """Facts said to be unknown on which a defence turns that only bears on the sum."""
    if defence.effect is not Effect.MEASURES or defence.truth is not Truth.UNKNOWN:
        return ()
    return tuple(use.fact for use in defence.facts if use.proof == "unknown")


def _shares(capacity: Capacity) -> tuple[str, ...]:
    """Facts on which the part of the whole turns for which the respondent answers."""
    return tuple(filter(None, (capacity.share, capacity.rest_after)))


def _course(claim: Claim, bench: Bench) -> tuple[Step, ...]:
    """How limitation runs between the two, where the day it began is known."""
    limitation = claim.limitation
    if limitation is None or limitation.years is None or limitation.starts is None or limitation.demands is None:
        return ()
    start = bench.facts.day(limitation.starts)
    if start is None:
        return ()
    acts = acts_of_creditor(bench.facts, limitation.demands)
    return tuple(course(start, acts, kind_of(limitation, bench.facts)))


def _figures(concept: Concept, benches: Iterable[Bench]) -> tuple[Step, ...]:
    """The figures that stand beside a concept, for the first pair for whom they can be computed."""
    for bench in benches if concept.figures else ():
        try:
            return FIGURES[concept.figures or ""](bench.facts)
        except MissingFactsError:
            continue
    return ()


def _answers(claim: Claim, participant: Participant) -> bool:
    return any(participant.role in head.role for head in claim.respondents)


def _worth_telling(truth: Truth, facts: Iterable[FactUse]) -> bool:
    """Defences that are given, open, or were raised and failed; not those nobody thought of."""
    if truth is not Truth.FALSE:
        return True
    spoken = ("admitted", "evidenced", "undisputed", "unproved", "unknown", "unattributed")
    uses = tuple(facts)
    raised = [use for use in uses if use.proof == "void" or (use.proof in spoken and use.value is not False)]
    # A sum is stated for the claim's sake: it raises no defence of which nobody said the rest.
    untold = any(use.proof == "silent" for use in uses)
    return any(not (untold and isinstance(use.value, Decimal)) for use in raised)


def _because(finding: ClaimFinding) -> tuple[Locator, ...]:
    """The provisions and clauses that carry the result."""
    settled: list[ElementFinding | DefenceFinding] = [e for e in finding.elements if e.truth is not Truth.UNKNOWN]
    settled += [defence for defence in finding.defences if defence.truth is Truth.TRUE]
    clauses = (at for part in settled for use in part.facts for at in use.stated_at)
    basis = (at for part in settled for at in part.basis)
    return tuple(dict.fromkeys((*finding.basis, *basis, *clauses)))


def _most_specific(places: Iterable[Locator]) -> tuple[Locator, ...]:
    """The places without repeats, and without an article of which a paragraph is named too."""
    listed = tuple(dict.fromkeys(places))
    return tuple(at for at in listed if not any(at != other and at.contains(other) for other in listed))


def _carrying(finding: ClaimFinding) -> Iterator[Locator]:
    """The provisions that carry a finding and its parts."""
    yield from finding.basis
    for part in _parts(finding):
        yield from part.basis


def _parts(finding: ClaimFinding) -> tuple[ElementFinding | DefenceFinding, ...]:
    return (*finding.elements, *finding.defences)


def _before(*days: object) -> bool:
    return any(isinstance(day, date) and day < CODE_IN_FORCE for day in days)


def _before_code(fact: str, law: KnowledgeBase) -> Diagnostic:
    title = law.rules.facts[fact].title
    return Diagnostic(
        code="TIM002",
        severity=Severity.MEDIUM,
        message=f"“{title}”早于2021年1月1日：民法典施行前的部分原则上适用当时的法律，持续到施行后的事实适用民法典",
        related=(Locator(instrument="时间效力规定", article=1), Locator(instrument="时间效力规定", article=20)),
        advice="分段核对：施行前履行合同的争议适用当时的法律、司法解释",
    )


def _out_of_force(claim: Claim, places: tuple[Locator, ...], on: date) -> Diagnostic:
    return Diagnostic(
        code="TIM001",
        severity=Severity.HIGH,
        message=f"“{claim.title}”所依据的规定在 {on} 不在施行期内，以下只是按现行法的推演，结果待定",
        related=places,
        advice="核对当时有效的法律",
    )
