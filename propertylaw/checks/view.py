"""What a check sees of a contract: its clauses with their sentences and norms, its parties, and where all stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from propertylaw.extraction import extract
from propertylaw.extraction.draft import Parties
from propertylaw.extraction.parties import PartyFinder, document_names, finder_for
from propertylaw.model import Article, Locator, Norm, Outline, PartyId, Source, Span

from .beside import Beside
from .contract_kind import ContractKind, kind_of, usual_names
from .masking import masked
from .printed_place import printed_place
from .rewording import Rewording, reworded
from .wordings import Wording

_SENTENCE = re.compile(r"[^。！？\n]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a clause, with its parties as tokens."""

    span: Span
    masked: str
    lead: str
    """The masked words that introduce the list it is an item of; empty elsewhere."""


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
        """The clauses of the body and then of the annexes."""
        articles = [*self.outline.articles, *(one for annex in self.outline.annexes for one in annex.articles)]
        return tuple(self._clause(article) for article in articles)

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

    def reworded(self, wordings: Sequence[Wording], hit: Span) -> Rewording | None:
        """The words that may take the place of others around a hit, where one of the wordings is for them."""
        return reworded(self, wordings, hit)

    def locator_at(self, position: int) -> Locator | None:
        """The smallest provision that a place of the document lies in."""
        return smallest_at(self.outline, position)

    def _clause(self, article: Article) -> Clause:
        start, end = article.text_span
        words = self.masked[start:end]
        norms = tuple(one for one in self.norms if one.text_span and start <= one.text_span[0] < end)
        return Clause(article, self.source.text[start:end], words, tuple(self._sentences(article)), norms)

    def _sentences(self, article: Article) -> Iterator[Sentence]:
        leads = [(item.text_span, paragraph.lead_span) for paragraph in article.paragraphs for item in paragraph.items]
        start, end = article.text_span
        for match in _SENTENCE.finditer(self.source.text, start, end):
            lead = next((lead for span, lead in leads if span[0] <= match.end() - 1 < span[1]), None)
            inside = lead is not None and lead[0] >= match.start()
            words = self.masked[slice(*lead)] if lead and not inside else ""
            yield Sentence(match.span(), self.masked[slice(*match.span())], words)


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
