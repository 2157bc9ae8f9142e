"""A contract as its signs are looked for: clauses with sentences and norms, parties as tokens, where all stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from propertylaw.extraction.draft import Parties
from propertylaw.extraction.parties import PartyFinder, document_names, finder_for
from propertylaw.model import Article, Citation, Locator, Norm, Outline, Paragraph, PartyId, Source, Span
from propertylaw.structure import citations

from .contract_kind import ContractKind, kind_of, usual_names
from .defined import meanings, used_in
from .masking import masked
from .put_in import Elsewhere
from .rows import Sheets
from .sentence import Clause, Sentence
from .stops import between_stops
from .tables import Row
from .words import pattern

_SENTENCE = re.compile(r"[^。！？\n]+")
_BLANK_LEAD = 2
"""Characters of a lead-in that says nothing: marks of the layout."""
_TITLE = re.compile(r"\s*【(?=[^】]*[一-龥])[^】_＿]{2,20}】")
"""A title at the head of a clause: it says what the clause is about, and states nothing."""


@dataclass(frozen=True)
class ContractText:
    """A contract, with its parties as tokens."""

    source: Source
    outline: Outline
    norms: tuple[Norm, ...]
    kind: ContractKind
    signatory: PartyId
    """Who signs opposite the provider; for covenants and rules of procedure who made them or is bound."""
    names: Mapping[str, Parties]

    @cached_property
    def finder(self) -> PartyFinder:
        """Finds the parties by every name they have here."""
        return finder_for({**usual_names(self.kind.id), **self.names})

    @cached_property
    def masked(self) -> str:
        """The whole text with its parties as tokens."""
        return masked(self.source.text, self.finder.find(self.source.text))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the body and then of the annexes; under a bare number each of its numbered parts is one."""
        articles = [*self.outline.articles, *(one for annex in self.outline.annexes for one in annex.articles)]
        return tuple(self._clause(part) for article in articles for part in _parts(article))

    @property
    def body(self) -> tuple[Clause, ...]:
        """The clauses outside the annexes."""
        return tuple(one for one in self.clauses if one.article.locator.annex is None)

    @cached_property
    def tables(self) -> tuple[tuple[Row, ...], ...]:
        """Of each table its rows as what they say of a thing."""
        return tuple(Sheets(self.source.text, self.masked, self.outline).facts())

    @cached_property
    def rows(self) -> tuple[Clause, ...]:
        """The rows of tables, each read as a clause."""
        return tuple(Sheets(self.source.text, self.masked, self.outline).rows(self._referring))

    @cached_property
    def notes(self) -> tuple[Clause, ...]:
        """What stands in annexes in no numbered clause and no table: notes under a list of prices."""
        return tuple(Sheets(self.source.text, self.masked, self.outline).notes(self._referring))

    @property
    def annex_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the notes, as they stand."""
        return tuple(one for clause in self.notes for one in clause.sentences if not one.put_in)

    @cached_property
    def readings(self) -> tuple[tuple[Clause, Sentence], ...]:
        """Every sentence with its clause, as it stands; then with what stands elsewhere put in."""
        elsewhere = Elsewhere(self.masked, self.outline, self._meanings, self.citations)
        clauses = (*self.clauses, *self.notes, *self.rows)
        plain = [(clause, one) for clause in clauses for one in clause.sentences]
        further = ((clause, each) for clause, one in plain if not one.put_in for each in elsewhere.readings(one))
        return (*sorted(plain, key=lambda pair: bool(pair[1].put_in)), *further)

    @cached_property
    def words(self) -> str:
        """All words of all readings: what does not stand here stands in none."""
        return "\n".join([self.masked, *(one.masked for _, one in self.readings if one.put_in)])

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """What the contract refers to."""
        return citations(self.source, self.outline, ())

    @cached_property
    def _referring(self) -> Mapping[int, str]:
        """By the number of an annex the words that refer to it and limit what it says: 由业主自愿选用，价格见附件三."""
        found: dict[int, str] = {}
        for one in self.citations:
            for target in one.targets if one.text_span else ():
                if target.annex and one.text_span:
                    start, end = between_stops(self.masked, *one.text_span, "。\n")
                    if pattern("{limits_rows}").search(self.masked, start, end):
                        found[target.annex] = f"{found.get(target.annex, '')}{self.masked[start:end]}\n"
        return found

    @cached_property
    def _meanings(self) -> Mapping[str, Span]:
        return meanings(self.source.text, self.outline)

    def label_at(self, position: int) -> str | None:
        """The printed number of the clause that a place of the document lies in."""
        clause = self.clause_at(position)
        return clause.article.label if clause else None

    def clause_at(self, position: int) -> Clause | None:
        """The clause that a place of the document lies in."""
        return next(
            (one for one in self.clauses if one.article.text_span[0] <= position < one.article.text_span[1]), None
        )

    def locator_at(self, position: int) -> Locator | None:
        """The smallest provision that a place of the document lies in."""
        return smallest_at(self.outline, position)

    def related_at(self, position: int) -> tuple[Locator, ...]:
        """The same, as what a finding in another place is related to; in an annex without clauses the annex."""
        annexes = (one.locator for one in self.outline.annexes if one.text_span[0] <= position < one.text_span[1])
        at = self.locator_at(position) or next(annexes, None)
        return (at,) if at else ()

    def _clause(self, article: Article) -> Clause:
        start, end = article.text_span
        words = _untitled(self.masked[start:end])
        norms = tuple(one for one in self.norms if one.text_span and start <= one.text_span[0] < end)
        return Clause(article, self.source.text[start:end], words, tuple(self._sentences(article)), norms)

    def _sentences(self, article: Article) -> Iterator[Sentence]:
        leads = [(item.text_span, paragraph.lead_span) for paragraph in article.paragraphs for item in paragraph.items]
        start, end = article.text_span
        for match in _SENTENCE.finditer(self.source.text, start, end):
            lead = next((lead for span, lead in leads if span[0] <= match.end() - 1 < span[1]), None)
            inside = lead is not None and lead[0] >= match.start()
            before = self.masked[slice(*lead)] if lead and not inside else ""
            words = self.masked[slice(*match.span())]
            said = _untitled(words) if match.start() == start else words
            yield Sentence(match.span(), said, before, self._meant(match.span()))

    def _meant(self, span: Span) -> str:
        """What the terms in a sentence mean."""
        terms = used_in(self.source.text[slice(*span)], self._meanings)
        return "；".join(self.masked[slice(*self._meanings[term])] for term in terms)


def _parts(article: Article) -> Iterator[Article]:
    """The numbered parts (3.1, 3.2) of a clause that has no words of its own but a title; else the clause itself."""
    (only, *more) = article.paragraphs or (None,)
    if only is None or more or not only.items or only.lead_span[1] - only.lead_span[0] > _BLANK_LEAD:
        yield article
        return
    if not all(one.label.startswith(f"{article.label}.") for one in only.items):
        yield article
        return
    for item in only.items:
        own = Paragraph(
            locator=item.locator, label="", text_span=item.text_span, lead_span=item.lead_span, items=item.sub_items
        )
        yield Article(locator=item.locator, label=item.label, text_span=item.text_span, paragraphs=(own,))


def _untitled(words: str) -> str:
    """Words with the title at their head blank; no place in them changes."""
    title = _TITLE.match(words)
    return words if title is None else "　" * title.end() + words[title.end() :]


def smallest_at(outline: Outline, position: int) -> Locator | None:
    """The smallest provision of a text that a place lies in; None outside its articles."""
    found = None
    for article in (*outline.articles, *(one for annex in outline.annexes for one in annex.articles)):
        if article.text_span[0] <= position < article.text_span[1]:
            found = article.locator
            for paragraph in article.paragraphs:
                for part in (paragraph, *paragraph.items):
                    if part.text_span[0] <= position < part.text_span[1]:
                        found = part.locator
    return found


def contract_text(source: Source, outline: Outline, norms: tuple[Norm, ...]) -> ContractText:
    """A contract as its signs are looked for.

    Args:
        source: the text.
        outline: its structure.
        norms: that were read from it.
    """
    kind, names = kind_of(outline.title), document_names(outline, source.text)
    return ContractText(source, outline, norms, kind, signatory_of(names, kind), names)


def signatory_of(names: Mapping[str, Parties], kind: ContractKind) -> PartyId:
    """Who signs opposite the provider, by the parties that are named and the kind of contract.

    Args:
        names: the parties by their names.
        kind: of the contract.
    """
    between = {party for parties in names.values() for party in parties}
    for party in ("owners_committee", "developer", "owner"):
        if party in between:
            return party
    if kind.id == "covenant":
        return "owner"
    return next(one for one in (kind.first, kind.second) if one != "service_provider")
