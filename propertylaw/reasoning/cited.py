"""The provisions of law that an analysis cites, and whether their texts are at hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta

from pydantic import BaseModel

from propertylaw.library import KnowledgeBase
from propertylaw.model import Analysis, CitedText, Locator


def with_texts(analysis: Analysis, law: KnowledgeBase, given: Collection[str]) -> Analysis:
    """The analysis with what is known of the text of each provision it cites.

    Args:
        analysis: the analysis.
        law: the law of its day and place.
        given: ids of the instruments among the documents of the dispute, whose texts are there.
    """
    places = dict.fromkeys(_locators(analysis))
    then = {at for finding in analysis.claims if finding.time for at in _locators(finding)}
    cited = (at for at in places if at.instrument not in given and not at.instrument.startswith("doc:"))
    texts = (_of_its_time(at, law) if at in then else law.cited_text(at) for at in sorted(cited))
    return analysis.model_copy(update={"texts": tuple(texts)})


def _of_its_time(at: Locator, law: KnowledgeBase) -> CitedText:
    """What is known of a provision beside facts of an earlier time: of older law, as it last stood."""
    known = law.catalogue.get(at.instrument)
    if known is None or known.repealed is None or known.repealed > law.on:
        return law.cited_text(at)
    then = KnowledgeBase(known.repealed - timedelta(days=1), law.place, rules=law.rules, library=law.library)
    return then.cited_text(at)


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
