"""A document of a dispute, once it is read: from its file, or from the texts of the user's library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from propertylaw.extraction import body_prevails, document_parties, extract, terms, unnamed_sides
from propertylaw.extraction.contracts.view import contract_text
from propertylaw.library import KnowledgeBase, StoredText, instrument_of
from propertylaw.model import (
    Diagnostic,
    DocumentKind,
    Instrument,
    Locator,
    Norm,
    Outline,
    PartyId,
    Severity,
    Source,
    Term,
)
from propertylaw.reading import read
from propertylaw.reading.recognition import Progress
from propertylaw.rulebook import parties
from propertylaw.structure import outline
from propertylaw.structure.printed_clauses import printed_clauses

from .signed_clauses import SignedClauses

_SQUARE = r"(?:平方米|平米|㎡|m2|m²)"
_PRICE_WORDS = re.compile(
    rf"元(?:/|／|每){_SQUARE}|元(?:/|／|每)月(?:·|/|／|每|\.)?{_SQUARE}|每{_SQUARE}[^。；]{{0,8}}元", re.IGNORECASE
)
"""How documents write the unit of a price, however the number stands to it."""


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
    """Of a text of law: what its articles, paragraphs and items say."""
    terms: tuple[Term, ...] = ()
    """Of a contract: what its sentences and tables measure."""
    body_prevails: bool = False
    """Whether it says that its body goes before its annexes."""
    prices: tuple[Locator, ...] = ()
    """Tables of prices by area and month; the document as a whole where only its text speaks of such prices."""
    printed: Mapping[str, str] = field(default_factory=dict)
    """How its clauses are numbered in print, where their locators count otherwise."""
    signed: SignedClauses | None = None
    """Of a contract: its clauses with the signs of contract review."""


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
    norms, of_contract = extract(source, structure), structure.kind == "contract"
    return Document(
        instrument=instrument_of(source, structure),
        kind=structure.kind,
        parties=frozenset(document_parties(structure).values()),
        articles=len(structure.articles),
        norms=norms,
        words=dict(_provisions(source, structure)) if structure.kind == "statute" else {},
        terms=terms(source, structure) if of_contract else (),
        diagnostics=(*structure.diagnostics, *_who_is_who(source, structure)),
        body_prevails=body_prevails(source),
        prices=_prices(source, structure),
        printed=printed_clauses(structure),
        signed=SignedClauses(contract_text(source, structure, norms)) if of_contract else None,
    )


def _who_is_who(source: Source, structure: Outline) -> Iterator[Diagnostic]:
    """That a contract does not say who 甲方 and 乙方 are, and for whom they were taken."""
    sides = unnamed_sides(structure, source.text)
    if sides is None:
        return
    taken = "、".join(f"把{letter}当作{parties()[party].title}" for letter, party in sides.items())
    said = (
        f"照条款和通例，{taken}" if taken else "从条款也看不出哪一方是物业服务人，只写“甲方”“乙方”的条款没有算到谁头上"
    )
    yield Diagnostic(
        code="DOC009",
        severity=Severity.INFO if sides else Severity.HIGH,
        message=f"《{structure.title or source.name}》没有写明甲方、乙方是谁；{said}",
        locator=Locator(instrument=structure.instrument),
        advice="照原件在合同开头补上“甲方：…”“乙方：…”两行",
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
    taken = Diagnostic(
        code="DOC003", severity=severity, message=said, locator=Locator(instrument=instrument.id), advice=advice
    )
    return Document(
        instrument=instrument,
        kind="statute",
        parties=frozenset(),
        articles=text.articles,
        norms=law.norms_of(text),
        diagnostics=(taken,),
    )


def _prices(source: Source, structure: Outline) -> tuple[Locator, ...]:
    """Where a document speaks of prices by area and month."""
    whole = Locator(instrument=structure.instrument)
    tables = [
        (one.locator or whole).bare
        for one in structure.tables
        if _PRICE_WORDS.search("".join(source.text[slice(*one.table.text_span)].split()))
    ]
    if tables:
        return tuple(dict.fromkeys(tables))
    return (whole,) if _PRICE_WORDS.search("".join(source.text.split())) else ()


def _provisions(source: Source, structure: Outline) -> Iterator[tuple[Locator, str]]:
    for article in structure.articles:
        items = (item for paragraph in article.paragraphs for item in paragraph.items)
        for part in (article, *article.paragraphs, *items):
            yield part.locator.bare, source.text[slice(*part.text_span)]
