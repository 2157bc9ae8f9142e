"""`extract`: a source and its outline go through the spaCy pipeline, provision by provision, and become norms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from propertylaw.model import Article, Norm, Outline, Source

from .blocks import Block, blocks
from .context import Context
from .draft import Parties
from .liable import with_bearers_of_cited
from .merging import Place
from .parties import document_names
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
    names = document_names(outline)
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


def _article(source: Source, outline: Outline, article: Article, names: Mapping[str, Parties]) -> Iterator[Norm]:
    nlp = pipeline()
    carried: Parties = ()
    for block in blocks(article, source.text):
        context = _context(outline, article, block, names, carried)
        doc = nlp.make_doc(source.text[slice(*block.span)])
        doc._.propertylaw_context = context
        doc = nlp(doc)
        places = {str(place): place for place in (context.place.paragraph, *context.place.items)}
        yield from (norm.model_copy(update={"locator": places[str(norm.locator)]}) for norm in doc._.norms)
        carried = tuple(doc._.propertylaw_carried)


def _context(
    outline: Outline, article: Article, block: Block, names: Mapping[str, Parties], carried: Parties
) -> Context:
    start = block.span[0]
    lead_start, lead_end = block.paragraph.lead_span
    layout = Layout(
        lead=(lead_start - start, lead_end - start),
        items=tuple((span[0] - start, span[1] - start) for span, _ in block.items),
    )
    place = Place(
        kind=outline.kind,
        paragraph=block.paragraph.locator,
        items=tuple(locator for _, locator in block.items),
        label=(block.paragraph.label or article.label) if outline.kind == "contract" else None,
        offset=start,
    )
    return Context(layout, place, names, carried)


def _numbered(norms: Iterable[Norm]) -> Iterator[Norm]:
    counts: Counter[str] = Counter()
    for norm in norms:
        place = str(norm.locator)
        counts[place] += 1
        yield norm.model_copy(update={"id": f"{place}#{counts[place]}"})
