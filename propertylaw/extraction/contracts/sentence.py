"""The sentences and clauses that checks look at, with their parties as tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from propertylaw.model import Article, Norm, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a clause, with its parties as tokens."""

    span: Span
    masked: str
    lead: str
    """The masked words that introduce the list it is an item of; empty elsewhere."""
    meanings: str = ""
    """The masked words that say, there or elsewhere, what its terms mean."""
    beside: str = ""
    """Masked words that limit it from elsewhere: of the clause that refers to its table, of itself before other words
    were put in. What may not stand in the sentence may not stand there either."""
    put_in: tuple[PutIn, ...] = ()
    """What stands elsewhere and was put in: then no place within its words is one of the document."""


@dataclass(frozen=True, slots=True)
class PutIn:
    """Words of another place that a sentence is read with."""

    says: str
    """How a finding names the place: 第一条对“协作单位”的定义."""
    span: Span
    """In the document."""
    of_table: bool = False
    """Whether it is the head of a table or the title of an annex: examples of clauses are no measure for it."""


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
