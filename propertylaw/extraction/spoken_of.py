"""Sentences of a contract that speak of a term, and of which nothing was read: what they fix has to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from propertylaw.model import Locator, Quantity, Span, Term
from propertylaw.model.topic import SpokenOf
from propertylaw.rulebook import topics

_LAST_DAY = "last_day"
_STOPS = re.compile("[，。；\n]")


def only_spoken_of(text: str, sentences: Iterable[tuple[Span, Locator]], read: Sequence[Term]) -> Iterator[Term]:
    """A term for each such sentence, with the topics of which it speaks.

    Args:
        text: of the contract, folded.
        sentences: where they stand, and of which provision.
        read: the terms that were read from the contract.
    """
    wanted = {id: one for id, one in _spoken().items() if not any(_fixes(term, id, one) for term in read)}
    told = {(term.text_span, unit) for term in read for unit in term.not_understood}
    for span, at in sentences if wanted else ():
        words = text[slice(*span)]
        figures = [one for term in read if term.text_span == span for one in term.quantities]
        about = tuple(
            id
            for id, one in wanted.items()
            if _speaks(besides(words, figures, one.changes), one) and (span, one.changes) not in told
        )
        if about:
            of = tuple(wanted[id].changes or id for id in about)
            yield Term(locator=at, text_span=span, words=words.strip(), topics=about, not_understood=of)


def besides(words: str, figures: Iterable[Quantity], unit: str | None) -> str:
    """The words without the figures of a unit that were read from them: a price that is read stands for its years."""
    for one in figures:
        if one.unit == unit:
            words = words.replace(one.text, "")
    return words


def changes(words: str, topic: str) -> bool:
    """Whether a part of a sentence that fixes a term changes it in a way that is not read: a price that rises.

    Args:
        words: of the sentence.
        topic: what it fixes.
    """
    how = _spoken()[topic]
    parts = _STOPS.split(words)
    return any(re.search(how.patterns[-1], one) and not any(re.search(no, one) for no in how.unless) for one in parts)


@cache
def _spoken() -> dict[str, SpokenOf]:
    return {id: one.spoken_of for id, one in topics().items() if one.spoken_of}


def _fixes(term: Term, topic: str, how: SpokenOf) -> bool:
    """Whether a term fixes what the topic is about, or is known already to speak of it."""
    if topic not in term.topics or how.changes:
        return False
    measured = any(one.unit in how.read_as for one in term.quantities)
    return measured or topic in term.not_understood or (_LAST_DAY in how.read_as and term.last_day is not None)


def _speaks(words: str, how: SpokenOf) -> bool:
    return all(re.search(one, words) for one in how.patterns) and not any(re.search(one, words) for one in how.unless)
