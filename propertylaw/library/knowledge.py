"""`KnowledgeBase`: the law of a day at a place, and where a document of the user's stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from propertylaw.model import (
    NATION,
    RANK_ORDER,
    CitedText,
    Claim,
    Diagnostic,
    Instrument,
    Locator,
    Rank,
    Severity,
)
from propertylaw.rulebook import Catalogue, Place, Rules, catalogue, place, rules

from .merged import with_texts
from .provision import Provisions
from .store import Library
from .texts import ProvisionText, StoredText

if TYPE_CHECKING:
    from propertylaw.model import Norm, Outline, Source
    from propertylaw.rulebook import Precedence

Status = Literal["in_force", "not_yet", "ended", "unknown"]


class KnowledgeBase:
    """The curated law, the catalogue and the user's texts as they stand on a day at a place.

    Args:
        on: the day whose law applies.
        place: a place in any usual form, such as 山东省青岛市 or 青岛; national law applies everywhere.
        rules: another body of curated law than the one that ships.
        catalogue: another catalogue than the one that ships.
        library: another library than the user's own.
    """

    def __init__(
        self,
        on: date,
        place: str,
        *,
        rules: Rules | None = None,
        catalogue: Catalogue | None = None,
        library: Library | None = None,
    ) -> None:
        self.on, self.place = on, place
        self.rules = rules or _shipped_rules()
        self.library = library or Library()
        self._catalogue = catalogue or _shipped_catalogue()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The instruments known, those of the user's library among them."""
        return with_texts(self._catalogue, self._texts)

    @property
    def doubts(self) -> tuple[Diagnostic, ...]:
        """What is not certain about the law of the place: an unknown place, local law whose text is missing."""
        return (*self.place_doubts, *(_without_text(one, self.on) for one in self.local_without_text))

    @property
    def place_doubts(self) -> tuple[Diagnostic, ...]:
        """Of an unknown or ambiguous place only national law is seen."""
        known = not self.place or self._where.province or self._where.city
        return () if known else (_unknown_place(self.place),)

    @property
    def no_local_law(self) -> tuple[Diagnostic, ...]:
        """No place is given, or the catalogue holds no local law of the place on the day."""
        if not self.place:
            return (_NO_PLACE,)
        local = any(one.territory != NATION for one in self.sources())
        return () if local or self.place_doubts else (_no_local_law(self.place),)

    def status(self, instrument: str) -> Status:
        """Whether an instrument applies on the day; `unknown` when neither catalogue nor library knows its time."""
        known = self.catalogue.get(instrument)
        if known is None or not known.versions:
            return "unknown"
        return status_of(known, self.on)

    def text_at(self, locator: Locator | str) -> ProvisionText:
        """A provision as it stood on the day: its words from the user's library, or which source ruled then and why
        its words are missing.

        Args:
            locator: the provision; with a version, that version whatever the day.

        Raises:
            LocatorError: the locator is malformed.
            LibraryError: the library cannot be read.
        """
        at = Locator.parse(locator) if isinstance(locator, str) else locator
        return self._provisions.at(at)

    def cited_text(self, at: Locator) -> CitedText:
        """Whether the text of a cited provision is at hand, as it stood on the day.

        Raises:
            LibraryError: the library cannot be read.
        """
        found = self.text_at(at)
        return CitedText(locator=at, state=found.state, says=found.says)

    def sources(self) -> tuple[Instrument, ...]:
        """The instruments that apply on the day at the place, the highest first."""
        applying = [one for one in self.catalogue if self.covers(one.territory) and self.status(one.id) == "in_force"]
        return tuple(sorted(applying, key=lambda one: (RANK_ORDER[one.rank], list(Rank).index(one.rank))))

    def precedence(self, one: str, other: str) -> Precedence | None:
        """Which of two instruments prevails where they differ; None where one is unknown or no rule fits.

        Args:
            one: id of an instrument.
            other: id of another.
        """
        from propertylaw.rulebook import precedence

        first, second = self.catalogue.get(one), self.catalogue.get(other)
        return precedence(first, second) if first and second else None

    def norms(self) -> tuple[Norm, ...]:
        """Norms of the instruments in force on the day whose territory covers the place: the curated ones, and those
        of the local texts that the user imported."""
        return self.curated_norms() + tuple(norm for text in self.local_texts for norm in self.norms_of(text))

    def curated_norms(self) -> tuple[Norm, ...]:
        """The norms of `rules/` among them."""
        return tuple(norm for norm in self.rules.norms.values() if self.applies(norm.locator))

    def norms_at(self, places: Iterable[Locator]) -> tuple[Norm, ...]:
        """The curated norms of provisions, each named whole or to a paragraph or item, that apply here; in order.

        Args:
            places: the provisions; what stands within them is found too.
        """
        # The id of a curated norm begins with its place: only those asked for are unpacked.
        begins = tuple({f"{at}{end}" for at in places for end in "#/"})
        ids = [id for id in self.rules.norms if id.startswith(begins)]
        return tuple(norm for id in ids if self.applies((norm := self.rules.norms[id]).locator))

    @cached_property
    def local_texts(self) -> tuple[StoredText, ...]:
        """The imported local texts that apply on the day at the place. National law is curated, and so is every
        instrument of which `rules/` has norms."""
        found: dict[tuple[str, int], StoredText] = {}
        for text in self._texts:
            known = self.catalogue.get(text.instrument.id)
            if (
                known is None
                or known.territory == NATION
                or known.id in self.rules.curated
                or not self.covers(known.territory)
            ):
                continue
            version = known.version_on(self.on)
            if version is not None and version.name == text.version:
                held = found.setdefault((known.id, text.first), text)
                if text.standing == "verified" and held.standing != "verified":
                    found[known.id, text.first] = text
        return tuple(found.values())

    @property
    def local_without_text(self) -> tuple[Instrument, ...]:
        """Local sources that apply on the day at the place and are counted nowhere: neither curated nor imported in the
        version of the day."""
        counted = {text.instrument.id for text in self.local_texts} | self.rules.curated
        return tuple(one for one in self.sources() if one.territory != NATION and one.id not in counted)

    def norms_of(self, text: StoredText) -> tuple[Norm, ...]:
        """The norms of an imported text."""
        from .local_norms import norms_of

        return norms_of(self.library, text)

    def claims(self) -> tuple[Claim, ...]:
        """All claims of the rules; whether their basis is in force is asked by `out_of_force`."""
        return tuple(self.rules.claims.values())

    def out_of_force(self, claim: Claim) -> tuple[Locator, ...]:
        """The provisions of the claim's basis that do not apply on the day."""
        return tuple(at for at in claim.basis if self.status(at.instrument) in ("not_yet", "ended"))

    def covers(self, territory: str) -> bool:
        """Whether law of this territory applies at the place."""
        if territory == NATION:
            return True
        where = place(territory)
        return bool(where.name) and self._where.lies_in(where)

    def spoken_here(self, at: Locator) -> bool:
        """Whether the source of a provision is not the law of another place."""
        known = self.catalogue.get(at.instrument)
        return known is None or self.covers(known.territory)

    @cached_property
    def _where(self) -> Place:
        return place(self.place)

    @cached_property
    def _provisions(self) -> Provisions:
        return Provisions(self.on, self.catalogue, self.library, self._texts)

    @cached_property
    def _texts(self) -> tuple[StoredText, ...]:
        return self.library.texts()

    def applies(self, at: Locator) -> bool:
        """Whether the source of a provision is in force on the day and covers the place; True where it is not known."""
        known = self.catalogue.get(at.instrument)
        if known is None:
            return True
        return self.covers(known.territory) and self.status(at.instrument) in ("in_force", "unknown")


