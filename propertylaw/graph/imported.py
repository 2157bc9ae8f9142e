"""The local texts in the user's library join the graph of a day at a place."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from propertylaw.library import KnowledgeBase
from propertylaw.model import Diagnostic, Instrument, Norm
from propertylaw.rulebook import Catalogue


@dataclass(frozen=True, slots=True)
class Imported:
    """What joins a graph."""

    norms: tuple[Norm, ...]
    instruments: tuple[Instrument, ...]
    doubts: tuple[Diagnostic, ...]


def imported(there: Collection[str], instruments: Iterable[Instrument], day: date, place: str) -> Imported:
    """Norms of the imported texts in force on the day at the place.

    Args:
        there: ids of the instruments whose norms the graph has itself; to them nothing is added.
        instruments: what is known of sources.
        day: the day.
        place: a place in any usual form.
    """
    law = KnowledgeBase(day, place, catalogue=Catalogue(instruments))
    texts = [text for text in law.local_texts if text.instrument.id not in there]
    known = (law.catalogue.get(text.instrument.id) for text in texts)
    return Imported(
        norms=tuple(norm for text in texts for norm in law.norms_of(text)),
        instruments=tuple(one for one in known if one is not None),
        doubts=tuple(one for one in law.doubts if one.locator is None or one.locator.instrument not in there),
    )
