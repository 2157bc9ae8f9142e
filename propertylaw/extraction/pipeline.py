"""`extract`: a source and its outline are read paragraph by paragraph; `pipeline`: the same reading in spaCy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from propertylaw.model import Article, Norm, Outline, Source

from .blocks import Block, blocks
from .context import Context
from .draft import Parties
from .liable import with_bearers_of_cited
from .merging import Place
from .paragraphs import read_paragraph
from .parties import document_names, finder_for
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
    numbers: Counter[str] = Counter()
    norms = [norm for article in outline.articles for norm in _article(source, outline, article, names, numbers)]
    return tuple(with_bearers_of_cited(norms))


@cache
def pipeline() -> Language:
    """The pipeline: characters as tokens, then parties, then norms."""
    import spacy

    from . import components  # noqa: F401  (registers the factories)

    nlp = spacy.blank("zh")
    nlp.add_pipe("propertylaw_parties")
    nlp.add_pipe("propertylaw_norms")
    return nlp


def _article(
    source: Source,
    outline: Outline,
    article: Article,
    names: Mapping[str, Parties],
    numbers: Counter[str],
) -> Iterator[Norm]:
    finder = finder_for(names)
    carried: Parties = ()
    for block in blocks(article, source.text):
        text = source.text[slice(*block.span)]
        context = _context(outline, article, block, carried, numbers)
        reading = read_paragraph(text, finder.find(text), context)
        yield from reading.norms
        carried = reading.carried


def _context(outline: Outline, article: Article, block: Block, carried: Parties, numbers: Counter[str]) -> Context:
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
        numbers=numbers,
    )
    return Context(layout, place, carried=carried)