def status_of(instrument: Instrument, on: date) -> Status:
    """Whether an instrument applies on a day."""
    if instrument.repealed and on >= instrument.repealed:
        return "ended"
    return "in_force" if instrument.version_on(on) else "not_yet"


def instrument_of(source: Source, outline: Outline) -> Instrument:
    """What a document is: the catalogue's entry, or one derived from its title, its makers and its final clause."""
    known = _shipped_catalogue().get(outline.instrument)
    if known is not None:
        return known
    if outline.kind == "contract":
        return Instrument(id=outline.instrument, title=outline.title, rank=Rank.CONTRACT, territory=NATION)
    from .derived import derived_instrument

    return derived_instrument(source, outline).model_copy(update={"id": outline.instrument})


_NO_PLACE = Diagnostic(
    code="PLC002",
    severity=Severity.MEDIUM,
    message="没有填地点，没有计入任何地方性法规",
    advice="在 place 写明省和市",
)


def _no_local_law(place: str) -> Diagnostic:
    return Diagnostic(
        code="PLC003",
        severity=Severity.MEDIUM,
        message=f"目录里没有{place}当地的物业管理法规，没有计入；当地可能另有规定",
        advice="有文本的写进 documents",
    )


def _unknown_place(place: str) -> Diagnostic:
    return Diagnostic(
        code="PLC001",
        severity=Severity.HIGH,
        message=f"认不出地点“{place}”，或者同名的不止一处，没有采用任何地方性法规",
        advice="请写明省和市，如 山东省青岛市",
    )


def _without_text(instrument: Instrument, on: date) -> Diagnostic:
    version = instrument.version_on(on)
    named = f"{version.name}的版本" if version else "当日的版本"
    return Diagnostic(
        code="DOC004",
        severity=Severity.MEDIUM,
        message=f"《{instrument.title}》在本地适用，但{named}不在手头，其中的规定没有计入",
        locator=Locator(instrument=instrument.id),
        advice="随案附上，或者用 propertylaw corpus add 导入",
    )


def _shipped_rules() -> Rules:
    return rules()


def _shipped_catalogue() -> Catalogue:
    return catalogue()
