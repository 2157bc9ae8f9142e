"""`extract`: a source and its outline are read paragraph by paragraph; `pipeline`: the same reading in spaCy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from propertylaw.model import Article, Norm, Outline, Source
from propertylaw.structure import Scope
from propertylaw.structure.folding import folded

from .blocks import Block, blocks
from .context import Context
from .draft import Parties
from .liable import with_bearers_of_cited
from .merging import Place
from .own_script import in_own_script
from .paragraphs import read_paragraph
from .parties import PartyFinder, document_names, finder_for
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
    text = folded(source.text)
    whole = _Whole(text, outline, Scope(outline), finder_for(document_names(outline, text)), Counter())
    norms = with_bearers_of_cited([norm for one in outline.articles for norm in _article(one, whole)])
    if whole.text == source.text:
        return tuple(norms)
    return tuple(in_own_script(norm, whole.text, source.text) for norm in norms)


@cache
def pipeline() -> Language:
    """The pipeline: characters as tokens, then parties, then norms."""
    import spacy

    from . import components  # noqa: F401  (registers the factories)

    nlp = spacy.blank("zh")
    nlp.add_pipe("propertylaw_parties")
    nlp.add_pipe("propertylaw_norms")
    return nlp


class _Whole(NamedTuple):
    """What all paragraphs of a document share."""

    text: str
    outline: Outline
    scope: Scope
    finder: PartyFinder
    numbers: Counter[str]


def _article(article: Article, whole: _Whole) -> Iterator[Norm]:
    carried: Parties = ()
    for block in blocks(article, whole.text):
        text = whole.text[slice(*block.span)]
        context = _context(whole, article, block, carried)
        reading = read_paragraph(text, whole.finder.find(text), context)
        yield from reading.norms
        carried = reading.carried


def _context(whole: _Whole, article: Article, block: Block, carried: Parties) -> Context:
    start = block.span[0]
    lead_start, lead_end = block.paragraph.lead_span
    items = tuple([(span[0] - start, span[1] - start) for span, _ in block.items]) if block.items else ()
    layout = Layout((lead_start - start, lead_end - start), items)
    place = Place(
        kind=whole.outline.kind,
        paragraph=block.paragraph.locator,
        items=tuple([locator for _, locator in block.items]),
        label=(block.paragraph.label or article.label) if whole.outline.kind == "contract" else None,
        offset=start,
        numbers=whole.numbers,
        scope=whole.scope,
    )
    return Context(layout, place, carried=carried)
