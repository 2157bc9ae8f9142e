"""`lint`: what is unclear, missing, contradictory or wrongly cited in regulations, alone and side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from propertylaw.extraction import extract
from propertylaw.model import Article, Citation, Diagnostic, Locator, Modality, Norm, Outline, Source, Span
from propertylaw.structure import citations

from .registry import checks_for
from .run import run
from .settings import Settings
from .view import smallest_at

_Key = tuple[int | None, int | None, int | None]


def _key(place: Locator) -> _Key:
    return place.annex, place.article, place.branch


@dataclass(frozen=True)
class Regulation:
    """A regulation as the checks see it."""

    source: Source
    outline: Outline
    norms: tuple[Norm, ...]
    others: tuple[Outline, ...] = ()
    """The texts it is looked at together with."""

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every reference in it."""
        return citations(self.source, self.outline, self.others)

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

    def worded(self, wording: str) -> str:
        """The wording as it is: a regulation has no parties of its own."""
        return wording


def lint(texts: Sequence[tuple[Source, Outline]], settings: Settings | None = None) -> tuple[Diagnostic, ...]:
    """Check regulations.

    Args:
        texts: each with its structure; references between them are resolved.
        settings: which checks to run; all, where left out.
    """
    wanted = settings or Settings()
    chosen = wanted.chosen(checks_for("regulation"))
    found: list[Diagnostic] = []
    for source, outline in texts:
        others = tuple(one for _, one in texts if one is not outline)
        found += run(Regulation(source, outline, extract(source, outline), others), chosen)
    return wanted.applied(found)
