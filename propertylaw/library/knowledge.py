"""`KnowledgeBase`: the law of a day at a place, and where a document of the user's stands in it."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from propertylaw.model import Claim, Instrument, Locator, Norm, Outline, Rank, Source, Version
from propertylaw.rulebook import Catalogue, Rules, catalogue, rules

NATION = "中国"

Status = Literal["in_force", "not_yet", "ended", "unknown"]

_IN_FORCE = re.compile(r"自\s*(\d{4})年(\d{1,2})月(\d{1,2})日起(?:施行|实施|执行)")
_TERRITORY = re.compile(
    r"^(?:(?P<province>[\u4e00-\u9fff]{2,6}?(?:省|自治区))?(?P<city>[\u4e00-\u9fff]{2,6}?(?:市|州|盟))?)"
)


class KnowledgeBase:
    """The curated law and the catalogue as they stand on a day at a place.

    Args:
        on: the day whose law applies.
        place: province and city, such as 山东省青岛市; national law applies everywhere.
        rules: another body of curated law than the one that ships.
        catalogue: another catalogue than the one that ships.
    """

    def __init__(self, on: date, place: str, *, rules: Rules | None = None, catalogue: Catalogue | None = None) -> None:
        self.on, self.place = on, place
        self.rules = rules or _shipped_rules()
        self.catalogue = catalogue or _shipped_catalogue()

    def status(self, instrument: str) -> Status:
        """Whether an instrument applies on the day; `unknown` when the catalogue does not know it or its time."""
        known = self.catalogue.get(instrument)
        if known is None or not known.versions:
            return "unknown"
        return status_of(known, self.on)

    def norms(self) -> tuple[Norm, ...]:
        """Curated norms of the instruments in force on the day whose territory covers the place."""
        return tuple(norm for norm in self.rules.norms.values() if self.applies(norm.locator))

    def claims(self) -> tuple[Claim, ...]:
        """All claims of the rules; whether their basis is in force is asked by `out_of_force`."""
        return tuple(self.rules.claims.values())

    def out_of_force(self, claim: Claim) -> tuple[Locator, ...]:
        """The provisions of the claim's basis that do not apply on the day."""
        return tuple(at for at in claim.basis if self.status(at.instrument) in ("not_yet", "ended"))

    def covers(self, territory: str) -> bool:
        """Whether law of this territory applies at the place."""
        return territory == NATION or self.place.startswith(territory) or _city(territory) in self.place

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
    return "in_force" if any(version.in_force <= on for version in instrument.versions) else "not_yet"


def instrument_of(source: Source, outline: Outline) -> Instrument:
    """What a document is: the catalogue's entry, or one derived from its title and final clause."""
    known = _shipped_catalogue().get(outline.instrument)
    if known is not None:
        return known
    if outline.kind == "contract":
        return Instrument(id=outline.instrument, title=outline.title, rank=Rank.CONTRACT, territory=NATION)
    match = _TERRITORY.match(outline.title)
    province, city = (match["province"] or "", match["city"] or "") if match else ("", "")
    rank = Rank.CITY_REGULATION if city else Rank.PROVINCIAL_REGULATION if province else Rank.GUIDANCE
    started = in_force_from(source)
    return Instrument(
        id=outline.instrument,
        title=outline.title,
        rank=rank,
        territory=province + city or NATION,
        versions=(Version(in_force=started),) if started else (),
    )


def in_force_from(source: Source) -> date | None:
    """The day that the text's own final clause names, or None."""
    found = _IN_FORCE.findall(source.text)
    try:
        return date(*map(int, found[-1])) if found else None
    except ValueError:
        return None


def _city(territory: str) -> str:
    return re.sub(r"^.*?(省|自治区)", "", territory) or territory


def _shipped_rules() -> Rules:
    return rules()


def _shipped_catalogue() -> Catalogue:
    return catalogue()
