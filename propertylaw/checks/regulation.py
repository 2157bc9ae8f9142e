"""`lint`: what is unclear, missing, contradictory or wrongly cited in regulations, alone and side by side."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from propertylaw.extraction.contracts.view import smallest_at
from propertylaw.extraction.contracts.words import pattern
from propertylaw.graph import Clash, Relation, clashes
from propertylaw.library import instrument_of
from propertylaw.model import (
    Article,
    Citation,
    Diagnostic,
    Locator,
    Modality,
    Norm,
    Outline,
    Paragraph,
    Rank,
    Source,
    Span,
)
from propertylaw.rulebook import topics
from propertylaw.structure import Scope, citations

from .body import Body, body_of
from .registry import checks_for
from .rewording import Rewording
from .run import run
from .settings import Settings
from .versions import last_changed, later_version
from .wordings import Wording

_SEVERAL_BODIES = 3
"""Bodies with a task of their own each in one article, from which on it divides the tasks."""
_OFFICES = ("部门", "机关", "机构")

_Key = tuple[int | None, int | None, int | None]


def _key(place: Locator) -> _Key:
    return place.annex, place.article, place.branch


@dataclass(frozen=True)
class Regulation:
    """A regulation as the checks see it."""

    source: Source
    outline: Outline
    norms: tuple[Norm, ...]
    body: Body
    """It and the texts it is looked at together with, as law."""

    @cached_property
    def others(self) -> tuple[Outline, ...]:
        """The texts it is looked at together with."""
        return tuple(one for one in self.body.outlines if one is not self.outline)

    @cached_property
    def later_version(self) -> Outline | None:
        """The latest version of the same text among the others, where it is later than this one."""
        return later_version(self.outline, self.others)

    @cached_property
    def scope(self) -> Scope:
        """Tells which provisions there are."""
        return Scope(self.outline, self.others)

    @cached_property
    def rank(self) -> Rank:
        """What kind of source it is."""
        return instrument_of(self.source, self.outline).rank

    @property
    def day(self) -> date | None:
        """When it was last adopted or amended, as its head says."""
        return last_changed(self.outline)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every reference in it."""
        return citations(self.source, self.outline, self.others)

    @cached_property
    def relations(self) -> Sequence[Relation]:
        """The relations in which its norms give way to others, or differ from those of another place."""
        return self.body.relations_of(self.outline)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """What contradicts itself in it."""
        return clashes(self.norms, topics())

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of its articles."""
        return tuple(one for article in self.outline.articles for one in article.paragraphs)

    def matches(self, words: re.Pattern[str], *hints: str) -> Iterator[re.Match[str]]:
        """Where words stand in its articles, in reading order.

        Args:
            words: what to look for.
            hints: plain words of which every match holds one; articles with none of them are passed over.
        """
        text = self.source.text
        for article in self._with_any(hints) if hints else self.outline.articles:
            yield from words.finditer(text, *article.text_span)

    def _with_any(self, hints: Sequence[str]) -> Iterator[Article]:
        """The articles that hold one of these words, in reading order."""
        text = self.source.text
        found: set[int] = set()
        for hint in hints:
            place = text.find(hint)
            while place >= 0:
                at = bisect_right(self._begins, place) - 1
                end = self.outline.articles[at].text_span[1] if at >= 0 else 0
                if place + len(hint) <= end:
                    found.add(at)
                place = text.find(hint, max(end - len(hint) + 1, place + 1))
        yield from (self.outline.articles[at] for at in sorted(found))

    @cached_property
    def _begins(self) -> Sequence[int]:
        """Where its articles begin."""
        return [article.text_span[0] for article in self.outline.articles]

    def sentence_at(self, position: int) -> Span:
        """The sentence around a place, between two full stops or line ends."""
        text = self.source.text
        start = max(text.rfind("。", 0, position), text.rfind("\n", 0, position)) + 1
        ends = [at for at in (text.find("。", position), text.find("\n", position)) if at >= 0]
        return start, min(ends, default=len(text))

    def article_at(self, position: int) -> Article | None:
        """The article that a place lies in."""
        at = bisect_right(self._begins, position) - 1
        found = self.outline.articles[at] if at >= 0 else None
        return found if found and position < found.text_span[1] else None

    @cached_property
    def sanctioned(self) -> tuple[Locator, ...]:
        """The provisions that its sanctions and liabilities cite."""
        kinds = (Modality.SANCTION, Modality.LIABILITY)
        return tuple(
            target
            for norm in self.norms
            if norm.modality in kinds
            for citation in norm.cites
            for target in citation.targets
            if target.instrument == self.outline.instrument
        )

    @cached_property
    def divides_tasks(self) -> bool:
        """Whether one of its articles says which of several bodies looks after what."""
        for article in self.outline.articles:
            words = self.words(article)
            if sum(map(words.count, _OFFICES)) < _SEVERAL_BODIES:
                continue
            if len({found["body"] for found in pattern("{looks_after}").finditer(words)}) >= _SEVERAL_BODIES:
                return True
        return False

    def words(self, article: Article) -> str:
        """The words of an article."""
        return self.source.text[slice(*article.text_span)]

    def norms_of(self, article: Article) -> Sequence[Norm]:
        """The norms that stand in an article."""
        return self._by_article.get(_key(article.locator), ())

    @cached_property
    def _by_article(self) -> Mapping[_Key, Sequence[Norm]]:
        found: dict[_Key, list[Norm]] = {}
        for norm in self.norms:
            found.setdefault(_key(norm.locator), []).append(norm)
        return found

    def find(self, words: str, within: Span) -> Span | None:
        """Where words stand in a stretch of the text."""
        at = self.source.text.find(words, *within)
        return (at, at + len(words)) if at >= 0 else None

    def locator_at(self, position: int) -> Locator | None:
        """The smallest provision that a place lies in."""
        return smallest_at(self.outline, position)

    def label_at(self, position: int) -> str | None:
        """None: a regulation is cited by its locator."""
        return None

    def place_at(self, position: int) -> str:
        """Nothing: a regulation is cited by its locator."""
        return ""

    def model_clause(self, issue: str) -> str | None:
        """None: clauses are suggested for contracts."""
        return None

    def reworded(self, wordings: Sequence[Wording], hit: Span) -> Rewording | None:
        """None: wording is suggested for contracts."""
        return None


def lint(texts: Sequence[tuple[Source, Outline]], settings: Settings | None = None) -> tuple[Diagnostic, ...]:
    """Check regulations.

    Args:
        texts: each with its structure; references between them are resolved.
        settings: which checks to run; all, where left out.
    """
    wanted = settings or Settings()
    chosen = wanted.chosen(checks_for("regulation"))
    outlines = [outline for _, outline in texts]
    old = {id(one) for one in outlines if later_version(one, outlines)}
    body = body_of([text for text in texts if id(text[1]) not in old])
    found: list[Diagnostic] = []
    for source, outline in texts:
        regulation = Regulation(source, outline, body.norms_of(outline), body)
        found += run(regulation, [one for one in chosen if one.of_old_versions is (id(outline) in old)])
    return wanted.applied(found)
