"""What a check sees of a contract: its clauses with their sentences and norms, its parties, and where all stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from propertylaw.extraction import extract
from propertylaw.extraction.draft import Parties
from propertylaw.extraction.parties import PartyFinder, document_names, finder_for
from propertylaw.model import Annex, Article, Locator, Norm, Outline, Paragraph, PartyId, Source, Span

from .beside import Beside
from .contract_kind import ContractKind, kind_of, usual_names
from .defined import meanings, used_in
from .masking import masked
from .printed_place import printed_place
from .rewording import Rewording, model_clause, reworded
from .wordings import Wording

_SENTENCE = re.compile(r"[^。！？\n]+")
_BLANK_LEAD = 2
"""Characters of a lead-in that says nothing: marks of the layout."""
_TITLE = re.compile(r"\s*【(?=[^】]*[一-龥])[^】_＿]{2,20}】")
"""A title at the head of a clause: it says what the clause is about, and states nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a clause, with its parties as tokens."""

    span: Span
    masked: str
    lead: str
    """The masked words that introduce the list it is an item of; empty elsewhere."""
    meanings: str = ""
    """The masked words that say, there or elsewhere, what its terms mean."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A top-level clause of a contract, in the body or in an annex."""

    article: Article
    text: str
    masked: str
    sentences: tuple[Sentence, ...]
    norms: tuple[Norm, ...]

    @property
    def start(self) -> int:
        """Where its text begins in the document."""
        return self.article.text_span[0]

    def norms_at(self, position: int) -> Iterator[Norm]:
        """The norms whose sentence covers a place of the document."""
        return (norm for norm in self.norms if norm.text_span and norm.text_span[0] <= position < norm.text_span[1])


@dataclass(frozen=True)
class Contract:
    """A contract as the checks see it."""

    source: Source
    outline: Outline
    norms: tuple[Norm, ...]
    kind: ContractKind
    signatory: PartyId
    """Who signs opposite the provider; for covenants and rules of procedure who made them or is bound."""
    names: Mapping[str, Parties]
    beside: tuple[Beside, ...] = ()
    """What the user wants it held against."""

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

    @cached_property
    def rows(self) -> tuple[Clause, ...]:
        """The rows of tables in annexes, each read as a clause of one sentence, its cells as steps."""
        return tuple(
            self._row(annex, placed.table.rows[0], row)
            for annex in self.outline.annexes
            for placed in self.outline.tables
            if annex.text_span[0] <= placed.table.text_span[0] < annex.text_span[1]
            for row in placed.table.rows[1:]
            if row
        )

    def _row(self, annex: Annex, head: Sequence[Span], row: Sequence[Span]) -> Clause:
        """A row under the title of its annex and the titles of its columns."""
        start, end = row[0][0], row[-1][1]
        titles = "，".join([annex.heading, *(self.masked[slice(*cell)] for cell in head)])
        words = self.masked[slice(*row[0])]
        for before, cell in pairwise(row):
            words += "，" * (cell[0] - before[1]) + self.masked[slice(*cell)]
        article = Article(locator=annex.locator, label=annex.label, text_span=(start, end))
        return Clause(article, self.source.text[start:end], words, (Sentence((start, end), words, titles),), ())

    @cached_property
    def _meanings(self) -> Mapping[str, Span]:
        return meanings(self.source.text, self.outline)

    @cached_property
    def annex_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of annexes that stand in no numbered clause and no table: notes under a list of prices."""
        taken = [one.table.text_span for one in self.outline.tables]
        taken += [article.text_span for annex in self.outline.annexes for article in annex.articles]
        found = (m.span() for annex in self.outline.annexes for m in _SENTENCE.finditer(self.masked, *annex.text_span))
        own = (span for span in found if not any(a < span[1] and span[0] < b for a, b in taken))
        return tuple(Sentence(span, self.masked[slice(*span)], "") for span in own)

    def label_at(self, position: int) -> str | None:
        """The printed number of the clause that a place of the document lies in."""
        clause = self.clause_at(position)
        return clause.article.label if clause else None

    def clause_at(self, position: int) -> Clause | None:
        """The clause that a place of the document lies in."""
        return next(
            (one for one in self.clauses if one.article.text_span[0] <= position < one.article.text_span[1]), None
        )

    def place_at(self, position: int) -> str:
        """Where a place is by the numbers that the contract prints."""
        return printed_place(self.outline, position)

    def model_clause(self, issue: str) -> str | None:
        """A clause for what the contract lacks."""
        return model_clause(self, issue)

    def reworded(self, wordings: Sequence[Wording], hit: Span) -> Rewording | None:
        """The words that may take the place of others around a hit, where one of the wordings is for them."""
        return reworded(self, wordings, hit)

    def locator_at(self, position: int) -> Locator | None:
        """The smallest provision that a place of the document lies in."""
        return smallest_at(self.outline, position)

    def related_at(self, position: int) -> tuple[Locator, ...]:
        """The same, as what a finding in another place is related to."""
        at = self.locator_at(position)
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


def contract_view(
    source: Source, outline: Outline, signatory: PartyId | None = None, beside: tuple[Beside, ...] = ()
) -> Contract:
    """A contract with everything the checks need to know.

    Args:
        source: the text.
        outline: its structure.
        signatory: who signs opposite the provider, where the caller knows; else taken from its parties and kind.
        beside: what it is held against besides national law.
    """
    kind = kind_of(outline.title)
    names = document_names(outline)
    found = signatory or _signatory(names, kind)
    return Contract(source, outline, extract(source, outline), kind, found, names, beside)


def _signatory(names: Mapping[str, Parties], kind: ContractKind) -> PartyId:
    between = {party for parties in names.values() for party in parties}
    for party in ("owners_committee", "developer", "owner"):
        if party in between:
            return party
    if kind.id == "covenant":
        return "owner"
    return next(one for one in (kind.first, kind.second) if one != "service_provider")
