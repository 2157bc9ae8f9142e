"""Which texts and which citations of the curated rules a search may answer from: those of the day and the place."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from propertylaw.model import NATION, Instrument, Version
from propertylaw.rulebook.digests import known_fingerprint

from .knowledge import KnowledgeBase
from .texts import StoredText

Standing = Literal["in_force", "former"]
"""In force on the day; no longer in force (or not with these numbers) while the text that followed is not at hand."""


class Scope:
    """The law of a day at a place, as a search sees it.

    Args:
        law: the law of the day at the place.
        texts: what is in the user's library.
    """

    def __init__(self, law: KnowledgeBase, texts: tuple[StoredText, ...]) -> None:
        self._law, self._all = law, texts
        self._cited: dict[str, Standing | None] = {}

    @cached_property
    def texts(self) -> dict[int, tuple[StoredText, Standing]]:
        """The texts to answer from, by id."""
        found = {text.id: (text, self._of_text(text)) for text in self._all}
        return {id: (text, standing) for id, (text, standing) in found.items() if standing}

    @cached_property
    def territories(self) -> tuple[str, ...]:
        """The nation, then the province, then the city, as far as there are texts."""
        found = {self.territory(text.instrument.id) for text, _ in self.texts.values()}
        return (NATION, *sorted(found - {NATION}, key=len))

    def texts_of(self, territory: str) -> list[StoredText]:
        """The texts of the nation, of a province or of a city to answer from."""
        return [text for text, _ in self.texts.values() if self.territory(text.instrument.id) == territory]

    def territory(self, instrument: str) -> str:
        """Where an instrument applies."""
        known = self._law.catalogue.get(instrument)
        return known.territory if known else NATION

    def version(self, instrument: str) -> Version | None:
        """The version in force on the day; of one that has ended, the last."""
        known = self._law.catalogue.get(instrument)
        if known is None:
            return None
        return known.version_on(self._law.on) or (known.versions[-1] if known.versions else None)

    def cited(self, instrument: str) -> Standing | None:
        """Whether the rules, which cite the version that was compared, may be answered from; None: they may not."""
        if instrument not in self._cited:
            self._cited[instrument] = self._of_rules(instrument)
        return self._cited[instrument]

    def standing(self, instrument: str) -> Standing:
        """Of an instrument that is answered from."""
        return self._by_instrument.get(instrument) or self.cited(instrument) or "in_force"

    @cached_property
    def _by_instrument(self) -> dict[str, Standing]:
        return {text.instrument.id: standing for text, standing in self.texts.values()}

    def _of_rules(self, instrument: str) -> Standing | None:
        known = self._law.catalogue.get(instrument)
        if known is None or not known.versions:
            return "in_force"
        if not self._law.covers(known.territory):
            return None
        compared = [one for one in known.versions if known_fingerprint(instrument, one.name)]
        return self._against(known, compared[-1] if compared else known.versions[-1])

    def _of_text(self, text: StoredText) -> Standing | None:
        known = self._law.catalogue.get(text.instrument.id) or text.instrument
        if not self._law.covers(known.territory):
            return None
        version = next((one for one in known.versions if one.name == text.version), None)
        if version is None:
            return "in_force" if not known.versions else None
        valid = known.version_on(self._law.on)
        if valid is not None and valid.name != version.name and self._is_held(known.id, valid):
            return None
        return self._against(known, version)

    def _against(self, known: Instrument, version: Version) -> Standing | None:
        """A version against the one that applies on the day."""
        valid = known.version_on(self._law.on)
        if valid is None:
            ended = known.repealed is not None and self._law.on >= known.repealed
            return "former" if ended and not self._has_successor(known) else None
        between = known.versions[known.versions.index(version) + 1 : known.versions.index(valid) + 1]
        if known.versions.index(valid) < known.versions.index(version):
            return None
        return "former" if any(one.renumbered for one in between) else "in_force"

    def _is_held(self, instrument: str, version: Version) -> bool:
        return any(one.instrument.id == instrument and one.version == version.name for one in self._all)

    def _has_successor(self, known: Instrument) -> bool:
        return any(one.instrument.id == known.replaced_by for one in self._all)
