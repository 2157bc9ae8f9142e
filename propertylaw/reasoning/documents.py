"""The documents of a dispute: read, their norms put into one graph with the law, and the facts they state.

A clause states a fact only where it stands: what mandatory law overrides, what is not in force yet, and what belongs
to another place states nothing, and the analysis says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from propertylaw.extraction import body_prevails, document_parties, extract, terms
from propertylaw.graph import Conflict, Relation, RelationKind, RuleGraph
from propertylaw.library import KnowledgeBase, StoredText, instrument_of, status_of
from propertylaw.model import (
    NATION,
    Diagnostic,
    DocumentKind,
    FactDefinition,
    FactValue,
    Instrument,
    Locator,
    Norm,
    Outline,
    PartyId,
    Proof,
    Quantity,
    Severity,
    Source,
    Supply,
    Term,
    VoidClause,
)
from propertylaw.reading import read
from propertylaw.reading.recognition import Progress
from propertylaw.rulebook import precedence
from propertylaw.rulebook.catalogue import plain_title
from propertylaw.structure import cite, outline

from .casefile import Known
from .rule_conditions import settled, together, under_conditions
from .schedule import Line, choosing, fitting, in_time

_PRICE_UNIT = "CNY/m2/month"
_SQUARE = r"(?:平方米|平米|㎡|m2|m²)"
_PRICE_WORDS = re.compile(
    rf"元(?:/|／|每){_SQUARE}|元(?:/|／|每)月(?:·|/|／|每|\.)?{_SQUARE}|每{_SQUARE}[^。；]{{0,8}}元", re.IGNORECASE
)
"""How documents write the unit of a price, however the number stands to it."""
_OF_A_PRICE = re.compile("元|物业费|服务费|收费|单价|价格")
_OWN = "doc:"
"""How the ids of the user's own documents begin."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the dispute, read."""

    instrument: Instrument
    kind: DocumentKind
    parties: frozenset[PartyId]
    """Kinds of parties a contract is between."""
    articles: int
    norms: tuple[Norm, ...]
    diagnostics: tuple[Diagnostic, ...]
    words: Mapping[Locator, str] = field(default_factory=dict)
    """Of a text of law: what its articles and paragraphs say."""
    terms: tuple[Term, ...] = ()
    """Of a contract: what its sentences and tables measure."""
    body_prevails: bool = False
    """Whether it says that its body goes before its annexes."""
    prices: tuple[Locator, ...] = ()
    """Tables of prices by area and month; the document as a whole where only its text speaks of such prices."""


def read_document(path: Path, progress: Progress | None = None) -> Document:
    """Read a document and extract its norms.

    Args:
        path: the file.
        progress: told of each page that is recognised.

    Raises:
        ReadingError: the file cannot be read.
    """
    source = read(path, progress)
    structure = outline(source)
    return Document(
        instrument=instrument_of(source, structure),
        kind=structure.kind,
        parties=frozenset(document_parties(structure).values()),
        articles=len(structure.articles),
        norms=extract(source, structure),
        words=dict(_provisions(source, structure)) if structure.kind == "statute" else {},
        terms=terms(source, structure) if structure.kind == "contract" else (),
        diagnostics=structure.diagnostics,
        body_prevails=body_prevails(source),
        prices=_prices(source, structure),
    )


def imported_documents(law: KnowledgeBase, given: Iterable[Document]) -> tuple[Document, ...]:
    """The local texts of the user's library that apply on the day at the place, as if they lay beside the form.

    Args:
        law: the law of the day and the place.
        given: the documents of the dispute; a text that is among them is not taken twice.
    """
    titles = {document.instrument.title for document in given}
    return tuple(_imported(law, text) for text in law.local_texts if text.instrument.title not in titles)


