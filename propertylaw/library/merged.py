"""The catalogue and the user's texts as one: instruments and versions that only the texts know join what ships."""

from __future__ import annotations

from collections.abc import Iterable

from propertylaw.model import Instrument
from propertylaw.rulebook import Catalogue

from .texts import StoredText


def with_texts(shipped: Catalogue, texts: Iterable[StoredText]) -> Catalogue:
    """A catalogue that also knows the instruments and versions of the texts."""
    known = {instrument.id: instrument for instrument in shipped}
    for text in texts:
        own = text.instrument
        known[own.id] = _joined(known[own.id], own) if own.id in known else own
    return Catalogue(known.values())


def _joined(known: Instrument, own: Instrument) -> Instrument:
    names = {version.name for version in known.versions}
    new = tuple(version for version in own.versions if version.name not in names)
    if not new:
        return known
    versions = sorted((*known.versions, *new), key=lambda version: version.begins)
    return known.model_copy(update={"versions": tuple(versions)})
