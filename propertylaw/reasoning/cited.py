"""The provisions of law that an analysis cites, and whether their texts are at hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import BaseModel

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, Locator


def with_texts(analysis: Analysis, law: KnowledgeBase, given: Collection[str]) -> Analysis:
    """The analysis with what is known of the text of each provision it cites.

    Args:
        analysis: the analysis.
        law: the law of its day and place.
        given: ids of the instruments among the documents of the dispute, whose texts are there.
    """
    places = dict.fromkeys(_locators(analysis))
    cited = (at for at in places if at.instrument not in given and not at.instrument.startswith("doc:"))
    return analysis.model_copy(update={"texts": tuple(law.cited_text(at) for at in sorted(cited))})


def _locators(thing: object) -> Iterator[Locator]:
    """Every place within a value, however deep."""
    if isinstance(thing, Locator):
        yield thing
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from _locators(part)
    elif isinstance(thing, BaseModel):
        yield from _locators(tuple(thing.__dict__.values()))
    elif isinstance(thing, dict):
        yield from _locators(tuple(thing.values()))