def _imported(law: KnowledgeBase, text: StoredText) -> Document:
    instrument = law.catalogue.get(text.instrument.id) or text.instrument
    said = f"采用了资料库中的《{instrument.title}》（{text.version}的版本）"
    severity, advice = Severity.INFO, ""
    if text.standing == "differs":
        severity, advice = Severity.HIGH, "这份文本与目录核对过的有出入，propertylaw corpus verify 列出各处"
    return Document(
        instrument=instrument,
        kind="statute",
        parties=frozenset(),
        articles=text.articles,
        norms=law.norms_of(text),
        diagnostics=(_diagnostic("DOC003", said, instrument, advice).model_copy(update={"severity": severity}),),
    )


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
            found.setdefault((_bare(conflict.lower.locator), conflict.kind), []).append(conflict)
        return tuple(
            VoidClause(
                clause=place,
                says="；".join(dict.fromkeys(conflict.lower.action for conflict in conflicts)),
                overridden_by=tuple(dict.fromkeys(_bare(conflict.higher.locator) for conflict in conflicts)),
                reason=kind,
            )
            for (place, kind), conflicts in found.items()
        )

    def local_relations(self, places: Iterable[Locator]) -> tuple[Relation, ...]:
        """How the rules of the place stand to curated norms, but for those that only repeat one.

        Args:
            places: the provisions of higher law that are asked about.
        """
        local = [one for one in self.documents if one.kind == "statute" and one.instrument.territory != NATION]
        if not local:
            return ()
        norms = (*self.law.norms_at(places), *(norm for document in local for norm in document.norms))
        graph = RuleGraph(norms, (document.instrument for document in self.documents), self.law.rules.topics)
        ids = {document.instrument.id for document in local}
        return tuple(
            one
            for one in graph.relations
            if one.lower.locator.instrument in ids
            and one.higher.locator.instrument not in ids
            and one.kind is not RelationKind.REPEATS
        )

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

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Why a document was set aside, what its outline reports, and which clauses local law alone speaks against."""
        aside = tuple(found for document in self.set_aside if (found := self._obstacle(document)))
        return (*aside, *(d for document in self.documents for d in document.diagnostics), *self._contested)

    @property
    def _contested(self) -> Iterator[Diagnostic]:
        """Clauses that stand here although local law forbids them: whether they are void is not settled."""
        void = {one.clause for one in self.void}
        found: dict[Locator, list[Conflict]] = {}
        for conflict in self.graph.contested:
            place = _bare(conflict.lower.locator)
            if place not in void:
                found.setdefault(place, []).append(conflict)
        for place, conflicts in found.items():
            against = tuple(dict.fromkeys(_bare(conflict.higher.locator) for conflict in conflicts))
            yield self._contested_clause(place, against)

    def _contested_clause(self, place: Locator, against: tuple[Locator, ...]) -> Diagnostic:
        known = self.graph.instruments
        rule = precedence(known[against[0].instrument], known[place.instrument])
        cited = "、".join(cite(at, known[at.instrument].title) for at in against)
        return Diagnostic(
            code="DOC005",
            severity=Severity.HIGH,
            message=f"{cite(place, known[place.instrument].title)}与{cited}不一致；"
            f"{rule.rule.says if rule else '是否有效没有定论'}；这里仍按有效处理",
            locator=place,
            related=against,
            basis=rule.rule.basis if rule else (),
            advice="请就这一条的效力另行判断",
        )

    def only_what_bears(self, told: Collection[VoidClause]) -> Iterator[Diagnostic]:
        """That contracts were only looked at where they bear on the claims, with how many void clauses do not.

        Args:
            told: the void clauses that bear on the claims.
        """
        contracts = [document.instrument for document in self.documents if document.kind == "contract"]
        if not contracts:
            return
        other = len(self.void) - len(told)
        more = f"；另有 {other} 处条款与这些请求无关，也可能无效" if other else ""
        titles = "".join(f"《{self.called.get(one.id, one.title)}》" for one in contracts)
        message = f"{titles}只核对了与请求有关的条款，没有检查整份文件{more}"
        found = _diagnostic("DOC006", message, contracts[0], "整份文件用 propertylaw review 检查")
        yield found.model_copy(update={"severity": Severity.INFO})

    def state(self, fact: FactDefinition, values: Callable[[str], FactValue | None]) -> tuple[Known, ...]:
        """The fact as the documents state it, in order of time; empty where they do not.

        The first way in which a document can state it counts. Several clauses that say the same support each other, and
        prices of different times follow each other; clauses that differ, and lines of a schedule of which none can be
        chosen, leave the fact open. A fact that only a void clause states is false, and is marked so.
        """
        void: list[Line] = []
        for supply in fact.stated_in:
            found = self._supplied(supply, values)
            standing = settled([line for line in found if line.known.proof != "void"])
            if standing:
                return self._stated(fact, standing, values)
            void += found
        return (void[0].known,) if void else ()

    def _stated(
        self, fact: FactDefinition, lines: list[Line], values: Callable[[str], FactValue | None]
    ) -> tuple[Known, ...]:
        """What lines that stand say together."""
        standing = [line.known for line in lines]
        places = _widest(at for known in standing for at in known.stated_at)
        conditions = together(lines)
        if any(known.proof == "conditional" for known in standing):
            open_conditions = tuple(dict.fromkeys(id for known in standing for id in known.turns_on))
            return (Known(None, "conditional", stated_at=places, turns_on=open_conditions, conditions=conditions),)
        if any(line.by_floor for line in lines):
            return (Known(None, "by_floor", stated_at=places),)
        if any(known.since or known.until for known in standing) and (found := in_time(lines)):
            return found
        chosen = {known.value for known in standing}
        if len(chosen) > 1:
            asked = (self.law.rules.facts[id] for supply in fact.stated_in for id in supply.by if values(id) is None)
            return (Known(None, "several", stated_at=places, turns_on=tuple(choosing(lines, asked))),)
        rows = tuple(dict.fromkeys(row for known in standing for row in known.evidence))
        return (Known(chosen.pop(), "document", rows, places, conditions=conditions),)

    def unread(self, fact: FactDefinition) -> tuple[Locator, ...]:
        """Where documents that could state the fact have prices in its unit, though none was read."""
        supplies = [supply for supply in fact.stated_in if supply.unit == _PRICE_UNIT and supply.take == "value"]
        suiting = [document for document in self.documents if any(_suits(document, supply) for supply in supplies)]
        return tuple(dict.fromkeys(place for document in suiting for place in document.prices))

    def _supplied(self, supply: Supply, values: Callable[[str], FactValue | None]) -> list[Line]:
        documents = [document for document in self.documents if _suits(document, supply)]
        if supply.topic is None and supply.unit is None:
            return [Line(Known(True, "document", stated_at=(Locator(instrument=d.instrument.id),))) for d in documents]
        lines = [line for document in documents for line in self._lines(document, supply, values)]
        return fitting(lines, [self.law.rules.facts[id] for id in supply.by], values)

    def _lines(self, document: Document, supply: Supply, values: Callable[[str], FactValue | None]) -> Iterator[Line]:
        """What a document states for a supply. What a contract measures is taken from its sentences and tables."""
        if supply.unit is not None and document.terms:
            speaking = [term for term in document.terms if _speaks_of(term, document, supply)]
            body = [term for term in speaking if term.locator.annex is None]
            for term in body if body and document.body_prevails else speaking:
                void = any(self.graph.overriding(norm) for norm in _norms_in(term, document))
                yield from _of_term(term, supply, void=void)
            return
        for norm in document.norms:
            if _states(norm, supply):
                for line in _of_norm(norm, supply, void=bool(self.graph.overriding(norm))):
                    law = document.kind == "statute" and line.known.proof != "void"
                    yield under_conditions(line, norm, supply, values) if law else line

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


def _prices(source: Source, structure: Outline) -> tuple[Locator, ...]:
    """Where a document speaks of prices by area and month."""
    whole = Locator(instrument=structure.instrument)
    tables = [
        _bare(one.locator or whole)
        for one in structure.tables
        if _PRICE_WORDS.search("".join(source.text[slice(*one.table.text_span)].split()))
    ]
    if tables:
        return tuple(dict.fromkeys(tables))
    return (whole,) if _PRICE_WORDS.search("".join(source.text.split())) else ()


def _widest(places: Iterable[Locator]) -> tuple[Locator, ...]:
    """The places without those that lie within another."""
    found = sorted(set(places))
    return tuple(at for at in found if not any(other != at and other.contains(at) for other in found))


def _provisions(source: Source, structure: Outline) -> Iterator[tuple[Locator, str]]:
    for article in structure.articles:
        for part in (article, *article.paragraphs):
            yield _bare(part.locator), source.text[slice(*part.text_span)]


def _bare(at: Locator) -> Locator:
    """The place without its characters: clauses are cited by number."""
    return at.model_copy(update={"span": None})


def _diagnostic(code: str, message: str, instrument: Instrument, advice: str) -> Diagnostic:
    at = Locator(instrument=instrument.id)
    return Diagnostic(code=code, severity=Severity.HIGH, message=message, locator=at, advice=advice)


def _suits(document: Document, supply: Supply) -> bool:
    kinds = supply.documents in ("any", document.kind)
    return kinds and set(supply.parties) <= document.parties


def _states(norm: Norm, supply: Supply) -> bool:
    return (
        (supply.topic is None or supply.topic in norm.topics)
        and (not supply.modality or norm.modality in supply.modality)
        and (supply.bearer is None or supply.bearer in norm.bearer)
        and (supply.unit is not None or supply.context is None or bool(re.search(supply.context, norm.action)))
    )


def _speaks_of(term: Term, document: Document, supply: Supply) -> bool:
    if supply.topic is not None and supply.topic not in term.topics:
        return False
    bearers = {bearer for norm in _norms_in(term, document) for bearer in norm.bearer}
    return supply.bearer is None or not bearers or supply.bearer in bearers


def _norms_in(term: Term, document: Document) -> Iterator[Norm]:
    """The norms that were read from the sentence of a term."""
    start, end = term.text_span
    return (norm for norm in document.norms if norm.text_span and norm.text_span[0] < end and start < norm.text_span[1])


def _of_norm(norm: Norm, supply: Supply, *, void: bool) -> Iterator[Line]:
    proof, place = _proof(void=void), (_bare(norm.locator),)
    if supply.unit is None:
        yield Line(Known(not void, proof, stated_at=place), norm.action)
        return
    for quantity in norm.quantities:
        words = quantity.context or norm.action
        if _measures(quantity, words, supply):
            yield Line(Known(None if void else _part(quantity, supply), proof, stated_at=place), words)


def _of_term(term: Term, supply: Supply, *, void: bool) -> Iterator[Line]:
    proof, place = _proof(void=void), (_bare(term.locator),)
    if supply.take == "last_day":
        if term.last_day is not None:
            yield Line(Known(None if void else term.last_day, proof, stated_at=place), term.words)
        return
    row = (f"表中“{term.row}”一行",) if term.row else ()
    for quantity in term.quantities:
        words = quantity.context or term.words
        if _measures(quantity, words, supply):
            value = None if void else _part(quantity, supply)
            known = Known(value, proof, row, place, quantity.since, quantity.until)
            yield Line(known, words, term.least_area, term.most_area)
    if supply.unit == _PRICE_UNIT and term.by_floor and _prices_floors(term, supply):
        yield Line(Known(None, proof, row, place), term.words, term.least_area, term.most_area, by_floor=True)


def _prices_floors(term: Term, supply: Supply) -> bool:
    """Whether what rises with the floor is the price that is looked for, and not another charge."""
    own = term.words.rsplit("\n", 1)[-1]
    return bool(_OF_A_PRICE.search(own)) and (supply.context is None or bool(re.search(supply.context, own)))


def _proof(*, void: bool) -> Proof:
    return "void" if void else "document"


def _measures(quantity: Quantity, words: str, supply: Supply) -> bool:
    return quantity.unit == supply.unit and (supply.context is None or bool(re.search(supply.context, words)))


def _part(quantity: Quantity, supply: Supply) -> Decimal | bool | None:
    match supply.take:
        case "value":
            return quantity.value
        case "exists":
            return True
        case "remaining":
            return 1 - quantity.value if quantity.off else quantity.value
        case "reduction":
            return quantity.value if quantity.off else 1 - quantity.value
        case "every_months":
            number = quantity.every_months
        case _:
            number = quantity.month_of_period
    return None if number is None else Decimal(number)
