"""Sources of law as the catalogue knows them: identity, rank, territory and time, without their text."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from .base import Model


class Rank(StrEnum):
    """Kinds of sources in the order of 立法法 98-106; `RANK_ORDER` gives the height."""

    STATUTE = "statute"
    INTERPRETATION = "interpretation"
    ADMINISTRATIVE_REGULATION = "administrative_regulation"
    PROVINCIAL_REGULATION = "provincial_regulation"
    CITY_REGULATION = "city_regulation"
    DEPARTMENT_RULE = "department_rule"
    GUIDANCE = "guidance"
    COVENANT = "covenant"
    CONTRACT = "contract"


RANK_ORDER: dict[Rank, int] = {
    Rank.STATUTE: 1,
    Rank.INTERPRETATION: 1,
    Rank.ADMINISTRATIVE_REGULATION: 2,
    Rank.PROVINCIAL_REGULATION: 3,
    Rank.DEPARTMENT_RULE: 3,
    Rank.CITY_REGULATION: 4,
    Rank.GUIDANCE: 8,
    Rank.COVENANT: 9,
    Rank.CONTRACT: 9,
}
"""1 is the highest. An interpretation ranks with what it interprets; department rules and provincial regulations
stand side by side (立法法 106 sends a conflict between them to the State Council)."""


class Version(Model):
    """One text of an instrument."""

    adopted: date | None = None
    """Day of adoption or amendment; names the version in a locator (`上海市住宅物业管理规定@2018-11-22`)."""
    in_force: date
    """First day on which this text applies."""
    articles: int | None = Field(default=None, ge=1)
    """Number of articles, where counted."""


class Instrument(Model):
    """A statute, regulation, interpretation or a user's document."""

    id: str
    """Short title, as locators write it: 民法典, 物业管理条例, `doc:合同`."""
    title: str
    """Full official title."""
    aliases: tuple[str, ...] = ()
    rank: Rank
    issuer: str = ""
    number: str = ""
    """Document number (国务院令第379号), where it has one."""
    territory: str = "中国"
    """中国, a province (山东省) or a city with its province (山东省青岛市)."""
    promulgated: date | None = None
    parts: tuple[str, ...] = ()
    """Names of its 编 in order, where texts leave out their numbers."""
    versions: tuple[Version, ...] = ()
    """Known versions, oldest first."""
    repealed: date | None = None
    """First day on which it no longer applies."""
    replaced_by: str | None = None
    """Id of the instrument that took its place."""
    note: str = ""
    """What a user has to know: text not at hand, known doubts about the version."""
