"""`extract`: a source and its outline go through the spaCy pipeline, provision by provision, and become norms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from propertylaw.model import Article, Locator, Norm, Outline, Paragraph, PartyId, Source

from .context import Context
from .draft import Parties
from .liable import with_bearers_of_cited
from .merging import Place
from .parties import document_parties, short_names
from .provisions import Layout

if TYPE_CHECKING:
    from spacy.language import Language


def extract(source: Source, outline: Outline) -> tuple[Norm, ...]:
    """The norms that a text states, in reading order.

    Args:
        source: the text.
        outline: its structure, from `propertylaw.structure.outline`.

    Returns:
        Norms with origin `extracted`. Their `action` is a run of the text; `confidence` says how much of a norm had to
        be inferred. Ids are the locator and a running number within it.
    """
    names = {**short_names(outline), **document_parties(outline)}
    norms = [norm for article in outline.articles for norm in _article(source, outline, article, names)]
    return tuple(_numbered(with_bearers_of_cited(norms)))


@cache
def pipeline() -> Language:
    """The pipeline: characters as tokens, then parties, then norms."""
    import spacy

    from . import components  # noqa: F401  (registers the factories)

    nlp = spacy.blank("zh")
    nlp.add_pipe("propertylaw_parties")
    nlp.add_pipe("propertylaw_norms")
    return nlp


def _article(source: Source, outline: Outline, article: Article, names: Mapping[str, PartyId]) -> Iterator[Norm]:
    nlp = pipeline()
    carried: Parties = ()
    for paragraph in article.paragraphs:
        doc = nlp.make_doc(source.text[slice(*paragraph.text_span)])
        doc._.propertylaw_context = _context(outline, article, paragraph, names, carried)
        doc = nlp(doc)
        places = _places(paragraph)
        for norm in doc._.norms:
            yield norm.model_copy(update={"locator": places[str(norm.locator)]})
        carried = tuple(doc._.propertylaw_carried)


def _context(
    outline: Outline, article: Article, paragraph: Paragraph, names: Mapping[str, PartyId], carried: Parties
) -> Context:
    start = paragraph.text_span[0]
    items = tuple((a - start, b - start) for a, b in (item.text_span for item in paragraph.items))
    lead = (paragraph.lead_span[0] - start, paragraph.lead_span[1] - start)
    place = Place(
        kind=outline.kind,
        paragraph=paragraph.locator,
        items=tuple(item.locator for item in paragraph.items),
        label=(paragraph.label or article.label) if outline.kind == "contract" else None,
        offset=start,
    )
    return Context(Layout(lead, items), place, names, carried)


def _places(paragraph: Paragraph) -> dict[str, Locator]:
    return {str(part.locator): part.locator for part in (paragraph, *paragraph.items)}


def _numbered(norms: Iterable[Norm]) -> Iterator[Norm]:
    counts: Counter[str] = Counter()
    for norm in norms:
        place = str(norm.locator)
        counts[place] += 1
        yield norm.model_copy(update={"id": f"{place}#{counts[place]}"})
